import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import pg from 'pg';
import { Pool } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomFor } from '../../src/upstreams/sandbox-kit/random.js';
import type { Fault, Sandbox } from '../../src/upstreams/sandbox-kit/types.js';
import { startTogaiSandbox, type TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { faultOf } from '../fuzz/support/judgement.js';
import { calloutsTo } from '../support/callouts.js';
import { type GatewayProcess, startGatewayProcess } from '../support/gateway-process.js';
import { type FreshDatabase, freshPostgres } from '../support/store.js';
import { tenantRows } from '../support/zuora-rows.js';
import { type LoadOperation, loadOperation } from './support/load-mix.js';
import { growth, type Sample, sampleOf, Tally } from './support/tally.js';

// Any load of operations against a gateway in a process of its own, among faults, and a SIGTERM in the middle of it.
const SECONDS = Number(process.env.SOAK_SECONDS ?? 600);
const RATE = Number(process.env.SOAK_RATE ?? 500);
/** Before that, with a rate that rises evenly: a process that has just started has nothing compiled yet. */
const WARM_SECONDS = Number(process.env.SOAK_WARM_SECONDS ?? 20);
const SEED = process.env.SOAK_SEED ?? 'load';
const CUSTOMERS = Number(process.env.SOAK_CUSTOMERS ?? 500);
const FAULT_EVERY_MS = Number(process.env.SOAK_FAULT_EVERY_MS ?? 500);
const MOST_LAG_MS = Number(process.env.SOAK_MOST_LAG_MS ?? 50);
const MOST_GROWTH = Number(process.env.SOAK_MOST_GROWTH ?? 0.05);
/** Of the operations that were sent: refused because the gateway could not keep up, or not sent because too many were open. */
const MOST_REFUSED = Number(process.env.SOAK_MOST_REFUSED ?? 0.01);
const NODE_FLAGS = [
  '--expose-gc',
  `--import=${new URL('support/heap-probe.ts', import.meta.url).href}`,
  ...(process.env.SOAK_NODE_FLAGS ?? '').split(' ').filter(Boolean),
];
const DEADLINE_MS = 10_000;
const SAMPLE_EVERY_MS = Math.max(1_000, (SECONDS * 1_000) / 60);
// A collection of everything stops the gateway for a tenth of a second.
const COLLECT_EVERY = 3;
// For the way there and back, and the turns of two busy processes.
const LATE_MS = 2_000;
const TICK_MS = 20;
const MOST_OPEN = 1_500;
// As proxies do, clients keep their connections: a process takes one new one in each turn of its event loop.
const CONNECTIONS = 256;
// Of a thousand operations sixty make an account, which is kept: so the cache is full before the middle third begins, at any rate.
const CACHED = Math.round((RATE * SECONDS * 0.06) / 3);
const SECRET = 'a-signature-key-of-callouts';
// Sent so shortly before the end that it may not have arrived when it came.
const ON_THE_WAY_MS = 100;

const FAULTS: readonly Fault[] = [
  { kind: 'server-error', times: 2 },
  { kind: 'rate-limited', retryAfter: 1 },
  { kind: 'latency', ms: 800, times: 5 },
  { kind: 'connection-reset', times: 2 },
  { kind: 'cut-off-json' },
  { kind: 'reply-lost' },
  { kind: 'expired-token' },
];

let zuora: ZuoraSandbox;
let togai: TogaiSandbox;
let database: FreshDatabase;
let running: GatewayProcess;
let url: string;
let pool: Pool;
let schema: GraphQLSchema;
beforeAll(async () => {
  [zuora, togai] = await Promise.all([
    startZuoraBillingSandbox({ customers: CUSTOMERS }),
    startTogaiSandbox({ customers: CUSTOMERS }),
  ]);
  database = await freshPostgres();
  const { clientId, clientSecret } = zuora.credentials;
  running = startGatewayProcess(
    {
      ...{ DATABASE_URL: database.url, ACCESS: 'OPEN', LOG_LEVEL: 'error', SYSTEMS: 'ZUORA_BILLING,TOGAI' },
      ...{ ZUORA_BILLING_URL: zuora.url, ZUORA_BILLING_CLIENT_ID: clientId, ZUORA_BILLING_CLIENT_SECRET: clientSecret },
      ...{ TOGAI_URL: togai.url, TOGAI_API_KEY: togai.credentials.apiKey, ZUORA_BILLING_WEBHOOK_SECRET: SECRET },
      REQUEST_DEADLINE_MS: String(DEADLINE_MS),
      // What fills a cache is no leak.
      CACHE_MAX_ENTRIES: String(CACHED),
    },
    NODE_FLAGS,
  );
  url = (await running.ready()).url;
  pool = new Pool(url, { connections: CONNECTIONS, headersTimeout: 3 * DEADLINE_MS, bodyTimeout: 3 * DEADLINE_MS });
  const introspected = JSON.parse((await post(JSON.stringify({ query: getIntrospectionQuery({ oneOf: true }) }))).text);
  schema = buildClientSchema((introspected as { data: IntrospectionQuery }).data);
}, 120_000);
afterAll(async () => {
  await pool?.destroy();
  running?.child.kill('SIGKILL');
  await running?.exited;
  await database?.drop();
  await Promise.all([zuora?.close(), togai?.close()]);
});

async function post(body: string, accept = 'application/graphql-response+json') {
  const began = performance.now();
  const headers = { 'content-type': 'application/json', accept };
  const { statusCode, body: answer } = await pool.request({ path: '/graphql', method: 'POST', headers, body });
  return { status: statusCode, text: await answer.text(), tookMs: performance.now() - began };
}

const sendCallout = calloutsTo(() => url, SECRET);
/** What comes after the signal to end is told so in Fastify's words. */
let ending = false;
/** What the gateway has said it has done, or will do. */
const accepted = { changes: new Set<string>(), webhooks: new Set<string>() };

/** Sends an operation and says what came of it; what no client can make anything of is a fault. */
async function carryOut({ kind, name, body }: LoadOperation): Promise<{ outcome: string; fault: string | null }> {
  if (kind === 'webhook') {
    const { status } = await sendCallout(name, { AccountId: body });
    if (status === 200) accepted.webhooks.add(name);
    return { outcome: String(status), fault: status === 200 || status === 503 ? null : `a webhook got ${status}` };
  }
  if (kind === 'live') return await listen(body);
  const answer = await post(body);
  // That it has no time, and who calls it cannot say: refusals of which nothing was begun, as good as any other error.
  const status = answer.status === 503 ? 200 : answer.status;
  const fault = ending ? null : faultOf({ ...answer, status }, DEADLINE_MS + LATE_MS);
  if (/"account":\{/.test(answer.text)) accepted.changes.add(name);
  const [, code] = /"code":"([A-Z_]+)"/.exec(answer.text) ?? [];
  return { outcome: code ?? 'ok', fault: fault && `${fault}: ${body.slice(0, 200)} ${answer.text.slice(0, 300)}` };
}

/** How many operations are due so many seconds after the start. */
function dueAfter(seconds: number): number {
  const warm = Math.min(seconds, WARM_SECONDS);
  return Math.floor(RATE * ((WARM_SECONDS > 0 ? warm ** 2 / (2 * WARM_SECONDS) : 0) + (seconds - warm)));
}

/** A subscription that its client leaves after a second. */
async function listen(body: string): Promise<{ outcome: string; fault: string | null }> {
  const leaving = AbortSignal.timeout(1_000);
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
  try {
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body, signal: leaving });
    const text = await response.text();
    return { outcome: 'ended', fault: /INTERNAL_SERVER_ERROR/.test(text) ? text.slice(0, 300) : null };
  } catch (error) {
    if (leaving.aborted) return { outcome: 'left', fault: null };
    throw error;
  }
}

it(
  `bears ${RATE} operations a second for ${SECONDS} s among faults, without growing, and loses nothing when it is stopped`,
  async () => {
    const tally = new Tally();
    const samples: Sample[] = [];
    const open = new Map<number, { readonly since: number; readonly kind: string }>();
    const lost: string[] = [];
    const begun = performance.now();
    let stoppedAt = Number.POSITIVE_INFINITY;
    let skipped = 0;
    let next = 0;

    const one = async (index: number) => {
      const operation = loadOperation({ schema, seed: SEED, customers: CUSTOMERS }, index);
      const since = performance.now();
      open.set(index, { since, kind: operation.kind });
      tally.sent += 1;
      try {
        const { outcome, fault } = await carryOut(operation);
        tally.note(operation.kind, outcome, performance.now() - since);
        if (fault !== null && tally.faults.length < 20) tally.faults.push(fault);
      } catch (error) {
        // Nobody promised an answer to what comes after the end was announced.
        if (since + ON_THE_WAY_MS < stoppedAt && operation.kind !== 'live') {
          lost.push(`${operation.kind}: ${error instanceof Error ? `${error.message} ${String(error.cause)}` : error}`);
        } else tally.note(operation.kind, 'after the end', 0);
      } finally {
        open.delete(index);
      }
    };
    const ticking = setInterval(() => {
      const due = dueAfter((performance.now() - begun) / 1_000);
      for (; next < due; next += 1) {
        if (open.size < MOST_OPEN) void one(next);
        else skipped += 1;
      }
    }, TICK_MS);
    let faultsMade = 0;
    const faulting = setInterval(() => {
      const random = randomFor(SEED, 'fault', faultsMade++);
      const sandbox: Sandbox = random.chance(50) ? zuora : togai;
      sandbox.fault(random.pick(['GET /**', 'POST /**', '*']), random.pick(FAULTS as [Fault, ...Fault[]]));
    }, FAULT_EVERY_MS);
    await new Promise((resolve) => setTimeout(resolve, WARM_SECONDS * 1_000));
    const sampling = setInterval(async () => {
      const answer = await pool.request({ path: '/metrics', method: 'GET' }).catch(() => null);
      if (answer) samples.push(sampleOf(await answer.body.text(), (performance.now() - begun) / 1_000));
      if (samples.length % COLLECT_EVERY === 0) running.child.kill('SIGUSR2');
    }, SAMPLE_EVERY_MS);

    await new Promise((resolve) => setTimeout(resolve, SECONDS * 1_000));
    clearInterval(sampling);
    const underWay = open.size;
    stoppedAt = performance.now();
    ending = true;
    running.child.kill('SIGTERM');
    const code = await running.exited;
    clearInterval(ticking);
    clearInterval(faulting);
    for (const each of [zuora, togai]) each.clearFaults();
    await expect.poll(() => open.size, { timeout: 60_000 }).toBe(0);

    const lags = samples.slice(1).map(({ lagP99Ms }) => lagP99Ms);
    const collected = [...running.output().matchAll(/^heap after a collection: (\d+)$/gm)].map(([, left]) =>
      Number(left),
    );
    const cpu = (samples.at(-1)?.cpuSeconds ?? 0) - (samples[0]?.cpuSeconds ?? 0);
    const told = {
      ...{ seconds: SECONDS, rate: RATE, sent: tally.sent, skipped, faultsMade, underWay, code },
      tookMsOf50And95And99: tally.percentiles(50, 95, 99),
      lagP99: {
        worst: Math.round(Math.max(...lags)),
        median: Math.round(lags.toSorted((a, b) => a - b)[lags.length >> 1] ?? 0),
      },
      resident: samples.map(({ residentBytes }) => Math.round(residentBytes / 1e6)),
      heap: samples.map(({ heapBytes }) => Math.round(heapBytes / 1e6)),
      collected: collected.map((bytes) => Math.round(bytes / 1e6)),
      lags: lags.map(Math.round),
      refused: tally.refused,
      grown: {
        resident: growth(samples.map((all) => all.residentBytes)),
        heap: growth(samples.map((all) => all.heapBytes)),
        collected: growth(collected),
      },
      cpuShare: {
        gateway: cpu / ((samples.at(-1)?.at ?? 1) - (samples[0]?.at ?? 0)),
        loadAndSandboxes: (process.cpuUsage().user + process.cpuUsage().system) / 1e6 / (WARM_SECONDS + SECONDS),
      },
      outcomes: tally.outcomes,
    };
    console.log(JSON.stringify(told));
    if (code !== 0) console.log(running.output().slice(-4_000));

    expect(tally.faults.join('\n')).toBe('');
    expect(lost).toEqual([]);
    expect(code).toBe(0);
    const names = (await tenantRows(zuora)('accounts', `name.SW:${SEED}-`)).map(({ name }) => String(name));
    expect(new Set(names).size, 'an account was made twice').toBe(names.length);
    expect([...accepted.changes].filter((name) => !names.includes(name))).toEqual([]);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ delivery_key: string }>('select delivery_key from webhook_delivery');
    await client.end();
    const kept = new Set(rows.map(({ delivery_key }) => delivery_key));
    expect([...accepted.webhooks].filter((name) => !kept.has(name))).toEqual([]);
    expect(accepted.changes.size * accepted.webhooks.size).toBeGreaterThan(0);
    expect((tally.refused + skipped) / (tally.sent + skipped)).toBeLessThan(MOST_REFUSED);
    expect(told.grown.collected).toBeLessThan(MOST_GROWTH);
    expect(told.grown.resident).toBeLessThan(MOST_GROWTH);
    expect(told.lagP99.worst).toBeLessThan(MOST_LAG_MS);
  },
  (WARM_SECONDS + SECONDS + 300) * 1_000,
);
