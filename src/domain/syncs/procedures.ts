import { type ReconciliationMeans, reconciliationProcedure } from '../reconciliation/procedure.js';
import { type BackfillMeans, backfillProcedure } from './backfill/backfill.js';
import { creditProcedure } from './credits/credit-sync.js';
import { type CustomerMeans, customerProcedure } from './customers/customer-sync.js';
import { type EventRequestMeans, eventRequests } from './events/event-requests.js';
import { orFromEvent } from './events/from-event.js';
import { type SetupMeans, setupProcedure } from './flow-setup/flow-setup.js';
import { invoiceProcedure } from './invoices/invoice-sync.js';
import type { SyncBook } from './ports.js';
import type { Procedure } from './procedure.js';
import { saleOfEvent, unlessTold } from './sales/sale-of-event.js';
import { type SaleMeans, saleProcedure } from './sales/sale-sync.js';
import type { SyncKind } from './subjects.js';
import { subscriptionProcedure } from './subscriptions/subscription-sync.js';

export type ProcedureMeans = BackfillMeans &
  CustomerMeans &
  SaleMeans &
  EventRequestMeans & {
    readonly setup: SetupMeans;
    readonly book: SyncBook;
    readonly reconciliation: Omit<ReconciliationMeans, 'world' | 'customers' | 'procedures'>;
  };

/** How each kind of run finds out what is left of it. */
export function procedures(means: ProcedureMeans): Readonly<Record<SyncKind, Procedure>> {
  const requests = eventRequests(means);
  const { world, customers, overrides } = means;
  const compared = {
    CUSTOMER: orFromEvent(customerProcedure(means), requests.CUSTOMER),
    SUBSCRIPTION: orFromEvent(subscriptionProcedure(world, overrides), requests.SUBSCRIPTION),
    CREDIT: orFromEvent(creditProcedure(world), requests.CREDIT),
    INVOICE: orFromEvent(invoiceProcedure(world), requests.INVOICE),
  };
  return {
    ...compared,
    SALE: unlessTold(orFromEvent(saleProcedure(means), saleOfEvent(means)), means),
    FLOW_SETUP: setupProcedure(means.setup),
    BACKFILL: backfillProcedure(means),
    RECONCILIATION: reconciliationProcedure({ ...means.reconciliation, world, customers, procedures: compared }),
  };
}
