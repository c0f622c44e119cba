import { createHash } from 'node:crypto';
import { amountIn } from '../../catalog/prices.js';
import { eventSchemaOf, type UsageMeterDocument } from '../../catalog/usage-meters.js';
import { knownOnly, list, object, text, texts } from '../../http/body.js';
import { badRequest } from '../../http/refusals.js';
import { slotOfAccount } from '../../seed/accounts.js';
import { BASE_CURRENCY } from '../../seed/settings.js';
import type { Organisation } from '../../state/organisation.js';
import type { AccountDocument } from '../../wire/documents.js';
import type { Routes } from '../routes.js';

type Body = Readonly<Record<string, unknown>>;

const MOST_QUERIES = 5;
const MOST_POINTS = 300;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DOLLARS_PER_UNIT = 0.01;
const PERIODS = ['HOUR', 'DAY', 'WEEK', 'MONTH'] as const;
type Period = (typeof PERIODS)[number];

interface Window {
  readonly from: number;
  readonly to: number;
  readonly period: Period;
}

/** Metrics by account. https://docs.togai.com/api-reference/metrics/get-togai-metrics */
export const metricRoutes: Routes = {
  'POST /metrics': ({ body }, organisation, now) => {
    knownOnly(body, ['startTime', 'endTime', 'metricQueries']);
    const [from, to] = [instantIn(body, 'startTime'), instantIn(body, 'endTime')];
    if (to <= from) throw badRequest('endTime must be after startTime');
    const results = list(body, 'metricQueries', MOST_QUERIES).map((query) =>
      answerTo(query, { from, to }, organisation, now),
    );
    const points = results.flatMap(({ data }) => data).reduce((sum, { timestamps }) => sum + timestamps.length, 0);
    if (points > MOST_POINTS) throw badRequest(`A response can contain a maximum of ${MOST_POINTS} data points`);
    return { results };
  },
};

function answerTo(query: Body, span: { from: number; to: number }, organisation: Organisation, now: number) {
  knownOnly(query, ['id', 'name', 'aggregationPeriod', 'groupBy', 'configs', 'filters'], 'metricQueries');
  const [id, name] = [text(query, 'id', 50), text(query, 'name', 50)];
  const period = PERIODS.find((one) => one === query.aggregationPeriod);
  if (!period) throw badRequest(`aggregationPeriod must be one of [${PERIODS.join(', ')}]`);
  if (query.groupBy !== 'ACCOUNT_ID') throw badRequest('groupBy must be ACCOUNT_ID');
  if (name !== 'METER_USAGE' && name !== 'REVENUE') throw badRequest(`${name} cannot be queried`);
  const filters = new Map(
    list(query, 'filters', MOST_QUERIES).map((filter) => [
      text(filter, 'fieldName', 50),
      texts(filter, 'fieldValues', 1_000),
    ]),
  );
  const accounts = (filters.get('ACCOUNT_ID') ?? []).map((accountId) => {
    const account = organisation.accounts.find(accountId);
    if (!account) throw badRequest(`Account ${accountId} not found`);
    return account;
  });
  const wanted = filters.get('BILLABLE_ID');
  const meters = organisation.usageMeters
    .page({ slot: 0, offset: 0 }, 100)
    .rows.filter((meter) => wanted?.includes(meter.name) ?? true);
  const currency = object(query, 'configs')?.CURRENCY ?? 'BASE';
  const window = { ...span, period };
  const data = accounts.map((account) => {
    const used = bucketed(window, uses(organisation, account, meters, { ...span, now }));
    const unit = currency === 'INVOICE' ? (account.invoiceCurrency ?? BASE_CURRENCY) : BASE_CURRENCY;
    const value = (quantity: number) => (name === 'REVENUE' ? amountIn(unit, quantity * DOLLARS_PER_UNIT) : quantity);
    return {
      groupedBy: { fieldName: 'ACCOUNT_ID', fieldValue: account.id },
      timestamps: [...used.keys()].map((at) => new Date(at).toISOString()),
      metricValues: [...used.values()].map(value),
    };
  });
  return { id, name, data };
}

interface Use {
  readonly at: number;
  readonly quantity: number;
}

/** What came in as events, and what the seeded accounts use at noon of some days. */
function uses(
  organisation: Organisation,
  account: AccountDocument,
  meters: readonly UsageMeterDocument[],
  { from, to, now }: { from: number; to: number; now: number },
): Use[] {
  const found: Use[] = [];
  for (const event of organisation.events.values()) {
    const owner = organisation.aliases.find(event.accountId)?.accountId ?? event.accountId;
    const meter = meters.find((one) => eventSchemaOf(one).name === event.schemaName);
    if (owner !== account.id || !meter || event.reverted) continue;
    const [summed] = eventSchemaOf(meter).attributes;
    const attributes = event.attributes as readonly { name: string; value: string }[];
    const counted = summed ? attributes.find(({ name }) => name === summed.name)?.value : '1';
    found.push({ at: Date.parse(event.timestamp), quantity: Number(counted ?? 0) });
  }
  const since = organisation.customers.find(account.customerId)?.createdAt;
  if (slotOfAccount(account.id) !== null && account.status === 'ACTIVE' && since !== undefined) {
    const end = Math.min(to, now);
    for (let day = floorTo('DAY', Math.max(from, Date.parse(since))); day < end; day += DAY_MS) {
      for (const { name } of meters) {
        const digest = createHash('sha1').update(`${organisation.seed}\u0000${account.id}\u0000${name}\u0000${day}`);
        const quantity = digest.digest().readUInt16BE(0) % 90;
        if (quantity < 60) found.push({ at: day + DAY_MS / 2, quantity });
      }
    }
  }
  return found.filter(({ at }) => at >= from && at < to);
}

/** A value for each period, zeros included. */
function bucketed({ from, to, period }: Window, used: readonly Use[]): Map<number, number> {
  const buckets = new Map<number, number>();
  for (let at = floorTo(period, from); at < to; at = nextOf(period, at)) buckets.set(at, 0);
  for (const { at, quantity } of used) {
    const start = floorTo(period, at);
    // In thousandths, so that no sum ends in 0.30000000000000004.
    buckets.set(start, Math.round(((buckets.get(start) ?? 0) + quantity) * 1_000) / 1_000);
  }
  return buckets;
}

/** In UTC; weeks begin on Monday. */
function floorTo(period: Period, at: number): number {
  const date = new Date(at);
  if (period === 'MONTH') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  const day = Math.floor(at / DAY_MS) * DAY_MS;
  if (period === 'WEEK') return day - ((date.getUTCDay() + 6) % 7) * DAY_MS;
  return period === 'DAY' ? day : Math.floor(at / HOUR_MS) * HOUR_MS;
}

function nextOf(period: Period, at: number): number {
  if (period === 'MONTH') return floorTo('MONTH', at + 32 * DAY_MS);
  return at + (period === 'WEEK' ? 7 * DAY_MS : period === 'DAY' ? DAY_MS : HOUR_MS);
}

function instantIn(body: Body, name: string): number {
  const at = Date.parse(text(body, name, 50));
  if (Number.isNaN(at)) throw badRequest(`${name} must be an ISO 8601 date`);
  return at;
}
