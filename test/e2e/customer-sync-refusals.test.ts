import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey } from '../../src/domain/access/key-text.js';
import { openApiKeys } from '../../src/store/api-keys.js';
import { openStore } from '../../src/store/open-store.js';
import { startTogaiSandbox, type TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { newAccount, newCustomer, type ShownRun, syncsOf, TO_TOGAI, TO_ZUORA } from '../support/syncing.js';
import { temporaryStore } from '../support/temporary-store.js';

let store: Awaited<ReturnType<typeof temporaryStore>>;
let gateway: TestGateway;
let zuora: ZuoraSandbox;
let sandbox: TogaiSandbox;
/** Another organisation. */
let eu: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;
const keys = { admin: '', togaiAlone: '' };
const as =
  (key: keyof typeof keys): TestGateway['query'] =>
  (query, variables) =>
    gateway.query(query, variables, { authorization: `Bearer ${keys[key]}` });
let syncs: ReturnType<typeof syncsOf>;

beforeAll(async () => {
  store = await temporaryStore();
  const opened = await openStore({ url: store.url });
  for (const [name, systems] of [
    ['admin', null],
    ['togaiAlone', ['TOGAI']],
  ] as const) {
    const { id, text, secretHash } = newKey();
    const times = { createdAt: Date.now(), expiresAt: null, lastUsedAt: null, revokedAt: null };
    await openApiKeys(opened.db).add({
      id,
      name,
      scopes: name === 'admin' ? ['admin'] : ['read', 'sync'],
      systems,
      secretHash,
      ...times,
    });
    keys[name] = text;
  }
  await opened.close();
  eu = await startTogaiSandbox({ seed: 'europe', customers: 3, limits: false });
  gateway = await startTestGateway({
    sandbox: { customers: 10 },
    environment: {
      ...{ DATABASE_URL: store.url, ACCESS: 'KEYS', PERSONAL_DATA: 'HIDDEN', DISCOVERY_INTERVAL_MINUTES: '0' },
      ...{ CONNECTION_KEYS: `first:${randomBytes(32).toString('base64')}`, CONNECTION_HOSTS: '127.0.0.1' },
    },
  });
  zuora = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
  sandbox = gateway.sandbox('TOGAI') as TogaiSandbox;
  togai = callerOf(sandbox);
  syncs = syncsOf({ query: as('admin') });
});
afterAll(async () => {
  await gateway?.close();
  await eu?.close();
  await store?.remove();
});

const makeAccount = (given?: object) => newAccount({ query: as('admin') }, given);
const made = () => sandbox.requests('POST /customers').length + zuora.requests('PUT /v1/accounts/*').length;
const find = (system: string, value: string) =>
  as('admin')('query ($id: ExternalIdInput!) { customer(externalId: $id) { id } }', { id: { system, value } });

async function connect({
  settings,
  ...input
}: { settings: Record<string, string> } & Record<string, unknown>): Promise<string> {
  const { data } = await as('admin')<{ connectionCreate: { connection: { id: string } } }>(
    'mutation ($input: ConnectionInput!) { connectionCreate(input: $input) { connection { id } userErrors { message } } }',
    { input: { ...input, settings: Object.entries(settings).map(([name, value]) => ({ name, value })) } },
  );
  return data.connectionCreate.connection.id;
}

/** Asserts that nothing is begun and nothing written, and gives what is said. */
async function refused(input: object, code: string): Promise<string> {
  const before = made();
  const [first, ...others] = await syncs.refused(input);
  expect([first?.code, first?.field?.[0], others]).toEqual([code, 'input', []]);
  expect(made()).toBe(before);
  return first?.message ?? '';
}

describe('what a person has to put right first is said before anything is written', () => {
  it('whom nobody knows, and connections that are not there or lead to one system', async () => {
    expect(await refused({ customer: 'nobody', ...TO_TOGAI }, 'NOT_FOUND')).toBe(
      'ZUORA_BILLING has no customer nobody.',
    );
    const there = { customer: 'A00000003', ...TO_TOGAI };
    expect(await refused({ ...there, to: 'TOGAI/asia' }, 'NOT_FOUND')).toContain('no open connection TOGAI/asia');
    expect(await refused({ ...there, to: 'ZUORA_BILLING' }, 'INVALID')).toContain('to different systems');
    expect(await syncs.refused({ ...there, to: 'ZUORA_REVENUE' })).toMatchObject([{ code: 'UNSUPPORTED' }]);
  });

  it('what the other system asks for and is not there', async () => {
    const { number } = await makeAccount({ billToContact: { firstName: 'Ada', lastName: 'King' } });
    expect(await refused({ customer: number, ...TO_TOGAI }, 'INVALID')).toBe(
      `Account ${number} has no email address, which Togai asks for: add it there.`,
    );
    const short = await makeAccount({ name: 'Ai' });
    expect(await refused({ customer: short.number, ...TO_TOGAI }, 'INVALID')).toContain('3 characters');
    const poor = await newCustomer(togai, {}, { invoiceCurrency: undefined });
    expect(await refused({ customer: poor, ...TO_ZUORA }, 'INVALID')).toContain('has no currency');
  });

  it('who is archived or canceled, on either side', async () => {
    const { id, number } = await makeAccount();
    zuora.updateAccount(id, { status: 'Canceled' });
    expect(await refused({ customer: number, ...TO_TOGAI }, 'CONFLICT')).toBe(
      `Account ${number} is canceled in Zuora Billing.`,
    );
    const other = await makeAccount();
    await syncs.synced({ customer: other.number, ...TO_TOGAI });
    sandbox.updateCustomer(other.number, { status: 'ARCHIVED' });
    expect(await refused({ customer: other.number, ...TO_TOGAI }, 'CONFLICT')).toBe(
      `Customer ${other.number}, which stands for account ${other.number}, is archived in Togai.`,
    );
  });

  it('an id that somebody else has, until the two are linked', async () => {
    const { id, number } = await makeAccount();
    sandbox.createCustomer({
      id: number,
      name: 'Somebody',
      primaryEmail: 'else@acme.example',
      accounts: [{ id: number, name: 'Somebody' }],
    });
    expect(await refused({ customer: number, ...TO_TOGAI }, 'CONFLICT')).toBe(
      `The id ${number} is that of customer ${number} in Togai, which is not linked with account ${number}: if they are the same, add the alias ${id} to its account.`,
    );
    sandbox.addAlias(number, id);
    expect(await syncs.synced({ customer: number, ...TO_TOGAI })).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('several accounts of one customer there', async () => {
    const [first, second] = [await makeAccount(), await makeAccount()];
    await syncs.synced({ customer: first.number, ...TO_TOGAI });
    zuora.updateAccount(second.id, { TogaiCustomerId__c: first.number });
    expect(await refused({ customer: second.number, ...TO_TOGAI }, 'CONFLICT')).toMatch(
      new RegExp(
        `^Account ${second.number} names ${first.number} of TOGAI, which is the customer cus_\\w+ \\(${first.name}\\)`,
      ),
    );
  });

  it('an alias that another account has; then the run needs a person, and goes on when it is free', async () => {
    const { id, number } = await makeAccount();
    sandbox.createCustomer({
      id: `x-${number}`,
      name: 'Old one',
      primaryEmail: 'o@acme.example',
      accounts: [{ id: `x-${number}`, name: 'Old one' }],
    });
    sandbox.addAlias(`x-${number}`, id);
    const run = await syncs.synced({ customer: number, ...TO_TOGAI });
    expect(run).toMatchObject({ status: 'NEEDS_ATTENTION', failure: expect.stringContaining(`Alias ${id}`) });
    expect(run.steps[0]).toMatchObject({ action: 'createCustomer', status: 'FAILED' });
    sandbox.removeAlias(id);
    await as('admin')('mutation ($id: ID!) { syncRunRetry(id: $id) { run { id } } }', { id: run.id });
    await expect.poll(async () => (await syncs.runOf(run.id)).status).toBe('SUCCEEDED');
  });

  it('which of several accounts of a customer is meant', async () => {
    const id = await newCustomer(togai, {}, { id: 'one', invoiceCurrency: 'EUR' });
    await togai.send('/accounts', { id: 'two', customerId: id, name: 'Second', invoiceCurrency: 'USD' });
    for (const account of ['one', 'two']) await find('TOGAI', account);
    expect(await refused({ customer: id, ...TO_ZUORA }, 'CONFLICT')).toBe(
      `Customer ${id} has several accounts (one, two): name one of them in place of the customer.`,
    );
    const run = await syncs.synced({ customer: 'two', ...TO_ZUORA });
    expect(run.steps).toMatchObject([
      { action: 'POST_Account', after: { currency: 'USD' } },
      { action: 'addAliases', target: 'two' },
    ]);
    // The customer is linked, whichever account is asked about.
    expect((await syncs.synced({ customer: 'one', ...TO_ZUORA })).steps).toEqual([]);
  });
});

describe('connections', () => {
  it('other than the default ones work, and each has its own customer', async () => {
    const to = await connect({
      ...{ system: 'TOGAI', name: 'EU', endpoint: eu.url },
      settings: { API_KEY: eu.credentials.apiKey, REQUESTS_PER_SECOND: '1000' },
    });
    const { number } = await makeAccount();
    const before = sandbox.requests().length;
    const input = { customer: number, from: 'ZUORA_BILLING', to };
    expect(await syncs.synced(input)).toMatchObject({ status: 'SUCCEEDED' });
    expect(sandbox.requests()).toHaveLength(before);
    expect((await callerOf(eu).get(`/customers/${number}`)).status).toBe(200);
    expect((await syncs.synced({ ...TO_ZUORA, customer: number, from: 'TOGAI/eu' })).steps).toEqual([]);
    const { data: known } = (await find('ZUORA_BILLING', number)) as never as { data: { customer: { id: string } } };
    expect((await syncs.synced({ ...input, customer: known.customer.id })).steps).toEqual([]);
  });

  it.each([
    ['a field for the link', 'plain', { LINK_FIELDS: 'CrmId__c' }],
    ['Object Query', 'zoql', { OBJECT_QUERY: 'OFF' }],
  ])('to tenants without %s are one-sided, and the step says so', async (_, name, own) => {
    const { clientId, clientSecret } = zuora.credentials;
    const settings = { CLIENT_ID: clientId, CLIENT_SECRET: clientSecret, ...own };
    const plain = `ZUORA_BILLING/${name}`;
    await connect({ system: 'ZUORA_BILLING', name, endpoint: zuora.url, settings });
    const { id, number } = await makeAccount();
    const after = { note: expect.stringContaining('no field for ids of TOGAI') };
    const input = { ...TO_TOGAI, customer: number, from: plain };
    const run = await syncs.synced(input);
    expect(run.steps).toMatchObject([{ action: 'createCustomer', after: { ...after, account: { aliases: [id] } } }]);
    expect((await syncs.synced(input)).steps).toEqual([]);

    const key = await newCustomer(togai);
    const back = { ...TO_ZUORA, customer: key, to: plain };
    const other = await syncs.synced(back);
    expect(other.steps).toMatchObject([
      { action: 'POST_Account', after },
      { action: 'addAliases', target: key },
    ]);
    expect((await syncs.synced(back)).steps).toEqual([]);
    const echo = { customer: `C-${key}`, from: plain, to: 'TOGAI' };
    expect(await syncs.synced(echo)).toMatchObject({ steps: [], customer: other.customer });
  });

  it('that the caller may not ask are not asked', async () => {
    const { number } = await makeAccount();
    const before = made();
    const { errors } = await as('togaiAlone')(
      'mutation ($input: CustomerSyncInput!) { customerSync(input: $input) { run { id } } }',
      { input: { customer: number, ...TO_TOGAI } },
    );
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(made()).toBe(before);
  });

  it('show data of persons to those alone who may see them', async () => {
    const { number } = await makeAccount();
    const { id } = await syncs.synced({ customer: number, ...TO_TOGAI });
    const query = 'query ($id: ID!) { syncRun(id: $id) { status steps { action target after } } }';
    const { data, errors } = await as('togaiAlone')<{ syncRun: ShownRun }>(query, { id });
    expect(data.syncRun).toEqual({
      status: 'SUCCEEDED',
      steps: ['createCustomer', 'PUT_Account'].map((action) => ({ action, target: number, after: null })),
    });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });
});
