import { z } from 'zod';
import type { EntityReader } from '../../../kernel/reading/entity-reader.js';
import type { TogaiClient } from '../client.js';
import type { FindOptions } from '../reading/reader-factory.js';
import { Exact } from '../schemas/wire.js';
import type { RevenuePoint, TogaiUsageMeter, UsagePoint, UsageWindow } from './model.js';

/** Most points of one answer. https://docs.togai.com/api-reference/metrics/get-togai-metrics */
export const MOST_POINTS = 300;
const MOST_QUERIES = 5;

const HOUR_MS = 3_600_000;
// The shortest month: a window never has more of them than this makes of it.
const LENGTHS = { HOUR: HOUR_MS, DAY: 24 * HOUR_MS, WEEK: 168 * HOUR_MS, MONTH: 28 * 24 * HOUR_MS } as const;

/** How many points a series over the window has at most: it may begin and end amid a period. */
export function pointsIn({ from, to, period }: UsageWindow): number {
  return Math.ceil((Date.parse(to) - Date.parse(from)) / LENGTHS[period]) + 1;
}

const Series = z
  .object({
    groupedBy: z.object({ fieldName: z.string(), fieldValue: z.string() }).nullish(),
    timestamps: z.array(z.iso.datetime({ offset: true })),
    metricValues: z.array(Exact),
  })
  .refine(({ timestamps, metricValues }) => timestamps.length === metricValues.length, 'has not a value for each time');
type Series = z.infer<typeof Series>;
const Answer = z.object({ results: z.array(z.object({ id: z.string(), data: z.array(Series) })) });

interface Query {
  readonly id: string;
  readonly name: 'METER_USAGE' | 'REVENUE';
  readonly filters: readonly { readonly fieldName: string; readonly fieldValues: readonly string[] }[];
  readonly configs?: Readonly<Record<string, string>>;
}

/**
 * What each meter counted for each account. A metric is grouped by one field only, so every meter is a query of its own
 * over many accounts: then the number of points is known beforehand, and no answer is cut.
 */
export async function usageOf(
  client: TogaiClient,
  meterList: EntityReader<readonly TogaiUsageMeter[]>,
  { accountIds, window }: { accountIds: readonly string[]; window: UsageWindow },
  options: FindOptions,
): Promise<ReadonlyMap<string, readonly UsagePoint[]>> {
  const meters = (await meterList.read('all', options))?.value ?? [];
  const fit = Math.floor(MOST_POINTS / pointsIn(window));
  const perCall = Math.max(1, Math.min(MOST_QUERIES, fit));
  const found = new Map<string, UsagePoint[]>(accountIds.map((id) => [id, []]));
  const calls = chunks(meters, perCall).flatMap((some) =>
    chunks(accountIds, Math.max(1, Math.floor(fit / some.length))).map((accounts) => ({ some, accounts })),
  );
  await Promise.all(
    calls.map(async ({ some, accounts }) => {
      const queries = some.map(({ togaiId, name }): Query => {
        const filters = [of('ACCOUNT_ID', accounts), of('BILLABLE_ID', [name])];
        return { id: togaiId, name: 'METER_USAGE', filters };
      });
      const results = await ask(client, window, queries, options);
      for (const { togaiId: meterId, name: meter } of some) {
        for (const series of results.get(meterId) ?? []) {
          const accountId = series.groupedBy?.fieldValue ?? '';
          const points = pointsOf(series).map(({ at, value }) => ({ accountId, meterId, meter, at, quantity: value }));
          found.get(accountId)?.push(...points);
        }
      }
    }),
  );
  for (const points of found.values()) {
    points.sort((a, b) => a.at.localeCompare(b.at) || a.meter.localeCompare(b.meter));
  }
  return found;
}

/** What Togai reckons each account owes for each period, in the currency of its invoices. */
export async function revenueOf(
  client: TogaiClient,
  { accountIds, window }: { accountIds: readonly string[]; window: UsageWindow },
  options: FindOptions,
): Promise<ReadonlyMap<string, readonly RevenuePoint[]>> {
  const found = new Map<string, RevenuePoint[]>(accountIds.map((id) => [id, []]));
  const calls = chunks(accountIds, Math.max(1, Math.floor(MOST_POINTS / pointsIn(window))));
  await Promise.all(
    calls.map(async (accounts) => {
      const query = { id: 'revenue', name: 'REVENUE', configs: { CURRENCY: 'INVOICE' } } as const;
      const filters = [of('ACCOUNT_ID', accounts)];
      const results = await ask(client, window, [{ ...query, filters }], options);
      for (const series of results.get('revenue') ?? []) {
        const points = pointsOf(series).map(({ at, value: amount }) => ({ at, amount }));
        found.get(series.groupedBy?.fieldValue ?? '')?.push(...points);
      }
    }),
  );
  for (const points of found.values()) points.sort((a, b) => a.at.localeCompare(b.at));
  return found;
}

/** Series by the id of their query, grouped by account. */
async function ask(
  client: TogaiClient,
  { from, to, period }: UsageWindow,
  queries: readonly Query[],
  options: FindOptions,
): Promise<ReadonlyMap<string, readonly Series[]>> {
  const metricQueries = queries.map((query) => ({ ...query, aggregationPeriod: period, groupBy: 'ACCOUNT_ID' }));
  const { results } = await client.write({
    operation: 'getMetrics',
    method: 'POST',
    path: '/metrics',
    body: { startTime: from, endTime: to, metricQueries },
    schema: Answer,
    // It only asks.
    repeatable: true,
    ...options,
  });
  return new Map(results.map(({ id, data }) => [id, data]));
}

function pointsOf({ timestamps, metricValues }: Series): { at: string; value: string }[] {
  return timestamps.map((time, at) => ({ at: new Date(time).toISOString(), value: metricValues[at] ?? '0' }));
}

const of = (fieldName: string, fieldValues: readonly string[]) => ({ fieldName, fieldValues });

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}
