import { FIFTY, pageOf, pageRequest } from '../http/paging.js';
import { idOf } from '../http/query.js';
import { notFound } from '../http/refusals.js';
import { CREDIT_STATUSES } from '../seed/credits.js';
import { BASE_CURRENCY } from '../seed/settings.js';
import type { Organisation } from '../state/organisation.js';
import type { CreditDocument } from '../wire/documents.js';
import { accountIn } from './accounts.js';
import type { Routes } from './routes.js';

const FILTERS = { status: 'status', account_id: 'accountId', id: 'id' } as const;

export const creditRoutes: Routes = {
  'GET /credits': (asked, organisation) => {
    const request = pageRequest(asked, { ...FIFTY, filters: Object.keys(FILTERS) });
    const accept = (credit: CreditDocument) =>
      Object.entries(FILTERS).every(
        ([parameter, field]) => (request.filters.get(parameter) ?? credit[field]) === credit[field],
      );
    return pageOf(candidates(organisation, request.filters), request, (credit) => credit, accept);
  },

  'GET /credits/:credit_id': (asked, { credits }) => {
    const id = idOf(asked, 'credit_id');
    const credit = credits.find(id);
    if (!credit) throw notFound('Credit', id);
    return { ...credit, transactions: transactionsOf(credit) };
  },

  'GET /accounts/:account_id/credit_balance': (asked, organisation, now) => {
    const account = accountIn(asked, organisation);
    const credits = organisation.creditsOf(account.id);
    const active = credits.filter(({ status }) => status === 'ACTIVE');
    const inForce = active.filter(({ effectiveFrom }) => Date.parse(effectiveFrom) <= now);
    return {
      activeCredits: sum(active, ({ creditAmount }) => creditAmount),
      availableBalance: sum(inForce, ({ creditAmount, consumedAmount }) => creditAmount - consumedAmount),
      runningBalance: sum(
        inForce,
        ({ creditAmount, consumedAmount, holdAmount }) => creditAmount - consumedAmount - holdAmount,
      ),
      inapplicableCredits: sum(
        active.filter((credit) => !inForce.includes(credit)),
        ({ creditAmount }) => creditAmount,
      ),
      unit: account.invoiceCurrency ?? BASE_CURRENCY,
      lastUpdatedAt:
        credits
          .map(({ createdAt, updatedAt }) => updatedAt ?? createdAt)
          .sort()
          .at(-1) ?? iso(now),
    };
  },
};

/** As few credits as the filters allow, so that no request walks over all customers for those of one account. */
function candidates(organisation: Organisation, filters: URLSearchParams) {
  const accountId = filters.get('account_id');
  if (accountId !== null) return organisation.creditsOf(accountId);
  const id = filters.get('id');
  const credit = id === null ? null : organisation.credits.find(id);
  if (id !== null) return credit ? [credit] : [];
  const status = filters.get('status');
  const seeded = status === null || CREDIT_STATUSES.some((one) => one === status);
  return seeded ? organisation.credits : organisation.credits.changed();
}

/** What a grant's state follows from: granted, then used up, expired or voided. */
function transactionsOf({
  id,
  status,
  creditAmount,
  consumedAmount,
  createdAt,
  updatedAt,
  effectiveUntil,
}: CreditDocument) {
  const rest = sum([creditAmount, -consumedAmount], (amount) => amount);
  const moves = [
    { transactionType: 'CREDITED', amount: creditAmount, createdAt },
    ...(consumedAmount > 0
      ? [{ transactionType: 'DEBITED', amount: consumedAmount, createdAt: updatedAt ?? createdAt }]
      : []),
    ...(status === 'EXPIRED'
      ? [{ transactionType: 'EXPIRED', amount: rest, createdAt: `${effectiveUntil}T00:00:00.000Z` }]
      : []),
    ...(status === 'VOIDED' ? [{ transactionType: 'VOIDED', amount: rest, createdAt: updatedAt ?? createdAt }] : []),
  ];
  return moves.map((move, index) => ({ id: `${id}.${index + 1}`, creditId: id, ...move }));
}

function sum<T>(of: readonly T[], amount: (one: T) => number): number {
  // In hundredths, so that no sum ends in 0.30000000000000004.
  return Math.round(of.reduce((total, one) => total + amount(one) * 100, 0)) / 100;
}

const iso = (ms: number) => new Date(ms).toISOString();
