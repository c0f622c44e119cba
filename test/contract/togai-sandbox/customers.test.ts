import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scenario } from '../../../src/upstreams/sandbox-kit/scenario.js';
import { startTogaiSandbox, type TogaiSandbox } from '../../../src/upstreams/togai/sandbox/index.js';
import { callerOf, stoppedClock } from './support.js';

const story = scenario();
const idsOf = (n: number) => story.customer(n).ids;

let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;

beforeAll(async () => {
  sandbox = await startTogaiSandbox({ limits: false, clock: stoppedClock('2026-11-21T10:00:00.000Z') });
  togai = callerOf(sandbox);
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const body = async (path: string) => (await togai.get(path)).body;

describe('a customer and its account', () => {
  it('is shown as the story tells it', async () => {
    expect(await body('/customers/customer-00000012')).toEqual({
      id: 'customer-00000012',
      togaiCustomerId: 'customer.1zY0000000b.13f14',
      name: "D'Angelo AB 12",
      primaryEmail: 'billing+12@customer-12.example',
      billingAddress: '215 丸の内, 100-0005, 東京都, JP',
      address: { line1: '215 丸の内', postalCode: '100-0005', city: '東京都', country: 'JP' },
      status: 'ACTIVE',
      createdAt: '2020-02-16T14:05:00.878Z',
      updatedAt: '2020-07-11T14:05:00.878Z',
    });
    expect(await body('/accounts/account-00000012')).toEqual({
      id: 'account-00000012',
      togaiAccountId: 'account.1zY0000000m.2e762',
      customerId: 'customer-00000012',
      togaiCustomerId: 'customer.1zY0000000b.13f14',
      name: "D'Angelo AB 12",
      invoiceCurrency: 'JPY',
      netTermDays: 30,
      address: { line1: '215 丸の内', postalCode: '100-0005', city: '東京都', country: 'JP' },
      primaryEmail: 'billing+12@customer-12.example',
      status: 'ACTIVE',
      metadata: { region: 'JP', VATN: 'JP22' },
      aliases: [{ alias: 'workspace-22' }],
      settings: [
        {
          id: 'zuora_account_id.account-00000012',
          value: idsOf(11).subscriptionAccountId,
          namespace: 'ZUORA',
          name: 'zuora_account_id',
          dataType: 'STRING',
        },
      ],
    });
  });

  it('is the same in lists', async () => {
    const { data } = await body('/accounts?pageSize=100');
    expect(data.find(({ id }: { id: string }) => id === 'account-00000012')).toEqual(
      await body('/accounts/account-00000012'),
    );
  });

  it('leaves out what it does not have', async () => {
    const { invoiceCurrency, aliases } = await body('/accounts/account-00000005');
    expect({ invoiceCurrency, aliases }).toEqual({
      invoiceCurrency: undefined,
      aliases: [{ alias: idsOf(4).subscriptionAccountId }],
    });
    expect(await body('/accounts/account-00000010')).not.toHaveProperty('aliases');
    expect(await body('/accounts/account-00000004')).not.toHaveProperty('netTermDays');
  });

  it('covers archived customers, accounts in draft and second accounts', async () => {
    expect(await body('/customers/customer-00000089')).toMatchObject({ status: 'ARCHIVED' });
    expect(await body('/accounts/account-00000089')).toMatchObject({ status: 'ARCHIVED' });
    expect(await body('/accounts/account-00000005-2')).toMatchObject({
      status: 'DRAFT',
      customerId: 'customer-00000005',
      name: 'Acme "Rocket" Works GmbH 5 - Labs',
    });
    expect((await togai.get('/accounts/account-00000012-2')).status).toBe(404);
  });

  it('is missing where the customer uses no metered product', async () => {
    const n = Array.from({ length: 100 }, (_, i) => i).find((i) => !story.customer(i).inUsageBilling) ?? -1;
    expect((await togai.get(`/customers/${idsOf(n).usageCustomerId}`)).status).toBe(404);
    expect((await togai.get(`/accounts/${idsOf(n).usageAccountId}`)).status).toBe(404);
  });
});

describe('links to the subscription billing', () => {
  const linked = (link: string) => {
    const n = Array.from({ length: 500 }, (_, i) => i).find((i) => story.customer(i).link === link) ?? -1;
    return idsOf(n);
  };
  const aliasValues = async (accountId: string) =>
    (await body(`/accounts/${accountId}/account_aliases`)).data.map(({ value }: { value: string }) => value);
  const settingValues = async (accountId: string) =>
    (await body(`/settings?entity_id=${accountId}`)).data.map(({ value }: { value: string }) => value);

  it('is an alias with the account number, or with the account id', async () => {
    const byNumber = linked('alias-number');
    expect(await aliasValues(byNumber.usageAccountId)).toContain(byNumber.subscriptionAccountNumber);
    expect(await aliasValues(byNumber.usageAccountId)).not.toContain(byNumber.subscriptionAccountId);
    const byId = linked('alias-id');
    expect(await aliasValues(byId.usageAccountId)).toContain(byId.subscriptionAccountId);
    expect(await settingValues(byId.usageAccountId)).toEqual([]);
  });

  it('is a setting of the account', async () => {
    const ids = linked('setting-id');
    expect(await settingValues(ids.usageAccountId)).toEqual([ids.subscriptionAccountId]);
    expect(await aliasValues(ids.usageAccountId)).not.toContain(ids.subscriptionAccountId);
  });

  it('is nowhere on this side where the other system keeps it', async () => {
    const ids = linked('custom-field');
    const texts = JSON.stringify([
      await body(`/accounts/${ids.usageAccountId}`),
      await settingValues(ids.usageAccountId),
      await aliasValues(ids.usageAccountId),
    ]);
    expect(texts).not.toContain(ids.subscriptionAccountId);
    expect(texts).not.toContain(ids.subscriptionAccountNumber);
  });

  it('disagrees with the story in what the story says', async () => {
    expect(story.customer(0)).toMatchObject({ differs: true, currency: 'JPY', usageCurrency: 'USD' });
    expect(await body('/accounts/account-00000001')).toMatchObject({
      name: `${story.customer(0).name} (old name)`,
      primaryEmail: 'accounts@customer-1.example',
      invoiceCurrency: 'USD',
    });
  });
});

describe('aliases', () => {
  it('are listed with an account, without paging', async () => {
    expect(await body('/accounts/account-00000012/account_aliases')).toEqual({
      data: [
        {
          id: '1cbac9b6-1a40-4441-8828-a01aff66ccc3',
          value: 'workspace-22',
          effectiveFrom: '2020-02-16T14:05:00.878Z',
          effectiveUntil: '9999-01-01T00:00:00.000Z',
          createdAt: '2020-02-16T14:05:00.878Z',
        },
      ],
    });
  });

  it('are found by value, without saying whose they are', async () => {
    const alias = { value: 'workspace-22', createdAt: '2020-02-16T14:05:00.878Z' };
    expect(await body('/aliases/workspace-22')).toEqual(alias);
    const pages = await togai.pages('/aliases?pageSize=100');
    expect(pages.flatMap(({ data }) => data)).toContainEqual(alias);
  });

  it('are shown on the account from the day they count', async () => {
    expect(await body('/accounts/account-00000012?effectiveOn=2020-01-01T00:00:00Z')).not.toHaveProperty('aliases');
    expect(await body('/accounts/account-00000012?effectiveOn=2021-01-01T00:00:00Z')).toMatchObject({
      aliases: [{ alias: 'workspace-22' }],
    });
  });
});

describe('settings', () => {
  const ids = async (query: string) => {
    const pages = await togai.pages(`/settings?${query}`);
    return pages.flatMap(({ data }) => data.map(({ id }: { id: string }) => id));
  };
  const ORGANIZATION = ['BASE_CURRENCY', 'INVOICE_GRACE_DAYS', 'CURRENCY_RATES'];
  const LINK = 'zuora_account_id.account-00000012';

  it('are read by id', async () => {
    expect(await body(`/settings/${LINK}`)).toEqual({
      id: LINK,
      value: idsOf(11).subscriptionAccountId,
      entityType: 'ACCOUNT',
      entityId: 'account-00000012',
      namespace: 'ZUORA',
      name: 'zuora_account_id',
      dataType: 'STRING',
    });
  });

  it.each([
    ['entity_type=ORGANIZATION', ORGANIZATION],
    ['namespace=TOGAI&setting_id=BASE_CURRENCY', ['BASE_CURRENCY']],
    ['entity_id=account-00000012', [LINK]],
    ['entity_id=account-00000012&entity_type=ACCOUNT&namespace=ZUORA', [LINK]],
    ['entity_id=account-00000012&namespace=USER', []],
    [`setting_id=${LINK}`, [LINK]],
    [`setting_id=${LINK}&entity_type=CUSTOMER`, []],
    ['setting_id=none', []],
    ['entity_type=INVOICE', []],
  ])('are filtered by %s', async (query, expected) => {
    expect(await ids(query)).toEqual(expected);
  });

  it('hold every link of the story that is kept in one', async () => {
    const customers = Array.from({ length: story.size }, (_, n) => story.customer(n));
    const linked = customers.filter(({ link }) => link === 'setting-id');
    expect(await ids('namespace=ZUORA')).toEqual(linked.map(({ ids }) => `zuora_account_id.${ids.usageAccountId}`));
    expect(linked.length).toBeGreaterThan(50);
  });
});

describe('changes', () => {
  it('are seen by every read, and forgotten by a reset', async () => {
    sandbox.updateCustomer('customer-00000012', { name: 'Renamed' });
    expect(await body('/customers/customer-00000012')).toMatchObject({
      name: 'Renamed',
      createdAt: '2020-02-16T14:05:00.878Z',
      updatedAt: '2026-11-21T10:00:00.000Z',
    });
    expect((await body('/customers')).data.map(({ name }: { name: string }) => name)).toContain('Renamed');
    sandbox.reset();
    expect(await body('/customers/customer-00000012')).toMatchObject({ name: "D'Angelo AB 12" });
  });

  it('add and remove aliases, each of which is one account’s only', async () => {
    sandbox.addAlias('account-00000010', 'A00000999');
    expect(await body('/accounts/account-00000010')).toMatchObject({ aliases: [{ alias: 'A00000999' }] });
    expect(await body('/aliases/A00000999')).toEqual({ value: 'A00000999', createdAt: '2026-11-21T10:00:00.000Z' });
    expect(() => sandbox.addAlias('account-00000012', 'A00000999')).toThrow('alias A00000999 is taken');
    sandbox.removeAlias('workspace-22');
    expect(await body('/accounts/account-00000012')).not.toHaveProperty('aliases');
    expect((await togai.get('/aliases/workspace-22')).status).toBe(404);
    expect(() => sandbox.addAlias('nobody', 'x')).toThrow('there is no account nobody');
  });

  it('add customers with their accounts and settings', async () => {
    sandbox.createCustomer({
      id: 'acme',
      name: 'Acme',
      primaryEmail: 'acme@example.com',
      accounts: [{ id: 'acme-main', name: 'Acme main', invoiceCurrency: 'EUR' }],
    });
    sandbox.putSetting({
      id: 'zuora.acme',
      value: 'A00000001',
      entityType: 'CUSTOMER',
      entityId: 'acme',
      namespace: 'ZUORA',
      name: 'zuora_account_number',
      dataType: 'STRING',
    });
    sandbox.updateAccount('acme-main', { netTermDays: 7 });
    expect(await body('/customers/acme')).toMatchObject({ name: 'Acme', status: 'ACTIVE' });
    expect(await body('/accounts/acme-main')).toMatchObject({
      customerId: 'acme',
      invoiceCurrency: 'EUR',
      netTermDays: 7,
      status: 'ACTIVE',
    });
    expect((await body('/settings?entity_id=acme')).data).toHaveLength(1);
    expect((await body('/v2/accounts/acme-main/schedules?mode=ACTIVE')).data).toEqual([]);
    sandbox.removeSetting('zuora.acme');
    expect((await body('/settings?entity_id=acme')).data).toEqual([]);
  });
});

it('tells the same story with the same seed, and another one with another', async () => {
  const [same, other] = [
    await startTogaiSandbox({ limits: false }),
    await startTogaiSandbox({ limits: false, seed: 'another' }),
  ];
  try {
    for (const path of ['/accounts?pageSize=50', '/v2/price_plans', '/credits', '/aliases', '/settings']) {
      const texts = await Promise.all([sandbox, same, other].map(async (one) => (await callerOf(one).get(path)).body));
      expect(texts[1]).toEqual(texts[0]);
      expect(texts[2]).not.toEqual(texts[0]);
    }
  } finally {
    await Promise.all([same.close(), other.close()]);
  }
});
