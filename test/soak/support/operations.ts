import { chargeUpdate, productCreate, productDelete } from './catalog-operations.js';
import type { IntendedAccount, IntendedSubscription } from './intended.js';
import { invoiceCreate, invoiceDelete, invoiceUpdate } from './invoice-operations.js';
import { memoCreate, memoDecide, memoDelete, memoUpdate } from './memo-operations.js';
import { orderCreate } from './order-operations.js';
import { anyOf, type SoakContext, type SoakOperation, send } from './send.js';

const accountCreate: SoakOperation = { match: 'POST /v1/accounts', run: createAccount };
async function createAccount(context: SoakContext): Promise<void> {
  const { name, intended } = context;
  const { account } = await send<{ account: { zuoraId: string; accountNumber: string } }>(
    context,
    `mutation ($input: ZuoraAccountCreateInput!, $key: String) {
        payload: zuoraAccountCreate(input: $input, idempotencyKey: $key) {
          account { zuoraId accountNumber } userErrors { message }
        }
      }`,
    { key: name, input: { name, currency: 'EUR', billToContact: { firstName: 'Soak', lastName: name } } },
  );
  const { accountNumber: number, zuoraId } = account;
  intended.accounts.set(name, { number, zuoraId, notes: null, crmId: null, contacts: 2 });
}

const accountUpdate: SoakOperation = {
  match: 'PUT /v1/accounts/*',
  run(context) {
    const account = anyOf(context.intended.accounts, context.random);
    return account && update(context, account);
  },
};
async function update(context: SoakContext, account: IntendedAccount): Promise<void> {
  const changes = context.random.chance(50) ? { notes: context.name } : { crmId: context.name, notes: null };
  await send(
    context,
    `mutation ($id: String!, $input: ZuoraAccountUpdateInput!) {
      payload: zuoraAccountUpdate(key: $id, input: $input) { userErrors { message } }
    }`,
    { id: account.zuoraId, input: changes },
  );
  Object.assign(account, changes);
}

const contactCreate: SoakOperation = {
  match: 'POST /v1/contacts',
  run(context) {
    const account = anyOf(context.intended.accounts, context.random);
    return account && addContact(context, account);
  },
};
async function addContact(context: SoakContext, account: IntendedAccount): Promise<void> {
  await send(
    context,
    `mutation ($account: String!, $input: ZuoraContactInput!, $key: String) {
      payload: zuoraContactCreate(accountKey: $account, input: $input, idempotencyKey: $key) { userErrors { message } }
    }`,
    { account: account.number, key: context.name, input: { firstName: 'More', lastName: context.name } },
  );
  account.contacts += 1;
}

const usageCreate: SoakOperation = {
  match: 'POST /v1/**',
  run(context) {
    const account = anyOf(context.intended.accounts, context.random);
    return account && addUsage(context, account);
  },
};
async function addUsage(context: SoakContext, account: IntendedAccount): Promise<void> {
  const { name, random, intended } = context;
  const inputs = Array.from({ length: 1 + random.int(60) }, (_, n) => ({
    accountKey: account.number,
    unitOfMeasure: 'GB',
    quantity: `0.${random.int(999) + 1}`,
    startAt: '2026-06-01T00:00:00Z',
    uniqueKey: `${name}-${n}`,
  }));
  await send(
    context,
    `mutation ($inputs: [ZuoraUsageCreateInput!]!, $key: String) {
      payload: zuoraUsagesCreate(inputs: $inputs, idempotencyKey: $key) { userErrors { message } }
    }`,
    { inputs, key: name },
  );
  for (const { uniqueKey, quantity } of inputs) intended.usages.set(uniqueKey, String(Number(quantity)));
}

const subscriptionCreate: SoakOperation = {
  match: 'POST /v1/subscriptions',
  run(context) {
    const account = anyOf(context.intended.accounts, context.random);
    return account && subscribe(context, account);
  },
};
async function subscribe(context: SoakContext, account: IntendedAccount): Promise<void> {
  const { name, planId, intended } = context;
  const { subscription } = await send<{ subscription: { subscriptionNumber: string } }>(
    context,
    `mutation ($input: ZuoraSubscriptionCreateInput!, $key: String) {
      payload: zuoraSubscriptionCreate(input: $input, idempotencyKey: $key) {
        subscription { subscriptionNumber } userErrors { message }
      }
    }`,
    {
      key: name,
      input: {
        accountKey: account.number,
        // Equal subscriptions of one account could not be told apart after an error.
        subscriptionNumber: `A-S-${name}`,
        termType: 'TERMED',
        contractEffectiveDate: '2026-01-01',
        initialTerm: 12,
        renewalTerm: 12,
        ratePlans: [{ productRatePlanId: planId }],
      },
    },
  );
  intended.subscriptions.set(name, { number: subscription.subscriptionNumber, versions: 1 });
}

const subscriptionRenew: SoakOperation = {
  match: 'PUT /v1/subscriptions/*/renew',
  run(context) {
    // One at a time: a renewal that is settled by looking cannot tell itself from another one.
    const idle = new Map([...context.intended.subscriptions].filter(([, { renewing }]) => !renewing));
    const subscription = anyOf(idle, context.random);
    return subscription && renew(context, subscription);
  },
};
async function renew(context: SoakContext, subscription: IntendedSubscription): Promise<void> {
  subscription.renewing = true;
  await send(
    context,
    `mutation ($key: String!) { payload: zuoraSubscriptionRenew(key: $key) { userErrors { message } } }`,
    { key: subscription.number },
  );
  subscription.versions += 1;
  subscription.renewing = false;
}

/** Everything that a soak does, with how often. */
export const OPERATIONS: readonly (readonly [weight: number, operation: SoakOperation])[] = [
  [15, accountCreate],
  [25, accountUpdate],
  [15, contactCreate],
  [15, usageCreate],
  [15, memoCreate],
  [15, memoDecide],
  [10, memoUpdate],
  [5, memoDelete],
  [10, orderCreate],
  [10, subscriptionCreate],
  [10, subscriptionRenew],
  [10, productCreate],
  [10, chargeUpdate],
  [5, productDelete],
  [15, invoiceCreate],
  [10, invoiceUpdate],
  [5, invoiceDelete],
];
