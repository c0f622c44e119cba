import { type BackfillMeans, backfillProcedure } from './backfill/backfill.js';
import { creditProcedure } from './credits/credit-sync.js';
import { type CustomerMeans, customerProcedure } from './customers/customer-sync.js';
import { type EventRequestMeans, eventRequests } from './events/event-requests.js';
import { orFromEvent } from './events/from-event.js';
import { type SetupMeans, setupProcedure } from './flow-setup/flow-setup.js';
import { invoiceProcedure } from './invoices/invoice-sync.js';
import type { Procedure } from './procedure.js';
import { type SaleMeans, saleProcedure } from './sales/sale-sync.js';
import type { SyncKind } from './subjects.js';
import { subscriptionProcedure } from './subscriptions/subscription-sync.js';

export type ProcedureMeans = BackfillMeans &
  CustomerMeans &
  SaleMeans &
  EventRequestMeans & { readonly setup: SetupMeans };

/** How each kind of run finds out what is left of it. */
export function procedures(means: ProcedureMeans): Readonly<Record<SyncKind, Procedure>> {
  const requests = eventRequests(means);
  return {
    CUSTOMER: orFromEvent(customerProcedure(means), requests.CUSTOMER),
    SUBSCRIPTION: orFromEvent(subscriptionProcedure(means.world, means.overrides), requests.SUBSCRIPTION),
    SALE: saleProcedure(means),
    FLOW_SETUP: setupProcedure(means.setup),
    BACKFILL: backfillProcedure(means),
    CREDIT: orFromEvent(creditProcedure(means.world), requests.CREDIT),
    INVOICE: orFromEvent(invoiceProcedure(means.world), requests.INVOICE),
  };
}
