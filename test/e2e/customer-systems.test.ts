import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ScenarioCustomer, scenario } from '../../src/upstreams/sandbox-kit/scenario.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const SIZE = 40;
const story = scenario({ size: SIZE });
const everybody = Array.from({ length: SIZE }, (_, n) => story.customer(n));
const whoIs = (subscriptions: boolean, usage: boolean) => {
  const found = everybody.find((one) => one.inSubscriptionBilling === subscriptions && one.inUsageBilling === usage);
  if (!found) throw new Error('the story has nobody like that');
  return found;
};

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { customers: SIZE } });
  await gateway.discovered();
});
afterAll(() => gateway?.close());

const idOf = ({ inSubscriptionBilling, ids }: ScenarioCustomer) =>
  inSubscriptionBilling
    ? { system: 'ZUORA_BILLING', value: ids.subscriptionAccountNumber }
    : { system: 'TOGAI', value: ids.usageCustomerId };

interface Everything {
  readonly customer: Readonly<Record<string, unknown>> & {
    readonly invoices: { readonly nodes: readonly { readonly system: string }[] } | null;
    readonly sources: readonly { readonly system: string; readonly state: string }[];
  };
}

it.each([
  ['in both', whoIs(true, true), [], ['ZUORA_BILLING', 'TOGAI']],
  ['in Zuora alone', whoIs(true, false), ['togaiCustomer', 'pricePlans', 'credits', 'usage'], ['ZUORA_BILLING']],
  ['in Togai alone', whoIs(false, true), ['zuoraAccount', 'subscriptions', 'balance'], ['TOGAI']],
])('a customer %s has what its systems have, null for the rest, and no error', async (_, customer, nulls, systems) => {
  const { data, errors } = await gateway.query<Everything>(
    `query ($id: ExternalIdInput!) { customer(externalId: $id) {
      zuoraAccount { accountNumber } subscriptions { nodes { subscriptionNumber } } balance { amount }
      togaiCustomer { togaiId } pricePlans { effectiveFrom } credits { availableBalance }
      usage(from: "2026-10-01T00:00:00Z", to: "2026-10-08T00:00:00Z") { __typename }
      invoices(first: 5) { nodes { system } } referral { id } sources { system state }
    } }`,
    { id: idOf(customer) },
  );
  expect(errors).toBeUndefined();
  const { invoices, sources, referral, ...rest } = data.customer;
  const missing = Object.entries(rest).flatMap(([field, value]) => (value === null ? [field] : []));
  // Whether there is one unit of credit is for the account to say.
  expect(missing.filter((field) => field !== 'credits').sort()).toEqual(
    nulls.filter((one) => one !== 'credits').sort(),
  );
  // Nobody's referral is known before an event of theirs was tracked here.
  expect(referral).toBeNull();
  expect(invoices).not.toBeNull();
  for (const { system } of invoices?.nodes ?? []) expect(systems).toContain(system);
  const linked = sources.flatMap(({ system, state }) => (state === 'OK' ? [system] : []));
  expect(linked).toEqual(systems);
});
