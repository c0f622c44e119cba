import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTogaiSandbox, type TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { calloutsTo } from '../support/callouts.js';
import { type GatewayProcess, startGatewayProcess } from '../support/gateway-process.js';
import { freshPostgres } from '../support/store.js';
import { tenantRows } from '../support/zuora-rows.js';

// Two workers share a PostgreSQL; one is killed in the middle of it, and Togai is away for a while.
const ACCOUNTS = Number(process.env.SOAK_ACCOUNTS ?? 1_000);
const AWAY_MS = Number(process.env.SOAK_AWAY_MS ?? 300_000);
const SECRET = 'a-signature-key-of-callouts';

let zuora: ZuoraSandbox;
let togai: TogaiSandbox;
let database: Awaited<ReturnType<typeof freshPostgres>>;
const workers: GatewayProcess[] = [];
const urls: string[] = [];

beforeAll(async () => {
  [zuora, togai] = await Promise.all([
    startZuoraBillingSandbox({ customers: 1, limits: false }),
    startTogaiSandbox({ customers: 1, limits: false }),
  ]);
  database = await freshPostgres();
  for (let n = 0; n < 2; n += 1) await startWorker();
});
afterAll(async () => {
  for (const { child } of workers) child.kill('SIGKILL');
  await Promise.all(workers.map(({ exited }) => exited));
  await database?.drop();
  await Promise.all([zuora?.close(), togai?.close()]);
});

async function startWorker(): Promise<void> {
  const { clientId, clientSecret } = zuora.credentials;
  const worker = startGatewayProcess({
    ...{ DATABASE_URL: database.url, ACCESS: 'OPEN', DISCOVERY_INTERVAL_MINUTES: '0', LOG_LEVEL: 'error' },
    ...{ ZUORA_BILLING_URL: zuora.url, ZUORA_BILLING_CLIENT_ID: clientId, ZUORA_BILLING_CLIENT_SECRET: clientSecret },
    // The sandbox leaves the telling to the test.
    PUBLIC_URL: 'https://billgraph.example.com',
    ...{ ZUORA_BILLING_WEBHOOK_SECRET: SECRET, TOGAI_REQUESTS_PER_SECOND: '1000' },
    ...{ TOGAI_URL: togai.url, TOGAI_API_KEY: togai.credentials.apiKey },
  });
  workers.push(worker);
  urls.push((await worker.ready()).url);
}

async function newAccount(n: number): Promise<string> {
  const { apiAccessKeyId, apiSecretAccessKey } = zuora.legacyCredentials;
  const contact = { firstName: 'Ada', lastName: 'Soak', workEmail: `soak-${n}@example.com`, country: 'United Kingdom' };
  const body = { name: `Soak ${n}`, currency: 'EUR', billCycleDay: 1, billToContact: contact, autoPay: false };
  const answer = await fetch(`${zuora.url}/v1/accounts`, {
    method: 'POST',
    headers: { apiAccessKeyId, apiSecretAccessKey, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const made = (await answer.json()) as { accountId?: string };
  if (!made.accountId) throw new Error(JSON.stringify(made));
  return made.accountId;
}

it('makes exactly one customer of each account, whatever is told how often and whoever dies', async () => {
  const template =
    'mutation { flowCreate(input: { template: "CUSTOMERS_IN" }) { flow { id } userErrors { message } } }';
  const made = await fetch(`${urls[0]}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: template }),
  });
  expect(await made.json()).toMatchObject({ data: { flowCreate: { userErrors: [] } } });

  const begun = performance.now();
  const ids: string[] = [];
  for (let n = 0; n < ACCOUNTS; n += 20) {
    const many = Array.from({ length: Math.min(20, ACCOUNTS - n) }, (_, at) => newAccount(n + at));
    ids.push(...(await Promise.all(many)));
  }
  // Three times each, in an order that has nothing to do with that of their making.
  const told = ids.flatMap((id, n) =>
    [0, 1, 2].map((time) => ({ id, n, place: (n * 7_919 + time * 104_729) % 30_011 })),
  );
  told.sort((a, b) => a.place - b.place);
  let away: Promise<void> | null = null;
  let alive = 0;
  const send = calloutsTo(() => urls[alive] ?? '', SECRET);
  for (let at = 0; at < told.length; at += 25) {
    if (at >= told.length / 3 && away === null) {
      togai.fault('*', { kind: 'server-error', status: 503, every: true });
      away = new Promise((resolve) => setTimeout(resolve, AWAY_MS)).then(() => togai.clearFaults());
    }
    if (at >= told.length / 2 && alive === 0) {
      workers[0]?.child.kill('SIGKILL');
      alive = 1;
    }
    const answers = await Promise.all(told.slice(at, at + 25).map(({ id, n }) => send(`soak-${n}`, { AccountId: id })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  }
  const toldMs = performance.now() - begun;
  await away;

  const customers = async () => {
    const pages = await callerOf(togai).pages('/customers?pageSize=100');
    return pages
      .flatMap(({ data }) => data as { id: string; name: string }[])
      .filter(({ name }) => name.startsWith('Soak '));
  };
  const linked = async () =>
    (await tenantRows(zuora)('accounts')).filter(
      ({ name, TogaiCustomerId__c: id }) => String(name).startsWith('Soak ') && id,
    );
  await expect.poll(async () => (await linked()).length, { interval: 1_000, timeout: 1_200_000 }).toBe(ACCOUNTS);
  const all = await customers();
  expect(all).toHaveLength(ACCOUNTS);
  expect(new Set(all.map(({ name }) => name)).size).toBe(ACCOUNTS);
  const links = new Set((await linked()).map(({ TogaiCustomerId__c: id }) => id));
  expect(all.every(({ id }) => links.has(id))).toBe(true);
  console.log(
    `${ACCOUNTS} accounts told of three times in ${Math.round(toldMs / 1_000)} s, all linked after ${Math.round((performance.now() - begun) / 1_000)} s, ${Math.round(AWAY_MS / 1_000)} s of which Togai was away`,
  );
});
