import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { startRevenueSandbox } from '../../src/upstreams/zuora-revenue/sandbox/index.js';
import { startGatewayProcess } from '../support/gateway-process.js';
import { csvOf, orderLine } from '../support/revenue-files.js';
import { uploadsOf } from '../support/revenue-uploads.js';
import { freshPostgres, postgresUrl } from '../support/store.js';
import { temporaryStore } from '../support/temporary-store.js';

const ROWS = Number(process.env.SOAK_UPLOAD_ROWS ?? 1_000_000);
const KILLED_AT_PARTS = [2, 5];
/** With the store on a server; an embedded one is in the process. */
const MOST_MB = postgresUrl === undefined ? 480 : 250;

/** As in production, where there is a server. */
async function database(): Promise<{ url: string; remove: () => Promise<void> }> {
  if (postgresUrl === undefined) return await temporaryStore();
  const { url, drop } = await freshPostgres();
  return { url, remove: drop };
}

/** Orders of ten lines. */
async function* file() {
  yield csvOf([]);
  for (let order = 0; order * 10 < ROWS; order += 1) {
    const rows = Array.from({ length: 10 }, (_, line) => orderLine(order, line));
    yield csvOf(rows).slice(csvOf([]).length);
  }
}

it(`uploads ${ROWS.toLocaleString('en')} rows through a gateway that is killed twice, each once`, async () => {
  const sandbox = await startRevenueSandbox({ stagingMs: 200 });
  const store = await database();
  const { clientId, clientSecret } = sandbox.credentials;
  const start = async () => {
    const running = startGatewayProcess({
      DATABASE_URL: store.url,
      // As in the image.
      MALLOC_ARENA_MAX: '2',
      ACCESS: 'OPEN',
      SYSTEMS: 'ZUORA_REVENUE',
      DISCOVERY_INTERVAL_MINUTES: '0',
      ZUORA_REVENUE_URL: sandbox.url,
      ZUORA_REVENUE_CLIENT_ID: clientId,
      ZUORA_REVENUE_CLIENT_SECRET: clientSecret,
      ZUORA_REVENUE_POLL_MS: '50',
    });
    const { url } = await running.ready();
    const uploads = uploadsOf(async (query, variables = {}) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as never;
    });
    return { running, uploads };
  };
  const residentOf = async (pid: number | undefined) => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
  };

  let { running, uploads } = await start();
  await uploads.ended((await uploads.create({ csv: csvOf([orderLine('FIRST', 1)]) })).upload?.id);
  const { pid } = running.child;
  const before = await residentOf(pid);
  let peak = before;
  const watching = setInterval(() => {
    void residentOf(pid).then((resident) => {
      peak = Math.max(peak, resident);
    });
  }, 50);
  const { upload } = await uploads.create({ fileName: 'soak.csv' });
  const startedAt = Date.now();
  const init = { method: 'PUT', body: Readable.from(file()), duplex: 'half' };
  const response = await fetch(upload?.putUrl ?? '', init as unknown as RequestInit);
  expect([response.status, await response.json()]).toEqual([
    200,
    expect.objectContaining({ rows: ROWS, parts: Math.ceil(ROWS / 19_990) }),
  ]);
  const received = (Date.now() - startedAt) / 1_000;
  clearInterval(watching);
  for (const parts of KILLED_AT_PARTS) {
    while (sandbox.uploads().length < 1 + parts) await new Promise((resolve) => setTimeout(resolve, 5));
    running.child.kill('SIGKILL');
    await running.exited;
    ({ running, uploads } = await start());
  }
  const ended = await uploads.ended(upload?.id);
  expect(ended).toMatchObject({ status: 'STAGED', rows: ROWS, rowsUploaded: ROWS, failure: null });
  const ids = sandbox.rows().map(({ cells }) => cells.SO_LINE_ID);
  expect([ids.length, new Set(ids).size]).toEqual([ROWS + 1, ROWS + 1]);
  process.stdout.write(
    `${ROWS} rows received, checked and stored in ${received.toFixed(1)} s; gateway at most ${peak.toFixed(0)} MB (${before.toFixed(0)} before)\n`,
  );
  expect(peak).toBeLessThan(MOST_MB);
  running.child.kill('SIGKILL');
  await store.remove();
  await sandbox.close();
});
