import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;

beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { customers: 10 }, environment: { DISCOVERY_INTERVAL_MINUTES: '0' } });
  sandbox = gateway.sandbox('TOGAI') as TogaiSandbox;
  togai = callerOf(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => gateway?.close());

interface Payload {
  readonly customer?: Record<string, unknown> | null;
  readonly account?: Record<string, unknown> | null;
  readonly credit?: Record<string, unknown> | null;
  readonly settingId?: string | null;
  readonly accepted?: readonly string[] | null;
  readonly created?: readonly string[] | null;
  readonly plan: readonly { readonly action: string; readonly target: string | null; readonly after: unknown }[] | null;
  readonly userErrors: readonly { code: string; message: string; field: readonly string[] | null }[];
}
const COMMON = 'plan { action target after } userErrors { code message field }';
const CUSTOMER = `customer { togaiId name primaryEmail status customer { name togaiCustomer { accounts { togaiId } } } } ${COMMON}`;
const ACCOUNT = `account { togaiId name status invoiceCurrency netTermDays aliases metadata settings { togaiId name value } } ${COMMON}`;
const CREDIT = `credit { togaiId account { togaiId } purpose creditAmount priority status effectiveFrom unit } ${COMMON}`;

async function change(field: string, types: string, variables: object, selection: string): Promise<Payload> {
  const names = Object.keys(variables);
  const { data, errors } = await gateway.query<{ payload: Payload }>(
    `mutation (${types}) { payload: ${field}(${names.map((name) => `${name}: $${name}`).join(', ')}) { ${selection} } }`,
    variables,
  );
  expect(errors).toBeUndefined();
  return data.payload;
}
const createCustomer = (input: object, more: object = {}) =>
  change(
    'togaiCustomerCreate',
    `$input: TogaiCustomerCreateInput!${'dryRun' in more ? ', $dryRun: Boolean!' : ''}`,
    { input, ...more },
    CUSTOMER,
  );
const ADA = {
  id: 'ada',
  name: 'Ada Ltd',
  primaryEmail: 'ada@example.com',
  address: { city: 'London', country: 'GB' },
  account: { id: 'ada-main', name: 'Main', invoiceCurrency: 'GBP', aliases: ['crm-7'], netTermDays: 14 },
};
const exists = async (path: string) => (await togai.get(path)).status === 200;

describe('a customer', () => {
  it('is made with its account, is one unified customer at once, and is dropped from the cache when it changes', async () => {
    const { customer, userErrors } = await createCustomer(ADA);
    expect(userErrors).toEqual([]);
    expect(customer).toMatchObject({
      ...{ togaiId: 'ada', name: 'Ada Ltd', primaryEmail: 'ada@example.com', status: 'ACTIVE' },
      customer: { name: 'Ada Ltd', togaiCustomer: { accounts: [{ togaiId: 'ada-main' }] } },
    });
    expect((await togai.get('/accounts/ada-main')).body).toMatchObject({
      ...{ customerId: 'ada', invoiceCurrency: 'GBP', netTermDays: 14 },
      aliases: [{ alias: 'crm-7' }],
    });
    const updated = await change(
      'togaiCustomerUpdate',
      '$id: String!, $input: TogaiCustomerUpdateInput!',
      { id: 'ada', input: { name: 'Ada Limited' } },
      CUSTOMER,
    );
    expect(updated.customer).toMatchObject({ name: 'Ada Limited', primaryEmail: 'ada@example.com' });
    const archived = await change('togaiCustomerArchive', '$id: String!', { id: 'ada' }, CUSTOMER);
    expect(archived.customer).toMatchObject({ status: 'ARCHIVED' });
  });

  it.each([
    { kind: 'reply-lost' },
    { kind: 'server-error' },
    { kind: 'connection-reset' },
    { kind: 'cut-off-json' },
  ] as const)('is made once in spite of %j', async (fault) => {
    sandbox.fault('POST /customers', fault);
    const { customer, userErrors } = await createCustomer(ADA);
    expect([customer?.togaiId, userErrors]).toEqual(['ada', []]);
    const all = (await togai.pages('/customers?pageSize=100')).flatMap(({ data }) => data as { id: string }[]);
    expect(all.filter(({ id }) => id === 'ada')).toHaveLength(1);
  });

  it('is only planned by a dry run', async () => {
    const { customer, plan } = await createCustomer(ADA, { dryRun: true });
    expect(customer).toBeNull();
    expect(plan).toEqual([{ action: 'createCustomer', target: 'ada', after: ADA }]);
    expect(await exists('/customers/ada')).toBe(false);
    expect(sandbox.requests('POST /customers')).toEqual([]);
  });

  it('is refused with what is wrong, and where its id is taken', async () => {
    const wrong = await createCustomer({
      ...ADA,
      id: 'x'.repeat(51),
      primaryEmail: 'nobody',
      address: { country: 'Germany' },
      account: { id: 'a', name: '', aliases: Array.from({ length: 11 }, (_, n) => `a${n}`) },
    });
    expect(wrong.userErrors.map(({ code, field }) => [code, field?.join('.')]).sort()).toEqual([
      ['INVALID', 'input.account.aliases'],
      ['INVALID', 'input.account.name'],
      ['INVALID', 'input.address.country'],
      ['INVALID', 'input.id'],
      ['INVALID', 'input.primaryEmail'],
    ]);
    expect(sandbox.requests('POST /customers')).toEqual([]);
    await createCustomer(ADA);
    const again = await createCustomer({ ...ADA, name: 'Another' });
    expect(again.userErrors).toMatchObject([{ code: 'REJECTED_BY_UPSTREAM', message: expect.stringContaining('ada') }]);
    // After a lost answer, the other customer of that id is not taken for the one that was asked for.
    sandbox.fault('POST /customers', { kind: 'server-error' });
    expect((await createCustomer({ ...ADA, name: 'Another' })).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });
});

describe('an account', () => {
  beforeEach(async () => {
    await createCustomer(ADA);
  });
  const aliases = (verb: 'Add' | 'Remove', list: string[]) =>
    change(
      `togaiAliases${verb}`,
      '$accountId: String!, $aliases: [String!]!',
      { accountId: 'ada-main', aliases: list },
      ACCOUNT,
    );

  it('is made, changed and archived, each once although an answer is lost', async () => {
    sandbox.fault('POST /accounts', { kind: 'reply-lost' });
    const made = await change(
      'togaiAccountCreate',
      '$input: TogaiAccountCreateInput!',
      { input: { customerId: 'ada', id: 'ada-2', name: 'Second', metadata: { vat: 'GB1' } } },
      ACCOUNT,
    );
    expect(made).toMatchObject({ userErrors: [], account: { togaiId: 'ada-2', metadata: { vat: 'GB1' } } });
    expect(sandbox.requests('POST /accounts')).toHaveLength(1);
    sandbox.fault('PATCH /accounts/*', { kind: 'reply-lost' });
    const changed = await change(
      'togaiAccountUpdate',
      '$id: String!, $input: TogaiAccountUpdateInput!',
      { id: 'ada-2', input: { netTermDays: 30 } },
      ACCOUNT,
    );
    expect(changed.account).toMatchObject({ name: 'Second', netTermDays: 30 });
    sandbox.fault('DELETE /accounts/*', { kind: 'reply-lost' });
    const gone = await change('togaiAccountArchive', '$id: String!', { id: 'ada-2' }, ACCOUNT);
    expect(gone).toMatchObject({ userErrors: [], account: { status: 'ARCHIVED' } });
    expect(sandbox.requests('DELETE /accounts/*')).toHaveLength(1);
  });

  it('gets and loses aliases, once although an answer is lost', async () => {
    sandbox.fault('POST /accounts/*/add_aliases', { kind: 'reply-lost' });
    expect((await aliases('Add', ['erp-1', 'erp-2'])).account).toMatchObject({ aliases: ['crm-7', 'erp-1', 'erp-2'] });
    sandbox.fault('POST /accounts/*/remove_aliases', { kind: 'reply-lost' });
    expect((await aliases('Remove', ['crm-7'])).account).toMatchObject({ aliases: ['erp-1', 'erp-2'] });
    expect((await aliases('Add', [])).userErrors).toMatchObject([{ code: 'INVALID', field: ['aliases'] }]);
    expect((await aliases('Add', ['erp-1'])).userErrors).toMatchObject([{ code: 'REJECTED_BY_UPSTREAM' }]);
    expect(sandbox.requests('POST /accounts/*/add_aliases')).toHaveLength(2);
  });

  it('has a setting written, new or not', async () => {
    const put = (value: string) =>
      change(
        'togaiSettingPut',
        '$input: TogaiSettingPutInput!',
        { input: { id: 'zid', entityType: 'ACCOUNT', entityId: 'ada-main', name: 'zuora_account_id', value } },
        `settingId ${COMMON}`,
      );
    sandbox.fault('POST /settings', { kind: 'reply-lost' });
    expect(await put('A1')).toMatchObject({ settingId: 'zid', userErrors: [] });
    expect(await put('A2')).toMatchObject({ settingId: 'zid', userErrors: [] });
    expect([sandbox.requests('POST /settings').length, sandbox.requests('PATCH /settings/*').length]).toEqual([1, 1]);
    const { data } = await gateway.query(
      '{ togaiAccount(id: "ada-main") { settings { togaiId name value namespace } } }',
    );
    expect(data).toEqual({
      togaiAccount: { settings: [{ togaiId: 'zid', name: 'zuora_account_id', value: 'A2', namespace: 'USER' }] },
    });
  });

  it('that is not there cannot be changed', async () => {
    const missing = await change('togaiAccountArchive', '$id: String!', { id: 'nobody' }, ACCOUNT);
    expect(missing.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['id'] }]);
  });
});

describe('aliases in bulk', () => {
  const create = (list: string[], more: object = {}) =>
    change(
      'togaiAliasesCreate',
      `$aliases: [String!]!${'dryRun' in more ? ', $dryRun: Boolean!' : ''}`,
      { aliases: list, ...more },
      `created ${COMMON}`,
    );
  const named = (count: number, name = 'crm') => Array.from({ length: count }, (_, n) => `${name}-${n}`);

  it('are made a hundred a call, and given to an account afterwards', async () => {
    const list = named(201);
    expect(
      (await create(list, { dryRun: true })).plan?.map(({ after }) => (after as { aliases: [] }).aliases.length),
    ).toEqual([100, 100, 1]);
    expect(sandbox.requests('POST /aliases')).toEqual([]);
    expect(await create(list)).toEqual({ created: list, plan: null, userErrors: [] });
    expect(sandbox.requests('POST /aliases')).toHaveLength(3);
    expect([await exists('/aliases/crm-0'), await exists('/aliases/crm-200')]).toEqual([true, true]);
    await createCustomer(ADA);
    const variables = { accountId: 'ada-main', aliases: ['crm-200'] };
    const given = await change('togaiAliasesAdd', '$accountId: String!, $aliases: [String!]!', variables, ACCOUNT);
    expect(given.account).toMatchObject({ aliases: ['crm-7', 'crm-200'] });
  });

  it('that are there already are told by their place, and do not keep the others out', async () => {
    await create(['crm-1', 'crm-150']);
    const { created, userErrors } = await create(named(200));
    expect(created).toEqual(named(200).filter((alias) => alias !== 'crm-1' && alias !== 'crm-150'));
    expect(userErrors).toEqual([
      { code: 'CONFLICT', message: 'There is an alias crm-1 already.', field: ['aliases', '1'] },
      { code: 'CONFLICT', message: 'There is an alias crm-150 already.', field: ['aliases', '150'] },
    ]);
    expect((await create(['a', 'b', 'a', ''])).userErrors.map(({ field }) => field?.join('.'))).toEqual(
      expect.arrayContaining(['aliases.2', 'aliases.3']),
    );
  });

  it.each(['reply-lost', 'server-error', 'connection-reset'] as const)('are made once in spite of %s', async (kind) => {
    sandbox.fault('POST /aliases', { kind });
    expect(await create(named(3, kind))).toMatchObject({ created: named(3, kind), userErrors: [] });
    expect(sandbox.requests('POST /aliases')).toHaveLength(kind === 'reply-lost' ? 1 : 2);
    expect(sandbox.requests('GET /aliases/*')).toHaveLength(3);
  });
});

describe('a credit', () => {
  const grant = (input: object, more: { idempotencyKey?: string; dryRun?: boolean } = {}) =>
    change(
      'togaiCreditGrant',
      `$input: TogaiCreditGrantInput!${more.idempotencyKey ? ', $idempotencyKey: String' : ''}${more.dryRun ? ', $dryRun: Boolean!' : ''}`,
      { input: { accountId: 'ada-main', purpose: 'Goodwill', amount: '0.3', ...input }, ...more },
      CREDIT,
    );
  beforeEach(async () => {
    await createCustomer(ADA);
  });
  const credits = async () => (await togai.get('/credits?account_id=ada-main')).body.data as { creditAmount: number }[];

  it.each([{ kind: 'reply-lost' }, { kind: 'server-error' }, { kind: 'connection-reset' }] as const)(
    'is granted once in spite of %j, and counts at once',
    async (fault) => {
      sandbox.fault('POST /credits', fault);
      const { credit, userErrors } = await grant({ priority: 5, effectiveFrom: '2026-01-01' });
      expect(userErrors).toEqual([]);
      expect(credit).toMatchObject({
        ...{ account: { togaiId: 'ada-main' }, purpose: 'Goodwill', creditAmount: '0.3', priority: 5 },
        ...{ status: 'ACTIVE', effectiveFrom: '2026-01-01', unit: 'GBP' },
      });
      expect((await credits()).map(({ creditAmount }) => creditAmount)).toEqual([0.3]);
    },
  );

  it('is granted once for a key, and voided once', async () => {
    const first = await grant({}, { idempotencyKey: 'goodwill-1' });
    const second = await grant({}, { idempotencyKey: 'goodwill-1' });
    expect(second.credit?.togaiId).toBe(first.credit?.togaiId);
    expect(await credits()).toHaveLength(1);
    sandbox.fault('POST /credits/*/void', { kind: 'reply-lost' });
    const voided = await change('togaiCreditVoid', '$id: String!', { id: first.credit?.togaiId }, CREDIT);
    expect([voided.userErrors, voided.credit?.status]).toEqual([[], 'VOIDED']);
    expect(sandbox.requests('POST /credits/*/void')).toHaveLength(1);
    const again = await change('togaiCreditVoid', '$id: String!', { id: first.credit?.togaiId }, CREDIT);
    expect(again.userErrors).toMatchObject([{ code: 'REJECTED_BY_UPSTREAM' }]);
  });

  it('is planned, and refused, before anything is sent', async () => {
    const { plan } = await grant({ effectiveFrom: '2026-01-01' }, { dryRun: true });
    expect(plan).toEqual([
      {
        action: 'createCredit',
        target: null,
        after: {
          accountId: 'ada-main',
          purpose: 'Goodwill',
          creditAmount: 0.3,
          priority: 100,
          effectiveFrom: '2026-01-01',
        },
      },
    ]);
    const wrong = await grant({
      amount: '0',
      priority: 101,
      effectiveFrom: '2026-02-01',
      effectiveUntil: '2026-01-01',
    });
    expect(wrong.userErrors.map(({ field }) => field?.join('.')).sort()).toEqual([
      ...['input.amount', 'input.effectiveUntil', 'input.priority'],
    ]);
    expect((await grant({ accountId: 'nobody' }, { dryRun: true })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(sandbox.requests('POST /credits')).toEqual([]);
  });
});

describe('usage', () => {
  const event = (n: number, more: object = {}) => ({
    ...{ id: `e-${n}`, schemaName: 'api_call', accountId: 'ada-main', timestamp: '2026-06-01T12:00:00+02:00' },
    attributes: [{ name: 'calls', value: '0.1' }],
    ...more,
  });
  const ingest = (events: object[]) =>
    change('togaiUsageIngest', '$events: [TogaiUsageEventInput!]!', { events }, `accepted ${COMMON}`);
  beforeEach(async () => {
    await createCustomer(ADA);
  });

  it('of 2,000 events arrives once each, through lost answers and failures', async () => {
    for (const kind of ['reply-lost', 'server-error', 'connection-reset'] as const) {
      sandbox.fault('POST /ingestBatch', { kind });
    }
    const events = Array.from({ length: 2_000 }, (_, n) => event(n));
    const { accepted, userErrors } = await ingest(events);
    expect(userErrors).toEqual([]);
    expect(accepted).toEqual(events.map(({ id }) => id));
    const again = await ingest(events.slice(0, 600));
    expect([again.accepted?.length, again.userErrors]).toEqual([600, []]);
    expect(sandbox.events().map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    expect(sandbox.events()[0]).toMatchObject({
      timestamp: '2026-06-01T10:00:00.000Z',
      attributes: [{ name: 'calls', value: '0.1' }],
    });
  });

  it('that is refused in parts says which, and the rest is in', async () => {
    const events = [event(1), event(2, { accountId: 'nobody' }), event(3, { accountId: 'crm-7' })];
    const { accepted, userErrors } = await ingest(events);
    expect(accepted).toEqual(['e-1', 'e-3']);
    expect(userErrors).toEqual([
      { code: 'REJECTED_BY_UPSTREAM', message: 'Account nobody not found', field: ['events', '1'] },
    ]);
  });

  it('is refused as a whole where it cannot be meant', async () => {
    const fields = async (events: object[]) => (await ingest(events)).userErrors.map(({ field }) => field?.join('.'));
    expect(await fields([event(1), event(1)])).toEqual(['events.1.id']);
    const attributes = Array(11).fill({ name: 'calls', value: '1' });
    expect(await fields([event(1), event(2, { attributes })])).toEqual(['events.1.attributes']);
    expect(await fields([])).toEqual(['events']);
    expect(sandbox.requests('POST /ingestBatch')).toEqual([]);
  });

  it('of which a part cannot be brought says so, and which are in', async () => {
    const events = Array.from({ length: 600 }, (_, n) => event(n));
    // The second batch, as often as it is tried.
    sandbox.fault('POST /ingestBatch', { kind: 'server-error', after: 1, every: true });
    const { accepted, userErrors } = await ingest(events);
    expect(accepted).toEqual(events.slice(0, 500).map(({ id }) => id));
    expect(userErrors).toMatchObject([
      {
        code: 'REJECTED_BY_UPSTREAM',
        message: expect.stringMatching(/^Events 500 to 599 .*same ids/),
        field: ['events'],
      },
    ]);
    sandbox.clearFaults();
    expect((await ingest(events)).accepted).toHaveLength(600);
    expect(sandbox.events()).toHaveLength(600);
  });

  it('without ids gets some', async () => {
    const { accepted } = await ingest([event(1, { id: undefined }), event(2, { id: undefined })]);
    expect(new Set(accepted).size).toBe(2);
    expect(sandbox.events()).toHaveLength(2);
  });
});
