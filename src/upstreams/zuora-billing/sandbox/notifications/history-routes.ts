import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../../../../kernel/clock.js';
import { Refusal } from '../../../sandbox-kit/definition.js';
import { CATEGORY, refuseV1 } from '../access/errors.js';
import type { Callouts } from '../callouts/callouts.js';
import { refuseSymbolic } from '../events/symbolic-errors.js';
import type { TenantTime } from '../seed/tenant-time.js';
import { cut, readPage } from '../v1/paging.js';
import type { Histories, HistoryKind, HistoryRow } from './histories.js';

const DAY_MS = 86_400_000;
const MOST_RESENT = 1_000;
const KINDS = {
  callout: { rows: 'calloutHistories', time: 'createTime', longestDays: Number.POSITIVE_INFINITY },
  email: { rows: 'emailHistories', time: 'sendTime', longestDays: 3 },
} as const;

/** https://developer.zuora.com/v1-api-reference/api/operation/GET_CalloutHistory/ and what goes with it */
export function historyRoutes(
  app: FastifyInstance,
  histories: Histories,
  { time, clock, callouts }: { time: TenantTime; clock: Pick<Clock, 'now'>; callouts: Pick<Callouts, 'resend'> },
): void {
  // The tenant's clock, without an offset.
  const local = (at: number) => time.format(at).slice(0, 19);

  for (const kind of ['callout', 'email'] as const) {
    const { rows, time: stamp, longestDays } = KINDS[kind];
    const path = `/v1/notification-history/${kind}`;
    app.get(path, async (request) => {
      // As in the samples: another host, with a path of its own.
      const here = new URL(request.url.replace(/^\//, '/apps/'), 'https://localhost:8080');
      const query = here.searchParams;
      const page = readPage(query);
      if (page === null) throw refuseV1(request, CATEGORY.invalidValue, "Invalid value for parameter 'page'.");
      const { from, to } = windowOf(request, query, local, clock.now(), longestDays);
      const wanted = histories.list(kind).filter((row) => {
        const at = local(row.at);
        return at >= from && at <= to && fits(row, query);
      });
      const { part, nextPage } = cut(wanted, page, here);
      const content = query.get('includeResponseContent') === 'true';
      return {
        [rows]: part.map((row) => ({ ...shownOf(row, content), [stamp]: local(row.at) })),
        ...(nextPage !== undefined && { nextPage }),
        success: true,
      };
    });
    app.post(`/notifications/${kind}-histories/resend`, async (request, reply) => {
      const failures = resend(kind, request.body, (id) => {
        // What really went out goes out again.
        return (kind === 'callout' && callouts.resend(id)) || histories.resend(kind, id);
      });
      return reply.code(202).send(failures);
    });
  }
}

/** Failed ones only, unless the request says otherwise. */
function fits({ failed, objectId, shown }: HistoryRow, query: URLSearchParams): boolean {
  const is = (name: string, value: unknown) => !query.get(name) || query.get(name) === value;
  return (
    (query.get('failedOnly') === 'false' || failed) &&
    is('objectId', objectId) &&
    is('eventCategory', shown.eventCategory) &&
    is('accountId', shown.accountId)
  );
}

function shownOf({ shown }: HistoryRow, content: boolean): Readonly<Record<string, unknown>> {
  const { responseContent, ...rest } = shown;
  return content && responseContent !== undefined ? { ...rest, responseContent } : rest;
}

function windowOf(
  request: FastifyRequest,
  query: URLSearchParams,
  local: (at: number) => string,
  now: number,
  longestDays: number,
): { from: string; to: string } {
  const to = query.get('endTime') ?? local(now);
  const end = Date.parse(`${to}Z`);
  const from = query.get('startTime') ?? new Date(end - DAY_MS).toISOString().slice(0, 19);
  const days = (end - Date.parse(`${from}Z`)) / DAY_MS;
  if (Number.isNaN(days)) throw refuseV1(request, CATEGORY.invalidValue, 'Times have the format yyyy-MM-ddTHH:mm:ss.');
  if (days > longestDays) throw refuseV1(request, CATEGORY.businessRule, 'The maximum date range is three days.');
  return { from, to };
}

/** A reason for each that could not be sent again: under 400 if that is all of them. */
function resend(kind: HistoryKind, body: unknown, again: (id: string) => boolean): Record<string, unknown> {
  if (!Array.isArray(body) || body.length === 0) throw refuseSymbolic('InvalidValue', 'ids are missing');
  if (body.length > MOST_RESENT) throw refuseSymbolic('InvalidValue', 'At most 1000 notifications can be resent');
  const missing = body.map(String).filter((id) => !again(id));
  const title = kind === 'callout' ? 'Callout' : 'Email';
  const failures = Object.fromEntries(
    missing.map((id) => [id, { code: 'ObjectNotFound', message: `${title} history does not exist.` }]),
  );
  if (missing.length === body.length) throw new Refusal({ status: 400, body: failures });
  return failures;
}
