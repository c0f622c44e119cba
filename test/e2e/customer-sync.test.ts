import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { customerSyncs } from '../support/syncing.js';

let gateway: TestGateway;
let zuora: ZuoraSandbox;
let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;
let syncs: ReturnType<typeof customerSyncs>;

beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { customers: 10 }, environment: { DISCOVERY_INTERVAL_MINUTES: '0' } });
  zuora = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
  sandbox = gateway.sandbox('TOGAI') as TogaiSandbox;
  togai = callerOf(sandbox);
  syncs = customerSyncs(gateway);
});
beforeEach(() => {
  zuora.reset();
  sandbox.reset();
});
afterAll(() => gateway?.close());

const isWrite = ({ method, path }: { method: string; path: string }) => method !== 'GET' && !path.startsWith('/oauth');
const writes = () =>
  [...zuora.requests(), ...sandbox.requests()].filter(isWrite).map(({ method, path }) => `${method} ${path}`);

const CONTACT = {
  firstName: 'Ada',
  lastName: 'King',
  workEmail: 'ada@acme.example',
  address1: '1 Main St',
  city: 'Leeds',
  postalCode: 'LS1',
  country: 'United Kingdom',
};
let made = 0;
/** An account in Zuora Billing that no other system knows. */
async function account(given: object = {}): Promise<{ id: string; number: string }> {
  made += 1;
  const input = {
    name: `Acme ${made}`,
    currency: 'GBP',
    paymentTerm: 'Net 30',
    billCycleDay: 1,
    billToContact: CONTACT,
    ...given,
  };
  const { data } = await gateway.query<{ zuoraAccountCreate: { account: { zuoraId: string; accountNumber: string } } }>(
    'mutation ($input: ZuoraAccountCreateInput!) { zuoraAccountCreate(input: $input) { account { zuoraId accountNumber } userErrors { message } } }',
    { input },
  );
  const { zuoraId: id, accountNumber: number } = data.zuoraAccountCreate.account;
  return { id, number };
}

describe('an account of Zuora Billing', () => {
  it('becomes a customer of Togai with an account, linked on both sides; again, and back, nothing is left to do', async () => {
    const { id, number } = await account();
    const input = { customer: number, from: 'ZUORA_BILLING', to: 'TOGAI' };
    const before = writes();
    const planned = await syncs.plan(input);
    expect(planned).toMatchObject({ kind: 'CUSTOMER', status: 'PLANNED', failure: null });
    expect(planned.steps).toMatchObject([
      {
        ...{ system: 'TOGAI', action: 'createCustomer', target: number, status: 'PLANNED', before: null },
        after: {
          ...{ id: number, name: `Acme ${made}`, primaryEmail: 'ada@acme.example' },
          address: { line1: '1 Main St', postalCode: 'LS1', city: 'Leeds', country: 'GB' },
          account: { id: number, name: `Acme ${made}`, invoiceCurrency: 'GBP', netTermDays: 30, aliases: [id] },
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
    expect(writes()).toEqual([...before, `PUT /v1/accounts/${id}`, 'POST /customers']);
    expect((await togai.get(`/customers/${number}`)).body).toMatchObject({ name: `Acme ${made}`, status: 'ACTIVE' });
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
    for (const again of [
      input,
      { ...input, customer },
      { customer: id, from: 'TOGAI', to: 'ZUORA_BILLING' },
      { customer, from: 'TOGAI', to: 'ZUORA_BILLING' },
    ]) {
      expect(await syncs.synced(again)).toMatchObject({ status: 'SUCCEEDED', steps: [], customer: { id: customer } });
    }
    expect(writes()).toEqual(after);
  });
});
