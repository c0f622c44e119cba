import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey } from '../../src/domain/access/key-text.js';
import { openApiKeys } from '../../src/store/api-keys.js';
import { openStore } from '../../src/store/open-store.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { temporaryStore } from '../support/temporary-store.js';

const CLIENT_OPERATION = 'query ClientOwn { systems { system } }';
const sha = (text: string) => createHash('sha256').update(text).digest('hex');

let gateway: TestGateway;
let store: Awaited<ReturnType<typeof temporaryStore>>;
let folder: string;
let key: string;
let other: string;

beforeAll(async () => {
  store = await temporaryStore();
  const opened = await openStore({ url: store.url });
  const made = async () => {
    const { id, secretHash, text } = newKey();
    await openApiKeys(opened.db).add({
      ...{ id, secretHash, name: 'client', scopes: ['read'], systems: null },
      ...{ createdAt: 0, expiresAt: null, lastUsedAt: null, revokedAt: null },
    });
    return text;
  };
  [key, other] = [await made(), await made()];
  await opened.close();
  folder = await mkdtemp(join(tmpdir(), 'billgraph-'));
  await writeFile(join(folder, 'client.json'), JSON.stringify({ [sha(CLIENT_OPERATION)]: CLIENT_OPERATION }));
  await start({ MAX_QUERY_COST: '1000' });
});
afterAll(async () => {
  await gateway?.close();
  await store?.remove();
  await rm(folder, { recursive: true, force: true });
});

async function start(environment: Record<string, string>) {
  await gateway?.close();
  gateway = await startTestGateway({
    sandbox: { customers: 5 },
    verified: false,
    environment: { DATABASE_URL: store.url, DISCOVERY_INTERVAL_MINUTES: '0', ...environment },
  });
}
interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}
async function send(body: object | string, headers: Record<string, string> = {}) {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
}
const query = (text: string, variables: object = {}) => send({ query: text, variables });
const limitOf = ({ body }: { body: Answer }) => {
  const { code, limit, most, retryable } = body.errors?.[0]?.extensions ?? {};
  return [code, limit, most, retryable];
};

describe('an operation', () => {
  const deep = (levels: number) =>
    `{ zuoraAccount(key: "A1") ${'{ customer { zuoraAccount '.repeat(levels)} { name } ${'} }'.repeat(levels)} }`;

  it('that is too deep is refused, and nothing of it is done', async () => {
    const answer = await query(deep(8));
    expect([answer.status, limitOf(answer)]).toEqual([400, ['LIMIT_EXCEEDED', 'depth', 15, false]]);
    expect(answer.body.errors?.[0]?.message).toBe(
      'The operation has 18 fields within each other; at most 15 are allowed.',
    );
    expect(gateway.sandbox('ZUORA_BILLING').requests()).toEqual([]);
    expect((await query(deep(6))).body.errors).toBeUndefined();
  });

  it('with too many aliases is', async () => {
    const aliased = (count: number) =>
      `{ ${Array.from({ length: count }, (_, n) => `a${n}: systems { system }`).join(' ')} }`;
    expect(limitOf(await query(aliased(51)))).toEqual(['LIMIT_EXCEEDED', 'aliases', 50, false]);
    expect((await query(aliased(50))).body.errors).toBeUndefined();
  });

  it('is weighed by the calls that it may cause, with its variables', async () => {
    const text = `query ($first: Int!) { customers(first: $first) { nodes { togaiCustomer { accounts {
      pricePlans { pricePlan { rateCards { id } } } creditBalance { availableBalance } } } } } }`;
    const answer = await query(text, { first: 100 });
    expect(limitOf(answer)).toEqual(['LIMIT_EXCEEDED', 'cost', 1000, false]);
    expect(answer.body.errors?.[0]?.message).toBe(
      'The operation has 4200 calls to billing systems if nothing was in the cache; at most 1000 are allowed.',
    );
    expect((await query(text, { first: 10 })).body.errors).toBeUndefined();
  });

  it('whose fragments grow without end is refused at once', async () => {
    const levels = Array.from({ length: 30 }, (_, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`);
    const answer = await query(`{ ...f0 } ${levels.join(' ')} fragment f30 on Query { systems { system } }`);
    expect(limitOf(answer)).toEqual(['LIMIT_EXCEEDED', 'fields', 50_000, false]);
  });

  it('with too many tokens, or too many bytes, is', async () => {
    expect(limitOf(await query(`{ ${'systems { system } '.repeat(4_000)} }`))).toEqual([
      ...['LIMIT_EXCEEDED', 'tokens', 10_000, false],
    ]);
    const large = await send({ query: '{ systems { system } }', variables: { text: 'x'.repeat(1_100_000) } });
    expect([large.status, limitOf(large)]).toEqual([413, ['LIMIT_EXCEEDED', 'body', 1_048_576, false]]);
  });

  it('with more wrong variables than are told is refused as what its author has to put right', async () => {
    const query = 'mutation ($aliases: [String!]!) { togaiAliasesCreate(aliases: $aliases) { userErrors { code } } }';
    for (const wrong of [null, 7]) {
      const { errors = [] } = await gateway.query(query, { aliases: Array.from({ length: 60 }, () => wrong) });
      expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
      expect(errors.at(-1)?.message).toMatch(/^Too many errors processing variables/);
    }
  });

  it('cannot come with others in one request', async () => {
    const { status, body } = await send([{ query: '{ systems { system } }' }, { query: '{ systems { system } }' }]);
    expect(status).toBe(400);
    expect(body.data).toBeUndefined();
  });

  it('is refused in words that its author understands when the body is no JSON', async () => {
    const { status, body } = await send('{');
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_REQUEST', requestId: expect.any(String) });
  });

  it('that is registered can be sent by its hash', async () => {
    const own = (await readFile('schema/operations/systems.graphql', 'utf8')).trim();
    expect((await send({ documentId: `sha256:${sha(own)}` })).body.errors).toBeUndefined();
    const apollo = { extensions: { persistedQuery: { version: 1, sha256Hash: sha(own) } } };
    expect((await send(apollo)).body.data).toBeDefined();
    const parameters = new URLSearchParams({ extensions: JSON.stringify(apollo.extensions) });
    const got = await fetch(`${gateway.url}/graphql?${parameters}`, { headers: { 'apollo-require-preflight': '1' } });
    expect(((await got.json()) as Answer).errors).toBeUndefined();
  });
});

it('counts what happens, for whoever may read it', async () => {
  await query('query Watched { zuoraAccount(key: "A00000001") { name } }');
  const response = await fetch(`${gateway.url}/metrics`);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
  const text = await response.text();
  const value = (line: string) => Number(new RegExp(`^${line.replace(/[{}"]/g, '\\$&')} (\\S+)$`, 'm').exec(text)?.[1]);
  expect(value('billgraph_operations_total{operation="Watched",kind="query",outcome="ok"}')).toBe(1);
  expect(
    value(
      'billgraph_upstream_calls_total{system="ZUORA_BILLING",operation="queryAccounts",lane="interactive",outcome="ok"}',
    ),
  ).toBeGreaterThanOrEqual(1);
  expect(value('billgraph_upstream_breaker_open{system="TOGAI"}')).toBe(0);
  expect(value('billgraph_cache_reads{outcome="miss"}')).toBeGreaterThanOrEqual(1);
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
});

describe('with keys', () => {
  const authorization = () => ({ authorization: `Bearer ${key}` });

  it('a caller that sends too much is told to wait, for how long, and nobody else is', async () => {
    await start({ ACCESS: 'KEYS', RATE_LIMIT_PER_MINUTE: '3' });
    const ask = () => send({ query: '{ systems { system } }' }, authorization());
    for (let n = 0; n < 3; n += 1) expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect([refused.status, limitOf(refused)]).toEqual([429, ['LIMIT_EXCEEDED', 'rate', 3, true]]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await send({ query: '{ systems { system } }' })).status).toBe(401);
  });

  it('only those who may read see the metrics', async () => {
    expect((await fetch(`${gateway.url}/metrics`)).status).toBe(401);
    expect((await fetch(`${gateway.url}/metrics`, { headers: authorization() })).status).toBe(200);
  });

  it('whoever guesses keys is told to wait, and those behind the same address come in with theirs', async () => {
    const proxied = (address: string, text: string) => ({
      authorization: `Bearer ${text}`,
      'x-forwarded-for': address,
    });
    await start({ ACCESS: 'KEYS', FAILED_LOGINS_PER_MINUTE: '3', TRUSTED_PROXIES: '127.0.0.1' });
    const ask = (address: string, text: string) => send({ query: '{ systems { system } }' }, proxied(address, text));
    expect((await ask('203.0.113.7', key)).status).toBe(200);
    const guess = () => `${key.slice(0, -43)}${newKey().text.slice(-43)}`;
    for (let n = 0; n < 3; n += 1) expect((await ask('203.0.113.7', guess())).status).toBe(401);
    const refused = await ask('203.0.113.7', guess());
    expect([refused.status, limitOf(refused)]).toEqual([429, ['LIMIT_EXCEEDED', 'guesses', 3, true]]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    // Not even looked at any more: this one would be good, and has not been used for an hour.
    expect((await ask('203.0.113.7', `${other}`)).status).toBe(429);
    expect((await fetch(`${gateway.url}/metrics`, { headers: proxied('203.0.113.7', guess()) })).status).toBe(429);
    // The address that this caller cannot choose is what counts, and its IPv6 network as a whole.
    expect((await ask('198.51.100.1, 203.0.113.7', guess())).status).toBe(429);
    expect((await ask('203.0.113.7', key)).status).toBe(200);
    expect((await ask('203.0.113.8', other)).status).toBe(200);
    for (let n = 0; n < 4; n += 1) await ask(`2001:db8:1:2::${n}`, guess());
    expect((await ask('2001:db8:1:2:ffff::1', guess())).status).toBe(429);
    expect((await ask('2001:db8:1:3::1', guess())).status).toBe(401);
  });

  it('an address that nobody trusts to say so is not somebody else by a header', async () => {
    await start({ ACCESS: 'KEYS', FAILED_LOGINS_PER_MINUTE: '2' });
    const ask = (n: number) =>
      send({ query: '{ systems { system } }' }, { 'x-api-key': newKey().text, 'x-forwarded-for': `203.0.113.${n}` });
    expect([(await ask(1)).status, (await ask(2)).status, (await ask(3)).status]).toEqual([401, 401, 429]);
  });
});

describe('where only registered operations are carried out', () => {
  beforeAll(() => start({ PERSISTED_ONLY: 'true', PERSISTED_MANIFESTS: join(folder, 'client.json') }));

  it('those of the gateway and of its clients are, by text in any layout or by hash', async () => {
    const own = await readFile('schema/operations/systems.graphql', 'utf8');
    for (const body of [
      { query: own },
      { query: own.replaceAll(/\s+/g, ' ').replace(/#.*?(?=query)/, '') },
      { query: CLIENT_OPERATION },
      { documentId: sha(CLIENT_OPERATION) },
    ]) {
      expect((await send(body)).body.errors, JSON.stringify(body)).toBeUndefined();
    }
  });

  it.each([
    ['another operation', { query: '{ systems { system mode } }' }],
    ['an unknown hash', { documentId: sha('x') }],
    [
      'an unknown hash with a text',
      { query: '{ __typename }', extensions: { persistedQuery: { sha256Hash: sha('x') } } },
    ],
    ['no operation', {}],
  ])('%s is not', async (_what, body) => {
    const answer = await send(body);
    expect([answer.status, limitOf(answer).slice(0, 2)]).toEqual([400, ['LIMIT_EXCEEDED', 'documents']]);
  });
});

it('does not start with a manifest that is wrong, and says which', async () => {
  const path = join(folder, 'wrong.json');
  await writeFile(path, JSON.stringify({ [sha('x')]: CLIENT_OPERATION }));
  await expect(start({ PERSISTED_MANIFESTS: path })).rejects.toThrow(
    /wrong\.json cannot be used: the hash [0-9a-f]+ is not/,
  );
  await expect(start({ PERSISTED_MANIFESTS: join(folder, 'none.json') })).rejects.toThrow(/none\.json cannot be used/);
});
