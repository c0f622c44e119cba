import type { IntendedAccount } from './intended.js';
import { anyOf, type SoakContext, type SoakOperation, send } from './send.js';

/** An order of one subscription, which takes renewals and counts like any other then. */
export const orderCreate: SoakOperation = {
  match: 'POST /v1/orders',
  run(context) {
    const account = anyOf(context.intended.accounts, context.random);
    return account && create(context, account);
  },
};
async function create(context: SoakContext, account: IntendedAccount): Promise<void> {
  const { name, planId, intended } = context;
  const term = { period: 12, periodType: 'MONTH' };
  const terms = { termType: 'TERMED', ...term, renewalSetting: 'RENEW_WITH_SPECIFIC_TERM', renewalTerms: [term] };
  const { order, result } = await send<{ order: { orderNumber: string }; result: { subscriptionNumbers: string[] } }>(
    context,
    `mutation ($input: ZuoraOrderCreateInput!, $key: String) {
      payload: zuoraOrderCreate(input: $input, idempotencyKey: $key) {
        order { orderNumber } result { subscriptionNumbers } userErrors { message }
      }
    }`,
    {
      key: name,
      input: {
        accountNumber: account.number,
        orderDate: '2026-01-01',
        subscriptions: [{ actions: [{ createSubscription: { terms, ratePlans: [{ productRatePlanId: planId }] } }] }],
      },
    },
  );
  const [number = ''] = result.subscriptionNumbers;
  intended.orders.set(name, order.orderNumber);
  intended.subscriptions.set(name, { number, versions: 1 });
}
