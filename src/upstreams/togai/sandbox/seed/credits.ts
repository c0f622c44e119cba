import type { Scenario } from '../../../sandbox-kit/scenario.js';
import { amountIn, chargeable } from '../catalog/prices.js';
import type { Seed } from '../state/lazy-table.js';
import type { CreditDocument } from '../wire/documents.js';
import { ACCOUNTS_PER_CUSTOMER, accountsOf, type SeededAccount } from './accounts.js';
import { madeId, madeIndex } from './ids.js';
import { BASE_CURRENCY } from './settings.js';

const CREDITS_PER_ACCOUNT = 4;
const DOLLARS = [50, 100, 250, 1_000] as const;
export const CREDIT_STATUSES = ['ACTIVE', 'ACTIVE', 'CONSUMED', 'EXPIRED', 'VOIDED'] as const;
const DAY_MS = 86_400_000;

/** Up to three grants an account. */
export function creditSeed(story: Scenario): Seed<CreditDocument> {
  return {
    slots: story.size,
    at: (slot) => accountsOf(story.customer(slot)).flatMap((account) => creditsOf(story.seed, account)),
    slotOf: (id) => {
      const index = madeIndex(story.seed, 'creds', id);
      return index === null ? null : Math.floor(index / (CREDITS_PER_ACCOUNT * ACCOUNTS_PER_CUSTOMER));
    },
  };
}

function creditsOf(seed: string, account: SeededAccount): CreditDocument[] {
  if (account.status === 'DRAFT') return [];
  const count = account.customer.random(`togai-credits-${account.position}`).int(CREDITS_PER_ACCOUNT);
  return Array.from({ length: count }, (_, i) => creditOf(seed, account, i));
}

function creditOf(seed: string, { customer, position, id, currency, index }: SeededAccount, i: number): CreditDocument {
  const random = customer.random(`togai-credit-${position}-${i}`);
  const unit = currency ?? BASE_CURRENCY;
  const creditAmount = amountIn(unit, random.pick(DOLLARS));
  const status = random.pick(CREDIT_STATUSES);
  const consumedAmount = status === 'CONSUMED' ? creditAmount : chargeable(unit, creditAmount * (random.int(50) / 100));
  const granted = customer.since.getTime() + (30 + i * 40) * DAY_MS;
  const until = {
    ACTIVE: '2031-12-31',
    CONSUMED: '2031-12-31',
    VOIDED: '2031-12-31',
    EXPIRED: day(granted + 90 * DAY_MS),
  };
  return {
    id: madeId(seed, 'creds', index * CREDITS_PER_ACCOUNT + i),
    customerId: customer.ids.usageCustomerId,
    accountId: id,
    purpose: random.pick(['Prepaid credit', 'Goodwill', 'Migration']),
    applicableEntityIds: random.pick([['ALL_USAGE_METER_RATE_CARDS'], ['ALL_FIXED_FEE_RATE_CARDS'], []]),
    effectiveFrom: day(granted),
    ...((status === 'EXPIRED' || random.chance(50)) && { effectiveUntil: until[status] }),
    creditAmount,
    creditUnit: unit,
    holdAmount: status === 'ACTIVE' && random.chance(30) ? chargeable(unit, (creditAmount - consumedAmount) / 4) : 0,
    consumedAmount,
    priority: 1 + random.int(100),
    status,
    createdAt: new Date(granted).toISOString(),
    ...(consumedAmount > 0 && { updatedAt: new Date(granted + 10 * DAY_MS).toISOString() }),
  };
}

const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
