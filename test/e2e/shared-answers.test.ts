import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { newKey } from '../../src/domain/access/key-text.js';
import { openApiKeys } from '../../src/store/api-keys.js';
import { openStore } from '../../src/store/open-store.js';
import type { Sandbox } from '../../src/upstreams/sandbox-kit/types.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { temporaryStore } from '../support/temporary-store.js';

// Nothing is cached, and Zuora takes half a second for an account: whoever asks meanwhile asks at the same time.
const SLOW = { kind: 'latency', ms: 500 } as const;
const ACCOUNTS = 'GET /object-query/accounts';
const ACCOUNT = 'query Account($key: String!) { zuoraAccount(key: $key) { accountNumber notes } }';
const KEY = { key: 'A00000001' };

let gateway: TestGateway;
let zuora: Sandbox;
let store: Awaited<ReturnType<typeof temporaryStore>>;
const keys: Record<string, string> = {};
const logged: Record<string, unknown>[] = [];

async function makeKeys(): Promise<void> {
  const opened = await openStore({ url: store.url });
  const none = { systems: null, expiresAt: null, lastUsedAt: null, revokedAt: null };
  for (const name of ['ada', 'grace']) {
    const { id, text, secretHash } = newKey();
    await openApiKeys(opened.db).add({ id, name, scopes: ['read', 'write'], secretHash, createdAt: 0, ...none });
    keys[name] = text;
  }
  await opened.close();
}

const ask = (name: string, more: { query?: string; variables?: object; signal?: AbortSignal } = {}) => {
  const { query = ACCOUNT, variables = KEY, signal } = more;
  return fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${keys[name]}` },
    body: JSON.stringify({ query, variables }),
    ...(signal && { signal }),
  });
};
const answerOf = async (response: Promise<Response>) => (await response).json() as Promise<unknown>;
const account = (notes: string) => ({ data: { zuoraAccount: { accountNumber: 'A00000001', notes } } });
const setNotes = (notes: string) => {
  const query = `mutation { zuoraAccountUpdate(key: "A00000001", input: { notes: "${notes}" }) { userErrors { message } } }`;
  return answerOf(ask('ada', { query, variables: {} }));
};
const reads = () => zuora.requests(ACCOUNTS).length;
const untilRead = (times: number) => vi.waitFor(() => expect(reads()).toBe(times), { interval: 2, timeout: 5_000 });
const sharedInLog = () => logged.filter(({ shared }) => shared === true).length;
const sharedInMetrics = async () => {
  const metrics = await fetch(`${gateway.url}/metrics`, { headers: { authorization: `Bearer ${keys.ada}` } });
  return Number(/^billgraph_operations_shared_total (\d+)$/m.exec(await metrics.text())?.[1]);
};

beforeAll(async () => {
  store = await temporaryStore();
  await makeKeys();
  gateway = await startTestGateway({
    sandbox: { customers: 5 },
    environment: {
      DATABASE_URL: store.url,
      DISCOVERY_INTERVAL_MINUTES: '0',
      CACHE_MAX_ENTRIES: '0',
      ACCESS: 'KEYS',
      LOG_LEVEL: 'info',
    },
    onLogLine: (line) => logged.push(JSON.parse(line)),
  });
  zuora = gateway.sandbox('ZUORA_BILLING');
  await setNotes('as it was');
  // What comes for the third time is compiled.
  for (let time = 0; time < 3; time += 1) expect(await answerOf(ask('ada'))).toEqual(account('as it was'));
});
beforeEach(() => {
  zuora.reset();
  logged.length = 0;
});
afterAll(async () => {
  await gateway?.close();
  await store?.remove();
});

it('answers one caller who asks the same many times at once with one execution, and says so', async () => {
  await setNotes('one');
  const before = await sharedInMetrics();
  zuora.fault(ACCOUNTS, SLOW);
  const from = reads();
  const answers = await Promise.all(Array.from({ length: 8 }, () => answerOf(ask('ada'))));
  expect(answers).toEqual(Array.from({ length: 8 }, () => account('one')));
  expect(reads() - from).toBe(1);
  expect(sharedInLog()).toBe(7);
  expect((await sharedInMetrics()) - before).toBe(7);
});

it('gives nobody an execution of another caller, or of other variables', async () => {
  zuora.fault(ACCOUNTS, SLOW);
  const other = { variables: { key: 'A00000002' } };
  const answers = await Promise.all([ask('ada'), ask('grace'), ask('ada', other)].map((one) => answerOf(one)));
  expect(answers.map((one) => (one as ReturnType<typeof account>).data.zuoraAccount.accountNumber)).toEqual([
    'A00000001',
    'A00000001',
    'A00000002',
  ]);
  expect(sharedInLog()).toBe(0);
});

it('shows a change to whoever asks after it was answered, though the question is still being answered', async () => {
  await setNotes('before');
  const from = reads();
  zuora.fault(ACCOUNTS, SLOW);
  const early = answerOf(ask('ada'));
  await untilRead(from + 1);
  const late = await setNotes('after').then(() => answerOf(ask('ada')));
  expect(late).toEqual(account('after'));
  expect(await early).toEqual(account('before'));
  expect(sharedInLog()).toBe(0);
});

it('answers the others when the one who asked first hangs up', async () => {
  await setNotes('kept');
  const from = reads();
  zuora.fault(ACCOUNTS, SLOW);
  const first = new AbortController();
  const gone = expect(ask('ada', { signal: first.signal })).rejects.toThrow();
  await untilRead(from + 1);
  const others = [answerOf(ask('ada')), answerOf(ask('ada'))];
  // They are in when the gateway has answered what was sent after them.
  await answerOf(ask('ada', { query: '{ __typename }', variables: {} }));
  first.abort();
  await gone;
  expect(await Promise.all(others)).toEqual([account('kept'), account('kept')]);
  expect(sharedInLog()).toBe(0);
});

it('carries out every change, however alike they are', async () => {
  const query = `mutation { zuoraAccountCreate(input: { name: "Twin", currency: "EUR",
    billToContact: { firstName: "A", lastName: "B" } }) { account { zuoraId } userErrors { message } } }`;
  const answers = await Promise.all([1, 2].map(() => answerOf(ask('ada', { query, variables: {} }))));
  const made = answers.map((one) => (one as Created).data.zuoraAccountCreate.account.zuoraId);
  expect(new Set(made).size).toBe(2);
  expect(zuora.requests('POST /v1/accounts')).toHaveLength(2);
  expect(sharedInLog()).toBe(0);
});
interface Created {
  readonly data: { readonly zuoraAccountCreate: { readonly account: { readonly zuoraId: string } } };
}

it('tells each who asked of a failure under the id of its own request', async () => {
  zuora.fault(ACCOUNTS, { kind: 'server-error', every: true });
  const failed = (await Promise.all([answerOf(ask('ada')), answerOf(ask('ada'))])) as Failed[];
  expect(failed.map(({ errors }) => errors[0]?.extensions.code)).toEqual([
    'UPSTREAM_UNAVAILABLE',
    'UPSTREAM_UNAVAILABLE',
  ]);
  expect(new Set(failed.map(({ errors }) => errors[0]?.extensions.requestId)).size).toBe(2);
  expect(sharedInLog()).toBe(0);
});
interface Failed {
  readonly errors: readonly { readonly extensions: { readonly code: string; readonly requestId: string } }[];
}
