import { afterAll, expect, it } from 'vitest';
import { systemClock } from '../../src/kernel/clock.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

// Half past ten in the evening of the day before in Los Angeles, where the sandbox is.
const MIDNIGHT = Date.UTC(2026, 6, 1, 5, 30);
const OFFSET_MS = MIDNIGHT - Date.now();
const clock = { ...systemClock, now: () => Date.now() + OFFSET_MS };

let gateway: TestGateway;
afterAll(() => gateway?.close());

it('takes the day of the sandbox for today, though it is another one by UTC', async () => {
  gateway = await startTestGateway({
    sandbox: { customers: 2, clock },
    environment: { DISCOVERY_INTERVAL_MINUTES: '0' },
    clock,
  });
  const input = {
    accountNumber: 'A00000001',
    subscriptions: [{ subscriptionNumber: 'S-1', actions: [{ renewSubscription: {} }] }],
    draft: true,
  };
  const { data: found } = await gateway.query<{
    zuoraAccount: { subscriptions: { nodes: { subscriptionNumber: string }[] } };
  }>('{ zuoraAccount(key: "A00000001") { subscriptions(first: 1) { nodes { subscriptionNumber } } } }');
  const [subscription] = found.zuoraAccount.subscriptions.nodes;
  input.subscriptions[0] = { ...input.subscriptions[0], ...subscription } as (typeof input.subscriptions)[0];
  const { data, errors } = await gateway.query<{
    zuoraOrderCreate: { order: { orderDate: string; createdAt: string }; userErrors: object[] };
  }>(
    `mutation ($input: ZuoraOrderCreateInput!) {
      zuoraOrderCreate(input: $input) { order { orderDate createdAt } userErrors { message } }
    }`,
    { input },
  );
  expect(errors).toBeUndefined();
  const { order, userErrors } = data.zuoraOrderCreate;
  expect(userErrors).toEqual([]);
  expect(order.orderDate).toBe('2026-06-30');
  // Orders say when they were made without an offset.
  expect(Math.abs(Date.parse(order.createdAt) - clock.now())).toBeLessThan(60_000);
});
