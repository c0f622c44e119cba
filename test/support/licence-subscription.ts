import { expect } from 'vitest';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import type { TestGateway } from './gateway.js';
import { tenantRows } from './zuora-rows.js';

interface Sold {
  readonly subscriptionNumber: string;
  readonly ratePlans: readonly {
    readonly id: string;
    readonly charges: readonly { readonly id: string; readonly name: string }[];
  }[];
}

/** Makes a subscription with five seats and 100 GB from the beginning of 2026 on, both held by their number. */
export async function licenceSubscription({ query }: Pick<TestGateway, 'query'>, zuora: ZuoraSandbox) {
  const ask = async <T>(text: string, variables: object): Promise<T> => {
    const { data, errors } = await query<T>(text, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const rows = await tenantRows(zuora)('product-rate-plan-charges');
  const [productRatePlanId, charges] = [...Map.groupBy(rows, (row) => String(row.productRatePlanId))].find(
    ([, all]) => all.map(({ name }) => name).join() === 'Storage,Seats',
  ) ?? ['', []];
  const quantities = Object.entries({ Seats: '5', Storage: '100' }).map(([name, quantity]) => {
    return { productRatePlanChargeId: charges.find((charge) => charge.name === name)?.id, quantity };
  });
  const { made } = await ask<{ made: { subscription: Sold } }>(
    `mutation ($input: ZuoraSubscriptionCreateInput!) { made: zuoraSubscriptionCreate(input: $input) {
      subscription { subscriptionNumber ratePlans { id charges { id name } } } userErrors { message } } }`,
    {
      input: {
        ...{ accountKey: 'A00000002', termType: 'TERMED', contractEffectiveDate: '2026-01-01', initialTerm: 12 },
        ...{ renewalTerm: 12, autoRenew: false, ratePlans: [{ productRatePlanId, charges: quantities }] },
      },
    },
  );
  const { subscriptionNumber, ratePlans } = made.subscription;
  const [plan] = ratePlans;
  const ratePlanChargeId = plan?.charges.find(({ name }) => name === 'Seats')?.id;
  return {
    subscriptionNumber,
    /** Sells another number of seats from a day on. */
    change: async (quantity: string, contractEffectiveDate: string) => {
      const update = [{ ratePlanId: plan?.id, contractEffectiveDate, charges: [{ ratePlanChargeId, quantity }] }];
      const { changed } = await ask<{ changed: { userErrors: object[] } }>(
        `mutation ($key: String!, $input: ZuoraSubscriptionUpdateInput!) {
          changed: zuoraSubscriptionUpdate(key: $key, input: $input) { userErrors { message } } }`,
        { key: subscriptionNumber, input: { update } },
      );
      expect(changed.userErrors).toEqual([]);
    },
  };
}
