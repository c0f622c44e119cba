import { creditProcedure } from './credits/credit-sync.js';
import { type CustomerMeans, customerProcedure } from './customers/customer-sync.js';
import { invoiceProcedure } from './invoices/invoice-sync.js';
import type { Procedure } from './procedure.js';
import { type SaleMeans, saleProcedure } from './sales/sale-sync.js';
import type { SyncKind } from './subjects.js';
import { subscriptionProcedure } from './subscriptions/subscription-sync.js';

export type ProcedureMeans = CustomerMeans & SaleMeans;

/** How each kind of run finds out what is left of it. */
export function procedures(means: ProcedureMeans): Readonly<Record<SyncKind, Procedure>> {
  return {
    CUSTOMER: customerProcedure(means),
    SUBSCRIPTION: subscriptionProcedure(means.world, means.overrides),
    SALE: saleProcedure(means),
    CREDIT: creditProcedure(means.world),
    INVOICE: invoiceProcedure(means.world),
  };
}
