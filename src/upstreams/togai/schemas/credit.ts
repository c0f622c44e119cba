import { z } from 'zod';
import { Amount, Day, Exact, Ids, Instant, listOf, Text, Whole } from './wire.js';

/** https://docs.togai.com/api-reference/credits/get-credit-balance-of-an-account */
export const CreditBalance = z.object({
  activeCredits: Exact,
  availableBalance: Exact,
  runningBalance: Exact,
  inapplicableCredits: Exact,
  unit: z.string(),
  lastUpdatedAt: Instant,
});
export type CreditBalance = z.infer<typeof CreditBalance>;

/** https://docs.togai.com/api-reference/credits/list-all-credits */
export const Credit = z.object({
  id: z.string(),
  accountId: z.string(),
  status: Text,
  purpose: Text,
  creditUnit: Text,
  creditAmount: Amount,
  consumedAmount: Amount,
  holdAmount: Amount,
  priority: Whole,
  effectiveFrom: Day,
  effectiveUntil: Day,
  applicableEntityIds: Ids,
  grantorId: Text,
  createdAt: Instant,
  updatedAt: Instant,
});
export type Credit = z.infer<typeof Credit>;

/** https://docs.togai.com/api-reference/credits/get-credit-details */
export const CreditInFull = Credit.extend({
  transactions: listOf(
    z.object({
      id: z.string(),
      transactionType: z.string(),
      amount: Exact,
      invoiceId: Text,
      entityId: Text,
      createdAt: Instant,
    }),
  ),
});
export type CreditInFull = z.infer<typeof CreditInFull>;
