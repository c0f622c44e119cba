import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  ANSWERS_OF_ROWS,
  type IndiscreetSystem,
  KNOWN_CUSTOMER,
  startIndiscreetSystem,
  TOKEN,
} from '../support/canaries/indiscreet-system.js';
import { canaryIn, redisDump } from '../support/canaries/search.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { csvOf, orderLine } from '../support/revenue-files.js';
import { freshPostgres, postgresUrl } from '../support/store.js';
import { dumpOf } from '../support/store-dump.js';
import { temporaryStore } from '../support/temporary-store.js';
import { type Collector, startCollector } from '../support/traces/collector.js';

const CLI = fileURLToPath(new URL('../../dist/cli/billgraph.js', import.meta.url));
const JWT = { issuer: 'https://id.example.com', audience: 'billgraph' };

// Every credential that goes in somewhere; `c4n4ry` marks them.
const SECRETS = {
  ZUORA_BILLING_CLIENT_SECRET: 'c4n4ry-zuora-client-secret',
  ZUORA_BILLING_WEBHOOK_SECRET: 'c4n4ry-key-of-callouts',
  ZUORA_BILLING_WEBHOOK_BASIC: 'zuora:c4n4ry-password-of-callouts',
  TOGAI_API_KEY: 'c4n4ry-togai-api-key',
  TOGAI_WEBHOOK_SECRET: 'c4n4ry-of-togai-flows',
  FIRST_PROMOTER_API_KEY: 'c4n4ry-first-promoter-key',
  FIRST_PROMOTER_WEBHOOK_SECRET: 'c4n4ry-of-first-promoter',
  ZUORA_REVENUE_PASSWORD: 'c4n4ry-revenue-password',
  CONNECTION_KEYS: `first:${Buffer.from('c4n4ry-key-of-sealed-secrets-123').toString('base64')}`,
  OTEL_EXPORTER_OTLP_HEADERS: 'x-collector-key=c4n4ry-of-the-collector',
};
/** Of connections that are made while the gateway runs, by their names there. */
const RUN_TIME = {
  ZUORA_BILLING: {
    CLIENT_ID: 'client',
    CLIENT_SECRET: 'c4n4ry-run-time-zuora',
    WEBHOOK_SECRET: 'c4n4ry-run-time-callouts',
  },
  TOGAI: { API_KEY: 'c4n4ry-run-time-togai' },
};

let system: IndiscreetSystem;
let collector: Collector;
let provider: Server;
let tokenOfUser: string;
let jwksUrl: string;
let gateway: TestGateway | null = null;

beforeAll(async () => {
  [system, collector] = await Promise.all([startIndiscreetSystem(), startCollector()]);
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' }];
  provider = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  jwksUrl = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/jwks`;
  tokenOfUser = await new SignJWT({ sub: 'ada', scope: 'admin' })
    .setProtectedHeader({ alg: 'ES256', kid: 'one' })
    .setIssuer(JWT.issuer)
    .setAudience(JWT.audience)
    .setExpirationTime('10m')
    .sign(privateKey);
});
afterEach(() => gateway?.close());
afterAll(async () => {
  await Promise.all([system?.close(), collector?.close()]);
  provider?.close();
});

const TEST = 'mutation ($id: ID!) { connectionTest(id: $id) { connection { check { findings { found } } } } }';
/** All that a system could know of other connections: what they are asked with, and what they ask with. */
const QUOTED = [...Object.values(SECRETS), ...Object.values(RUN_TIME).flatMap((one) => Object.values(one))].join(' ');

const OPERATIONS = [
  '{ zuoraAccount(key: "A1") { name } togaiCustomer(id: "x") { name } revenueUploadTemplate(name: "x") { name } }',
  `{ togaiCustomer(id: "${KNOWN_CUSTOMER}") { name } }`,
  '{ customer(externalId: { system: ZUORA_BILLING, value: "A1" }) { name } }',
  '{ systems { system discovery { state failure } } }',
  '{ connections { id name endpoint settings { name value } secrets check { ok findings { subject found advice } } } }',
  '{ syncRuns(first: 50) { nodes { id status failure steps { name error before after } } } }',
  '{ webhookDeliveries(first: 50) { nodes { id deliveryKey state note ids } } }',
  '{ auditEntries(first: 100) { nodes { id action detail } } }',
  `mutation { zuoraAccountUpdate(key: "A1", input: { notes: "x" }) { userErrors { message } } }`,
  `mutation { togaiCustomerUpdate(id: "x", input: { name: "y" }) { userErrors { message } } }`,
  `mutation { referralSignupTrack(input: { email: "a@example.com", promoterRefId: "t" }) { userErrors { message } } }`,
  `mutation { subscriptionSync(input: { subscription: "A-S1" }) { run { id } userErrors { message } } }`,
  // What is read as it arrives.
  ...Array.from({ length: ANSWERS_OF_ROWS }, (_, at) => {
    const span = `from: "2026-03-0${at + 1}T00:00:00Z", to: "2026-04-01T00:00:00Z"`;
    return `{ zuoraChargeMetrics(${span}) { nodes { chargeNumber } } }`;
  }),
];

interface Place {
  readonly url: string;
  readonly more: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}
const embedded = async (): Promise<Place> => ({ ...(await temporaryStore()), more: {} });
/** With a password of its own, and Redis beside it where there is one. */
async function shared(): Promise<Place> {
  const { url, drop } = await freshPostgres();
  const withPassword = new URL(url);
  withPassword.password = 'c4n4ry-of-the-database';
  const { TEST_REDIS_URL: redis } = process.env;
  return { url: withPassword.href, more: redis ? { REDIS_URL: redis } : {}, remove: drop };
}

describe.each([
  ['the embedded store', embedded, [400, 401, 403, 404, 409, 422, 500], true],
  ['PostgreSQL and Redis', shared, [400, 401], postgresUrl !== undefined],
])('with %s', (_where, place, statuses, there) => {
  it.skipIf(!there)(
    'lets no credential out, whatever a system repeats',
    async () => {
      system.refuseWith(400);
      system.quote('');
      const store = await place();
      const outputs: Record<string, string[]> = { answers: [], log: [] };
      const keep = (name: string, text: string) => void outputs[name]?.push(text);
      const environment = {
        ...{ ...SECRETS, ...store.more, DATABASE_URL: store.url, LOG_LEVEL: 'trace', DISCOVERY_INTERVAL_MINUTES: '60' },
        ...{ ACCESS: 'KEYS', FAILED_LOGINS_PER_MINUTE: '0', CONNECTION_HOSTS: new URL(system.url).host },
        ...{ JWT_ISSUER: JWT.issuer, JWT_AUDIENCE: JWT.audience, JWT_JWKS_URL: jwksUrl },
        ...{ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '10' },
        ...{ ZUORA_BILLING_URL: system.url, ZUORA_BILLING_CLIENT_ID: 'client' },
        ...{ TOGAI_URL: system.url, FIRST_PROMOTER_URL: system.url, FIRST_PROMOTER_ACCOUNT_ID: 'account' },
        ...{ ZUORA_REVENUE_URL: system.url, ZUORA_REVENUE_USERNAME: 'user' },
        ...{ ZUORA_REVENUE_CLIENT_ID: '', ZUORA_REVENUE_CLIENT_SECRET: '' },
      };
      const redis = store.more.REDIS_URL;
      const before = redis ? await redisDump(redis) : null;
      const made = await command(environment, 'keys', 'create', '--name', 'me', '--scopes', 'admin');
      const [key = ''] = made.split('\n');
      expect(key).toMatch(/^bgk_/);
      const others = [key.slice(-20), tokenOfUser.split('.').at(-1) ?? ''];

      gateway = await startTestGateway({
        sandbox: { customers: 2 },
        verified: false,
        onLogLine: (line) => keep('log', line),
        environment,
      });
      const send = sender(gateway, (text) => keep('answers', text));
      const connections = await makeConnections((query, variables) => send({ query, variables }, { 'x-api-key': key }));
      system.quote(QUOTED);
      await uploadRefused((query, variables) => send({ query, variables }, { 'x-api-key': key }));
      for (const status of statuses) {
        system.refuseWith(status);
        const ofConnections = connections.flatMap(({ id, read }) => [
          { query: read, variables: { id } },
          { query: TEST, variables: { id } },
        ]);
        await Promise.all([
          ...OPERATIONS.map((query) => send({ query }, { authorization: `Bearer ${tokenOfUser}` })),
          ...ofConnections.map((body) => send(body, { authorization: `Bearer ${key}` })),
        ]);
      }
      await logged(gateway, key, outputs.log ?? []);
      await refusals(gateway, (text) => keep('answers', text));
      const metrics = await fetch(`${gateway.url}/metrics`, { headers: { 'x-api-key': key } });
      outputs.metrics = [await metrics.text()];
      const told = outputs.answers?.join('\n') ?? '';
      expect(told).toContain('{"zuoraChargeMetrics":{"nodes":[{"chargeNumber":"refused: ');
      const unreadable = told.match(/GET_ChargeMetrics with something that cannot be read after 0 rows: [^"]*/g);
      expect(new Set(unreadable).size).toBeGreaterThan(4);
      expect(unreadable?.length).toBeGreaterThanOrEqual(ANSWERS_OF_ROWS - 1);
      if (redis) {
        const now = await redisDump(redis);
        outputs.redis = [...now].flatMap(([name, value]) => (before?.has(name) ? [] : [name, value]));
      }
      await gateway.close();
      gateway = null;
      if (!redis) outputs.command = await commands(environment);
      outputs.store = [await dumpOf(store.url)];
      outputs.traces = [collector.text()];
      await store.remove();
      expect(collector.spans.filter(({ traceId }) => traceId === STRANGER)).toEqual([]);

      const tables = outputs.store.join('\n').split('== ');
      for (const name of ['upload', 'upload_part']) {
        const rows = tables.find((table) => table.startsWith(`public.${name}\n`));
        expect(rows?.includes('quoted: [redacted] '), name).toBe(true);
      }
      expect(outputs.traces.join('').includes('r-1 [redacted] ')).toBe(true);
      // It was said, and it is the systems' own words that are looked through.
      for (const secret of [
        'c4n4ry-zuora-client-secret',
        'c4n4ry-run-time-zuora-2',
        'c4n4ry-run-time-togai-2',
        TOKEN,
      ]) {
        expect(system.heard().includes(secret), secret).toBe(true);
      }
      expect(JSON.stringify(collector.headers)).toContain('c4n4ry-of-the-collector');
      const found = Object.fromEntries(Object.entries(outputs).map(([name, texts]) => [name, texts.join('\n')]));
      for (const name of ['answers', 'log', 'store', ...(redis ? [] : ['command'])]) {
        expect(found[name]?.includes('refused: '), name).toBe(true);
        expect(found[name]?.includes('[redacted]'), name).toBe(true);
      }
      if (found.redis !== undefined) expect(found.redis.includes('refused: ')).toBe(true);
      expect(found.traces?.includes('TOGAI getCustomer')).toBe(true);
      for (const [name, text] of Object.entries(found)) {
        expect(text.length, name).toBeGreaterThan(500);
        expect(canaryIn(text, others), name).toBeNull();
      }
    },
    60_000,
  );
});

/** What the command line says, with whatever there is to be said. */
async function commands(environment: Record<string, string>): Promise<string[]> {
  system.refuseWith(500);
  // Of connections that are made at run time a command knows nothing.
  system.quote(Object.values(SECRETS).join(' '));
  const said: string[] = [];
  // One after another: the embedded store is for one process at a time.
  for (const words of [
    ['doctor', '--json'],
    ['keys', 'list'],
    ['connections', 'reseal'],
  ]) {
    said.push(await command(environment, ...words));
  }
  return [...said, await command({ ...environment, PORT: 'x', JWT_AUDIENCE: '' }, 'doctor')];
}

function command(environment: Record<string, string>, ...words: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...words], { env: environment, cwd: tmpdir() }, (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}

type Send = (body: { query: string; variables?: object }, headers: Record<string, string>) => Promise<string>;

function sender({ url }: TestGateway, keep: (text: string) => void): Send {
  return async (body, headers) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: 'session=c4n4ry-cookie', ...headers },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    keep(text);
    keep(JSON.stringify([...response.headers]));
    return text;
  };
}

/** Makes connections with secrets, and gives one of them others. */
async function makeConnections(ask: (query: string, variables: object) => Promise<string>) {
  const made: { id: string; read: string }[] = [];
  for (const [kind, values] of Object.entries(RUN_TIME)) {
    const settings = Object.entries(values).map(([name, value]) => ({ name, value }));
    const create = `mutation ($input: ConnectionInput!) { connectionCreate(input: $input) {
      connection { id settings { name value } secrets } userErrors { message } } }`;
    const input = { system: kind, name: 'eu', endpoint: system.url, settings };
    const { data } = JSON.parse(await ask(create, { input })) as {
      data: { connectionCreate: { connection: { id: string } } };
    };
    const read = kind === 'TOGAI' ? 'togaiCustomer(id: "x"' : 'zuoraAccount(key: "A1"';
    made.push({
      id: data.connectionCreate.connection.id,
      read: `query ($id: ID!) { ${read}, connection: $id) { name } }`,
    });
  }
  const update = `mutation ($id: ID!, $input: ConnectionInput!) { connectionUpdate(id: $id, input: $input) { userErrors { message } } }`;
  await ask(update, { id: made[1]?.id, input: { settings: [{ name: 'API_KEY', value: 'c4n4ry-run-time-togai-2' }] } });
  await ask(update, {
    id: made[0]?.id,
    input: { settings: [{ name: 'CLIENT_SECRET', value: 'c4n4ry-run-time-zuora-2' }] },
  });
  // Refused, and not kept.
  await ask(update, { id: made[0]?.id, input: { endpoint: 'https://me:c4n4ry-in-an-address@rest.zuora.com' } });
  return made;
}

/** Uploads rows, which are refused with the words of the system. */
async function uploadRefused(ask: (query: string, variables: object) => Promise<string>): Promise<void> {
  const create = `mutation ($input: RevenueUploadCreateInput!) { revenueUploadCreate(input: $input) {
    upload { id } userErrors { message } } }`;
  const made = await ask(create, { input: { template: 'Order Lines', csv: csvOf([orderLine(1, 1)]) } });
  const { revenueUploadCreate } = (JSON.parse(made) as { data: { revenueUploadCreate: { upload: { id: string } } } })
    .data;
  const read = 'query ($id: ID!) { revenueUpload(id: $id) { status failure parts { message } } }';
  while (!(await ask(read, { id: revenueUploadCreate.upload.id })).includes('"FAILED"'))
    await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Credentials that are not good, and webhooks with theirs. */
async function refusals({ url }: TestGateway, keep: (text: string) => void): Promise<void> {
  const stranger = {
    traceparent: `00-${STRANGER}-${STRANGER.slice(16)}-01`,
    authorization: 'Bearer c4n4ry-of-the-caller-123',
    'x-api-key': 'c4n4ry-key-of-the-caller',
  };
  const turnedAway = await fetch(`${url}/graphql`, { method: 'POST', headers: stranger });
  expect(turnedAway.status).toBe(401);
  keep(await turnedAway.text());
  const body = JSON.stringify({
    ...{ AccountNumber: SECRETS.TOGAI_API_KEY, customerId: SECRETS.ZUORA_BILLING_CLIENT_SECRET, event_id: QUOTED },
    note: 'c4n4ry-in-a-body',
  });
  const signature = createHmac('sha256', SECRETS.ZUORA_BILLING_WEBHOOK_SECRET).update(`n-1${body}`).digest('hex');
  const callout = (password: string) => ({
    authorization: `Basic ${btoa(password)}`,
    'zuora-notification-id': 'n-1',
    'x-billgraph-signature': signature,
  });
  const told: [string, Record<string, string>, number][] = [
    ['ZUORA_BILLING', callout(SECRETS.ZUORA_BILLING_WEBHOOK_BASIC), 200],
    ['ZUORA_BILLING', callout('zuora:c4n4ry-wrong'), 401],
    ['ZUORA_BILLING/eu', { 'x-billgraph-signature': 'c4n4ry' }, 401],
    [`TOGAI?secret=${SECRETS.TOGAI_WEBHOOK_SECRET}`, {}, 200],
    ['TOGAI', { 'x-webhook-secret': SECRETS.TOGAI_WEBHOOK_SECRET }, 200],
    ['TOGAI?secret=c4n4ry-wrong', {}, 401],
    ['FIRST_PROMOTER', { 'x-webhook-secret': SECRETS.FIRST_PROMOTER_WEBHOOK_SECRET }, 200],
  ];
  for (const [path, headers, status] of told) {
    const content = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/webhooks/${path}`, {
      method: 'POST',
      headers: { ...content, ...headers },
      body,
    });
    expect([path, answer.status]).toEqual([path, status]);
    keep(await answer.text());
  }
}

/** The trace of somebody who is not let in. */
const STRANGER = 'f'.repeat(32);
const PLAIN = 'a-secret-of-a-connection-that-ends';

/** What callers choose is in the log, and it can be a secret that the gateway knows: it is not, then. */
async function logged({ url }: TestGateway, key: string, log: readonly string[]): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-api-key': key };
  const ask = async (query: string, variables: object, more: Record<string, string> = {}) => {
    const body = JSON.stringify({ query, variables });
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { ...headers, ...more }, body });
    return ((await response.json()) as { data: Record<string, { connection: { id: string } }> }).data;
  };
  /** The id of a request that is the secret, as its log line has it. */
  const said = async (secret: string) => {
    const from = log.length;
    // What is kept of its trace is the caller's business.
    const untraced = { traceparent: `00-${'e'.repeat(32)}-${'e'.repeat(16)}-00` };
    await ask('query Said { __typename }', {}, { 'x-request-id': secret, ...untraced });
    const lines = log.slice(from).map((line) => JSON.parse(line) as { name?: string; requestId: string });
    return lines.find(({ name }) => name === 'Said')?.requestId;
  };
  const values = [...Object.values(SECRETS), ...Object.values(RUN_TIME).flatMap((one) => Object.values(one))];
  const known = values.filter((value) => /^[\w.-]*c4n4ry[\w.-]*$/.test(value));
  expect(known).toHaveLength(10);
  for (const secret of known) expect([secret, await said(secret)]).toEqual([secret, '[redacted]']);

  expect(await said(PLAIN)).toBe(PLAIN);
  const settings = [{ name: 'API_KEY', value: PLAIN }];
  const input = { system: 'TOGAI', name: 'short', endpoint: system.url, settings };
  const { connectionCreate } = await ask(
    'mutation ($input: ConnectionInput!) { connectionCreate(input: $input) { connection { id } } }',
    { input },
  );
  expect(await said(PLAIN)).toBe('[redacted]');
  const remove = 'mutation ($id: ID!) { connectionDelete(id: $id) { userErrors { message } } }';
  await ask(remove, { id: connectionCreate?.connection.id });
  expect(await said(PLAIN)).toBe(PLAIN);
}
