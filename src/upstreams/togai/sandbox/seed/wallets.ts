import type { Scenario } from '../../../sandbox-kit/scenario.js';
import { amountIn, chargeable } from '../catalog/prices.js';
import type { Seed } from '../state/lazy-table.js';
import type { WalletEntryDocument, WalletRecord } from '../wire/documents.js';
import { accountsOf, type SeededAccount, slotOfAccount } from './accounts.js';
import { madeId } from './ids.js';
import { BASE_CURRENCY } from './settings.js';

const WALLET_PERCENT = 40;
const OLD_PERCENT = 20;
const MOST_ENTRIES = 4;
const DAY_MS = 86_400_000;

/** Prepaid balances, by account; not every account has one. */
export function walletSeed(story: Scenario): Seed<WalletRecord> {
  return {
    slots: story.size,
    at: (slot) => accountsOf(story.customer(slot)).flatMap((account) => walletOf(story.seed, account) ?? []),
    slotOf: slotOfAccount,
  };
}

function walletOf(
  seed: string,
  { customer, position, id, status, currency, index }: SeededAccount,
): WalletRecord | null {
  const random = customer.random(`togai-wallet-${position}`);
  if (!random.chance(WALLET_PERCENT) || status === 'DRAFT') return null;
  const unit = currency ?? BASE_CURRENCY;
  const walletId = madeId(seed, 'wallet', index);
  const opened = customer.since.getTime() + 20 * DAY_MS;
  const moves = Array.from({ length: 1 + random.int(MOST_ENTRIES) }, (_, i) => ({
    credited: i === 0 || random.chance(40),
    amount: amountIn(unit, i === 0 ? 500 : 10 + random.int(90)),
    at: new Date(opened + i * 30 * DAY_MS).toISOString(),
  }));
  // Wallets and entries from before they had a start and a status lack them.
  const old = random.chance(OLD_PERCENT);
  let balance = 0;
  const entries = moves.map(({ credited, amount, at }, i): WalletEntryDocument => {
    balance = chargeable(unit, credited ? balance + amount : balance - amount);
    return {
      id: madeId(seed, 'wen', index * MOST_ENTRIES + i),
      description: credited ? 'Top-up' : 'Invoice payment',
      walletId,
      transactionType: credited ? 'CREDITED' : 'DEBITED',
      amount,
      createdAt: at,
      ...(!old && { status: 'COMPLETED' }),
      closingBalance: balance,
    };
  });
  return {
    id: walletId,
    accountId: id,
    customerId: customer.ids.usageCustomerId,
    balance,
    creditUnit: unit,
    status: status === 'ARCHIVED' ? 'INACTIVE' : 'ACTIVE',
    holdAmount: 0,
    ...(!old && { effectiveFrom: new Date(opened).toISOString() }),
    createdAt: new Date(opened).toISOString(),
    updatedAt: entries.at(-1)?.createdAt ?? new Date(opened).toISOString(),
    metadata: { autoNetOff: random.chance(50) },
    entries,
  };
}
