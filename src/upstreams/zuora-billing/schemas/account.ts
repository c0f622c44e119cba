import { z } from 'zod';
import { Contact } from './contact.js';
import { Amount, Flag, Instant, Text, Whole } from './wire.js';

/**
 * https://developer.zuora.com/v1-api-reference/api/operation/queryAccounts/
 * Custom fields (`Name__c`) come along under their own names.
 */
export const Account = z.looseObject({
  id: z.string(),
  accountNumber: z.string(),
  name: z.string(),
  status: Text,
  currency: z.string(),
  balance: Amount,
  mrr: Amount,
  creditBalance: Amount,
  totalInvoiceBalance: Amount,
  totalDebitMemoBalance: Amount,
  unappliedBalance: Amount,
  unappliedCreditMemoAmount: Amount,
  reservedPaymentAmount: Amount,
  billCycleDay: Whole,
  paymentTerm: Text,
  batch: Text,
  autoPay: Flag,
  crmId: Text,
  notes: Text,
  createdDate: Instant,
  updatedDate: Instant,
  billTo: Contact.nullish(),
  soldTo: Contact.nullish(),
});
export type Account = z.infer<typeof Account>;
