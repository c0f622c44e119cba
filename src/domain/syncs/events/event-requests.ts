import { creditRequest } from '../credits/credit-request.js';
import { customerRequest } from '../customers/customer-request.js';
import type { KnownCustomers } from '../customers/known-customers.js';
import { invoiceRequest } from '../invoices/invoice-request.js';
import type { SyncWorld } from '../ports.js';
import { INVOICE_FORMS } from '../subjects.js';
import { subscriptionRequest } from '../subscriptions/subscription-request.js';
import type { RequestOfEvent } from './from-event.js';

export interface EventRequestMeans {
  readonly world: SyncWorld;
  readonly customers: KnownCustomers;
}

/** What each kind of run makes of an event. */
export function eventRequests(means: EventRequestMeans) {
  const { world, customers } = means;
  const customerOf: Parameters<typeof subscriptionRequest>[2] = async (ref) =>
    (await customers.byRefs([ref]))[0] ?? null;
  return {
    CUSTOMER: ({ happened, from, to }, caller) =>
      customerRequest({ customerKey: happened.key, from, to }, means, caller),
    SUBSCRIPTION: ({ happened, from, to }, caller) =>
      subscriptionRequest({ subscriptionKey: happened.key, from, to }, world, customerOf, caller),
    CREDIT: ({ happened, from, to }, caller) =>
      creditRequest({ creditId: happened.key, from, to }, world, customerOf, caller),
    INVOICE: ({ happened, from, to, settings }, caller) => {
      const as = INVOICE_FORMS.find((form) => form === settings.as) ?? null;
      return invoiceRequest({ invoiceId: happened.key, as, from, to }, world, customerOf, caller);
    },
  } satisfies Record<string, RequestOfEvent>;
}
