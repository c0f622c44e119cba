import { sum } from '../../../kernel/money.js';
import { globalId } from '../../../schema-kit/global-id.js';
import type { TogaiCredit, TogaiCreditBalance, TogaiCreditStatus } from '../model.js';
import { CREDIT_PREFIX } from '../names.js';
import type { Credit, CreditBalance, CreditInFull } from '../schemas/credit.js';

const STATUSES: ReadonlyMap<string | null, TogaiCreditStatus> = new Map(
  (['ACTIVE', 'CONSUMED', 'EXPIRED', 'VOIDED'] as const).map((status) => [status, status]),
);

/** A credit as lists have it, without its transactions. */
export function toCredit(row: Credit): TogaiCredit {
  return {
    id: globalId(CREDIT_PREFIX, row.id),
    togaiId: row.id,
    accountId: row.accountId,
    status: STATUSES.get(row.status) ?? 'UNKNOWN',
    statusText: row.status,
    purpose: row.purpose,
    unit: row.creditUnit,
    creditAmount: row.creditAmount,
    consumedAmount: row.consumedAmount,
    holdAmount: row.holdAmount,
    priority: row.priority,
    effectiveFrom: row.effectiveFrom,
    effectiveUntil: row.effectiveUntil,
    applicableEntityIds: row.applicableEntityIds,
    grantorId: row.grantorId,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    transactions: null,
  };
}

export function toCreditInFull(row: CreditInFull): TogaiCredit {
  return {
    ...toCredit(row),
    transactions: row.transactions.map(({ id: togaiId, ...transaction }) => ({ togaiId, ...transaction })),
  };
}

export function toCreditBalance(row: CreditBalance): TogaiCreditBalance {
  return { ...row };
}

/** One balance for each unit, in the order in which the units come first: what is in different units is never added. */
export function balancesByUnit(balances: readonly TogaiCreditBalance[]): TogaiCreditBalance[] {
  const byUnit = Map.groupBy(balances, ({ unit }) => unit);
  return [...byUnit].map(([unit, all]) => ({
    unit,
    activeCredits: sum(all.map(({ activeCredits }) => activeCredits)),
    availableBalance: sum(all.map(({ availableBalance }) => availableBalance)),
    runningBalance: sum(all.map(({ runningBalance }) => runningBalance)),
    inapplicableCredits: sum(all.map(({ inapplicableCredits }) => inapplicableCredits)),
    // ISO 8601 in UTC with milliseconds sorts by time.
    lastUpdatedAt:
      all
        .flatMap(({ lastUpdatedAt }) => lastUpdatedAt ?? [])
        .sort()
        .at(-1) ?? null,
  }));
}
