import { readFile } from 'node:fs/promises';
import { print } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScenarioCustomer, scenario } from '../../src/upstreams/sandbox-kit/scenario.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { CustomersDocument, type CustomersQuery } from '../support/operations.generated.js';

const SIZE = 100;
const story = scenario({ size: SIZE });
const everybody = Array.from({ length: SIZE }, (_, n) => story.customer(n));
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: SIZE, limits: false },
    environment: { TOGAI_REQUESTS_PER_SECOND: '1000' },
  });
  await gateway.discovered();
});
afterAll(() => gateway?.close());

type Node = CustomersQuery['customers']['nodes'][number];

async function allCustomers(): Promise<Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  do {
    const page: { data: CustomersQuery; errors?: unknown } = await gateway.query<CustomersQuery>(
      print(CustomersDocument),
      {
        first: 40,
        after,
      },
    );
    expect(page.errors).toBeUndefined();
    nodes.push(...page.data.customers.nodes);
    after = page.data.customers.pageInfo.hasNextPage ? (page.data.customers.pageInfo.endCursor ?? null) : null;
  } while (after);
  return nodes;
}

const byNumber = (node: Node) => node.zuoraAccount?.accountNumber;
const byTogaiId = (node: Node) => node.togaiCustomer?.togaiId;

describe('the directory after discovery', () => {
  it('has every customer of both systems exactly once, joined as the systems say', async () => {
    const nodes = await allCustomers();
    expect(nodes).toHaveLength(SIZE);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(SIZE);
    const joined = new Map(nodes.map((node) => [byNumber(node) ?? byTogaiId(node), node]));
    for (const customer of everybody) {
      const node = joined.get(
        customer.inSubscriptionBilling ? customer.ids.subscriptionAccountNumber : customer.ids.usageCustomerId,
      );
      expect(node, `customer ${customer.n}`).toBeDefined();
      if (node) expect(summary(node), `customer ${customer.n}`).toEqual(expected(customer));
    }
  });

  it('is ordered by name without regard to letter case and marks', async () => {
    const names = (await allCustomers()).map(({ name }) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
    expect(names).toEqual([...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  });
});

function summary({ name, email, zuoraAccount, togaiCustomer, balance, sources }: Node) {
  return {
    name,
    email,
    zuora: zuoraAccount && { number: zuoraAccount.accountNumber, currency: zuoraAccount.currency },
    togai: togaiCustomer && { id: togaiCustomer.togaiId, name: togaiCustomer.name },
    firstAccount: togaiCustomer?.accounts?.some(({ togaiId }) => togaiId.startsWith('account-')) ?? null,
    balanceCurrency: balance?.currency ?? null,
    sources: sources.map(({ system, state, asOf }) => [system, state, asOf !== null]),
  };
}

function expected(customer: ScenarioCustomer) {
  const { inSubscriptionBilling: inZuora, inUsageBilling: inTogai, ids } = customer;
  const state = (there: boolean) => (there ? ['OK', true] : ['NOT_LINKED', false]);
  return {
    name: inZuora ? customer.name : customer.usageName,
    email: expect.toSatisfy(
      (email: unknown) => email === null || email === customer.email || email === customer.usageEmail,
    ),
    zuora: inZuora ? { number: ids.subscriptionAccountNumber, currency: customer.currency } : null,
    togai: inTogai ? { id: ids.usageCustomerId, name: customer.usageName } : null,
    firstAccount: inTogai ? true : null,
    balanceCurrency: inZuora ? customer.currency : null,
    sources: [
      ['ZUORA_BILLING', ...state(inZuora)],
      ['TOGAI', ...state(inTogai)],
      // Nothing was tracked yet.
      ['FIRST_PROMOTER', ...state(false)],
      ['ZUORA_REVENUE', ...state(false)],
    ],
  };
}

const linked = everybody.find(({ link }) => link !== null);
const onlyTogai = everybody.find(({ inSubscriptionBilling }) => !inSubscriptionBilling);
if (!linked || !onlyTogai) throw new Error('the scenario has changed');

describe('one customer', () => {
  const find = (system: string, value: string) =>
    gateway.query<{ customer: { id: string; name: string } | null }>(
      'query ($e: ExternalIdInput!) { customer(externalId: $e) { id name } }',
      { e: { system, value } },
    );

  it('is found by every id that a system has for them', async () => {
    const { ids } = linked;
    const answers = await Promise.all([
      find('ZUORA_BILLING', ids.subscriptionAccountId),
      find('ZUORA_BILLING', ids.subscriptionAccountNumber),
      find('TOGAI', ids.usageCustomerId),
      find('TOGAI', ids.usageAccountId),
    ]);
    expect(new Set(answers.map(({ data }) => data.customer?.id)).size).toBe(1);
    expect(answers[0]?.data.customer).toMatchObject({ name: linked.name });
    const { data } = await gateway.query<{ customer: { name: string } }>(
      'query ($id: ID!) { customer(id: $id) { name } }',
      {
        id: answers[0]?.data.customer?.id,
      },
    );
    expect(data.customer).toEqual({ name: linked.name });
  });

  it.each([
    ['ZUORA_BILLING', 'A99999999'],
    ['ZUORA_BILLING', `${'0'.repeat(31)}1`],
    ['ZUORA_BILLING', "'] or [x"],
    ['TOGAI', 'nobody'],
    ['TOGAI', '../accounts'],
    ['TOGAI', 'x'.repeat(200)],
  ])('is null for an id that %s does not have: %s', async (system, value) => {
    expect(await find(system, value)).toEqual({ data: { customer: null } });
  });

  it('is found by part of a name, an email or an id', async () => {
    const search = async (text: string) => {
      const { data } = await gateway.query<{ customers: { nodes: { name: string }[] } }>(
        'query ($s: String!) { customers(filter: { search: $s }) { nodes { name } } }',
        { s: text },
      );
      return data.customers.nodes.map(({ name }) => name);
    };
    expect(await search(linked.name.toUpperCase())).toContain(linked.name);
    expect(await search(linked.ids.subscriptionAccountNumber)).toEqual([linked.name]);
    expect(await search(onlyTogai.ids.usageCustomerId)).toEqual([onlyTogai.usageName]);
    expect(await search(`customer-${linked.n + 1}.example`)).toContain(linked.name);
    expect(await search('%')).toEqual([]);
  });

  it('is filtered by system and by whether it is linked', async () => {
    const count = async (filter: object) => {
      const { data } = await gateway.query<{ customers: { nodes: unknown[] } }>(
        'query ($f: CustomerFilter!) { customers(first: 100, filter: $f) { nodes { id } } }',
        { f: filter },
      );
      return data.customers.nodes.length;
    };
    const number = (test: (customer: ScenarioCustomer) => boolean) => everybody.filter(test).length;
    expect(await count({ linked: true })).toBe(number(({ link }) => link !== null));
    expect(await count({ linked: false })).toBe(number(({ link }) => link === null));
    expect(await count({ system: 'TOGAI' })).toBe(number(({ inUsageBilling }) => inUsageBilling));
    expect(await count({ system: 'TOGAI', linked: false })).toBe(
      number(({ inSubscriptionBilling }) => !inSubscriptionBilling),
    );
  });
});

describe('back references and nodes', () => {
  it('lead from every system to the same customer', async () => {
    const { data, errors } = await gateway.query<Record<string, { customer: { id: string } }>>(
      `query ($number: String!, $customer: String!, $account: String!) {
        zuora: zuoraAccount(key: $number) { customer { id } }
        togai: togaiCustomer(id: $customer) { customer { id } }
        account: togaiAccount(id: $account) { customer { customer { id } } }
      }`,
      {
        number: linked.ids.subscriptionAccountNumber,
        customer: linked.ids.usageCustomerId,
        account: linked.ids.usageAccountId,
      },
    );
    expect(errors).toBeUndefined();
    const { account, ...direct } = data as unknown as { account: { customer: { customer: { id: string } } } };
    const ids = [...Object.values(direct as Record<string, { customer: { id: string } }>), account.customer].map(
      ({ customer }) => customer.id,
    );
    expect(new Set(ids).size).toBe(1);
  });

  it('finds every kind of object again by its id', async () => {
    const { data } = await gateway.query<CustomersQuery>(
      `{ customers(first: 100, filter: { linked: true }) { nodes { id zuoraAccount { id subscriptions { nodes { id account { id } } } }
         togaiCustomer { id accounts { id pricePlans { pricePlan { id } } } } } } }`,
    );
    const ids = [...new Set(JSON.stringify(data).match(/(?<="id":")[^"]+/g))];
    const prefixes = new Set(ids.map((id) => id.split('_')[0]));
    expect([...prefixes].sort()).toEqual(['cus', 'tac', 'tcu', 'tpp', 'zac', 'zsu']);
    for (const prefix of prefixes) {
      const id = ids.find((each) => each.startsWith(`${prefix}_`));
      const answer = await gateway.query<{ node: { id: string; __typename: string } }>(
        'query ($id: ID!) { node(id: $id) { id __typename } }',
        { id },
      );
      expect(answer.data.node?.id).toBe(id);
    }
  });

  it.each(['', 'nonsense', 'cus_', 'cus_01', 'zac_1', 'xyz_1', 'zsu_none', 'tcu_../x', '_'])(
    'has no node %j',
    async (id) => {
      expect(await gateway.query('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({
        data: { node: null },
      });
    },
  );
});

it('answers every operation of the GraphiQL tabs without an error', async () => {
  const { readdir } = await import('node:fs/promises');
  const files = (await readdir('schema/operations')).filter((name) => name.endsWith('.graphql'));
  expect(files.length).toBeGreaterThanOrEqual(8);
  for (const file of files) {
    const text = await readFile(`schema/operations/${file}`, 'utf8');
    // Those have many answers, and a test of their own.
    if (/^subscription\b/m.test(text)) continue;
    const variables = await readFile(`schema/operations/${file.replace('.graphql', '.variables.json')}`, 'utf8').catch(
      () => '{}',
    );
    const answer = await gateway.query(text, JSON.parse(variables) as object);
    expect(answer.errors, file).toBeUndefined();
    for (const [field, value] of Object.entries(answer.data)) expect(value, `${file}: ${field}`).not.toBeNull();
  }
});
