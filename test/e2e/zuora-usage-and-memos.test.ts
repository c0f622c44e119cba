import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const ACCOUNT = 'A00000010';

let gateway: TestGateway;
let sandbox: ZuoraSandbox;
beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { customers: 20 }, environment: { DISCOVERY_INTERVAL_MINUTES: '0' } });
  sandbox = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
});
beforeEach(() => sandbox.reset());
afterAll(() => gateway?.close());

interface Problem {
  readonly code: string;
  readonly message: string;
  readonly field: string[] | null;
}
interface Payload {
  readonly plan: unknown;
  readonly userErrors: Problem[];
}

/** Sends one mutation; `parameters` names its variables with their types, in order. */
async function change<T extends Payload>(
  field: string,
  parameters: string,
  variables: object,
  selection: string,
): Promise<T> {
  const passed = [...parameters.matchAll(/\$(\w+)/g)].map(([, name]) => `${name}: $${name}`).join(', ');
  const { data, errors } = await gateway.query<{ payload: T }>(
    `mutation (${parameters}) { payload: ${field}(${passed}) { ${selection} plan { action target after } userErrors { code message field } } }`,
    variables,
  );
  expect(errors).toBeUndefined();
  return data.payload;
}

/** What the sandbox holds, over its own Object Query. */
async function rows(objects: string, ...filters: string[]): Promise<Record<string, never>[]> {
  const { apiAccessKeyId, apiSecretAccessKey } = sandbox.legacyCredentials;
  const query = new URLSearchParams([
    ['pageSize', '99'],
    ['sort[]', 'id.ASC'],
    ...filters.map((filter): [string, string] => ['filter[]', filter]),
  ]);
  const answer = await fetch(`${sandbox.url}/object-query/${objects}?${query}`, {
    headers: { apiAccessKeyId, apiSecretAccessKey },
  });
  return ((await answer.json()) as { data: Record<string, never>[] }).data;
}

async function countOf(objects: string, filter: string): Promise<number> {
  let count = 0;
  let last = '';
  for (;;) {
    const page = await rows(objects, filter, ...(last ? [`id.GT:${last}`] : []));
    count += page.length;
    if (page.length < 99) return count;
    last =
      page
        .map(({ id }) => String(id))
        .sort()
        .at(-1) ?? '';
  }
}

const USAGE = 'usage { zuoraId quantity unitOfMeasure startAt status uniqueKey description accountNumber }';
const USE = { accountKey: ACCOUNT, unitOfMeasure: 'TB', quantity: '0.30', startAt: '2026-06-01T02:00:00+01:00' };
interface UsagePayload extends Payload {
  readonly usage: { zuoraId: string; quantity: string } | null;
}
const use = (input: object, more: object = {}) =>
  change<UsagePayload>(
    'zuoraUsageCreate',
    '$input: ZuoraUsageCreateInput!, $idempotencyKey: String, $dryRun: Boolean',
    { input: { ...USE, ...input }, ...more },
    USAGE,
  );
const terabytes = () => rows('usages', 'uom.EQ:TB');

describe('a usage record', () => {
  it('is made as it was given, and shown', async () => {
    expect(await use({ uniqueKey: 'u-1', description: 'June' })).toEqual({
      usage: {
        zuoraId: expect.stringMatching(/^[0-9a-f]{32}$/),
        quantity: '0.3',
        unitOfMeasure: 'TB',
        startAt: '2026-06-01T01:00:00.000Z',
        status: 'PENDING',
        uniqueKey: 'u-1',
        description: 'June',
        accountNumber: ACCOUNT,
      },
      plan: null,
      userErrors: [],
    });
  });

  it.each([
    { kind: 'reply-lost' },
    { kind: 'cut-off-json' },
    { kind: 'server-error' },
    { kind: 'expired-token' },
  ] as const)('is made once in spite of %j', async (fault) => {
    sandbox.fault('POST /v1/object/usage', fault);
    expect((await use({ description: fault.kind })).usage).not.toBeNull();
    expect(await terabytes()).toHaveLength(1);
  });

  it('is made once for an idempotency key', async () => {
    const first = await use({}, { idempotencyKey: 'usage-17' });
    expect((await use({}, { idempotencyKey: 'usage-17' })).usage?.zuoraId).toBe(first.usage?.zuoraId);
    expect(await terabytes()).toHaveLength(1);
  });

  it('is refused with what is wrong, by us and by Zuora', async () => {
    const wrong = await use({ quantity: '-1', endAt: '2026-05-01T00:00:00Z', description: 'x'.repeat(201) });
    expect(wrong.userErrors.map(({ code, field }) => [code, field?.join('.')])).toEqual([
      ['INVALID', 'input.quantity'],
      ['INVALID', 'input.description'],
      ['INVALID', 'input.endAt'],
    ]);
    expect((await use({ accountKey: 'A-nobody' })).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['input', 'accountKey'] },
    ]);
    expect(sandbox.requests('POST /v1/object/usage')).toEqual([]);
    await use({ uniqueKey: 'twice' });
    expect((await use({ uniqueKey: 'twice' })).userErrors).toEqual([
      { code: 'REJECTED_BY_UPSTREAM', message: 'Zuora Billing: The unique key twice has been used.', field: null },
    ]);
    expect(await terabytes()).toHaveLength(1);
  });

  it('is only planned by a dry run', async () => {
    const { usage, plan } = await use({}, { dryRun: true });
    expect(usage).toBeNull();
    expect(plan).toEqual([
      {
        action: 'Object_POSTUsage',
        target: null,
        after: {
          AccountId: expect.stringMatching(/^[0-9a-f]{32}$/),
          UOM: 'TB',
          Quantity: 0.3,
          StartDateTime: '2026-06-01T01:00:00.000+00:00',
        },
      },
    ]);
    expect(await terabytes()).toEqual([]);
  });

  it('is changed and removed while it is not billed', async () => {
    const id = (await use({})).usage?.zuoraId ?? '';
    const update = (input: object) =>
      change<UsagePayload>('zuoraUsageUpdate', '$id: String!, $input: ZuoraUsageUpdateInput!', { id, input }, USAGE);
    const remove = (dryRun = false) =>
      change<UsagePayload>('zuoraUsageDelete', '$id: String!, $dryRun: Boolean!', { id, dryRun }, USAGE);
    sandbox.fault('PUT /v1/object/usage/*', { kind: 'reply-lost' });
    expect((await update({ quantity: '12.5' })).usage).toMatchObject({ quantity: '12.5', unitOfMeasure: 'TB' });
    expect(await update({})).toMatchObject({ usage: null, userErrors: [{ code: 'INVALID' }] });
    sandbox.update('usage', id, { rbeStatus: 'Processed' });
    expect((await remove()).userErrors).toMatchObject([{ code: 'REJECTED_BY_UPSTREAM' }]);
    sandbox.update('usage', id, { rbeStatus: 'Pending' });
    expect(await remove(true)).toMatchObject({
      usage: { quantity: '12.5' },
      plan: [{ action: 'Object_DELETEUsage', target: id, after: null }],
      userErrors: [],
    });
    expect(await terabytes()).toHaveLength(1);
    sandbox.fault('DELETE /v1/object/usage/*', { kind: 'reply-lost' });
    expect(await remove()).toMatchObject({ usage: null, userErrors: [] });
    expect(await terabytes()).toEqual([]);
    expect((await remove()).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['id'] }]);
  });
});

describe('many usage records', () => {
  interface UsagesPayload extends Payload {
    readonly usages: { uniqueKey: string }[] | null;
  }
  const useMany = (inputs: object[], more: object = {}) =>
    change<UsagesPayload>(
      'zuoraUsagesCreate',
      '$inputs: [ZuoraUsageCreateInput!]!, $idempotencyKey: String, $dryRun: Boolean',
      { inputs, ...more },
      'usages { uniqueKey }',
    );
  const many = (count: number) => Array.from({ length: count }, (_, n) => ({ ...USE, uniqueKey: `many-${n}` }));
  const calls = () => sandbox.requests('POST /v1/action/create');

  it('go out fifty at a time, each once, whatever is lost', async () => {
    sandbox.fault('POST /v1/action/create', { kind: 'reply-lost' });
    sandbox.fault('POST /v1/action/create', { kind: 'server-error' });
    const { usages, userErrors } = await useMany(many(120), { idempotencyKey: 'june' });
    expect(userErrors).toEqual([]);
    expect(usages?.map(({ uniqueKey }) => uniqueKey)).toEqual(many(120).map(({ uniqueKey }) => uniqueKey));
    // The second attempt of the first batch fails with an answer, so that the batch is looked for, and found.
    expect(calls()).toHaveLength(4);
    expect(await countOf('usages', 'uom.EQ:TB')).toBe(120);
    expect((await useMany(many(120), { idempotencyKey: 'june' })).usages).toHaveLength(120);
    expect(calls()).toHaveLength(4);
  });

  it('that nothing tells apart are never taken for one another', async () => {
    // Once done and once in doubt: which of three equal records came of the second batch cannot be said.
    await use({});
    sandbox.fault('POST /v1/action/create', { kind: 'server-error', every: true });
    const { data, errors } = await gateway.query(
      'mutation ($inputs: [ZuoraUsageCreateInput!]!) { zuoraUsagesCreate(inputs: $inputs) { userErrors { message } } }',
      { inputs: [USE, USE] },
    );
    sandbox.clearFaults();
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { message: expect.stringContaining('look there'), extensions: { code: 'UPSTREAM_CONFLICT', retryable: false } },
    ]);
    expect(calls()).toHaveLength(1);
  });

  it('that are refused do not keep the others out', async () => {
    await use({ uniqueKey: 'many-1' });
    const { usages, userErrors } = await useMany(many(3));
    expect(usages?.map(({ uniqueKey }) => uniqueKey)).toEqual(['many-0', 'many-2']);
    expect(userErrors).toEqual([
      { code: 'REJECTED_BY_UPSTREAM', message: 'The unique key many-1 has been used.', field: ['inputs', '1'] },
    ]);
    expect((await useMany([{ ...USE, uniqueKey: 'many-1' }])).userErrors).toMatchObject([{ field: ['inputs', '0'] }]);
  });

  it('are checked as a whole before anything is sent', async () => {
    const [one] = many(1);
    const wrong = await useMany([one ?? {}, { ...USE, accountKey: 'A-nobody' }, one ?? {}]);
    expect(wrong.userErrors.map(({ field }) => field?.join('.'))).toEqual(['inputs.2.uniqueKey']);
    const unknown = await useMany([one ?? {}, { ...USE, accountKey: 'A-nobody' }]);
    expect(unknown.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['inputs', '1', 'accountKey'] }]);
    expect((await useMany(many(51), { dryRun: true })).plan).toHaveLength(2);
    expect(calls()).toEqual([]);
  });
});

describe('a usage file', () => {
  it('goes out as the contract has it, and so does its end', async () => {
    interface FilePayload extends Payload {
      readonly usageImport: { status: string } | null;
    }
    const csv = `ACCOUNT_ID,UOM,QTY,STARTDATE\n${ACCOUNT},TB,1.5,2026-06-01\n${ACCOUNT},TB,2,2026-06-02\n`;
    const { usageImport } = await change<FilePayload>(
      'zuoraUsageImport',
      '$input: ZuoraUsageImportInput!',
      { input: { csv } },
      'usageImport { status }',
    );
    expect(usageImport).toEqual({ status: 'PENDING' });
    const made = await terabytes();
    expect(made.map(({ quantity }) => quantity).sort()).toEqual([1.5, 2]);
    const ids = made.map(({ id }) => String(id));
    const { usages } = await change<Payload & { usages: object[] }>(
      'zuoraUsagesUpdate',
      '$changes: [ZuoraUsageChangeInput!]!',
      { changes: ids.map((id) => ({ id, quantity: '3' })) },
      'usages { quantity }',
    );
    expect(usages).toEqual([{ quantity: '3' }, { quantity: '3' }]);
    const { deletedIds } = await change<Payload & { deletedIds: string[] }>(
      'zuoraUsagesDelete',
      '$ids: [String!]!',
      { ids },
      'deletedIds',
    );
    expect(deletedIds).toEqual(ids);
    expect(await terabytes()).toEqual([]);
  });
});

describe('a credit memo', () => {
  const MEMO =
    'creditMemo { zuoraId memoNumber status amount { amount currency } balance { amount } appliedAmount { amount } }';
  interface Memo {
    readonly zuoraId: string;
    readonly memoNumber: string;
    readonly balance: { readonly amount: string };
  }
  interface MemoPayload extends Payload {
    readonly creditMemo: Memo | null;
  }
  let chargeId: string;
  let invoice: { id: string; balance: number };
  beforeAll(async () => {
    const [charge] = await rows('product-rate-plan-charges');
    chargeId = String(charge?.id);
  });
  beforeEach(async () => {
    const [account] = await rows('accounts', `accountnumber.EQ:${ACCOUNT}`);
    const [open] = await rows('invoices', `accountid.EQ:${account?.id}`, 'status.EQ:Posted', 'balance.GT:1');
    invoice = { id: String(open?.id), balance: Number(open?.balance) };
  });

  const create = (input: object = {}, more: object = {}) =>
    change<MemoPayload>(
      'zuoraCreditMemoCreate',
      '$input: ZuoraCreditMemoCreateInput!, $idempotencyKey: String, $dryRun: Boolean',
      {
        input: {
          accountKey: ACCOUNT,
          charges: [
            { productRatePlanChargeId: chargeId, amount: '0.10' },
            { productRatePlanChargeId: chargeId, amount: '0.20' },
          ],
          ...input,
        },
        ...more,
      },
      MEMO,
    );
  const post = (key: string) => change<MemoPayload>('zuoraCreditMemoPost', '$key: String!', { key }, MEMO);
  const cancel = (key: string) => change<MemoPayload>('zuoraCreditMemoCancel', '$key: String!', { key }, MEMO);
  const apply = (key: string, amount: string, id = invoice.id) =>
    change<MemoPayload>(
      'zuoraCreditMemoApply',
      '$key: String!, $input: ZuoraCreditMemoApplyInput!',
      { key, input: { invoices: [{ id, amount }] } },
      MEMO,
    );

  it('is made, posted and applied, each once although every answer is lost', async () => {
    sandbox.fault('POST /v1/credit-memos', { kind: 'reply-lost' });
    sandbox.fault('PUT /v1/credit-memos/*/post', { kind: 'reply-lost' });
    sandbox.fault('PUT /v1/credit-memos/*/apply', { kind: 'reply-lost' });
    const before = await countOf('credit-memos', 'status.NE:none');
    const made = await create();
    expect(made).toMatchObject({
      creditMemo: { status: 'DRAFT', amount: { amount: '0.3' }, balance: { amount: '0.3' } },
      userErrors: [],
    });
    const key = made.creditMemo?.memoNumber ?? '';
    expect((await post(key)).creditMemo).toMatchObject({ status: 'POSTED' });
    expect((await apply(key, '0.1')).creditMemo).toMatchObject({
      balance: { amount: '0.2' },
      appliedAmount: { amount: '0.1' },
    });
    expect(sandbox.record('invoice', invoice.id)?.balance).toBeCloseTo(invoice.balance - 0.1, 8);
    expect(await countOf('credit-memos', 'status.NE:none')).toBe(before + 1);
    expect(sandbox.requests('PUT /v1/credit-memos/*/apply')).toHaveLength(1);
    expect(sandbox.requests('PUT /v1/credit-memos/*/post')).toHaveLength(1);
  });

  it('shows what it changed on the invoice at once', async () => {
    const open = async () => {
      const { data } = await gateway.query<{ zuoraInvoice: { balance: { amount: string } } }>(
        'query ($key: String!) { zuoraInvoice(key: $key) { balance { amount } } }',
        { key: invoice.id },
      );
      return Number(data.zuoraInvoice.balance.amount);
    };
    expect(await open()).toBe(invoice.balance);
    const key = (await create({ autoPost: true })).creditMemo?.zuoraId ?? '';
    await apply(key, '0.30');
    expect(await open()).toBeCloseTo(invoice.balance - 0.3, 8);
  });

  it('is refused for what Zuora does not allow, and changes nothing then', async () => {
    const key = (await create()).creditMemo?.zuoraId ?? '';
    expect((await apply(key, '0.1')).userErrors).toMatchObject([{ code: 'REJECTED_BY_UPSTREAM' }]);
    await post(key);
    expect((await apply(key, '0.31')).userErrors).toMatchObject([{ code: 'REJECTED_BY_UPSTREAM' }]);
    expect((await cancel(key)).userErrors).toMatchObject([{ code: 'REJECTED_BY_UPSTREAM' }]);
    expect((await post('CM-nobody')).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['key'] }]);
    expect((await create({ charges: [{ productRatePlanChargeId: chargeId, amount: '0' }] })).userErrors).toMatchObject([
      { code: 'INVALID', field: ['input', 'charges', '0', 'amount'] },
    ]);
    expect(sandbox.record('invoice', invoice.id)).toMatchObject({ balance: invoice.balance });
    expect(sandbox.record('creditMemo', key)).toMatchObject({ status: 'Posted', balance: 0.3 });
  });

  const update = (key: string, input: object, more: object = {}) =>
    change<MemoPayload>(
      'zuoraCreditMemoUpdate',
      '$key: String!, $input: ZuoraCreditMemoUpdateInput!, $dryRun: Boolean',
      { key, input, ...more },
      `${MEMO} creditMemo { reasonCode memoDate items { zuoraId amount { amount } } }`,
    );
  const remove = (key: string, more: object = {}) =>
    change<Payload & { creditMemoId: string | null }>(
      'zuoraCreditMemoDelete',
      '$key: String!, $dryRun: Boolean',
      { key, ...more },
      'creditMemoId',
    );

  it('is changed in what is named, and in nothing else', async () => {
    const { zuoraId: id = '', memoNumber = '' } = (await create()).creditMemo ?? {};
    const lines = (await rows('credit-memo-items', `creditmemoid.EQ:${id}`)).map((line) => String(line.id));
    const [first = '', second = ''] = lines;
    const input = { comment: 'one line less', effectiveDate: '2026-03-31', items: [{ id: first, amount: '7' }] };
    const after = { comment: 'one line less', effectiveDate: '2026-03-31', items: [{ id: first, amount: 7 }] };
    expect(await update(id, input, { dryRun: true })).toMatchObject({
      userErrors: [],
      plan: [{ action: 'PUT_UpdateCreditMemo', target: memoNumber, after }],
    });
    expect(sandbox.record('creditMemo', id)).toMatchObject({ totalAmount: 0.3 });

    const kept = Number(sandbox.record('creditMemoItem', second)?.amount);
    sandbox.fault('PUT /v1/credit-memos/*', { kind: 'reply-lost' });
    const changed = await update(memoNumber, input);
    expect(changed.userErrors).toEqual([]);
    expect(changed.creditMemo).toMatchObject({
      memoDate: '2026-03-31',
      amount: { amount: String(7 + kept) },
      reasonCode: 'Correcting invoice error',
    });
    expect(sandbox.record('creditMemo', id)).toMatchObject({ comments: 'one line less', status: 'Draft' });
    expect((await update(id, { comment: null })).userErrors).toEqual([]);
    expect(sandbox.record('creditMemo', id)).toMatchObject({ comments: null, memoDate: '2026-03-31' });

    expect(await update(id, {})).toMatchObject({ userErrors: [{ code: 'INVALID', field: ['input'] }] });
    expect(await update(id, { items: [{ id: first, amount: '0.001' }] })).toMatchObject({
      userErrors: [{ code: 'INVALID', field: ['input', 'items', '0', 'amount'] }],
    });
    await post(id);
    expect((await update(id, input)).userErrors).toMatchObject([{ code: 'REJECTED_BY_UPSTREAM' }]);
    expect((await update('CM-nobody', input)).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['key'] }]);
  });

  it('is deleted once it was withdrawn, with its lines', async () => {
    const { zuoraId: id = '', memoNumber = '' } = (await create()).creditMemo ?? {};
    expect((await remove(id)).userErrors).toMatchObject([{ code: 'REJECTED_BY_UPSTREAM' }]);
    await cancel(id);
    expect(await remove(id, { dryRun: true })).toEqual({
      creditMemoId: id,
      plan: [{ action: 'DELETE_CreditMemo', target: memoNumber, after: null }],
      userErrors: [],
    });
    expect(sandbox.record('creditMemo', id)).toBeDefined();
    sandbox.fault('DELETE /v1/credit-memos/*', { kind: 'reply-lost' });
    expect(await remove(id)).toMatchObject({ creditMemoId: id, userErrors: [] });
    expect(sandbox.record('creditMemo', id)).toBeUndefined();
    expect(await rows('credit-memo-items', `creditmemoid.EQ:${id}`)).toEqual([]);
    const { data } = await gateway.query('query ($key: String!) { zuoraCreditMemo(key: $key) { zuoraId } }', {
      key: memoNumber,
    });
    expect(data).toEqual({ zuoraCreditMemo: null });
    expect((await remove(id)).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['key'] }]);
  });

  it('can be withdrawn as a draft, and planned without being made', async () => {
    const key = (await create()).creditMemo?.zuoraId ?? '';
    sandbox.fault('PUT /v1/credit-memos/*/cancel', { kind: 'reply-lost' });
    expect((await cancel(key)).creditMemo).toMatchObject({ status: 'CANCELED' });
    sandbox.reset();
    const { creditMemo, plan } = await create({}, { dryRun: true });
    expect(creditMemo).toBeNull();
    expect(plan).toMatchObject([
      {
        action: 'POST_CreditMemoFromPrpc',
        after: { charges: [{ productRatePlanChargeId: chargeId, amount: 0.1 }, {}] },
      },
    ]);
    expect(sandbox.requests('POST /v1/credit-memos')).toEqual([]);
  });
});
