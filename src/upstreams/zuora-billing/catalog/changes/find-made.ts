import { type ObjectQuery, queryAll } from '../../object-query.js';
import { onlyOne } from '../../writing/only-one.js';
import type { WriteDesk } from '../../writing/write-desk.js';
import { PLAN_QUERY, PRODUCT_KEY_QUERY } from '../catalog-query.js';
import { ProductCharge } from '../schemas.js';
import type { ChargeCreate } from './charge-inputs.js';
import type { ProductCreate, RatePlanCreate } from './inputs.js';

// Clocks differ, and the object was made after its request was sent.
const SKEW_MS = 60_000;

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly createdDate: string | null;
}

/** Each gives the id of what an attempt without an answer has made, if just one fits; throws if several do. */
export async function findProduct(desk: WriteDesk, wanted: ProductCreate, since: number): Promise<string | null> {
  const rows = await madeSince(desk, { ...PRODUCT_KEY_QUERY, filter: [`name.EQ:${wanted.name}`] }, since);
  const fits = rows.filter(
    ({ name, sKU, productNumber }) =>
      name === wanted.name &&
      (wanted.sku === undefined || sKU === wanted.sku) &&
      (wanted.productNumber === undefined || productNumber === wanted.productNumber),
  );
  return onlyOne(fits, 'products')?.id ?? null;
}

export async function findRatePlan(desk: WriteDesk, wanted: RatePlanCreate, since: number): Promise<string | null> {
  const { expand: _, ...query } = PLAN_QUERY;
  const rows = await madeSince(desk, { ...query, filter: [`productid.EQ:${wanted.productId}`] }, since);
  const fits = rows.filter(
    ({ name, productRatePlanNumber: number }) =>
      name === wanted.name && (wanted.productRatePlanNumber === undefined || number === wanted.productRatePlanNumber),
  );
  return onlyOne(fits, 'product rate plans')?.id ?? null;
}

export async function findCharge(desk: WriteDesk, wanted: ChargeCreate, since: number): Promise<string | null> {
  const query: ObjectQuery<ProductCharge> = {
    objects: 'product-rate-plan-charges',
    operation: 'queryProductRatePlanCharges',
    row: ProductCharge,
    filter: [`productrateplanid.EQ:${wanted.productRatePlanId}`],
  };
  const fits = (await madeSince(desk, query, since)).filter(
    ({ name, chargeType, chargeModel, productRatePlanChargeNumber: number }) =>
      name === wanted.name &&
      chargeType === wanted.type &&
      chargeModel === wanted.model &&
      (wanted.productRatePlanChargeNumber === undefined || number === wanted.productRatePlanChargeNumber),
  );
  return onlyOne(fits, 'product rate plan charges')?.id ?? null;
}

async function madeSince<T extends Candidate>(desk: WriteDesk, query: ObjectQuery<T>, since: number): Promise<T[]> {
  const from = new Date(since - SKEW_MS).toISOString();
  const filter = [...(query.filter ?? []), `updateddate.GE:${from}`];
  const rows = await queryAll(desk.client, { ...query, filter }, desk.options);
  return rows.filter(({ createdDate }) => (createdDate ?? '') >= from);
}
