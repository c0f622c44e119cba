import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from '../../src/upstreams/sandbox-kit/types.js';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { signIn } from '../contract/zuora-sandbox/client.js';
import { type Answer, startTestGateway, type TestGateway } from '../support/gateway.js';
import { swiftClock } from '../support/swift-clock.js';

const DEADLINE_MS = 1_000;
// Beyond the deadline for what heeds it late, and for a busy machine.
const PATIENCE_MS = DEADLINE_MS + 3_500;
// Longer than the deadline: whoever changes something and asks again under its key waits for the first try to end.
const LONG_MS = 2_500;

// What is tried again may be at it when the time is over.
const SLOW = ['DEADLINE_EXCEEDED', 'UPSTREAM_TIMEOUT'];
const UNAVAILABLE = ['UPSTREAM_UNAVAILABLE', ...SLOW];
const GARBLED = ['UPSTREAM_INVALID_RESPONSE', ...UNAVAILABLE];

/** Faults that last, and the errors that they may be told by. */
const FAULTS: readonly { readonly name: string; readonly fault: Fault; readonly codes: readonly string[] }[] = [
  {
    name: '429 with Retry-After',
    fault: { kind: 'rate-limited', retryAfter: 1 },
    codes: ['UPSTREAM_RATE_LIMITED', ...SLOW],
  },
  { name: '429', fault: { kind: 'rate-limited' }, codes: ['UPSTREAM_RATE_LIMITED', ...SLOW] },
  { name: '500', fault: { kind: 'server-error' }, codes: UNAVAILABLE },
  { name: '503', fault: { kind: 'server-error', status: 503 }, codes: UNAVAILABLE },
  { name: 'no answer', fault: { kind: 'latency', ms: LONG_MS }, codes: SLOW },
  { name: 'a slow drip', fault: { kind: 'slow-body', ms: LONG_MS }, codes: SLOW },
  { name: 'a reset', fault: { kind: 'connection-reset' }, codes: UNAVAILABLE },
  { name: 'a lost reply', fault: { kind: 'reply-lost' }, codes: UNAVAILABLE },
  { name: 'cut JSON', fault: { kind: 'cut-off-json' }, codes: GARBLED },
  { name: 'JSON of another shape', fault: { kind: 'wrong-shape' }, codes: ['UPSTREAM_INVALID_RESPONSE', ...SLOW] },
  { name: 'an HTML page', fault: { kind: 'wrong-content-type' }, codes: GARBLED },
  { name: 'an expired token', fault: { kind: 'expired-token' }, codes: ['UPSTREAM_UNAUTHENTICATED'] },
];

/** Asking again makes no difference: a person has to look. */
const FINAL = new Set(['UPSTREAM_UNAUTHENTICATED', 'UPSTREAM_INVALID_RESPONSE']);

interface Operation {
  readonly system: string;
  /** Whether its tokens expire, and are fetched anew. */
  readonly renewsTokens?: boolean;
  readonly name: string;
  /** The requests that the fault meets. */
  readonly match: string;
  readonly query: string;
  /** Of the nth time, no two alike: nothing is answered from a cache. */
  readonly variables: (n: number) => object;
  /** What the answer holds when all is well. */
  readonly of: (data: Record<string, unknown>) => unknown;
  /** For changes: how often it is there after the nth. */
  readonly count?: (n: number) => Promise<number>;
}

const clock = swiftClock(20);
let test: TestGateway;
let togai: ReturnType<typeof callerOf>;
let accounts: string[];
let customers: string[];
let creditAccount: string;

beforeAll(async () => {
  test = await startTestGateway({
    sandbox: { customers: 120 },
    // The sandboxes break their contracts.
    verified: false,
    clock,
    environment: { DISCOVERY_INTERVAL_MINUTES: '0', REQUEST_DEADLINE_MS: String(DEADLINE_MS) },
  });
  togai = callerOf(test.sandbox('TOGAI') as TogaiSandbox);
  accounts = (await (await asZuora()).all('accounts')).map(({ accountNumber }) => accountNumber);
  const idsOf = async (path: string) =>
    (await togai.pages(`${path}?pageSize=100`)).flatMap(({ data }) => data as { id: string }[]).map(({ id }) => id);
  customers = await idsOf('/customers');
  creditAccount = (await idsOf('/accounts'))[0] ?? '';
});
afterAll(() => test?.close());

/** Anew each time: a token that a fault calls expired is worth nothing from then on. */
const asZuora = () => signIn(test.sandbox('ZUORA_BILLING') as ZuoraSandbox);

const payloadOf = (name: string, field: string) => (data: Record<string, unknown>) =>
  (data[name] as Record<string, unknown> | null)?.[field] ?? null;

const OPERATIONS: readonly Operation[] = [
  {
    system: 'ZUORA_BILLING',
    renewsTokens: true,
    name: 'an account is read',
    match: 'GET /object-query/**',
    query: 'query ($key: String!) { zuoraAccount(key: $key) { accountNumber name currency } }',
    variables: (n) => ({ key: accounts[n] }),
    of: ({ zuoraAccount }) => zuoraAccount,
  },
  {
    system: 'ZUORA_BILLING',
    renewsTokens: true,
    name: 'an account is made',
    match: 'POST /v1/accounts',
    query: `mutation ($input: ZuoraAccountCreateInput!, $key: String!) {
      zuoraAccountCreate(input: $input, idempotencyKey: $key) { account { name } userErrors { code message } } }`,
    variables: (n) => ({
      key: `matrix-${n}`,
      input: {
        name: `Matrix ${n}.`,
        currency: 'USD',
        billCycleDay: 1,
        billToContact: { firstName: 'M', lastName: 'X', workEmail: 'm@x.example', country: 'United States' },
      },
    }),
    of: payloadOf('zuoraAccountCreate', 'account'),
    count: async (n) => (await (await asZuora()).all('accounts', { 'filter[]': `name.EQ:Matrix ${n}.` })).length,
  },
  {
    system: 'TOGAI',
    name: 'a customer is read',
    match: 'GET /customers/*',
    query: 'query ($id: String!) { togaiCustomer(id: $id) { togaiId name } }',
    variables: (n) => ({ id: customers[n] }),
    of: ({ togaiCustomer }) => togaiCustomer,
  },
  {
    system: 'TOGAI',
    name: 'a credit is granted',
    match: 'POST /credits',
    query: `mutation ($input: TogaiCreditGrantInput!, $key: String!) {
      togaiCreditGrant(input: $input, idempotencyKey: $key) { credit { creditAmount } userErrors { code message } } }`,
    variables: (n) => ({
      key: `matrix-${n}`,
      input: { accountId: creditAccount, purpose: `Matrix ${n}.`, amount: '25.50', priority: 10 },
    }),
    of: payloadOf('togaiCreditGrant', 'credit'),
    count: async (n) => {
      const pages = await togai.pages(`/credits?account_id=${creditAccount}&pageSize=50`);
      return pages
        .flatMap(({ data }) => data as { purpose: string }[])
        .filter(({ purpose }) => purpose === `Matrix ${n}.`).length;
    },
  },
  {
    system: 'FIRST_PROMOTER',
    name: 'a sale is told',
    match: 'POST /**',
    query: `mutation ($input: ReferralSaleTrackInput!) {
      referralSaleTrack(input: $input) { outcome userErrors { code message } } }`,
    variables: (n) => ({
      input: { eventId: `matrix-${n}`, email: `nobody-${n}@example.com`, amount: { amount: '1.00', currency: 'USD' } },
    }),
    of: payloadOf('referralSaleTrack', 'outcome'),
  },
  {
    system: 'ZUORA_REVENUE',
    renewsTokens: true,
    name: 'a list is read',
    match: 'GET /**',
    query: 'query { revenueOrgs { orgId name } }',
    variables: () => ({}),
    of: ({ revenueOrgs }) => revenueOrgs,
  },
];

/** How often each has been asked for. */
const asked = new Map<Operation, number>();
const next = (operation: Operation): number => {
  const n = (asked.get(operation) ?? 0) + 1;
  asked.set(operation, n);
  return n;
};
const isEmpty = (value: unknown) => value === null || value === undefined;

async function ask({ query, of }: Operation, variables: object) {
  const startedAt = performance.now();
  const answer = await test.query<Record<string, unknown>>(query, variables);
  const found = isEmpty(answer.data) ? null : of(answer.data);
  const refused = Object.values(answer.data ?? {}).flatMap(
    (payload) => (payload as { userErrors?: { message: string }[] } | null)?.userErrors ?? [],
  );
  return { answer, found, refused, ms: performance.now() - startedAt };
}

function expectTyped({ errors = [] }: Answer<unknown>, { system }: Operation, codes: readonly string[]): void {
  expect(errors).not.toEqual([]);
  for (const { message, extensions } of errors) {
    expect(codes).toContain(extensions.code);
    expect(message).not.toMatch(/\n\s+at |node:internal|\[object/);
    if (extensions.code.startsWith('UPSTREAM_')) expect(extensions.system).toBe(system);
    // A page of a proxy passes, an answer of another shape does not.
    if (extensions.code !== 'UPSTREAM_INVALID_RESPONSE') {
      expect(extensions.retryable).toBe(extensions.code !== 'UPSTREAM_UNAUTHENTICATED');
    }
  }
}

/** Systems are tried side by side, each by one test at a time: a fault meets the requests of its own test alone. */
const turns = new Map<string, Promise<unknown>>();
function inTurn(system: string, work: () => Promise<void>): Promise<void> {
  const mine = (turns.get(system) ?? Promise.resolve()).then(async () => {
    try {
      await work();
    } finally {
      test.sandbox(system).clearFaults();
    }
  });
  turns.set(
    system,
    mine.catch(() => {}),
  );
  return mine;
}

describe.concurrent.each(OPERATIONS)('$system: when $name', (operation) => {
  it.each(FAULTS)(
    '$name that lasts is told in time, and is over when it is over',
    ({ fault, codes }) =>
      inTurn(operation.system, async () => {
        const n = next(operation);
        const variables = operation.variables(n);
        test.sandbox(operation.system).fault(operation.match, { ...fault, every: true });
        const first = await ask(operation, variables);
        expect(first.ms).toBeLessThan(PATIENCE_MS);
        if (isEmpty(first.found)) {
          expect(first.refused).toEqual([]);
          expectTyped(first.answer, operation, codes);
        }

        test.sandbox(operation.system).clearFaults();
        // Breakers that have opened try again.
        clock.advance(120_000);
        const again = await expect
          .poll(
            async () => {
              const next = await ask(operation, variables);
              expect(next.answer.errors).toBeUndefined();
              expect(next.refused).toEqual([]);
              return next.found;
            },
            { interval: 50 },
          )
          .not.toBeNull()
          .then(() => ask(operation, variables));
        // Whatever was said in spite of the fault was right.
        if (!isEmpty(first.found)) expect(first.found).toEqual(again.found);
        if (operation.count) expect(await operation.count(n)).toBe(1);
      }),
    120_000,
  );

  it.each(FAULTS.filter(({ fault }) => !('ms' in fault)))(
    'one $name does no harm',
    ({ fault }) =>
      inTurn(operation.system, async () => {
        const n = next(operation);
        const variables = operation.variables(n);
        test
          .sandbox(operation.system)
          .fault(operation.match, 'retryAfter' in fault ? { ...fault, retryAfter: 0 } : fault);
        const answer = await ask(operation, variables);
        // What is not for the gateway to put right: nobody else has another key, and another shape stays one.
        const isFinal = (answer.answer.errors ?? []).every(({ extensions }) => FINAL.has(extensions.code));
        if (fault.kind === 'wrong-shape' || (fault.kind === 'expired-token' && !operation.renewsTokens)) {
          expect(isFinal).toBe(true);
          if (answer.answer.errors) return;
        }
        expect(answer.answer.errors).toBeUndefined();
        expect(answer.found).not.toBeNull();
        if (operation.count) expect(await operation.count(n)).toBe(1);
      }),
    120_000,
  );
});
