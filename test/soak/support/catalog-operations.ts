import type { IntendedProduct } from './intended.js';
import { anyOf, type SoakContext, type SoakOperation, send } from './send.js';

/** A product with a plan and a charge: three changes, each with a key of its own. */
export const productCreate: SoakOperation = { match: 'POST /v1/object/*', run: createProduct };
async function createProduct(context: SoakContext): Promise<void> {
  const { name, intended, random } = context;
  const { product } = await send<{ product: { zuoraId: string } }>(
    context,
    `mutation ($input: ZuoraProductCreateInput!, $key: String) {
      payload: zuoraProductCreate(input: $input, idempotencyKey: $key) { product { zuoraId } userErrors { message } }
    }`,
    { key: `${name}-product`, input: { name, effectiveStartDate: '2026-01-01', effectiveEndDate: '2050-01-01' } },
  );
  const { ratePlan } = await send<{ ratePlan: { zuoraId: string } }>(
    context,
    `mutation ($input: ZuoraProductRatePlanCreateInput!, $key: String) {
      payload: zuoraProductRatePlanCreate(input: $input, idempotencyKey: $key) {
        ratePlan { zuoraId } userErrors { message }
      }
    }`,
    { key: `${name}-plan`, input: { productId: product.zuoraId, name } },
  );
  const price = priceOf(random.int(1_000_000));
  const { charge } = await send<{ charge: { zuoraId: string } }>(
    context,
    `mutation ($input: ZuoraProductRatePlanChargeCreateInput!, $key: String) {
      payload: zuoraProductRatePlanChargeCreate(input: $input, idempotencyKey: $key) {
        charge { zuoraId } userErrors { message }
      }
    }`,
    {
      key: `${name}-charge`,
      input: {
        productRatePlanId: ratePlan.zuoraId,
        name,
        type: 'RECURRING',
        model: 'FLAT_FEE',
        billingPeriod: 'MONTH',
        billCycleType: 'DEFAULT_FROM_CUSTOMER',
        triggerEvent: 'CONTRACT_EFFECTIVE',
        tiers: [{ currency: 'EUR', price }],
      },
    },
  );
  const ids = { id: product.zuoraId, planId: ratePlan.zuoraId, chargeId: charge.zuoraId };
  intended.products.set(name, { ...ids, price, description: null, busy: false });
}

export const chargeUpdate: SoakOperation = {
  match: 'PUT /v1/object/**',
  run(context) {
    const product = anyOf(idle(context), context.random);
    return product && changeCharge(context, product);
  },
};
async function changeCharge(context: SoakContext, product: IntendedProduct): Promise<void> {
  const { name, random } = context;
  product.busy = true;
  const price = priceOf(random.int(1_000_000));
  // Either changes what the other has to keep.
  const changes = random.chance(50) ? { price } : { description: name };
  const { price: other, ...rest } = { price: undefined, ...changes };
  await send(
    context,
    `mutation ($id: String!, $input: ZuoraProductRatePlanChargeUpdateInput!) {
      payload: zuoraProductRatePlanChargeUpdate(id: $id, input: $input) { userErrors { message } }
    }`,
    { id: product.chargeId, input: { ...rest, ...(other && { tiers: [{ currency: 'EUR', price: other }] }) } },
  );
  Object.assign(product, changes);
  product.busy = false;
}

export const productDelete: SoakOperation = {
  match: 'DELETE /v1/object/**',
  run(context) {
    const product = anyOf(idle(context), context.random);
    return product && removeProduct(context, product);
  },
};
async function removeProduct(context: SoakContext, product: IntendedProduct): Promise<void> {
  const { products } = context.intended;
  // Taken before it is sent, so that nobody else picks the same product.
  for (const [name, each] of products) if (each === product) products.delete(name);
  await send(context, 'mutation ($id: String!) { payload: zuoraProductDelete(id: $id) { userErrors { message } } }', {
    id: product.id,
  });
}

const idle = ({ intended }: SoakContext) => new Map([...intended.products].filter(([, { busy }]) => !busy));
/** With eight digits behind the point. */
const priceOf = (n: number) => `${n}.${String(12_345_678 - n).padStart(8, '0')}`;
