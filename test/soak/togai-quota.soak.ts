import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RecordedRequest } from '../../src/upstreams/sandbox-kit/types.js';
import { startTogaiSandbox, type TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { type GatewayProcess, startGatewayProcess } from '../support/gateway-process.js';
import { mostWithin } from '../support/most-within.js';
import { temporaryStore } from '../support/temporary-store.js';

const CUSTOMERS = 800;
const CLIENTS = 20;
const LASTING_MS = 30_000;
const QUOTA = 10;
const UNTIL = { interval: 50, timeout: 120_000 };

let sandbox: TogaiSandbox;
let store: Awaited<ReturnType<typeof temporaryStore>>;
let gateway: GatewayProcess;
let accounts: readonly string[];

beforeAll(async () => {
  const story = await startTogaiSandbox({ customers: CUSTOMERS, limits: false });
  const rows = await callerOf(story).pages('/accounts?pageSize=100');
  accounts = rows.flatMap(({ data }) => data as { id: string }[]).map(({ id }) => id);
  await story.close();
  sandbox = await startTogaiSandbox({ customers: CUSTOMERS, limits: true });
  store = await temporaryStore();
  // In a process of its own (with a sandbox, for its banner): what keeps it busy does not keep the sandbox from seeing when a request arrives.
  gateway = startGatewayProcess({
    ...{ SYSTEMS: 'TOGAI,FIRST_PROMOTER', ACCESS: 'OPEN', DATABASE_URL: store.url, RATE_LIMIT_PER_MINUTE: '0' },
    ...{ TOGAI_URL: sandbox.url, TOGAI_API_KEY: sandbox.credentials.apiKey },
  });
});
afterAll(async () => {
  gateway?.child.kill('SIGKILL');
  await gateway?.exited;
  await store?.remove();
  await sandbox?.close();
});

async function balanceOf(url: string, id: string | undefined): Promise<{ errors?: unknown }> {
  const query = 'query ($id: String!) { togaiAccount(id: $id) { creditBalance { availableBalance } } }';
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { id } }),
  });
  return (await response.json()) as { errors?: unknown };
}

const isWarmUp = ({ path }: RecordedRequest) => path.startsWith('/v2/accounts/');
const isAsked = ({ path }: RecordedRequest) => path.endsWith('/credit_balance');
const startsOf = (requests: readonly RecordedRequest[]) => requests.map(({ at }) => at);

it('20 clients for 30 s keep to 10 requests a second, and overtake a warm-up that is running', async () => {
  const { url } = await gateway.ready();
  // The warm-up alone, with schedules on their way.
  await expect.poll(() => sandbox.requests().filter(isWarmUp).length, UNTIL).toBeGreaterThan(25);
  const begunAt = Date.now();
  let next = 0;
  const waits: number[] = [];
  const client = async () => {
    while (Date.now() < begunAt + LASTING_MS) {
      const id = accounts[next];
      next += 1;
      const askedAt = Date.now();
      const { errors } = await balanceOf(url, id);
      expect(errors).toBeUndefined();
      waits.push(Date.now() - askedAt);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  const endedAt = Date.now();
  // And the warm-up goes on where it was.
  const warmed = sandbox.requests().filter(isWarmUp).length;
  await expect.poll(() => sandbox.requests().filter(isWarmUp).length, UNTIL).toBeGreaterThan(warmed + 20);

  const requests = sandbox.requests();
  const during = requests.filter(({ at }) => at >= begunAt && at < endedAt);
  const alone = requests.filter(({ at }) => at < begunAt);
  const seconds = (endedAt - begunAt) / 1_000;
  const told = {
    refused: requests.filter(({ status }) => status === 429).length,
    mostInASecond: mostWithin(1_000, startsOf(requests)),
    mostOfTheWarmUpAlone: mostWithin(1_000, startsOf(alone)),
    aSecondDuring: during.length / seconds,
    askedDuring: during.filter(isAsked).length,
    warmUpDuring: during.filter(isWarmUp).length,
    answered: waits.length,
    longestWaitMs: Math.max(...waits),
    medianWaitMs: waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)],
  };
  process.stdout.write(`${JSON.stringify(told)}\n`);
  expect(told.refused).toBe(0);
  expect(told.mostInASecond).toBeLessThanOrEqual(QUOTA);
  expect(told.mostOfTheWarmUpAlone).toBeLessThanOrEqual(QUOTA / 2);
  expect(told.aSecondDuring).toBeGreaterThan(QUOTA * 0.9);
  // What had its turn before the clients came; behind a warm-up of hundreds nobody would wait for so little.
  expect(told.warmUpDuring).toBeLessThanOrEqual(QUOTA);
  expect(told.longestWaitMs).toBeLessThan((1_000 * (CLIENTS + QUOTA)) / QUOTA + 1_500);
});
