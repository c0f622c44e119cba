import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { upstreamSettings } from '../../../src/config/load.js';
import { systemClock } from '../../../src/kernel/clock.js';
import { UpstreamError } from '../../../src/kernel/errors.js';
import { silentLogger } from '../../../src/kernel/logger.js';
import { KnownSecrets } from '../../../src/kernel/secrets/known-secrets.js';
import { ZuoraClient } from '../../../src/upstreams/zuora-billing/client.js';
import type { ZuoraBillingSettings } from '../../../src/upstreams/zuora-billing/config.js';
import { zuoraBillingUpstream } from '../../../src/upstreams/zuora-billing/index.js';
import { toAccount } from '../../../src/upstreams/zuora-billing/mapping/account.js';
import { toSubscription } from '../../../src/upstreams/zuora-billing/mapping/subscription.js';
import type { ZuoraSubscription } from '../../../src/upstreams/zuora-billing/model.js';
import { queriesOf } from '../../../src/upstreams/zuora-billing/queries/queries-of.js';
import type { ZuoraQueries } from '../../../src/upstreams/zuora-billing/queries/zuora-queries.js';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../../src/upstreams/zuora-billing/sandbox/index.js';
import { TenantCapabilities } from '../../../src/upstreams/zuora-billing/tenant/capabilities.js';

const options = { signal: new AbortController().signal, lane: 'interactive' } as const;
const TODAY = '2026-11-21';

interface Tenant {
  readonly sandbox: ZuoraSandbox;
  readonly client: ZuoraClient;
  ask(how: ZuoraBillingSettings['objectQuery']): ZuoraQueries;
}
const opened: Tenant[] = [];

async function tenant(features: { objectQuery: boolean }): Promise<Tenant> {
  const sandbox = await startZuoraBillingSandbox({ customers: 450, limits: false, ...features });
  const { clientId, clientSecret } = sandbox.credentials;
  const settings = upstreamSettings(zuoraBillingUpstream, {
    ZUORA_BILLING_URL: sandbox.url,
    ZUORA_BILLING_CLIENT_ID: clientId,
    ZUORA_BILLING_CLIENT_SECRET: clientSecret,
  }) as ZuoraBillingSettings;
  const client = new ZuoraClient(settings, { clock: systemClock, secrets: new KnownSecrets(), onCall: () => {} });
  const own: Tenant = {
    sandbox,
    client,
    ask: (objectQuery) =>
      queriesOf(client, new TenantCapabilities(client, settings), { ...settings, objectQuery }, silentLogger),
  };
  opened.push(own);
  return own;
}

let whole: Tenant;
let without: Tenant;
beforeAll(async () => {
  whole = await tenant({ objectQuery: true });
  without = await tenant({ objectQuery: false });
});
beforeEach(() => {
  whole.sandbox.reset();
  without.sandbox.reset();
});
afterAll(async () => {
  for (const { sandbox, client } of opened) {
    await client.close();
    await sandbox.close();
  }
});

const pathsOf = ({ sandbox }: Tenant) =>
  sandbox.requests().flatMap(({ method, path }) => (path === '/oauth/token' ? [] : `${method} ${path}`));
const countsOf = (paths: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(paths, (path) => path)].map(([path, { length }]) => [path, length]));

async function allAccounts(queries: ZuoraQueries) {
  const rows = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<ZuoraQueries['accountPage']>> = await queries.accountPage(cursor, options);
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor);
  return rows.map(toAccount).toSorted((a, b) => a.zuoraId.localeCompare(b.zuoraId));
}

const subscriptionsOf = async (queries: ZuoraQueries, by: 'accountId' | 'name', keys: readonly string[]) =>
  (await queries.latestSubscriptions(by, keys, options))
    .map((row) => inOrder(toSubscription(row, TODAY)))
    .toSorted((a, b) => a.subscriptionNumber.localeCompare(b.subscriptionNumber));

/** Neither way promises an order of plans and charges. */
function inOrder(subscription: ZuoraSubscription): ZuoraSubscription {
  const plans = subscription.ratePlans.map((plan) => ({
    ...plan,
    charges: plan.charges.toSorted((a, b) => a.id.localeCompare(b.id)),
  }));
  return { ...subscription, ratePlans: plans.toSorted((a, b) => a.id.localeCompare(b.id)) };
}

describe('ZOQL and Object Query', () => {
  it('find the same accounts, but for what ZOQL does not know', async () => {
    const expected = await allAccounts(whole.ask('ON'));
    const found = await allAccounts(whole.ask('OFF'));
    expect(found.length).toBeGreaterThan(300);
    expect(found).toEqual(
      expected.map(({ metrics, ...account }) => ({
        ...account,
        metrics: {
          ...metrics,
          contractedMrr: null,
          totalDebitMemoBalance: null,
          unappliedPaymentAmount: null,
          unappliedCreditMemoAmount: null,
          reservedPaymentAmount: null,
        },
      })),
    );
    expect(found.some(({ customFields }) => customFields !== null)).toBe(true);
    expect(found.some(({ soldToContact }) => soldToContact === null)).toBe(true);
  });

  it('find the same subscriptions with plans, charges and tiers, but for the contracted MRR', async () => {
    const ids = (await allAccounts(whole.ask('ON'))).slice(0, 60).map(({ zuoraId }) => zuoraId);
    const expected = await subscriptionsOf(whole.ask('ON'), 'accountId', ids);
    const found = await subscriptionsOf(whole.ask('OFF'), 'accountId', ids);
    expect(found.length).toBeGreaterThan(60);
    expect(found).toEqual(expected.map((subscription) => ({ ...subscription, contractedMrr: null })));
    const charges = found.flatMap(({ ratePlans }) => ratePlans.flatMap((plan) => plan.charges));
    expect(charges.some(({ discountPercentage }) => discountPercentage !== null)).toBe(true);
    expect(charges.some(({ model, price }) => model === 'Discount-Fixed Amount' && price !== null)).toBe(true);
    expect(charges.some(({ tiers }) => tiers.length > 1)).toBe(true);
  });

  it('find the same by number and by the id of any version', async () => {
    const [account] = await whole.ask('ON').accounts('accountNumber', ['A00000002'], options);
    const [expected] = await subscriptionsOf(whole.ask('ON'), 'accountId', [account?.id ?? '']);
    const zoql = whole.ask('OFF');
    const number = expected?.subscriptionNumber ?? '';
    expect(await subscriptionsOf(zoql, 'name', [number, 'A-S99999999'])).toEqual([
      { ...expected, contractedMrr: null },
    ]);
    expect(await zoql.subscriptionNumbers([expected?.zuoraId ?? '', '8ad0'.padEnd(32, '0')], options)).toEqual(
      new Map([[expected?.zuoraId, number]]),
    );
  });
});

describe('ZOQL', () => {
  it('asks for accounts in one query, for their contacts in another, for the fields once', async () => {
    const queries = without.ask('OFF');
    const numbers = Array.from({ length: 99 }, (_, n) => `A${String(n + 1).padStart(8, '0')}`);
    await queries.accounts('accountNumber', numbers, options);
    expect(countsOf(pathsOf(without))).toEqual({ 'GET /v1/describe/Account': 1, 'POST /v1/action/query': 2 });
    await queries.accounts('accountNumber', ['A00000001'], options);
    expect(countsOf(pathsOf(without))).toEqual({ 'GET /v1/describe/Account': 1, 'POST /v1/action/query': 4 });
    expect(without.sandbox.requests('POST /v1/action/query')[0]?.headers).toMatchObject({
      'x-zuora-wsdl-version': '79',
    });
  });

  it('puts at most 200 conditions into a query and reads a result of more than 2,000 rows to its end', async () => {
    const queries = without.ask('OFF');
    const [account] = await queries.accounts('accountNumber', ['A00000001'], options);
    const before = await queries.latestSubscriptions('accountId', [account?.id ?? ''], options);
    for (let n = 0; n < 2_100; n += 1) {
      without.sandbox.add('subscription', {
        accountId: account?.id ?? '',
        name: `S-many-${n}`,
        version: 1,
        isLatestVersion: true,
        status: 'Active',
      });
    }
    const found = await queries.latestSubscriptions('accountId', [account?.id ?? ''], options);
    expect(found).toHaveLength(before.length + 2_100);
    expect(without.sandbox.requests('POST /v1/action/queryMore')).toHaveLength(1);
  });

  it.each([
    ["O'Hara"],
    ['back\\slash'],
    ["\\' or Name like '%"],
    ["x' or Id != 'x"],
    ['"quoted", [list]'],
    ['ünï 株式'],
  ])('finds the account with the number %s, and no other', async (accountNumber) => {
    without.sandbox.updateAccount('A00000004', { accountNumber });
    const found = await without.ask('OFF').accounts('accountNumber', [accountNumber], options);
    expect(found.map((account) => account.accountNumber)).toEqual([accountNumber]);
  });

  it('begins the list of accounts again when Zuora has forgotten the place', async () => {
    const queries = without.ask('OFF');
    const { rows } = await queries.accountPage(null, options);
    const again = await queries.accountPage('8ad0ffffffffffffffffffffffffffff-200', options);
    expect(again.rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });
});

describe('a tenant without Object Query', () => {
  it('is noticed by its first refusal and asked through ZOQL from then on', async () => {
    const queries = without.ask('AUTO');
    expect(await queries.accounts('accountNumber', ['A00000001'], options)).toHaveLength(1);
    expect(await queries.accounts('accountNumber', ['A00000002'], options)).toHaveLength(1);
    expect(pathsOf(without)).toEqual([
      'GET /object-query/accounts',
      'GET /v1/describe/Account',
      ...Array.from({ length: 4 }, () => 'POST /v1/action/query'),
    ]);
  });

  it('is not taken for one when ZOQL is refused, too', async () => {
    const closed = await tenant({ objectQuery: false });
    closed.sandbox.fault('GET /v1/describe/*', { kind: 'server-error', every: true });
    const queries = closed.ask('AUTO');
    const error = await queries.accounts('id', ['x'], options).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UpstreamError);
    expect(error).toMatchObject({ code: 'UPSTREAM_FORBIDDEN' });
    await queries.accounts('id', ['x'], options).catch(() => {});
    expect(closed.sandbox.requests('GET /object-query/accounts')).toHaveLength(2);
  });

  it('keeps what is wrong with a key or the network to Object Query', async () => {
    whole.sandbox.fault('GET /object-query/*', { kind: 'server-error', every: true });
    await expect(whole.ask('AUTO').accounts('id', ['x'], options)).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
    });
    expect(whole.sandbox.requests('POST /v1/action/*')).toEqual([]);
  });
});

describe('what a change looks for', () => {
  it.each(['ON', 'OFF'] as const)('is found alike: Object Query %s', async (how) => {
    const queries = whole.ask(how);
    const added = whole.sandbox.updateAccount('A00000006', { name: "O'Neil, [new]" });
    const before = new Date(Date.now() - 60_000).toISOString();
    const after = new Date(Date.now() + 60_000).toISOString();
    const ids = async (since: string) =>
      (await queries.accountsNamed("O'Neil, [new]", since, options)).map(({ id }) => id);
    expect(await ids(before)).toEqual([added.id]);
    expect(await ids(after)).toEqual([]);
    const contact = whole.sandbox.add('contact', { accountId: added.id, firstName: 'A', lastName: 'B' });
    const contacts = async (since: string) => (await queries.contactsOf(added.id, since, options)).map(({ id }) => id);
    expect(await contacts(before)).toEqual([contact.id]);
    expect(await contacts(after)).toEqual([]);
  });
});
