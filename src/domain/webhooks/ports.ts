import type { ConnectionKey } from '../connections/key.js';
import type { Page } from '../customers/ports.js';
import type { Findings } from '../events/model.js';
import type { Delivery, DeliveryState, Hint, RawDelivery, Verdict } from './model.js';

/** How a system tells of changes unasked. Only where a secret is configured: without one anybody could. */
export interface WebhookReceiver {
  verify(delivery: RawDelivery): Verdict;
  /** Never throws: a body that cannot be understood holds no ids. */
  read(delivery: RawDelivery): Hint;
  /**
   * Forgets what was known of what the ids mean, and reads it anew: the records of customers among it, and what happened
   * to it.
   * @throws UpstreamError
   */
  settle(ids: Hint['ids'], signal: AbortSignal): Promise<Findings>;
}

export interface DeliveryLease {
  readonly owner: string;
  readonly now: number;
  readonly until: number;
}

/** Where deliveries are kept from the moment they are acknowledged until they are settled, and for a while after. */
export interface Inbox {
  /** One statement. False if the same was delivered before. */
  take(
    delivery: Pick<Delivery, 'id' | 'connection' | 'key' | 'kind' | 'ids' | 'receivedAt' | 'traceparent'>,
  ): Promise<boolean>;
  /** The oldest that are due, for one process alone; those of a process that died are among them once its lease is over. */
  claim(most: number, lease: DeliveryLease): Promise<readonly Delivery[]>;
  /** Gives back at once what is in the hands of a process; null: of any, where there is no other one. */
  giveBack(owner: string | null): Promise<void>;
  done(ids: readonly string[], note: string | null, now: number): Promise<void>;
  /** `dueAt` null: it is given up. */
  failed(ids: readonly string[], note: string, dueAt: number | null): Promise<void>;
  /** False if it is not one that was given up. */
  revive(id: string, now: number): Promise<boolean>;
  read(id: string): Promise<Delivery | null>;
  page(request: DeliveryPageRequest): Promise<Page<Delivery>>;
  /** Removes what was settled before. */
  clear(before: number): Promise<void>;
}

export interface DeliveryPageRequest {
  readonly first: number;
  readonly after: string | null;
  readonly state?: DeliveryState;
  readonly connection?: ConnectionKey;
}
