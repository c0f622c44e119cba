import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ScenarioCustomer, scenario } from '../../src/upstreams/sandbox-kit/scenario.js';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { callerOf, type Reply } from '../contract/togai-sandbox/support.js';
import { type Answer, startTestGateway, type TestGateway } from '../support/gateway.js';
import { tenantRows } from '../support/zuora-rows.js';

const SIZE = 40;
const ZONE = 'Asia/Tokyo';
const story = scenario({ size: SIZE });
const everybody = Array.from({ length: SIZE }, (_, n) => story.customer(n));
let gateway: TestGateway;
let zuora: ZuoraSandbox;
let togai: TogaiSandbox;

beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: SIZE },
    environment: { TOGAI_TIME_ZONE: ZONE },
  });
  zuora = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
  togai = gateway.sandbox('TOGAI') as TogaiSandbox;
  await gateway.discovered();
});
afterEach(() => {
  for (const sandbox of [zuora, togai]) sandbox.clearFaults();
});
afterAll(() => gateway?.close());

interface Invoice {
  readonly id: string;
  readonly system: string;
  readonly number: string;
  readonly invoiceDate: string;
  readonly status: string;
  readonly amount: { amount: string; currency: string } | null;
  readonly native?: unknown;
}
interface Invoices {
  readonly nodes: Invoice[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
const FIELDS = `id system number status statusText invoiceDate dueDate amount { amount currency } balance { amount currency }
  native { __typename ... on ZuoraInvoice { zuoraId } ... on TogaiInvoice { togaiId } }`;
const systemOf = ({ inSubscriptionBilling, ids }: ScenarioCustomer) =>
  inSubscriptionBilling
    ? { system: 'ZUORA_BILLING', value: ids.subscriptionAccountNumber }
    : { system: 'TOGAI', value: ids.usageCustomerId };

function ask(customer: ScenarioCustomer, variables: object = {}, fields = FIELDS) {
  return gateway.query<{ customer: { invoices: Invoices | null } }>(
    `query ($id: ExternalIdInput!, $first: Int = 100, $after: String) { customer(externalId: $id) {
      invoices(first: $first, after: $after) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } } }`,
    { id: systemOf(customer), ...variables },
  );
}
function listIn({ data, errors }: Answer<{ customer: { invoices: Invoices | null } }>): Invoices {
  expect(errors).toBeUndefined();
  expect(data.customer.invoices).not.toBeNull();
  return data.customer.invoices as Invoices;
}

/** What both systems have, put together here and not by the gateway. */
async function expected({ ids, inSubscriptionBilling, inUsageBilling }: ScenarioCustomer) {
  const own = inSubscriptionBilling
    ? await tenantRows(zuora)('invoices', `accountid.EQ:${ids.subscriptionAccountId}`)
    : [];
  const api = callerOf(togai);
  const listed: Reply['body'][] = inUsageBilling
    ? (await api.pages(`/invoices?customer_id=${ids.usageCustomerId}`)).flatMap(({ data }) => data)
    : [];
  const full: Reply['body'][] = await Promise.all(
    listed.map(async ({ id }) => (await api.get(`/invoices/${id}`)).body),
  );
  const day = (instant: string) => new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(new Date(instant));
  return {
    zuora: own.map(({ id, invoiceNumber, invoiceDate, dueDate, status, amount, balance, currency }) => ({
      system: 'ZUORA_BILLING',
      ...{ number: invoiceNumber, invoiceDate, dueDate, statusText: status },
      amount: { amount: String(amount), currency },
      balance: { amount: String(balance), currency },
      native: { __typename: 'ZuoraInvoice', zuoraId: id },
    })),
    togai: full.map(({ id, sequenceId, invoiceDate, dueDate, status, totalAmount, paidAmount, revenueInfo }) => ({
      system: 'TOGAI',
      ...{ number: sequenceId, statusText: status, invoiceDate: day(invoiceDate), dueDate: day(dueDate) },
      amount: { amount: String(totalAmount), currency: revenueInfo.units },
      balance:
        status === 'VOID'
          ? null
          : { amount: String(Number((totalAmount - paidAmount).toFixed(2))), currency: revenueInfo.units },
      native: { __typename: 'TogaiInvoice', togaiId: id },
    })),
  };
}
const keyOf = ({ native }: { native?: unknown }) => JSON.stringify(native);
const sorted = <T extends { native?: unknown }>(rows: readonly T[]) =>
  rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

/** The customer with the most invoices in the system where it has fewest, or the one that comes `rank` places behind. */
async function richest(wanted: (customer: ScenarioCustomer) => boolean, rank = 0): Promise<ScenarioCustomer> {
  const counted = await Promise.all(
    everybody.filter(wanted).map(async (customer) => {
      const { zuora: own, togai: theirs } = await expected(customer);
      const alone = !(customer.inSubscriptionBilling && customer.inUsageBilling);
      return { customer, score: alone ? own.length + theirs.length : Math.min(own.length, theirs.length) };
    }),
  );
  const best = counted.sort((a, b) => b.score - a.score)[rank];
  if (!best || best.score < 2) throw new Error('the scenario has changed');
  return best.customer;
}
const isLinked = ({ link }: ScenarioCustomer) => link !== null;

describe.each([
  ['a linked customer', isLinked],
  ['a customer of Zuora alone', ({ inUsageBilling }: ScenarioCustomer) => !inUsageBilling],
  ['a customer of Togai alone', ({ inSubscriptionBilling }: ScenarioCustomer) => !inSubscriptionBilling],
])('the invoices of %s', (_name, wanted) => {
  it('are all that there are, newest first, in their own currency; page by page as well', async () => {
    const customer = await richest(wanted);
    const { zuora: own, togai: theirs } = await expected(customer);
    const all = listIn(await ask(customer));
    expect(sorted(all.nodes)).toEqual(
      sorted([...own, ...theirs].map((one) => ({ ...one, id: expect.any(String), status: expect.any(String) }))),
    );
    expect(all.nodes.map(({ status }) => status)).not.toContain('UNKNOWN');
    const days = all.nodes.map(({ invoiceDate }) => invoiceDate);
    expect(days).toEqual(days.toSorted().reverse());
    expect(all.pageInfo.hasNextPage).toBe(false);

    const paged: Invoice[] = [];
    for (let after: string | null = null; ; ) {
      const page = listIn(await ask(customer, { first: 1, after }));
      paged.push(...page.nodes);
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(paged).toEqual(all.nodes);
  });
});

/** One more invoice of Zuora. */
async function bill({ ids }: ScenarioCustomer, invoiceDate: string) {
  const { data } = await gateway.query<{ made: { invoice: { id: string } | null; userErrors: object[] } }>(
    'mutation ($input: ZuoraInvoiceCreateInput!) { made: zuoraInvoiceCreate(input: $input) { invoice { id } userErrors { message } } }',
    {
      input: {
        ...{ accountKey: ids.subscriptionAccountNumber, invoiceDate, dueDate: '2030-01-01' },
        items: [{ chargeName: 'x', amount: '1', serviceStartDate: '2026-01-01' }],
      },
    },
  );
  return data.made;
}

it('shows currencies that differ side by side, and adds nothing up', async () => {
  const customer = everybody.find(({ link, currency, usageCurrency }) => link !== null && currency !== usageCurrency);
  if (!customer) throw new Error('the scenario has changed');
  const made = await bill(customer, '2020-01-01');
  expect(made.userErrors).toEqual([]);
  const { nodes } = listIn(await ask(customer));
  const { togai: theirs } = await expected(customer);
  const own = { amount: '1', currency: customer.currency };
  expect(nodes.map(({ system, amount }) => [system, amount])).toEqual(
    expect.arrayContaining([['ZUORA_BILLING', own], ...theirs.map(({ amount }) => ['TOGAI', amount])]),
  );
  expect(theirs.map(({ amount }) => amount.currency)).toContain(customer.usageCurrency);
  zuora.reset();
});

// No outage, after which a system is left alone for a moment.
const BUSY = { kind: 'rate-limited', retryAfter: 0, every: true } as const;

// Of customers whose invoices nobody has asked for: what was read is shown for half a minute, whoever is down.
describe.each([
  ['TOGAI', 'GET /invoices', 1],
  ['ZUORA_BILLING', 'GET /object-query/invoices', 2],
])('while %s cannot be read', (system, route, rank) => {
  it('the other has its rows, with a typed error, and nothing is lost or comes twice when it is back', async () => {
    const customer = await richest(isLinked, rank);
    const there = await expected(customer);
    const natives = (rows: readonly { native?: unknown }[]) => sorted(rows).map(keyOf);
    const [others, missing] = system === 'TOGAI' ? [there.zuora, there.togai] : [there.togai, there.zuora];
    gateway.sandbox(system).fault(route, BUSY);
    const first = await ask(customer, { first: 1 });
    expect(first.data.customer.invoices?.nodes).toHaveLength(1);
    expect(first.data.customer.invoices?.pageInfo.hasNextPage).toBe(true);
    const extensions = { code: 'UPSTREAM_RATE_LIMITED', system, retryable: true, requestId: expect.any(String) };
    expect(first.errors).toMatchObject([{ message: expect.any(String), path: ['customer', 'invoices'], extensions }]);
    // Away until the other system has no more: an empty page leads back to the same place.
    let after = first.data.customer.invoices?.pageInfo.endCursor ?? null;
    const seen = [...(first.data.customer.invoices?.nodes ?? [])];
    const rest = await ask(customer, { after });
    seen.push(...(rest.data.customer.invoices?.nodes ?? []));
    expect(natives(seen)).toEqual(natives(others));
    after = rest.data.customer.invoices?.pageInfo.endCursor ?? null;
    const empty = await ask(customer, { after });
    expect(empty.data.customer.invoices).toEqual({ nodes: [], pageInfo: { hasNextPage: true, endCursor: after } });

    gateway.sandbox(system).clearFaults();
    const last = listIn(await ask(customer, { after }));
    expect(natives(last.nodes)).toEqual(natives(missing));
    expect(last.pageInfo.hasNextPage).toBe(false);
    expect(natives(listIn(await ask(customer)).nodes)).toEqual(natives([...others, ...missing]));
  });
});

it('keeps its place when an invoice is made between two pages', async () => {
  const customer = await richest(isLinked);
  const before = listIn(await ask(customer));
  const first = listIn(await ask(customer, { first: 2 }));
  const [latest] = first.nodes;
  const made = await bill(customer, latest?.invoiceDate ?? '');
  expect(made.userErrors).toEqual([]);
  const rest = listIn(await ask(customer, { after: first.pageInfo.endCursor }));
  const shown = [...first.nodes, ...rest.nodes].filter(({ id }) => id !== made.invoice?.id);
  expect(shown).toEqual(before.nodes);
  zuora.reset();
});

it('refuses a cursor that is none, and one of another customer', async () => {
  const customer = await richest(isLinked);
  const { pageInfo } = listIn(await ask(customer, { first: 1 }));
  const other = everybody.find((one) => isLinked(one) && one.n !== customer.n) as ScenarioCustomer;
  for (const [who, after] of [
    [customer, 'nonsense'],
    [other, pageInfo.endCursor],
  ] as const) {
    const { errors } = await ask(who, { after });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', retryable: false } }]);
  }
});

it('is an error when no system can be read', async () => {
  const customer = await richest(isLinked, 3);
  zuora.fault('GET /object-query/invoices', BUSY);
  togai.fault('GET /invoices', BUSY);
  const { data, errors } = await ask(customer);
  expect(data.customer.invoices).toBeNull();
  expect(errors).toMatchObject([
    { path: ['customer', 'invoices'], extensions: { code: 'UPSTREAM_RATE_LIMITED', retryable: true } },
  ]);
});

it('reads a page of customers together, and again from what was read', async () => {
  const page = () =>
    gateway.query<{ customers: { nodes: { invoices: Invoices | null }[] } }>(
      '{ customers(first: 40) { nodes { invoices(first: 3) { nodes { id } pageInfo { hasNextPage } } } } }',
    );
  const counts = () => [zuora.requests('GET /object-query/invoices').length, togai.requests('GET /**').length] as const;
  const [zuoraBefore, togaiBefore] = counts();
  const cold = await page();
  expect(cold.errors).toBeUndefined();
  expect(cold.data.customers.nodes).toHaveLength(SIZE);
  const [zuoraAfter, togaiAfter] = counts();
  const inTogai = everybody.filter(({ inUsageBilling }) => inUsageBilling).length;
  // The accounts of a page in one query, whose pages have 99 rows.
  expect(zuoraAfter - zuoraBefore).toBeLessThanOrEqual(3);
  // A list a customer, the empty page that its token leads to, and invoices of accounts without a currency.
  expect(togaiAfter - togaiBefore).toBeLessThanOrEqual(inTogai * 2 + 10);
  expect((await page()).data).toEqual(cold.data);
  expect(counts()).toEqual([zuoraAfter, togaiAfter]);
});
