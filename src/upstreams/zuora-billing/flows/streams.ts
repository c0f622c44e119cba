import type { Findings } from '../../../domain/events/model.js';
import type { EventPage, EventStream } from '../../../domain/events/ports.js';
import type { Clock } from '../../../kernel/clock.js';
import type { Connection } from '../../../schema-kit/connection.js';
import { toAccount } from '../mapping/account.js';
import { calloutHistory } from '../notifications/history.js';
import type { CalloutRecord } from '../notifications/history-model.js';
import { openAddress } from '../notifications/secrets.js';
import { v1Connection } from '../paging/v1-pages.js';
import type { ChangesPage } from '../queries/zuora-queries.js';
import type { ZuoraReaders } from '../readers.js';
import type { ZuoraBillingSession } from '../session.js';
import { type NotifiedIds, readAnew } from '../webhooks/read-anew.js';
import type { WriteDesk } from '../writing/write-desk.js';
import { accountEvents, subscriptionEvents } from './events.js';
import { idsIn } from './told-ids.js';

interface Means {
  readonly openSession: (signal: AbortSignal) => ZuoraBillingSession;
  readonly readers: ZuoraReaders;
  readonly clock: Clock;
}

// A line of the history may be as old as the first of three tries, and tell of failure after the last one.
const TRIED_FOR_MS = 2 * 3_600_000;
const MOST_REMEMBERED = 10_000;

/** What happened in the tenant: by what was changed since, and by the callouts that did not come through. */
export function eventStreams({ openSession, readers, clock }: Means): readonly EventStream[] {
  const at = (moment: number) => new Date(moment).toISOString();
  // Lines are listed again and again while they are that old.
  const settled = new Set<string>();
  return [
    {
      name: 'accounts',
      events: ['CUSTOMER_CREATED', 'CUSTOMER_CHANGED'],
      at,
      async *read(from, { signal }) {
        const session = openSession(signal);
        const { queries, options } = session.desk;
        const askedAt = clock.now();
        yield* changes(
          from,
          (cursor) => queries.changedAccounts({ since: from, cursor }, options),
          async (rows) => {
            const accounts = rows.map(toAccount);
            await Promise.all(accounts.map((account) => readers.accounts.put(account.zuoraId, account, askedAt)));
            return {
              records: accounts.map((account) => session.recordOf(account)),
              events: accounts.flatMap(accountEvents),
            };
          },
        );
      },
    },
    {
      name: 'subscriptions',
      events: ['SUBSCRIPTION_CHANGED'],
      at,
      async *read(from, { signal }) {
        const session = openSession(signal);
        const { queries, options } = session.desk;
        yield* changes(
          from,
          (cursor) => queries.changedSubscriptions({ since: from, cursor }, options),
          async (rows) => {
            const owners = await queries.accounts('id', [...new Set(rows.map(({ accountId }) => accountId))], options);
            return {
              records: owners.map((row) => session.recordOf(toAccount(row))),
              events: rows.flatMap(subscriptionEvents),
            };
          },
        );
      },
    },
    {
      name: 'failed-callouts',
      events: ['CUSTOMER_CREATED', 'CUSTOMER_CHANGED', 'SUBSCRIPTION_CHANGED'],
      at,
      async *read(from, { webhookAddress, signal }) {
        const session = openSession(signal);
        const until = at(clock.now());
        const failed = await failedCallouts(session.desk, at(Date.parse(from) - TRIED_FOR_MS), until);
        const ours = failed.filter(({ url }) => url?.split('?')[0] === openAddress(webhookAddress));
        const told = Map.groupBy(ours, ({ eventContext }) => JSON.stringify(idsIn(eventContext)));
        for (const [text, lines] of told) {
          const ids: NotifiedIds = JSON.parse(text);
          const keys = lines.map(({ createdAt }) => `${createdAt} ${text}`);
          if (Object.keys(ids).length === 0 || keys.every((key) => settled.has(key))) continue;
          yield { findings: await readAnew(session, ids), bookmark: from };
          for (const key of keys) settled.add(key);
        }
        for (const key of settled) if (settled.size > MOST_REMEMBERED) settled.delete(key);
        yield { findings: { records: [], events: [] }, bookmark: until };
      },
    },
  ];
}

async function failedCallouts(
  { client, options, settings }: WriteDesk,
  from: string,
  to: string,
): Promise<readonly CalloutRecord[]> {
  const list = calloutHistory({ from, to }, settings.timeZone)(true);
  const all: CalloutRecord[] = [];
  let after: string | null = null;
  do {
    const page: Connection<CalloutRecord> = await v1Connection(client, list, { first: 100, after }, options);
    all.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}

async function* changes<T extends { readonly updatedDate: string | null }>(
  from: string,
  pageOf: (cursor: string | null) => Promise<ChangesPage<T>>,
  findingsIn: (rows: readonly T[]) => Promise<Findings>,
): AsyncGenerator<EventPage> {
  let cursor: string | null = null;
  let latest = from;
  do {
    const page: ChangesPage<T> = await pageOf(cursor);
    cursor = page.next;
    for (const { updatedDate } of page.rows) {
      if (updatedDate !== null && Date.parse(updatedDate) > Date.parse(latest)) latest = updatedDate;
    }
    // Where pages come in any order, nothing is sure to be behind before the last one.
    yield { findings: await findingsIn(page.rows), bookmark: page.ordered || cursor === null ? latest : from };
  } while (cursor !== null);
}
