import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { newAccount, newCustomer, syncsOf, TO_TOGAI, TO_ZUORA } from '../support/syncing.js';
import { tenantRows } from '../support/zuora-rows.js';

let gateway: TestGateway;
let zuora: ZuoraSandbox;
let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;
let syncs: ReturnType<typeof syncsOf>;
const makeAccount = (given?: object) => newAccount(gateway, given);

beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { customers: 10 }, environment: { DISCOVERY_INTERVAL_MINUTES: '0' } });
  zuora = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
  sandbox = gateway.sandbox('TOGAI') as TogaiSandbox;
  togai = callerOf(sandbox);
  syncs = syncsOf(gateway);
});
afterEach(() => {
  zuora.clearFaults();
  sandbox.clearFaults();
});
afterAll(() => gateway?.close());

const isWrite = ({ method, path }: { method: string; path: string }) => method !== 'GET' && !path.startsWith('/oauth');
const writes = () =>
  [...zuora.requests(), ...sandbox.requests()]
    .filter(isWrite)
    .map(({ method, path }) => `${method} ${path}`)
    .sort();

const update = async (key: string, input: object) => {
  const { data } = await gateway.query<{ zuoraAccountUpdate: { userErrors: object[] } }>(
    'mutation ($key: String!, $input: ZuoraAccountUpdateInput!) { zuoraAccountUpdate(key: $key, input: $input) { userErrors { message } } }',
    { key, input },
  );
  expect(data.zuoraAccountUpdate.userErrors).toEqual([]);
};

describe('an account of Zuora Billing', () => {
  it('becomes a customer of Togai with an account, linked on both sides; again, and back, nothing is left to do', async () => {
    const { id, number, name } = await makeAccount();
    const input = { customer: number, ...TO_TOGAI };
    const before = writes();
    const planned = await syncs.plan(input);
    expect(planned).toMatchObject({ kind: 'CUSTOMER', status: 'PLANNED', failure: null });
    expect(planned.steps).toMatchObject([
      {
        ...{ system: 'TOGAI', action: 'createCustomer', target: number, status: 'PLANNED', before: null },
        after: {
          ...{ id: number, name: name, primaryEmail: 'ada@acme.example' },
          address: { line1: '1 Main St', postalCode: 'LS1', city: 'Leeds', country: 'GB' },
          account: { id: number, name: name, invoiceCurrency: 'GBP', netTermDays: 30, aliases: [id] },
        },
      },
      {
        ...{ system: 'ZUORA_BILLING', action: 'PUT_Account', target: number, status: 'PLANNED' },
        ...{ before: { TogaiCustomerId__c: null }, after: { TogaiCustomerId__c: number } },
      },
    ]);
    expect(writes()).toEqual(before);

    const run = await syncs.synced(input);
    expect(run).toMatchObject({ status: 'SUCCEEDED', failure: null });
    const done = { status: 'DONE', attempts: 1 };
    expect(run.steps).toEqual(planned.steps.map((step) => ({ ...step, ...done })));
    expect(writes()).toEqual([...before, `PUT /v1/accounts/${id}`, 'POST /customers'].sort());
    expect((await togai.get(`/customers/${number}`)).body).toMatchObject({ name: name, status: 'ACTIVE' });
    expect((await togai.get(`/accounts/${number}`)).body).toMatchObject({
      ...{ customerId: number, invoiceCurrency: 'GBP', netTermDays: 30, aliases: [{ alias: id }] },
    });
    const { data } = await gateway.query<{ customer: { id: string; externalIds: { system: string; kind: string }[] } }>(
      'query ($value: String!) { customer(externalId: { system: TOGAI, value: $value }) { id externalIds { system kind } zuoraAccount { accountNumber customFields } } }',
      { value: number },
    );
    expect(data.customer).toMatchObject({
      id: run.customer?.id,
      zuoraAccount: { accountNumber: number, customFields: { TogaiCustomerId__c: number } },
    });
    expect(data.customer.externalIds.map(({ system, kind }) => `${system} ${kind}`).sort()).toEqual([
      ...['TOGAI account', 'TOGAI account-uid', 'TOGAI customer', 'TOGAI customer-uid'],
      ...['ZUORA_BILLING account', 'ZUORA_BILLING account-number'],
    ]);

    const after = writes();
    const customer = run.customer?.id;
    for (const again of [input, { ...input, customer }, { customer: id, ...TO_ZUORA }, { customer, ...TO_ZUORA }]) {
      expect(await syncs.synced(again)).toMatchObject({ status: 'SUCCEEDED', steps: [], customer: { id: customer } });
    }
    expect(writes()).toEqual(after);
  });

  it('brings its name, email and address over when they change, and nothing that it does not have', async () => {
    const { id, number, name } = await makeAccount();
    const input = { customer: number, ...TO_TOGAI };
    await syncs.synced(input);
    sandbox.updateCustomer(number, {
      address: { ...(await togai.get(`/customers/${number}`)).body.address, line2: 'Floor 3' },
    });
    const billToContact = { workEmail: 'grace@acme.example', city: 'York', country: 'DE', postalCode: '' };
    await update(id, { name: `${name} Ltd`, billToContact });
    const after = {
      ...{ name: `${name} Ltd`, primaryEmail: 'grace@acme.example' },
      address: { line1: '1 Main St', line2: 'Floor 3', city: 'York', postalCode: 'LS1', country: 'DE' },
    };
    const run = await syncs.synced(input);
    expect(run.steps).toMatchObject([
      {
        ...{ system: 'TOGAI', action: 'updateCustomer', target: number, status: 'DONE', after },
        before: {
          ...{ name, primaryEmail: 'ada@acme.example' },
          address: { line1: '1 Main St', line2: 'Floor 3', city: 'Leeds', postalCode: 'LS1', country: 'GB' },
        },
      },
    ]);
    expect((await togai.get(`/customers/${number}`)).body).toMatchObject(after);
    // Letter case is no change.
    await update(id, { billToContact: { workEmail: 'Grace@ACME.example' } });
    expect((await syncs.synced(input)).steps).toEqual([]);
  });

  it('is made once, whatever is lost on the way', async () => {
    const { number } = await makeAccount();
    const before = sandbox.requests('POST /customers').length;
    sandbox.fault('POST /customers', { kind: 'reply-lost' });
    zuora.fault('PUT /v1/accounts/*', { kind: 'reply-lost' });
    expect(await syncs.synced({ customer: number, ...TO_TOGAI })).toMatchObject({ status: 'SUCCEEDED' });
    expect(sandbox.requests('POST /customers')).toHaveLength(before + 1);
    expect((await tenantRows(zuora)('accounts', `accountnumber.EQ:${number}`))[0]).toMatchObject({
      TogaiCustomerId__c: number,
    });
  });

  it('that is linked by an alias already gets what it lacks, and no second customer', async () => {
    const { id, number } = await makeAccount();
    const before = sandbox.requests('POST /customers').length;
    sandbox.createCustomer({
      id: 'globex',
      name: 'Globex',
      primaryEmail: 'ada@acme.example',
      accounts: [{ id: 'globex-1', name: 'Globex' }],
    });
    sandbox.addAlias('globex-1', number);
    await gateway.query('{ customer(externalId: { system: TOGAI, value: "globex-1" }) { id } }');
    const run = await syncs.synced({ customer: number, ...TO_TOGAI });
    expect(run.steps.map(({ name, target, after }) => [name, target, after])).toEqual([
      [`Account ${number} names customer globex`, number, { TogaiCustomerId__c: 'globex' }],
      ['Customer globex', 'globex', expect.objectContaining({ name: expect.stringMatching(/^Acme/) })],
    ]);
    expect(sandbox.requests('POST /customers')).toHaveLength(before);
    expect((await syncs.synced({ customer: id, ...TO_TOGAI })).steps).toEqual([]);
  });
});

const customer = (given?: object) => newCustomer(togai, given);
const nameOf = (id: string) => id.replace('initech-', 'Initech ');
const accountOf = async (number: string) => (await tenantRows(zuora)('accounts', `accountnumber.EQ:${number}`)).at(0);
const contactOf = async (id: unknown) => (await tenantRows(zuora)('contacts', `id.EQ:${id}`)).at(0);

describe('a customer of Togai', () => {
  it('becomes an account of Zuora Billing, linked on both sides; again, and back, nothing is left to do', async () => {
    const id = await customer();
    const input = { customer: id, ...TO_ZUORA };
    const before = writes();
    const planned = await syncs.plan(input);
    const number = `C-${id}`;
    expect(planned.steps).toMatchObject([
      {
        ...{ system: 'ZUORA_BILLING', action: 'POST_Account', target: number, status: 'PLANNED', before: null },
        after: {
          ...{
            accountNumber: number,
            name: nameOf(id),
            currency: 'EUR',
            paymentTerm: 'Net 60',
            billCycleDay: 0,
          },
          ...{ TogaiCustomerId__c: id },
          billToContact: {
            ...{ firstName: 'Accounts', lastName: 'Payable', workEmail: 'bill@initech.example', address1: '2 Side St' },
            ...{ city: 'Paris', zipCode: '75001', country: 'FR', workPhone: '+33 1' },
          },
        },
      },
      { system: 'TOGAI', action: 'addAliases', target: id, before: { aliases: [] }, after: { aliases: [number] } },
    ]);
    expect(writes()).toEqual(before);

    const run = await syncs.synced(input);
    expect(run).toMatchObject({ status: 'SUCCEEDED', failure: null });
    const shown = ({ steps }: typeof run) =>
      steps.map(({ name, system, action, target }) => [name, system, action, target]);
    expect(shown(run)).toEqual(shown(planned));
    expect(run.steps[0]?.after).toEqual(planned.steps[0]?.after);
    expect(writes()).toEqual([...before, 'POST /v1/accounts', `POST /accounts/${id}/add_aliases`].sort());
    const account = await accountOf(number);
    expect(account).toMatchObject({
      name: nameOf(id),
      currency: 'EUR',
      paymentTerm: 'Net 60',
      TogaiCustomerId__c: id,
    });
    expect(await contactOf(account?.billToId)).toMatchObject({
      workEmail: 'bill@initech.example',
      city: 'Paris',
      country: 'FR',
    });
    expect((await togai.get(`/accounts/${id}`)).body.aliases).toEqual([{ alias: account?.id }, { alias: number }]);

    const after = writes();
    for (const again of [input, { customer: number, ...TO_TOGAI }, { customer: run.customer?.id, ...TO_TOGAI }]) {
      expect(await syncs.synced(again)).toMatchObject({ status: 'SUCCEEDED', steps: [], customer: run.customer });
    }
    expect(writes()).toEqual(after);
  });

  it('brings its name, email and address over when they change', async () => {
    const id = await customer();
    const input = { customer: id, ...TO_ZUORA };
    await syncs.synced(input);
    const address = { line1: '3 New St', city: 'Lyon', country: 'FR' };
    sandbox.updateCustomer(id, { name: 'Initrode', primaryEmail: 'peter@initech.example', address });
    const run = await syncs.synced(input);
    expect(run.steps).toMatchObject([
      {
        ...{ system: 'ZUORA_BILLING', action: 'PUT_Account', target: `C-${id}` },
        before: { billToContact: { workEmail: 'bill@initech.example', address1: '2 Side St', city: 'Paris' } },
        after: {
          name: 'Initrode',
          billToContact: { workEmail: 'peter@initech.example', address1: '3 New St', city: 'Lyon' },
        },
      },
    ]);
    const account = await accountOf(`C-${id}`);
    expect(account).toMatchObject({ name: 'Initrode' });
    expect(await contactOf(account?.billToId)).toMatchObject({
      ...{ firstName: 'Accounts', workEmail: 'peter@initech.example', address1: '3 New St', city: 'Lyon' },
      ...{ postalCode: '75001', country: 'FR' },
    });
  });

  it('is made once, whatever is lost on the way', async () => {
    const id = await customer();
    const before = zuora.requests('POST /v1/accounts').length;
    zuora.fault('POST /v1/accounts', { kind: 'reply-lost' });
    sandbox.fault('POST /accounts/*/add_aliases', { kind: 'reply-lost' });
    expect(await syncs.synced({ customer: id, ...TO_ZUORA })).toMatchObject({ status: 'SUCCEEDED' });
    // Zuora answers a repeated request of the same key with what it answered first.
    const sent = zuora.requests('POST /v1/accounts').slice(before);
    expect(new Set(sent.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(await tenantRows(zuora)('accounts', `name.EQ:${nameOf(id)}`)).toHaveLength(1);
    expect(sandbox.requests(`POST /accounts/${id}/add_aliases`)).toHaveLength(1);
  });
});
