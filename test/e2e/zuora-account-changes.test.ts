import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { tenantRows } from '../support/zuora-rows.js';

let gateway: TestGateway;
let sandbox: ZuoraSandbox;

beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { customers: 20 } });
  await gateway.discovered();
  sandbox = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
});
beforeEach(() => sandbox.reset());
afterAll(() => gateway?.close());

const ACCOUNT = `account {
  zuoraId accountNumber name currency status billCycleDay paymentTerm crmId notes autoPay customFields
  billToContact { firstName lastName workEmail postalCode country } soldToContact { firstName lastName }
  customer { id name email }
}`;
const REST = 'plan { system action target after } userErrors { code message field }';
const CREATE = `mutation ($input: ZuoraAccountCreateInput!, $key: String, $dryRun: Boolean) {
  zuoraAccountCreate(input: $input, idempotencyKey: $key, dryRun: $dryRun) { ${ACCOUNT} ${REST} }
}`;
const UPDATE = `mutation ($key: String!, $input: ZuoraAccountUpdateInput!, $dryRun: Boolean) {
  zuoraAccountUpdate(key: $key, input: $input, dryRun: $dryRun) { ${ACCOUNT} ${REST} }
}`;
const AMY = {
  name: 'Amy Lawrence',
  currency: 'USD',
  billCycleDay: 1,
  billToContact: { firstName: 'Amy', lastName: 'Lawrence', workEmail: 'amy@lawrence.example', country: 'US' },
};

interface Payload {
  readonly account: Record<string, unknown> & { zuoraId: string; accountNumber: string; customer: { id: string } };
  readonly plan: unknown;
  readonly userErrors: { code: string; message: string; field: string[] | null }[];
}
async function create(input: object, variables: object = {}): Promise<Payload> {
  const { data, errors } = await gateway.query<{ zuoraAccountCreate: Payload }>(CREATE, { input, ...variables });
  expect(errors).toBeUndefined();
  return data.zuoraAccountCreate;
}
async function update(key: string, input: object, variables: object = {}): Promise<Payload> {
  const { data, errors } = await gateway.query<{ zuoraAccountUpdate: Payload }>(UPDATE, { key, input, ...variables });
  expect(errors).toBeUndefined();
  return data.zuoraAccountUpdate;
}
const posts = () => sandbox.requests('POST /v1/accounts');
const puts = () => sandbox.requests('PUT /v1/accounts/*');

/** How many accounts of that name there are in the sandbox: what counts in the end. */
async function accountsCalled(name: string): Promise<number> {
  const authorization = sandbox.legacyCredentials;
  const query = new URLSearchParams([['filter[]', `name.EQ:${name}`]]);
  const answer = await fetch(`${sandbox.url}/object-query/accounts?${query}`, {
    headers: { apiAccessKeyId: authorization.apiAccessKeyId, apiSecretAccessKey: authorization.apiSecretAccessKey },
  });
  return ((await answer.json()) as { data: unknown[] }).data.length;
}

describe('a new account', () => {
  it('has what was asked for, and is a customer at once', async () => {
    const made = await create({ ...AMY, crmId: '0015', customFields: { Region__c: 'EMEA' } });
    expect(made).toEqual({
      account: {
        zuoraId: expect.stringMatching(/^[0-9a-f]{32}$/),
        accountNumber: expect.stringMatching(/^A\d{8}$/),
        name: 'Amy Lawrence',
        currency: 'USD',
        status: 'ACTIVE',
        billCycleDay: 1,
        paymentTerm: 'Due Upon Receipt',
        crmId: '0015',
        notes: null,
        autoPay: false,
        customFields: { Region__c: 'EMEA' },
        billToContact: {
          firstName: 'Amy',
          lastName: 'Lawrence',
          workEmail: 'amy@lawrence.example',
          postalCode: null,
          country: 'US',
        },
        soldToContact: { firstName: 'Amy', lastName: 'Lawrence' },
        customer: { id: expect.stringMatching(/^cus_/), name: 'Amy Lawrence', email: 'amy@lawrence.example' },
      },
      plan: null,
      userErrors: [],
    });
    const { data } = await gateway.query<{ customers: { nodes: { id: string }[] } }>(
      '{ customers(filter: { search: "amy lawrence" }) { nodes { id } } }',
    );
    expect(data.customers.nodes.map(({ id }) => id)).toContain(made.account.customer.id);
  });

  it('is only planned by a dry run', async () => {
    const { account, plan, userErrors } = await create(AMY, { dryRun: true });
    expect({ account, userErrors }).toEqual({ account: null, userErrors: [] });
    expect(plan).toEqual([{ system: 'ZUORA_BILLING', action: 'POST_Account', target: null, after: AMY }]);
    expect(posts()).toHaveLength(0);
  });

  it.each([
    [{ kind: 'reply-lost' }, 2],
    [{ kind: 'cut-off-json' }, 2],
    [{ kind: 'connection-reset' }, 2],
    [{ kind: 'server-error' }, 2],
    [{ kind: 'server-error', status: 503, times: 3 }, 4],
    [{ kind: 'rate-limited', retryAfter: 0 }, 2],
    [{ kind: 'expired-token' }, 2],
  ] as const)('is made once in spite of %j', async (fault, requests) => {
    const name = `Once ${JSON.stringify(fault)}`.replace(/[^\w ]/g, '');
    sandbox.fault('POST /v1/accounts', fault);
    const { account, userErrors } = await create({ ...AMY, name });
    expect(userErrors).toEqual([]);
    expect(account.name).toBe(name);
    expect(await accountsCalled(name)).toBe(1);
    expect(posts()).toHaveLength(requests);
  });

  it('can have its first subscription, made with it or not at all', async () => {
    const [plan] = await tenantRows(sandbox)('product-rate-plans');
    const subscription = {
      termType: 'TERMED',
      contractEffectiveDate: '2026-01-01',
      initialTerm: 12,
      ratePlans: [{ productRatePlanId: plan?.id }],
    };
    sandbox.fault('POST /v1/accounts', { kind: 'reply-lost' });
    const made = await create({ ...AMY, name: 'With one', subscription, runBilling: false });
    expect(made.userErrors).toEqual([]);
    const { data } = await gateway.query<{ zuoraAccount: { subscriptions: { nodes: object[] } } }>(
      `query ($key: String!) { zuoraAccount(key: $key) {
        subscriptions { nodes { status termEndDate ratePlans { productRatePlanId } } }
      } }`,
      { key: made.account.zuoraId },
    );
    expect(data.zuoraAccount.subscriptions.nodes).toEqual([
      { status: 'ACTIVE', termEndDate: '2027-01-01', ratePlans: [{ productRatePlanId: plan?.id }] },
    ]);
    expect(await accountsCalled('With one')).toBe(1);

    const wrong = { ...subscription, ratePlans: [{ productRatePlanId: '0'.repeat(32) }] };
    expect((await create({ ...AMY, name: 'Neither', subscription: wrong })).userErrors).toMatchObject([
      { code: 'REJECTED_BY_UPSTREAM' },
    ]);
    expect(await accountsCalled('Neither')).toBe(0);
    expect((await create({ ...AMY, collect: true })).userErrors).toMatchObject([{ field: ['input', 'collect'] }]);
  });

  it('shows all of its contacts', async () => {
    const { account } = await create(AMY);
    await gateway.query(
      'mutation ($key: String!) { zuoraContactCreate(accountKey: $key, input: { firstName: "Grace", lastName: "Hopper" }) { contactId } }',
      { key: account.zuoraId },
    );
    const { data } = await gateway.query<{ zuoraAccount: { contacts: { lastName: string }[] } }>(
      'query ($key: String!) { zuoraAccount(key: $key) { contacts { lastName } } }',
      { key: account.zuoraId },
    );
    expect(data.zuoraAccount.contacts.map(({ lastName }) => lastName).sort()).toEqual([
      'Hopper',
      'Lawrence',
      'Lawrence',
    ]);
  });

  it('is made once for an idempotency key, and the key stands for this input alone', async () => {
    const input = { ...AMY, name: 'Keyed' };
    const first = await create(input, { key: 'order-17' });
    const second = await create(Object.fromEntries(Object.entries(input).reverse()), { key: 'order-17' });
    expect(second.account.zuoraId).toBe(first.account.zuoraId);
    expect(posts()).toHaveLength(1);
    const other = await create({ ...input, name: 'Other' }, { key: 'order-17' });
    expect(other).toMatchObject({ account: null, userErrors: [{ code: 'CONFLICT', field: ['idempotencyKey'] }] });
    expect(posts()).toHaveLength(1);
    const [one, two] = await Promise.all([
      create({ ...AMY, name: 'Twice at once' }, { key: 'order-18' }),
      create({ ...AMY, name: 'Twice at once' }, { key: 'order-18' }),
    ]);
    expect(one.account.zuoraId).toBe(two.account.zuoraId);
    expect(await accountsCalled('Twice at once')).toBe(1);
  });

  it('can be asked for again under its key after Zuora refused it', async () => {
    const taken = await create({ ...AMY, accountNumber: 'A00000001' }, { key: 'order-19' });
    expect(taken).toMatchObject({ account: null, userErrors: [{ code: 'REJECTED_BY_UPSTREAM', field: null }] });
    expect(taken.userErrors[0]?.message).toBe('Zuora Billing: The account number A00000001 has been used.');
    const made = await create({ ...AMY, accountNumber: 'OWN-1' }, { key: 'order-19' });
    expect(made.account.accountNumber).toBe('OWN-1');
  });

  it('is refused with the fields that are wrong, before anything is sent', async () => {
    const { account, userErrors } = await create({
      ...AMY,
      name: ' ',
      billCycleDay: 32,
      billToContact: { ...AMY.billToContact, workEmail: 'nobody' },
      customFields: { Region: 'EMEA' },
      paymentMethod: { type: 'CreditCard', cardNumber: '4111' },
    });
    expect(account).toBeNull();
    expect(userErrors.map(({ code, field }) => [code, field?.join('.')]).sort()).toEqual([
      ['INVALID', 'input.billCycleDay'],
      ['INVALID', 'input.billToContact.workEmail'],
      ['INVALID', 'input.customFields.Region'],
      ['INVALID', 'input.name'],
      ['INVALID', 'input.paymentMethod.cardNumber'],
    ]);
    expect(JSON.stringify(userErrors)).not.toContain('4111');
    expect(posts()).toHaveLength(0);
  });

  it('takes a payment method by token, but no card number in its place', async () => {
    const paymentMethod = { type: 'CreditCardReferenceTransaction', tokenId: 'tok_17', cardMask: '*1112' };
    expect((await create({ ...AMY, autoPay: true, paymentMethod })).account).toMatchObject({ autoPay: true });
    const card = await create({ ...AMY, paymentMethod: { ...paymentMethod, tokenId: '4242424242424242' } });
    expect(card.userErrors).toEqual([
      {
        code: 'CARD_NUMBER',
        field: ['input', 'paymentMethod', 'tokenId'],
        message: expect.stringContaining('number of a payment card'),
      },
    ]);
    expect(posts()).toHaveLength(1);
  });
});

describe('a change of an account', () => {
  it('touches what it names and nothing else; null empties', async () => {
    const { account: before } = await create({ ...AMY, name: 'Partly', crmId: 'C-1', notes: 'first' });
    const { account, userErrors } = await update(before.accountNumber, {
      notes: null,
      paymentTerm: 'Net 30',
      billToContact: { postalCode: '94065' },
    });
    expect(userErrors).toEqual([]);
    expect(account).toEqual({
      ...before,
      notes: null,
      paymentTerm: 'Net 30',
      billToContact: { ...(before.billToContact as object), postalCode: '94065' },
    });
    expect(puts()).toHaveLength(1);
  });

  it('is seen by the next reader, and by the directory of customers', async () => {
    const { account } = await create({ ...AMY, name: 'Before' });
    const read = () =>
      gateway.query<{ zuoraAccount: { name: string } }>('query ($key: String!) { zuoraAccount(key: $key) { name } }', {
        key: account.accountNumber,
      });
    expect((await read()).data.zuoraAccount.name).toBe('Before');
    const changed = await update(account.zuoraId, { name: 'After' });
    expect(changed.account.customer).toMatchObject({ id: account.customer.id, name: 'After' });
    expect((await read()).data.zuoraAccount.name).toBe('After');
  });

  it('survives lost answers, and says what it cannot do', async () => {
    const { account } = await create(AMY);
    sandbox.fault('PUT /v1/accounts/*', { kind: 'reply-lost' });
    expect((await update(account.zuoraId, { crmId: 'C-2' })).account).toMatchObject({ crmId: 'C-2' });
    expect(await update('A-nobody', { crmId: 'C-2' })).toMatchObject({
      account: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['key'] }],
    });
    expect(await update(account.zuoraId, {})).toMatchObject({ userErrors: [{ code: 'INVALID', field: ['input'] }] });
    const planned = await update(account.zuoraId, { crmId: null }, { dryRun: true });
    expect(planned.plan).toEqual([
      { system: 'ZUORA_BILLING', action: 'PUT_Account', target: account.accountNumber, after: { crmId: '' } },
    ]);
    expect(puts()).toHaveLength(2);
  });
});

describe('an account to delete', () => {
  const DELETE = `mutation ($key: String!, $dryRun: Boolean) {
    zuoraAccountDelete(key: $key, dryRun: $dryRun) { accountId jobId ${REST} }
  }`;
  async function remove(key: string, dryRun = false): Promise<Record<string, unknown>> {
    const { data, errors } = await gateway.query<{ zuoraAccountDelete: Record<string, unknown> }>(DELETE, {
      key,
      dryRun,
    });
    expect(errors).toBeUndefined();
    return data.zuoraAccountDelete;
  }

  it('is deleted by a job of Zuora, once, and is shown canceled', async () => {
    const { zuoraId, accountNumber } = (await create({ ...AMY, name: 'By mistake' })).account;
    expect(await remove(accountNumber, true)).toEqual({
      accountId: zuoraId,
      jobId: null,
      plan: [{ system: 'ZUORA_BILLING', action: 'DELETE_Account', target: accountNumber, after: null }],
      userErrors: [],
    });
    expect(sandbox.record('account', zuoraId)).toMatchObject({ status: 'Active' });
    sandbox.fault('DELETE /v1/accounts/*', { kind: 'reply-lost' });
    expect(await remove(accountNumber)).toEqual({ accountId: zuoraId, jobId: null, plan: null, userErrors: [] });
    expect(sandbox.requests('DELETE /v1/accounts/*')).toHaveLength(1);
    const { data } = await gateway.query('query ($key: String!) { zuoraAccount(key: $key) { status } }', {
      key: accountNumber,
    });
    expect(data).toEqual({ zuoraAccount: { status: 'CANCELED' } });
    const other = (await create({ ...AMY, name: 'By mistake, too' })).account.zuoraId;
    expect(await remove(other)).toMatchObject({ accountId: other, jobId: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });

  it('stays while anything hangs on it', async () => {
    const { zuoraId } = (await create({ ...AMY, name: 'In use' })).account;
    const usage = sandbox.add('usage', { accountId: zuoraId, quantity: 1, uOM: 'TB', rbeStatus: 'Pending' });
    expect(await remove(zuoraId)).toMatchObject({
      accountId: null,
      userErrors: [{ code: 'CONFLICT', field: ['key'], message: expect.stringContaining('has usages') }],
    });
    expect((await remove('A00000012')).userErrors).toMatchObject([
      { message: expect.stringContaining('subscriptions') },
    ]);
    expect((await remove('A-nobody')).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['key'] }]);
    expect(sandbox.requests('DELETE /v1/accounts/*')).toEqual([]);
    sandbox.remove('usage', usage.id);
    expect((await remove(zuoraId)).userErrors).toEqual([]);
  });
});

describe('contacts', () => {
  type ContactPayload = { contactId: string | null; account: { billToContact: object } | null; userErrors: object[] };
  async function contact(field: string, parameters: string, variables: object): Promise<ContactPayload> {
    const passed = [...parameters.matchAll(/\$(\w+)/g)].map(([, name]) => `${name}: $${name}`).join(', ');
    const { data, errors } = await gateway.query<{ payload: ContactPayload }>(
      `mutation (${parameters}) { payload: ${field}(${passed}) {
        contactId account { billToContact { zuoraId city } } userErrors { code message field }
      } }`,
      variables,
    );
    expect(errors).toBeUndefined();
    return data.payload;
  }
  const add = (accountKey: string, input: object) =>
    contact('zuoraContactCreate', '$accountKey: String!, $input: ZuoraContactInput!', { accountKey, input });
  const change = (id: string, input: object) =>
    contact('zuoraContactUpdate', '$id: String!, $input: ZuoraContactUpdateInput!', { id, input });
  const remove = (id: string) => contact('zuoraContactDelete', '$id: String!', { id });
  const NEW = { firstName: 'Grace', lastName: 'Hopper', city: 'Arlington' };

  it('are made once, changed and removed', async () => {
    const { account } = await create(AMY);
    sandbox.fault('POST /v1/contacts', { kind: 'reply-lost' });
    const id = (await add(account.accountNumber, NEW)).contactId ?? '';
    expect(sandbox.record('contact', id)).toMatchObject({ accountId: account.zuoraId, city: 'Arlington' });

    await change(id, { city: null, workPhone: '+1 555' });
    expect(sandbox.record('contact', id)).toMatchObject({ city: null, workPhone: '+1 555', lastName: 'Hopper' });

    const planned = await gateway.query<{ zuoraContactDelete: object }>(
      `mutation ($id: String!) { zuoraContactDelete(id: $id, dryRun: true) {
        contactId account { accountNumber } plan { action target after } userErrors { code }
      } }`,
      { id },
    );
    expect(planned.data.zuoraContactDelete).toEqual({
      contactId: id,
      account: { accountNumber: account.accountNumber },
      plan: [{ action: 'DELETE_Contact', target: id, after: null }],
      userErrors: [],
    });
    expect(sandbox.record('contact', id)).toBeDefined();

    sandbox.fault('DELETE /v1/contacts/*', { kind: 'reply-lost' });
    expect(await remove(id)).toMatchObject({ contactId: id, userErrors: [] });
    expect(sandbox.record('contact', id)).toBeUndefined();
    expect(await remove(id)).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', field: ['id'] }],
    });
  });

  it('stay while their account needs them', async () => {
    const { account } = await create(AMY);
    const id = String(sandbox.record('account', account.zuoraId)?.billToId);
    expect((await remove(id)).userErrors).toMatchObject([{ code: 'REJECTED_BY_UPSTREAM' }]);
    expect(sandbox.record('contact', id)).toBeDefined();
  });

  it('are shown changed where the account shows them', async () => {
    const { account } = await create(AMY);
    const id = String(sandbox.record('account', account.zuoraId)?.billToId);
    expect((await change(id, { city: 'Berlin' })).account?.billToContact).toEqual({ zuoraId: id, city: 'Berlin' });
  });
});
