import { knownOnly, list, optionalText, text, texts } from '../http/body.js';
import { FIFTY, pageOf, pageRequest } from '../http/paging.js';
import { idOf } from '../http/query.js';
import { badRequest, notFound } from '../http/refusals.js';
import { CREDIT_STATUSES } from '../seed/credits.js';
import { madeId } from '../seed/ids.js';
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

  'POST /credits': ({ body }, organisation, now) => {
    knownOnly(body, ['creditRequests']);
    const requests = list(body, 'creditRequests', 50);
    // A bare array, as all examples have it; the model says an object.
    return requests.map((request) => granted(request, organisation, now));
  },

  'POST /credits/:credit_id/void': (asked, { credits }, now) => {
    const id = idOf(asked, 'credit_id');
    const credit = credits.find(id);
    if (!credit) throw notFound('Credit', id);
    if (credit.status !== 'ACTIVE') throw badRequest(`Credit ${id} is ${credit.status} and cannot be voided`);
    const voided = { ...credit, status: 'VOIDED' as const, updatedAt: iso(now) };
    credits.put(voided);
    return voided;
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

const GRANT_FIELDS = [
  ...['accountId', 'purpose', 'applicableEntityIds', 'effectiveFrom', 'effectiveUntil', 'creditAmount', 'priority'],
  ...['grantorId', 'idempotencyKey'],
];

/** A key that was seen before grants nothing: the credit that it made is told again. */
function granted(request: Readonly<Record<string, unknown>>, organisation: Organisation, now: number): CreditDocument {
  knownOnly(request, GRANT_FIELDS, 'creditRequests');
  const accountId = text(request, 'accountId', 50);
  const account = organisation.accounts.find(accountId);
  if (!account) throw notFound('Account', accountId);
  const { creditAmount, priority } = request;
  if (typeof creditAmount !== 'number' || creditAmount <= 0) throw badRequest('creditAmount must be greater than 0');
  if (typeof priority !== 'number' || priority < 1 || priority > 100)
    throw badRequest('priority must be between 1 and 100');
  const key = optionalText(request, 'idempotencyKey', 100);
  const before = organisation
    .creditsOf(accountId)
    .find(({ idempotencyKey }) => key !== undefined && idempotencyKey === key);
  if (before) return before;
  const effectiveUntil = optionalText(request, 'effectiveUntil', 10);
  const grantorId = optionalText(request, 'grantorId', 50);
  const credit: CreditDocument = {
    id: madeId(organisation.seed, 'credit', organisation.nextIndex()),
    customerId: account.customerId,
    accountId,
    purpose: text(request, 'purpose', 255),
    applicableEntityIds: request.applicableEntityIds === undefined ? [] : texts(request, 'applicableEntityIds', 100),
    effectiveFrom: text(request, 'effectiveFrom', 10),
    ...(effectiveUntil !== undefined && { effectiveUntil }),
    creditAmount,
    creditUnit: account.invoiceCurrency ?? BASE_CURRENCY,
    holdAmount: 0,
    consumedAmount: 0,
    priority,
    status: 'ACTIVE',
    ...(grantorId !== undefined && { grantorId }),
    ...(key !== undefined && { idempotencyKey: key }),
    createdAt: iso(now),
    updatedAt: iso(now),
  };
  organisation.credits.put(credit);
  return credit;
}

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
