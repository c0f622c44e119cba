import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTogaiSandbox, type TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { freePort } from '../support/faults/free-port.js';
import { killableGateway } from '../support/killable-gateway.js';
import { newAccount, syncsOf, TO_TOGAI } from '../support/syncing.js';
import { temporaryStore } from '../support/temporary-store.js';
import { type Collector, startCollector, treeOf } from '../support/traces/collector.js';

let zuora: ZuoraSandbox;
let togai: TogaiSandbox;
let collector: Collector;
const stores: Awaited<ReturnType<typeof temporaryStore>>[] = [];

beforeAll(async () => {
  [zuora, togai, collector] = await Promise.all([
    startZuoraBillingSandbox({ customers: 5, limits: false }),
    startTogaiSandbox({ customers: 5, limits: false }),
    startCollector(),
  ]);
});
afterAll(async () => {
  await Promise.all([zuora?.close(), togai?.close(), collector?.close(), ...stores.map((store) => store.remove())]);
});

async function newStore(): Promise<string> {
  const store = await temporaryStore();
  stores.push(store);
  return store.url;
}

// Says of every module of the telemetry that it is loaded.
const TELLTALE = `import { registerHooks } from 'node:module';
registerHooks({ load(url, context, next) {
  if (/opentelemetry|otlp/.test(url)) process.stderr.write('LOADED ' + url + '\\n');
  return next(url, context);
} });`;
const WATCHED = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(TELLTALE)}` };

it('keeps a run in one trace over kill -9, and sends what is left of it on SIGTERM', async () => {
  const store = await newStore();
  const gateway = killableGateway({ zuora, togai });
  const query: typeof gateway.query = (text, variables) => gateway.query(text, variables);
  const syncs = syncsOf({ query });
  const traced = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
  await gateway.start(store, { ...traced, OTEL_BSP_SCHEDULE_DELAY: '10' });
  const { id, number } = await newAccount({ query });
  // The second step has arrived and its answer never comes.
  zuora.fault(`PUT /v1/accounts/${id}`, { kind: 'latency', ms: 600_000 });
  const { run } = await syncs.sync({ customer: number, ...TO_TOGAI });
  await expect.poll(() => zuora.requests(`PUT /v1/accounts/${id}`).length, { interval: 10, timeout: 20_000 }).toBe(1);
  await expect.poll(() => collector.spans.map(({ name }) => name), { timeout: 5_000 }).toContain('advance sync');
  await gateway.kill();

  const soFar = collector.spans.length;
  await gateway.start(store, { ...traced, OTEL_BSP_SCHEDULE_DELAY: '600000' });
  expect(await syncs.ended(run?.id ?? '')).toMatchObject({ status: 'SUCCEEDED' });
  expect(collector.spans).toHaveLength(soFar);
  expect(await gateway.end()).toBe(0);

  const [whole, ...others] = collector.spans.filter(({ name }) => name === 'run sync');
  expect(others).toEqual([]);
  const spans = collector.spans.filter(({ traceId }) => traceId === whole?.traceId);
  const describing = ['    read ZUORA_BILLING describe', '      ZUORA_BILLING GET_Describe'];
  const looking = ['    TOGAI getAccount', '    TOGAI getCustomer', '    ZUORA_BILLING queryAccounts'];
  expect(treeOf(spans, '')).toEqual([
    'run sync',
    // By the process that was killed; what it had not ended is lost with it.
    ...['  advance sync', '    TOGAI createCustomer', ...looking],
    ...['  advance sync', ...describing, '    TOGAI getAccount', '    TOGAI getCustomer'],
    ...['    ZUORA_BILLING createToken', '    ZUORA_BILLING queryAccounts', '    ZUORA_BILLING queryAccounts'],
  ]);
  const asked = collector.spans.find(
    ({ name, traceId }) => name === 'mutation' && whole?.links[0]?.startsWith(traceId),
  );
  expect(whole?.links).toEqual([`${asked?.traceId}/${asked?.spanId}`]);
});

it('answers as ever, and ends in time, while the collector is silent, or away; loads nothing where none is named', async () => {
  const silent = await startCollector();
  silent.stall();
  const query = '{ zuoraAccounts: systems { system } }';
  const life = async (more: Record<string, string>) => {
    const gateway = killableGateway({ zuora, togai });
    await gateway.start(await newStore(), { ...WATCHED, LOG_FORMAT: 'json', ...more });
    const answers = await Promise.all(Array.from({ length: 20 }, () => gateway.query(query)));
    const code = await gateway.end();
    return { answers, code, loaded: gateway.output().includes('LOADED '), output: gateway.output() };
  };
  const away = `http://127.0.0.1:${await freePort()}`;
  const lives = await Promise.all([
    life({}),
    life({ OTEL_EXPORTER_OTLP_ENDPOINT: silent.url, OTEL_BSP_SCHEDULE_DELAY: '10' }),
    life({ OTEL_EXPORTER_OTLP_ENDPOINT: away, OTEL_BSP_SCHEDULE_DELAY: '10', OTEL_EXPORTER_OTLP_TIMEOUT: '100' }),
  ]);
  await silent.close();
  expect(lives.map(({ code, loaded }) => [code, loaded])).toEqual([
    [0, false],
    [0, true],
    [0, true],
  ]);
  const [off, ...on] = lives;
  for (const { answers } of on) expect(answers).toEqual(off?.answers);
  expect(silent.spans.length).toBeGreaterThan(0);
  expect(on[1]?.output).toContain('traces are not taken');
});
