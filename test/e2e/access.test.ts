import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey } from '../../src/domain/access/key-text.js';
import { ANYBODY, mayAsk, type Scope } from '../../src/domain/access/model.js';
import type { Clock } from '../../src/kernel/clock.js';
import { openApiKeys } from '../../src/store/api-keys.js';
import { openStore } from '../../src/store/open-store.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { temporaryStore } from '../support/temporary-store.js';

const ISSUER = 'https://id.example.com';
const AUDIENCE = 'billgraph';
const NOW = Date.parse('2026-06-01T12:00:00Z');

let gateway: TestGateway;
let store: Awaited<ReturnType<typeof temporaryStore>>;
let provider: Server;
let published: object[] = [];
let now = NOW;
const keys: Record<string, string> = {};
const signers: Record<string, Parameters<SignJWT['sign']>[0]> = {};

const clock: Clock = {
  now: () => now,
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener(
        'abort',
        () => {
          clearTimeout(timer);
          reject(signal.reason);
        },
        { once: true },
      );
    }),
};

async function makeKeys() {
  const opened = await openStore({ url: store.url });
  const kept = openApiKeys(opened.db);
  const make = async (name: string, scopes: Scope[], more: { systems?: string[]; expiresAt?: number } = {}) => {
    const { id, text, secretHash } = newKey();
    const { systems = null, expiresAt = null } = more;
    await kept.add({
      id,
      name,
      scopes,
      systems,
      expiresAt,
      secretHash,
      createdAt: NOW,
      lastUsedAt: null,
      revokedAt: null,
    });
    keys[name] = text;
    return id;
  };
  await make('reader', ['read']);
  await make('writer', ['read', 'write']);
  await make('togai', ['read'], { systems: ['TOGAI'] });
  await make('oneConnection', ['read'], { systems: ['ZUORA_BILLING/eu'] });
  await make('short', ['read'], { expiresAt: NOW + 60_000 });
  await kept.revoke(await make('revoked', ['admin']), NOW);
  await opened.close();
}

const callerFor = (systems: string[]) => ({ ...ANYBODY, systems: new Set(systems) });

async function signer(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  signers[kid] = privateKey;
  return { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' };
}
const token = (kid: string, claims: object = {}, times: { exp?: number; nbf?: number } = {}) =>
  new SignJWT({
    sub: 'ada',
    scope: 'openid read',
    iss: ISSUER,
    aud: AUDIENCE,
    ...times,
    exp: NOW / 1000 + 600,
    ...times,
    ...claims,
  })
    .setProtectedHeader({ alg: 'ES256', kid })
    .sign(signers[kid] as Parameters<SignJWT['sign']>[0]);

beforeAll(async () => {
  store = await temporaryStore();
  await makeKeys();
  published = [await signer('one')];
  provider = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: published }));
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  gateway = await startTestGateway({
    sandbox: { customers: 5 },
    verified: false,
    clock,
    environment: {
      DATABASE_URL: store.url,
      DISCOVERY_INTERVAL_MINUTES: '0',
      ACCESS: 'KEYS',
      PERSONAL_DATA: 'HIDDEN',
      GRAPHIQL: 'OFF',
      JWT_ISSUER: ISSUER,
      JWT_AUDIENCE: AUDIENCE,
      JWT_JWKS_URL: `http://127.0.0.1:${(provider.address() as AddressInfo).port}/jwks`,
    },
  });
});
afterAll(async () => {
  await gateway?.close();
  provider?.close();
  await store?.remove();
});

async function send(headers: Record<string, string>, query = '{ systems { system } }') {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
}
interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: unknown[]; extensions: { code: string } }[];
}
const bearer = (text: string | undefined) => ({ authorization: `Bearer ${text}` });
const codes = ({ body }: { body: Answer }) => body.errors?.map(({ extensions }) => extensions.code);

describe('a caller', () => {
  it('with a key is let in, by either header', async () => {
    expect((await send(bearer(keys.reader))).status).toBe(200);
    const { status, body } = await send({ 'x-api-key': keys.reader ?? '' });
    expect([status, body.errors]).toEqual([200, undefined]);
  });

  it.each([
    ['nothing', {}],
    ['another scheme', { authorization: 'Basic YTpi' }],
    ['no key', bearer('x')],
    ['a key that nobody made', bearer(newKey().text)],
    ['an empty key', { 'x-api-key': '' }],
  ])('with %s is not, and is told how without a hint', async (_what, headers) => {
    const answer = await send(headers as Record<string, string>);
    expect([answer.status, codes(answer)]).toEqual([401, ['UNAUTHENTICATED']]);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="billgraph"');
    expect(answer.body.data).toBeUndefined();
  });

  it('with the id of a key and another secret is not', async () => {
    const [prefix, id] = (keys.reader ?? '').split('_');
    expect((await send(bearer(`${prefix}_${id}_${newKey().text.slice(-43)}`))).status).toBe(401);
  });

  it('with a revoked key is not, nor with one that has expired by then', async () => {
    expect((await send(bearer(keys.revoked))).status).toBe(401);
    expect((await send(bearer(keys.short))).status).toBe(200);
    now = NOW + 60_000;
    expect((await send(bearer(keys.short))).status).toBe(401);
    now = NOW;
  });

  it('asks and changes as far as its scopes go', async () => {
    const mutation = 'mutation { zuoraSubscriptionRenew(key: "A-S00000001", dryRun: true) { plan { action } } }';
    const denied = await send(bearer(keys.reader), mutation);
    expect(denied.body.errors?.[0]).toMatchObject({
      message: 'This needs the scope "write".',
      extensions: { code: 'FORBIDDEN', retryable: false },
    });
    expect((await send(bearer(keys.writer), mutation)).body.errors).toBeUndefined();
    const finance = 'mutation { zuoraCreditMemoPost(key: "CM1", dryRun: true) { userErrors { code } } }';
    expect(codes(await send(bearer(keys.writer), finance))).toEqual(['FORBIDDEN']);
  });

  it('with a key for one system reaches no other', async () => {
    const { body } = await send(bearer(keys.togai), '{ zuoraAccount(key: "A00000001") { name } systems { system } }');
    expect(body.data).toMatchObject({ zuoraAccount: null });
    expect(body.errors).toMatchObject([{ path: ['zuoraAccount'], extensions: { code: 'FORBIDDEN' } }]);
    expect(gateway.sandbox('ZUORA_BILLING').requests('GET /object-query/accounts')).toEqual([]);
  });

  it('with a key for one connection reaches neither the others nor the default one', async () => {
    const query = '{ a: zuoraAccount(key: "A00000001") { name } b: togaiPricePlans { nodes { name } } }';
    const { body } = await send(bearer(keys.oneConnection), query);
    expect(body.errors).toMatchObject([
      { path: ['a'], extensions: { code: 'FORBIDDEN' } },
      { path: ['b'], extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(mayAsk(callerFor(['ZUORA_BILLING/eu']), 'ZUORA_BILLING/eu')).toBe(true);
    expect(mayAsk(callerFor(['ZUORA_BILLING/eu']), 'ZUORA_BILLING/us')).toBe(false);
    expect(mayAsk(callerFor(['ZUORA_BILLING']), 'ZUORA_BILLING/eu')).toBe(true);
  });

  it('without the scope for it sees no data of persons', async () => {
    const query = '{ zuoraAccount(key: "A00000001") { name billToContact { country workEmail } } }';
    const { body } = await send(bearer(keys.reader), query);
    expect(body.data).toMatchObject({ zuoraAccount: { billToContact: { workEmail: null } } });
    expect(body.errors).toMatchObject([{ path: ['zuoraAccount', 'billToContact', 'workEmail'] }]);
  });

  it('gets no schema and no GraphiQL where they are switched off', async () => {
    const { body } = await send(bearer(keys.reader), '{ __schema { types { name } } }');
    expect(body.errors?.[0]?.message).toMatch(/introspection/i);
    expect((await fetch(`${gateway.url}/graphiql`)).status).toBe(404);
    expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200);
  });
});

describe('a token of the identity provider', () => {
  it('lets in with the scopes that it holds', async () => {
    expect((await send(bearer(await token('one')))).body.errors).toBeUndefined();
    expect(codes(await send(bearer(await token('one', { scope: 'openid' }))))).toEqual(['FORBIDDEN']);
    expect((await send(bearer(await token('one', { scope: ['read'] })))).body.errors).toBeUndefined();
  });

  it.each([
    ['another issuer', { iss: 'https://evil.example.com' }, {}],
    ['another audience', { aud: 'other' }, {}],
    ['no subject', { sub: undefined }, {}],
    ['an end in the past', {}, { exp: NOW / 1000 - 31 }],
    ['a beginning in the future', {}, { nbf: NOW / 1000 + 31 }],
  ])('with %s does not', async (_what, claims, times) => {
    expect((await send(bearer(await token('one', claims, times)))).status).toBe(401);
  });

  it('may be off by the clock skew', async () => {
    expect((await send(bearer(await token('one', {}, { exp: NOW / 1000 - 29 })))).status).toBe(200);
  });

  it('that is not signed, or with the public key as a secret, does not', async () => {
    const claims = { sub: 'ada', scope: 'admin', iss: ISSUER, aud: AUDIENCE, exp: NOW / 1000 + 600 };
    expect((await send(bearer(new UnsecuredJWT(claims).encode()))).status).toBe(401);
    const secret = new TextEncoder().encode(JSON.stringify(published[0]));
    const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(secret);
    expect((await send(bearer(forged))).status).toBe(401);
  });

  it('of a signing key that nobody has published does not', async () => {
    await signer('two');
    expect((await send(bearer(await token('two')))).status).toBe(401);
  });
});

describe('a gateway that nobody could get into', () => {
  const start = (environment: Record<string, string>) =>
    startTestGateway({ sandbox: { customers: 1 }, verified: false, environment });

  it('does not start, and says what to do', async () => {
    await expect(start({ ACCESS: 'AUTO' })).rejects.toThrow(
      /there are real tenants behind[\s\S]*billgraph keys create/,
    );
  });

  it('is not opened to others by a setting', async () => {
    await expect(start({ ACCESS: 'OPEN', HOST: '0.0.0.0' })).rejects.toThrow(/ACCESS=OPEN is for loopback alone/);
    await expect(start({ ACCESS: 'AUTO', HOST: '0.0.0.0' })).rejects.toThrow(/Nobody could get in/);
    await expect(start({ JWT_ISSUER: ISSUER })).rejects.toThrow(/JWT_AUDIENCE and JWT_JWKS_URL must be set, too/);
  });
});
