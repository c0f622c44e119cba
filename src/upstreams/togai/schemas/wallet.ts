import { z } from 'zod';
import { Amount, Exact, Instant, Text } from './wire.js';

/** https://docs.togai.com/api-reference/wallet/get-wallet-balance-of-an-account */
export const Wallet = z.object({
  id: z.string(),
  accountId: z.string(),
  balance: Exact,
  holdAmount: Amount,
  creditUnit: z.string(),
  status: Text,
  effectiveFrom: Instant,
  createdAt: Instant,
  updatedAt: Instant,
  metadata: z.record(z.string(), z.unknown()).nullish(),
});
export type Wallet = z.infer<typeof Wallet>;

/** https://docs.togai.com/api-reference/wallet/list-wallet-entries-of-an-account */
export const WalletEntry = z.object({
  id: z.string(),
  transactionType: z.string(),
  status: Text,
  amount: Exact,
  closingBalance: Amount,
  description: Text,
  entityId: Text,
  createdAt: Instant,
});
export type WalletEntry = z.infer<typeof WalletEntry>;
