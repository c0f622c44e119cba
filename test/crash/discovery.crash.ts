import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.js';
import { type PageServer, startPageServer } from '../flows/support/page-server.js';
import { PER_PAGE } from '../flows/support/page-source.js';
import { type FreshDatabase, freshPostgres, postgresUrl } from '../support/store.js';
import { type Child, startChild } from '../support/store-process.js';
import { temporaryStore } from '../support/temporary-store.js';

const PAGES = 4;
const everyPage = ['S-a', 'S-b'].flatMap((stream) => Array.from({ length: PAGES }, (_, at) => `${stream}:${at}`));

async function freshDirectory(): Promise<FreshDatabase> {
  const { url, remove } = await temporaryStore();
  return { url, drop: remove };
}

describe.each([
  { where: 'PGlite', create: freshDirectory, skip: false, inPages: ['S-a:2', 'S-b:3'] },
  { where: 'PostgreSQL', create: freshPostgres, skip: postgresUrl === undefined, inPages: ['S-a:0', 'S-b:0'] },
])('discovery over process deaths ($where)', { timeout: 90_000 }, ({ create, skip, inPages }) => {
  let database: FreshDatabase;
  let server: PageServer;
  let children: Child[];
  beforeEach(async () => {
    if (skip) return;
    database = await create();
    server = await startPageServer(PAGES);
    children = [];
  });
  afterEach(async () => {
    if (skip) return;
    for (const child of children) await child.kill('SIGKILL');
    await server.close();
    await database.drop();
  });

  const run = (mode: 'start' | 'resume', version = '1') => {
    const child = startChild(new URL('../flows/support/discovery-child.ts', import.meta.url), [
      database.url,
      server.url,
      version,
      mode,
    ]);
    children.push(child);
    return child;
  };

  async function inspect<T>(look: (store: Store) => Promise<T>): Promise<T> {
    const store = await openStore({ url: database.url });
    return await look(store).finally(() => store.close());
  }

  const outcome = () =>
    inspect(async ({ db }) => ({
      ...(await db.selectFrom('discovery').select(['state', 'pages', 'records', 'created']).executeTakeFirst()),
      customers: (await db.selectFrom('customer').select('id').execute()).length,
    }));
  const complete = {
    state: 'SUCCEEDED',
    pages: 2 * PAGES,
    records: 2 * PAGES * PER_PAGE,
    created: 2 * PAGES * PER_PAGE,
    customers: 2 * PAGES * PER_PAGE,
  };

  it.skipIf(skip).each(inPages)('goes on after kill -9 in page %s, which alone is read again', async (page) => {
    server.hold(page);
    const first = run('start');
    await server.arrived(page);
    await first.kill('SIGKILL');
    server.release(page);

    const second = run('resume');
    await second.line('state SUCCEEDED');
    await second.kill('SIGTERM');
    const readAgain = everyPage.indexOf(page) + 1;
    expect(server.asked).toEqual([...everyPage.slice(0, readAgain), page, ...everyPage.slice(readAgain)]);
    expect(await outcome()).toEqual(complete);
  });

  it.skipIf(skip)('goes on after an orderly stop', async () => {
    server.hold('S-a:1');
    const first = run('start');
    await server.arrived('S-a:1');
    await first.kill('SIGTERM');
    expect(
      await inspect(({ db }) => db.selectFrom('discovery').select(['state', 'pages', 'failure_code']).execute()),
    ).toEqual([{ state: 'RUNNING', pages: 1, failure_code: null }]);
    server.release('S-a:1');
    const second = run('resume');
    await second.line('state SUCCEEDED');
    await second.kill('SIGTERM');
    expect(server.asked).toEqual([...everyPage.slice(0, 2), 'S-a:1', ...everyPage.slice(2)]);
    expect(await outcome()).toEqual(complete);
  });

  it.skipIf(skip)('goes on under a new version once it is started there', async () => {
    server.hold('S-b:1');
    const first = run('start');
    await server.arrived('S-b:1');
    await first.kill('SIGKILL');
    server.release('S-b:1');
    // The old version's workflow is nobody's; only a start takes its place, once its process counts as dead.
    const heartbeats = database.url.startsWith('postgres') ? 600 : 0;
    await new Promise((resolve) => setTimeout(resolve, heartbeats));
    const second = run('start', '2');
    await second.line('state SUCCEEDED');
    await second.kill('SIGTERM');
    expect(server.asked).toEqual([...everyPage.slice(0, 6), 'S-b:1', ...everyPage.slice(6)]);
    expect(await outcome()).toEqual(complete);
  });
});

describe.skipIf(postgresUrl === undefined)(
  'discovery in several processes on one PostgreSQL',
  { timeout: 90_000 },
  () => {
    it('runs once, and passes to a process that lives', async () => {
      const database = await freshPostgres();
      const server = await startPageServer(PAGES);
      const children: Child[] = [];
      try {
        server.hold('S-a:1');
        for (let at = 0; at < 3; at += 1) {
          children.push(
            startChild(new URL('../flows/support/discovery-child.ts', import.meta.url), [
              database.url,
              server.url,
              '1',
              'start',
            ]),
          );
        }
        await Promise.all(children.map((child) => child.line('ready')));
        await server.arrived('S-a:1');
        expect(server.asked).toEqual(['S-a:0', 'S-a:1']);

        const store = await openStore({ url: database.url });
        const { rows } = await store.pool.query<{ pid: number }>(
          `select executor_id from dbos.workflow_status where status = 'PENDING'`,
        );
        expect(rows).toHaveLength(1);
        // Whoever runs it dies; we do not know who, so all die but one, and the last one ends it.
        await children[0]?.kill('SIGKILL');
        await children[1]?.kill('SIGKILL');
        server.release('S-a:1');
        await children[2]?.line('state SUCCEEDED');
        expect(new Set(server.asked)).toEqual(new Set(everyPage));
        expect(server.asked.length).toBeLessThanOrEqual(everyPage.length + 1);
        expect(await store.db.selectFrom('discovery').select(['state', 'records']).execute()).toEqual([
          { state: 'SUCCEEDED', records: 2 * PAGES * PER_PAGE },
        ]);
        await store.close();
      } finally {
        for (const child of children) await child.kill('SIGKILL');
        await server.close();
        await database.drop();
      }
    });
  },
);
