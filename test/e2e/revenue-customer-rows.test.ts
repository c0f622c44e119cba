import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/kernel/clock.js';
import { type ScenarioCustomer, scenario } from '../../src/upstreams/sandbox-kit/scenario.js';
import type { RevenueSandbox } from '../../src/upstreams/zuora-revenue/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { csvOf, HEADER, orderLine } from '../support/revenue-files.js';
import { type UploadAnswer, uploadsOf } from '../support/revenue-uploads.js';

const SIZE = 12;
const DAY_MS = 86_400_000;
const LISTING = [...HEADER, 'Cust Num', 'Subscription Number'];
const story = scenario({ size: SIZE });
const customers = Array.from({ length: SIZE }, (_, n) => story.customer(n)).filter((one) => one.inSubscriptionBilling);
const [first, second, third, none, unread] = customers as [
  ScenarioCustomer,
  ScenarioCustomer,
  ScenarioCustomer,
  ScenarioCustomer,
  ScenarioCustomer,
];
const accountOf = ({ ids }: ScenarioCustomer) => ids.subscriptionAccountNumber;

let gateway: TestGateway;
let sandbox: RevenueSandbox;
let uploads: ReturnType<typeof uploadsOf>;
let ahead = 0;
const subscriptionOf = new Map<ScenarioCustomer, string>();

beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: SIZE },
    clock: { ...systemClock, now: () => Date.now() + ahead },
    // A header and four rows.
    environment: { ZUORA_REVENUE_LINES_PER_UPLOAD: '5', ZUORA_REVENUE_POLL_MS: '2' },
  });
  sandbox = gateway.sandbox('ZUORA_REVENUE') as RevenueSandbox;
  uploads = uploadsOf(gateway.query);
  await gateway.discovered();
  for (const customer of [first, second, third]) {
    const { data } = await ask<{ subscriptions: { nodes: { subscriptionNumber: string }[] } }>(
      customer,
      'subscriptions(first: 1) { nodes { subscriptionNumber } }',
    );
    subscriptionOf.set(customer, data.customer.subscriptions.nodes[0]?.subscriptionNumber ?? '');
  }
});
beforeEach(() => sandbox.pace({ stagingMs: 5, jobMs: 5 }));
afterEach(() => {
  sandbox.clearFaults();
  gateway.sandbox('ZUORA_BILLING').clearFaults();
});
afterAll(() => gateway?.close());

interface Rows {
  readonly nodes: readonly {
    readonly upload: { id: string };
    readonly line: number;
    readonly part: number;
    readonly status: string;
    readonly message: string | null;
    readonly row: Record<string, string>;
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
interface Counted {
  readonly revenueRows: Rows | null;
  readonly revenueRowCounts: readonly { kind: string; value: string; rows: number }[] | null;
}
const FIELDS = `revenueRows(first: $first, after: $after) {
    nodes { upload { id } line part status message row } pageInfo { hasNextPage endCursor } }
  revenueRowCounts { kind value rows }`;

function ask<T>(customer: ScenarioCustomer, fields: string, variables: object = {}) {
  const paged = fields.includes('$first') ? ', $first: Int = 20, $after: String' : '';
  return gateway.query<{ customer: T }>(
    `query ($id: ExternalIdInput!${paged}) { customer(externalId: $id) { ${fields} } }`,
    { id: { system: 'ZUORA_BILLING', value: accountOf(customer) }, ...variables },
  );
}
async function rowsOf(customer: ScenarioCustomer, variables: object = {}) {
  const { data, errors } = await ask<Counted>(customer, FIELDS, variables);
  expect(errors).toBeUndefined();
  const { revenueRows, revenueRowCounts } = data.customer;
  const nodes = revenueRows?.nodes ?? [];
  return {
    nodes,
    ...(revenueRows as Rows).pageInfo,
    told: nodes.map(({ line, part, status, row }) => [line, part, status, row['Doc Line Id']]),
    counts: Object.fromEntries((revenueRowCounts ?? []).map(({ kind, value, rows }) => [`${kind} ${value}`, rows])),
  };
}
async function uploaded(rows: readonly Record<string, string>[], more: object = {}): Promise<UploadAnswer> {
  const { upload, userErrors } = await uploads.create({
    template: 'Customer Lines',
    csv: csvOf(rows, LISTING),
    ...more,
  });
  expect(userErrors).toEqual([]);
  return await uploads.ended(upload?.id);
}

describe('the rows of a customer', () => {
  let upload: UploadAnswer;

  it('are found by account number, by order and by subscription, each with what became of it', async () => {
    const [ofSecond = '', ofThird = ''] = [second, third].map((one) => subscriptionOf.get(one));
    const both = { 'Cust Num': accountOf(third), 'Subscription Number': ofThird };
    upload = await uploaded([
      orderLine('one', 1, { 'Cust Num': accountOf(first) }),
      orderLine('one', 2, { 'Cust Num': ` ${accountOf(first)}`, 'Item Num': '' }),
      orderLine('two', 1, { 'Doc Num': ofSecond, 'Cust Num': 'somebody else' }),
      orderLine('two', 2, { 'Doc Num': ofSecond }),
      orderLine('three', 1, both),
      orderLine('four', 1, { 'Cust Num': `${accountOf(first)}0` }),
      orderLine('five', 1, { 'Subscription Number': ofThird }),
    ]);
    expect(upload).toMatchObject({ status: 'STAGED_WITH_ERRORS', stageErrorCount: 1, parts: [{}, {}] });
    const sent = [...sandbox.requests()].length;

    const mine = await rowsOf(first);
    expect(mine.told).toEqual([
      [2, 1, 'STAGED', 'SO-one-1'],
      [3, 1, 'STAGE_ERROR', 'SO-one-2'],
    ]);
    expect(mine.nodes.map(({ message }) => message)).toEqual([
      null,
      'RPRO-00006: The transaction line is not processed due to missing Line Item Number',
    ]);
    expect(mine.nodes[0]?.upload).toEqual({ id: upload.id });
    expect(mine.nodes[0]?.row).toEqual({
      ...orderLine('one', 1),
      'Cust Num': accountOf(first),
      'Subscription Number': '',
    });
    expect([mine.hasNextPage, mine.counts]).toEqual([false, { [`ACCOUNT ${accountOf(first)}`]: 2 }]);

    const theirs = await rowsOf(second);
    expect(theirs.told).toEqual([
      [4, 1, 'STAGED', 'SO-two-1'],
      [5, 1, 'STAGED', 'SO-two-2'],
    ]);
    expect(theirs.counts).toEqual({ [`SUBSCRIPTION ${ofSecond}`]: 2 });

    // A row that is found by two numbers is one row.
    const last = await rowsOf(third);
    expect(last.told).toEqual([
      [6, 2, 'STAGED', 'SO-three-1'],
      [8, 2, 'STAGED', 'SO-five-1'],
    ]);
    expect(last.counts).toEqual({ [`ACCOUNT ${accountOf(third)}`]: 1, [`SUBSCRIPTION ${ofThird}`]: 2 });
    expect(await rowsOf(none)).toMatchObject({ told: [], counts: {}, hasNextPage: false, endCursor: null });
    // All of it is kept here.
    expect(sandbox.requests()).toHaveLength(sent);
  });

  it('come page by page, the newest upload first', async () => {
    const rows = [1, 2, 3].map((line) => orderLine('six', line, { 'Cust Num': accountOf(first) }));
    const later = await uploaded(rows, { collect: {} });
    expect(later.status).toBe('COLLECTED');
    const seen: unknown[] = [];
    let after: string | null = null;
    do {
      const page = await rowsOf(first, { first: 2, after });
      seen.push(page.told.map(([line, , status, id]) => [line, status, id]));
      after = page.hasNextPage ? page.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([
      [
        [2, 'COLLECTED', 'SO-six-1'],
        [3, 'COLLECTED', 'SO-six-2'],
      ],
      [
        [4, 'COLLECTED', 'SO-six-3'],
        [2, 'STAGED', 'SO-one-1'],
      ],
      [[3, 'STAGE_ERROR', 'SO-one-2']],
    ]);
    expect((await rowsOf(first, { first: 5 })).hasNextPage).toBe(false);
    const odd = await ask<Counted>(first, FIELDS, { after: 'eHg' });
    expect(odd.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(odd.data.customer.revenueRows).toBeNull();
  });

  it('say that their part was refused, and go when it is corrected without them', async () => {
    const line = orderLine('seven', 1, { 'Cust Num': accountOf(none), 'Item Num': 'REFUSED' });
    sandbox.refuseUploadsWith('REFUSED', 'The period is closed');
    const refused = await uploaded([line, orderLine('eight', 1, { 'Cust Num': accountOf(none) })]);
    expect(refused.status).toBe('FAILED');
    const before = await rowsOf(none);
    expect(before.told).toEqual([
      [2, 1, 'REFUSED', 'SO-seven-1'],
      [3, 1, 'REFUSED', 'SO-eight-1'],
    ]);
    expect(before.nodes.map(({ message }) => message)).toEqual(
      Array(2).fill(expect.stringMatching(/period is closed/)),
    );
    const corrected = csvOf([orderLine('eight', 1, { 'Cust Num': accountOf(none) })], LISTING);
    await uploads.retry(refused.id, { part: 1, csv: corrected });
    await uploads.ended(refused.id);
    const now = await rowsOf(none);
    expect(now.told).toEqual([[2, 1, 'STAGED', 'SO-eight-1']]);
    expect(now.counts).toEqual({ [`ACCOUNT ${accountOf(none)}`]: 1 });
  });

  it('wait while their part is on its way', async () => {
    sandbox.pace({ stagingMs: 120_000 });
    const row = orderLine('nine', 1, { 'Subscription Number': subscriptionOf.get(second) ?? '' });
    const { upload: made } = await uploads.create({ template: 'Customer Lines', csv: csvOf([row], LISTING) });
    await uploads.until(made?.id ?? '', ({ parts }) => parts.every(({ status }) => status === 'SENT'));
    expect((await rowsOf(second, { first: 1 })).told).toEqual([[2, 1, 'STAGING', 'SO-nine-1']]);
    sandbox.pace({ stagingMs: 5 });
    sandbox.hurry();
    await uploads.ended(made?.id);
    expect((await rowsOf(second, { first: 1 })).told).toEqual([[2, 1, 'STAGED', 'SO-nine-1']]);
  });

  it('are not told in part while the numbers of the customer cannot be read', async () => {
    gateway.sandbox('ZUORA_BILLING').fault('GET /object-query/subscriptions', { kind: 'server-error', every: true });
    const { data, errors } = await ask<Counted>(unread, FIELDS);
    expect(data.customer).toEqual({ revenueRows: null, revenueRowCounts: null });
    expect(errors?.map(({ path }) => path?.join('.')).sort()).toEqual([
      'customer.revenueRowCounts',
      'customer.revenueRows',
    ]);
    expect(errors?.[0]?.extensions).toMatchObject({ system: 'ZUORA_BILLING' });
  });

  it('are forgotten thirty days after their upload ended', async () => {
    ahead = 30 * DAY_MS - 60_000;
    expect((await rowsOf(first)).told).toHaveLength(5);
    ahead = 30 * DAY_MS + 1;
    expect(await rowsOf(first)).toMatchObject({ told: [], counts: {} });
  });
});
