import { jsonNumber } from '../../../../kernel/json.js';
import { decimal } from '../../../../kernel/money.js';
import type { ChargeTier } from './charge-inputs.js';

export type Fields = Readonly<Record<string, unknown>>;

// CRUD begins every name with a capital; these are called otherwise altogether.
const NAMES: Readonly<Record<string, string>> = {
  sku: 'SKU',
  unitOfMeasure: 'UOM',
  type: 'ChargeType',
  model: 'ChargeModel',
};
const DECIMALS = new Set(['defaultQuantity', 'minQuantity', 'maxQuantity', 'includedUnits', 'priceIncreasePercentage']);

interface Input extends Fields {
  readonly customFields?: Fields | null | undefined;
  readonly tiers?: readonly ChargeTier[] | undefined;
}

/** The fields of a new object: what is null is left out. */
export function createFields(input: Input): Fields {
  return crudFields(input, ([, value]) => value !== null);
}

/** The fields of a change: an empty text empties. */
export function updateFields(input: Input): Fields {
  const fields = Object.entries(crudFields(input, () => true));
  return Object.fromEntries(fields.map(([name, value]) => [name, value === null ? '' : value]));
}

function crudFields({ customFields, tiers, ...input }: Input, fits: (entry: [string, unknown]) => boolean): Fields {
  const own = Object.entries(input).map(([name, value]): [string, unknown] => [
    NAMES[name] ?? name.charAt(0).toUpperCase() + name.slice(1),
    DECIMALS.has(name) && typeof value === 'string' ? exact(value) : value,
  ]);
  const given = [...own, ...Object.entries(customFields ?? {})].filter(
    (entry) => entry[1] !== undefined && fits(entry),
  );
  return { ...Object.fromEntries(given), ...(tiers && { ProductRatePlanChargeTierData: tierData(tiers) }) };
}

/** https://developer.zuora.com/v1-api-reference/api/operation/Object_POSTProductRatePlanCharge/ */
export function tierData(tiers: readonly ChargeTier[]): Fields {
  return {
    ProductRatePlanChargeTier: tiers.map((tier) => {
      const fields = {
        Currency: tier.currency,
        Price: tier.price && exact(tier.price),
        DiscountAmount: tier.discountAmount && exact(tier.discountAmount),
        DiscountPercentage: tier.discountPercentage && exact(tier.discountPercentage),
        StartingUnit: tier.startingUnit && exact(tier.startingUnit),
        EndingUnit: tier.endingUnit && exact(tier.endingUnit),
        // Object Query and v1 write these in one word.
        PriceFormat: tier.priceFormat && { FlatFee: 'Flat Fee', PerUnit: 'Per Unit' }[tier.priceFormat],
        IsOveragePrice: tier.isOveragePrice,
      };
      return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
    }),
  };
}

/** A number with all of its digits. */
const exact = (amount: string) => jsonNumber(decimal(amount));
