import type { CustomerEntry } from '../../customers/model.js';
import type { ExternalRef } from '../../identity/model.js';
import type { SyncWorld } from '../ports.js';
import { subscriptionRequest } from '../subscriptions/subscription-request.js';
import type { RequestOfEvent } from './from-event.js';

export interface EventRequestMeans {
  readonly world: SyncWorld;
  readonly customerOf: (ref: ExternalRef) => Promise<CustomerEntry | null>;
}

/** What each kind of run makes of an event. */
export function eventRequests({ world, customerOf }: EventRequestMeans) {
  return {
    SUBSCRIPTION: ({ happened, from, to }, caller) =>
      subscriptionRequest({ subscriptionKey: happened.key, from, to }, world, customerOf, caller),
  } satisfies Record<string, RequestOfEvent>;
}
