import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTogaiSandbox, type TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { QUICK_TAKEOVER } from '../support/crash-stores.js';
import { killableGateway } from '../support/killable-gateway.js';
import { freshPostgres, postgresUrl } from '../support/store.js';
import { newAccount, newCustomer, syncsOf, TO_TOGAI, TO_ZUORA } from '../support/syncing.js';
import { temporaryStore } from '../support/temporary-store.js';
import { tenantRows } from '../support/zuora-rows.js';

let zuora: ZuoraSandbox;
let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;
let gateway: ReturnType<typeof killableGateway>;

beforeAll(async () => {
  [zuora, sandbox] = await Promise.all([
    startZuoraBillingSandbox({ customers: 5, limits: false }),
    startTogaiSandbox({ customers: 5, limits: false }),
  ]);
  togai = callerOf(sandbox);
  gateway = killableGateway({ zuora, togai: sandbox, environment: QUICK_TAKEOVER });
});
afterAll(() => Promise.all([zuora?.close(), sandbox?.close()]));

const query: ReturnType<typeof killableGateway>['query'] = (text, variables) => gateway.query(text, variables);
const syncs = syncsOf({ query });

interface Begun {
  readonly key: string;
  readonly number: string;
  readonly id: string;
}
/** A customer that is in one system alone, and a sync to the other one that was asked for. */
type Way = { readonly make: () => Promise<Omit<Begun, 'id'> & { readonly zuoraId?: string }>; readonly to: object };
const WAYS: Readonly<Record<'toTogai' | 'toZuora', Way>> = {
  toTogai: {
    to: TO_TOGAI,
    make: async () => {
      const { id: zuoraId, number } = await newAccount({ query });
      return { key: number, number, zuoraId };
    },
  },
  toZuora: {
    to: TO_ZUORA,
    make: async () => {
      const key = await newCustomer(togai);
      return { key, number: `C-${key}` };
    },
  },
};

// What is late has been carried out: its answer is what never comes. `after` counts what asking for the sync reads before.
const LATE = { kind: 'latency', ms: 600_000 } as const;
type Death = readonly [way: keyof typeof WAYS, where: string, after?: number];
const TO_TOGAI_DEATHS: readonly Death[] = [
  ['toTogai', 'GET /object-query/accounts', 2],
  ['toTogai', 'GET /customers/KEY', 1],
  ['toTogai', 'POST /customers'],
  ['toTogai', 'GET /accounts/KEY', 2],
  ['toTogai', 'PUT /v1/accounts/ID'],
  ['toTogai', 'GET /object-query/accounts', 4],
];
const TO_ZUORA_DEATHS: readonly Death[] = [
  ['toZuora', 'GET /customers/KEY', 2],
  ['toZuora', 'GET /object-query/accounts', 1],
  ['toZuora', 'POST /v1/accounts'],
  ['toZuora', 'GET /object-query/accounts', 2],
  ['toZuora', 'POST /accounts/KEY/add_aliases'],
  ['toZuora', 'GET /accounts/KEY', 4],
];

/** Begins a run and lets it hang in a call. */
async function hang([way, where, after = 0]: Death): Promise<Begun & { way: Death[0]; where: string }> {
  const { make, to } = WAYS[way];
  const { key, number, zuoraId = '' } = await make();
  const match = where.replace('KEY', key).replace('ID', zuoraId);
  const system = /object-query|\/v1\//.test(where) ? zuora : sandbox;
  const met = () => system.requests(match).length;
  const before = met();
  system.fault(match, { ...LATE, after });
  const { run, userErrors } = await syncs.sync({ customer: key, ...to });
  expect(userErrors).toEqual([]);
  await expect.poll(met, { interval: 10, timeout: 10_000 }).toBe(before + after + 1);
  return { key, number, id: run?.id ?? '', way, where };
}

/** Everything that came of a run, in words that are the same for all of one way. */
async function outcomeOf({ key, number, id }: Begun) {
  await expect.poll(async () => (await syncs.runOf(id)).status, { interval: 50, timeout: 60_000 }).toBe('SUCCEEDED');
  const { steps, failure } = await syncs.runOf(id);
  const [account, ...others] = await tenantRows(zuora)('accounts', `accountnumber.EQ:${number}`);
  if (!account) throw new Error(`there is no account ${number}`);
  const namesakes = await tenantRows(zuora)('accounts', `name.EQ:${account.name}`);
  const all = JSON.stringify({
    ...{ failure, others, namesakes: namesakes.length },
    steps: steps.map(({ name, system, action, status, before, after }) => [
      name,
      system,
      action,
      status,
      before,
      after,
    ]),
    account: [account.name, account.currency, account.paymentTerm, account.TogaiCustomerId__c],
    customer: (await togai.get(`/customers/${key}`)).body,
    own: (await togai.get(`/accounts/${key}`)).body,
  });
  const words = [
    ...[
      [account.id, 'the id'],
      [number, 'the number'],
      [key, 'the key'],
      [account.name, 'the name'],
    ],
  ] as const;
  return JSON.parse(
    words
      .reduce((text, [from, to]) => text.replaceAll(from ?? '', to ?? ''), all)
      .replaceAll(/"(togai(Customer|Account)Id|createdAt|updatedAt)":"[^"]*"/g, '"$1":""'),
  );
}

const stores = [
  ['PGlite', async () => ({ ...(await temporaryStore()) }), [TO_TOGAI_DEATHS, TO_ZUORA_DEATHS]],
  [
    'PostgreSQL',
    async () => {
      const database = await freshPostgres();
      return { url: database.url, remove: () => database.drop() };
    },
    [[...TO_TOGAI_DEATHS, ...TO_ZUORA_DEATHS].filter(([, where]) => !where.startsWith('GET'))],
  ],
] as const;

if (!postgresUrl) console.warn('SKIPPED: killed customer syncs on PostgreSQL, because TEST_DATABASE_URL is not set');

describe.each(stores)('customer syncs on %s', (name, open, batches) => {
  it.skipIf(name === 'PostgreSQL' && !postgresUrl)(
    'go on after kill -9 in each of their calls, to the same end, and make nothing twice',
    async () => {
      const store = await open();
      try {
        await gateway.start(store.url);
        const undisturbed: Partial<Record<keyof typeof WAYS, unknown>> = {};
        for (const way of ['toTogai', 'toZuora'] as const) {
          const { key, number } = await WAYS[way].make();
          const run = await syncs.synced({ customer: key, ...WAYS[way].to });
          undisturbed[way] = await outcomeOf({ key, number, id: run.id });
        }
        for (const deaths of batches) {
          const begun: Awaited<ReturnType<typeof hang>>[] = [];
          for (const death of deaths) begun.push(await hang(death));
          await gateway.kill();
          await gateway.start(store.url);
          for (const { way, where, ...one } of begun) expect(await outcomeOf(one), where).toEqual(undisturbed[way]);
        }
      } finally {
        await gateway.kill();
        await store.remove();
      }
    },
    120_000,
  );
});
