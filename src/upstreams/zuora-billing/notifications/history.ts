import { InvalidCursor } from '../../../kernel/errors.js';
import { type Connection, connection, type Edge } from '../../../schema-kit/connection.js';
import type { ZuoraClient } from '../client.js';
import type { QueryOptions } from '../object-query.js';
import { clockAt } from '../orders/tenant-instant.js';
import { type V1List, v1Connection } from '../paging/v1-pages.js';
import type { CalloutHistoryFilter, CalloutRecord, EmailHistoryFilter, EmailRecord } from './history-model.js';
import { calloutRecordIn, emailRecordIn } from './history-schemas.js';

/** A list of attempts, of all or of those that failed. */
type History<T> = (failedOnly: boolean) => V1List<T>;

// What came through is left out of while looking for the rest; a page ends early rather than to read on and on.
const MOST_LOOKS = 10;

/** `timeZone` is the tenant's: the reference does not say whose clock the history shows. */
export function calloutHistory(filter: CalloutHistoryFilter, timeZone: string): History<CalloutRecord> {
  return (failedOnly) => ({
    operation: 'GET_CalloutHistory',
    path: '/v1/notification-history/callout',
    filters: filtersOf({ ...filter, failedOnly }, timeZone),
    rows: 'calloutHistories',
    row: calloutRecordIn(timeZone),
    keyOf: ({ key }) => key,
  });
}

export function emailHistory(filter: EmailHistoryFilter, timeZone: string): History<EmailRecord> {
  return (failedOnly) => ({
    operation: 'GET_EmailHistory',
    path: '/v1/notification-history/email',
    filters: filtersOf({ ...filter, failedOnly }, timeZone),
    rows: 'emailHistories',
    row: emailRecordIn(timeZone),
    keyOf: ({ key }) => key,
  });
}

/** A page of a history: what failed first, then what came through. Throws InvalidCursor as `v1Connection` does. */
export async function historyPage<T extends { readonly failed: boolean }>(
  client: ZuoraClient,
  history: History<T>,
  { first, after, failedOnly }: { first: number; after: string | null; failedOnly: boolean },
  options: QueryOptions,
): Promise<Connection<T>> {
  const place = after === null ? { failed: true, cursor: null } : placeOf(after);
  const edges: Edge<T>[] = [];
  let cursor = place.cursor;
  if (place.failed) {
    const page = await v1Connection(client, history(true), { first, after: cursor }, options);
    edges.push(...page.edges.map((edge) => ({ node: { ...edge.node, failed: true }, cursor: `f${edge.cursor}` })));
    if (page.pageInfo.hasNextPage || failedOnly) {
      return connection(edges, { hasNextPage: page.pageInfo.hasNextPage, after });
    }
    cursor = null;
  }
  const room = first - edges.length;
  // Where there is no room, only whether there is more.
  const rest = await succeeded(client, history(false), { first: Math.max(1, room), after: cursor }, options);
  if (room <= 0) return connection(edges, { hasNextPage: rest.edges.length > 0 || rest.more, after });
  edges.push(...rest.edges.map(({ node, cursor: at }) => ({ node, cursor: `s${at}` })));
  const { pageInfo, ...page } = connection(edges, { hasNextPage: rest.more, after });
  // On from where the look ended, which may be behind the last one that is shown.
  return { ...page, pageInfo: { ...pageInfo, endCursor: rest.end ? `s${rest.end}` : pageInfo.endCursor } };
}

interface Look<T> {
  readonly edges: readonly Edge<T>[];
  readonly more: boolean;
  readonly end: string | null;
}

/** What came through, among everything: of that alone Zuora has no list. */
async function succeeded<T extends { readonly failed: boolean }>(
  client: ZuoraClient,
  list: V1List<T>,
  { first, after }: { first: number; after: string | null },
  options: QueryOptions,
): Promise<Look<T>> {
  const edges: Edge<T>[] = [];
  let end = after;
  for (let look = 1; look <= MOST_LOOKS; look += 1) {
    const page = await v1Connection(client, list, { first: first - edges.length, after: end }, options);
    edges.push(...page.edges.filter(({ node }) => !node.failed));
    end = page.pageInfo.endCursor ?? end;
    if (!page.pageInfo.hasNextPage) return { edges, more: false, end };
    if (edges.length >= first) break;
  }
  return { edges, more: true, end };
}

function placeOf(cursor: string): { failed: boolean; cursor: string } {
  const [part] = cursor;
  if (part !== 'f' && part !== 's') throw new InvalidCursor();
  return { failed: part === 'f', cursor: cursor.slice(1) };
}

type Filter = CalloutHistoryFilter & Omit<EmailHistoryFilter, 'eventCategory'>;

/** Without a time Zuora tells of the last day. */
function filtersOf(
  { from, to, failedOnly, ...filter }: Omit<Filter, 'eventCategory'> & { eventCategory?: string | number | null },
  timeZone: string,
): (readonly [string, string])[] {
  const times = { startTime: from && clockAt(from, timeZone), endTime: to && clockAt(to, timeZone) };
  const { accountId, objectId, eventCategory, includeResponseContent } = filter;
  const named = { accountId, objectId, eventCategory, includeResponseContent: includeResponseContent || null };
  return Object.entries({ ...times, failedOnly, ...named }).flatMap(([name, value]) =>
    value == null || value === '' ? [] : [[name, String(value)] as const],
  );
}
