import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { systemClock } from '../../src/kernel/clock.js';
import { openCustomerDirectory } from '../../src/store/customer-directory/open-customer-directory.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { median, rounded } from '../measure/statistics.js';
import { benchStore } from '../peers/bench-store.js';

interface DirectorySize {
  readonly customers: number;
  /** Milliseconds. */
  readonly page: number;
  readonly search: number;
  /** The indexes that the plans of both go through, as the database explains them. */
  readonly pageIndexes: readonly string[];
  readonly searchIndexes: readonly string[];
}

const TIMES = 20;
const PAGE = 50;

/** A page from the middle of the directory and a search in it, by the size of the directory. */
export async function directorySize(sizes: readonly number[]): Promise<readonly DirectorySize[]> {
  const database = await benchStore();
  const store = await openStore({ url: database.url });
  try {
    const directory = openCustomerDirectory({ db: store.db, clock: systemClock, systemOrder: ['ZUORA_BILLING'] });
    const found: DirectorySize[] = [];
    let filled = 0;
    for (const customers of sizes) {
      await fill(store, filled, customers);
      filled = customers;
      const orderBy = 'NAME' as const;
      const { items } = await directory.page({ first: 1_000, after: null, orderBy, filter: {} });
      const after = items[items.length >> 1]?.cursor ?? null;
      const search = `number ${customers - 1}`;
      const page = () => directory.page({ first: PAGE, after, orderBy, filter: {} });
      const searched = () => directory.page({ first: PAGE, after: null, orderBy, filter: { search } });
      found.push({
        customers,
        page: await timed(page),
        search: await timed(searched),
        pageIndexes: await indexesOf(store, page),
        searchIndexes: await indexesOf(store, searched),
      });
    }
    return found;
  } finally {
    await store.close();
    await database.drop();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return rounded(median(times));
}

async function fill({ db }: Store, from: number, to: number): Promise<void> {
  const numbers = sql`generate_series(${from}::int, ${to - 1}::int) n`;
  await sql`insert into customer select 'cus_' || lpad(n::text, 8, '0'), 'Customer number ' || n, null,
    'customer number ' || lpad(n::text, 8, '0'), 'customer number ' || n || chr(10) || md5(n::text),
    array['ZUORA_BILLING'], now(), now() from ${numbers}`.execute(db);
  await sql`insert into customer_record select 'ZUORA_BILLING', md5(n::text), 'cus_' || lpad(n::text, 8, '0'), null,
    'Customer number ' || n, null, now(), now() from ${numbers}`.execute(db);
  await sql`insert into customer_external_id select 'ZUORA_BILLING', 'account', md5(n::text), md5(n::text)
    from ${numbers}`.execute(db);
  await sql`analyze customer, customer_record, customer_external_id`.execute(db);
}

/** The indexes in the plan of what the directory really sends. */
async function indexesOf({ pool }: Store, work: () => Promise<unknown>): Promise<readonly string[]> {
  const sent: { text: string; values: unknown[] }[] = [];
  const client = await pool.connect();
  const driver = Object.getPrototypeOf(client) as { query: (...args: unknown[]) => unknown };
  client.release();
  const query = driver.query;
  driver.query = function (this: unknown, ...args: unknown[]) {
    if (typeof args[0] === 'string') sent.push({ text: args[0], values: (args[1] as unknown[]) ?? [] });
    return query.apply(this, args);
  };
  try {
    await work();
  } finally {
    driver.query = query;
  }
  const indexes = new Set<string>();
  for (const { text, values } of sent) {
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
    for (const row of rows) {
      const [, index] = /Index (?:Only )?Scan (?:Backward )?(?:using|on) (\w+)/.exec(row['QUERY PLAN']) ?? [];
      if (index) indexes.add(index);
    }
  }
  return [...indexes].sort();
}
