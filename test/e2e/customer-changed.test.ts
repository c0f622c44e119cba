import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { type LiveAnswer, socketClient } from '../support/live.js';

const SECRET = 'a-secret-of-togai-flows';

let test: TestGateway;
let customer: { id: string; togaiCustomer: { togaiId: string } };
let other: string;

interface Seen {
  readonly systems: readonly string[];
  readonly customer: { readonly id: string; readonly name: string; togaiCustomer?: { name: string } };
}

beforeAll(async () => {
  test = await startTestGateway({
    sandbox: { customers: 6 },
    environment: { TOGAI_WEBHOOK_SECRET: SECRET },
  });
  await test.discovered();
  const { data } = await test.query<{ customers: { nodes: (typeof customer)[] } }>(
    '{ customers(first: 20) { nodes { id togaiCustomer { togaiId } } } }',
  );
  const known = data.customers.nodes.filter(({ togaiCustomer }) => togaiCustomer !== null);
  [customer] = known as [typeof customer];
  other = known[1]?.togaiCustomer.togaiId ?? '';
});
afterAll(() => test?.close());

const rename = async (togaiId: string, name: string) => {
  const { data } = await test.query<{ togaiCustomerUpdate: { userErrors: unknown[] } }>(
    `mutation ($id: String!, $input: TogaiCustomerUpdateInput!) {
      togaiCustomerUpdate(id: $id, input: $input) { userErrors { message } } }`,
    { id: togaiId, input: { name } },
  );
  expect(data.togaiCustomerUpdate.userErrors).toEqual([]);
};

/** Follows until the first change that fits; acts until then, for nobody is told when a subscription has begun. */
async function firstChange(
  query: string,
  variables: object,
  fits: (seen: Seen) => boolean,
  act: () => Promise<unknown>,
) {
  const live = socketClient(test.url);
  const all: Seen[] = [];
  const following = (async () => {
    for await (const answer of live.iterate({ query, variables: { ...variables } })) {
      all.push((answer as LiveAnswer).data?.customerChanged as Seen);
    }
  })();
  const found = () => all.find(fits);
  await expect
    .poll(
      async () => {
        if (!found()) await act();
        return found();
      },
      { interval: 300 },
    )
    .toBeDefined();
  await live.dispose();
  await following.catch(() => {});
  return { seen: found() as Seen, all };
}

const OF_ONE = `subscription ($id: ID) {
  customerChanged(id: $id) { systems customer { id name togaiCustomer { name } } } }`;

it('tells of a change that was made through the gateway, with what is there after it', async () => {
  const { togaiId } = customer.togaiCustomer;
  const { seen, all } = await firstChange(
    OF_ONE,
    { id: customer.id },
    ({ systems }) => systems.includes('TOGAI'),
    async () => {
      // Nobody asked to hear of this one.
      await rename(other, 'Somebody else');
      await rename(togaiId, 'A new name');
    },
  );
  expect(seen.customer).toMatchObject({ id: customer.id, togaiCustomer: { name: 'A new name' } });
  expect(new Set(all.map((one) => one.customer.id))).toEqual(new Set([customer.id]));
});

it('tells of what a system told, of any customer', async () => {
  let told = 0;
  const deliver = () => {
    // The same body is the same delivery, of which nothing more comes.
    const body = JSON.stringify({ event: 'customer.updated', customerId: other, told: ++told });
    return fetch(`${test.url}/webhooks/TOGAI`, {
      method: 'POST',
      headers: { 'x-webhook-secret': SECRET, 'content-type': 'application/json' },
      body,
    });
  };
  const { seen } = await firstChange(OF_ONE, {}, ({ systems }) => systems.includes('TOGAI'), deliver);
  expect(seen.customer).toMatchObject({ togaiCustomer: { name: 'Somebody else' } });
  expect(seen.customer.id).not.toBe(customer.id);
});

it('refuses to follow nobody', async () => {
  const live = socketClient(test.url);
  const answers = live.iterate<Record<string, unknown>>({ query: OF_ONE, variables: { id: 'cus_none' } });
  const { value } = await answers.next();
  expect((value as LiveAnswer).errors?.[0]).toMatchObject({ message: 'There is no customer cus_none.' });
  await live.dispose();
});
