import type {
  ChargeModel,
  ChargeType,
  Period,
  SoldCharge,
  SoldSubscription,
} from '../../../domain/plan-mapping/sold.js';
import { ACCOUNT_ID, SYSTEM } from '../names.js';
import type { Charge, RatePlan, Subscription } from '../schemas/subscription.js';

const TYPES: Readonly<Record<string, ChargeType>> = { onetime: 'ONE_TIME', recurring: 'RECURRING', usage: 'USAGE' };
// https://docs.zuora.com/en/zuora-billing/set-up-zuora-billing/build-product-and-prices/charge-models
const MODELS: Readonly<Record<string, ChargeModel>> = {
  flatfee: 'FLAT_FEE',
  perunit: 'PER_UNIT',
  tiered: 'TIERED',
  volume: 'VOLUME',
  overage: 'OVERAGE',
  tieredwithoverage: 'TIERED_WITH_OVERAGE',
  discountfixedamount: 'DISCOUNT_AMOUNT',
  discountpercentage: 'DISCOUNT_PERCENTAGE',
};
const PERIODS: Readonly<Record<string, Period>> = {
  week: 'WEEK',
  month: 'MONTH',
  quarter: 'QUARTER',
  semiannual: 'HALF_YEAR',
  annual: 'YEAR',
};
const plain = (text: string | null) => (text ?? '').toLowerCase().replace(/pricing|[^a-z]/g, '');

/** `currency` is that of the account, where the subscription has none of its own. */
export function toSold(row: Subscription, currency: string): SoldSubscription {
  const startDate = row.subscriptionStartDate ?? row.contractEffectiveDate ?? row.termStartDate ?? '';
  return {
    owner: { system: SYSTEM, kind: ACCOUNT_ID, value: row.accountId },
    number: row.name,
    version: row.version ?? 1,
    currency: row.currency ?? currency,
    startDate,
    endDate: row.cancelledDate ?? row.subscriptionEndDate ?? row.termEndDate,
    charges: row.ratePlans
      .filter(({ amendmentType }) => amendmentType !== 'RemoveProduct')
      .flatMap((plan) => plan.ratePlanCharges.map((charge) => toCharge(charge, plan, startDate)))
      // What was replaced on its first day was never charged.
      .filter((charge) => charge.endDate === null || charge.endDate > charge.startDate || charge.type === 'ONE_TIME'),
  };
}

function toCharge(row: Charge, plan: RatePlan, start: string): SoldCharge {
  const tiers = row.ratePlanChargeTiers.toSorted((a, b) => (a.tier ?? 0) - (b.tier ?? 0));
  const [first] = tiers;
  return {
    number: row.chargeNumber,
    productChargeId: row.productRatePlanChargeId,
    name: row.name,
    planName: plan.name,
    type: TYPES[plain(row.chargeType)] ?? 'UNKNOWN',
    model: MODELS[plain(row.chargeModel)] ?? 'UNKNOWN',
    kindText: `${row.chargeType}, ${row.chargeModel}`,
    quantity: row.quantity,
    unit: row.uOM,
    period: PERIODS[plain(row.billingPeriod)] ?? null,
    periodText: row.billingPeriod,
    timing: { inadvance: 'IN_ADVANCE' as const, inarrears: 'IN_ARREARS' as const }[plain(row.billingTiming)] ?? null,
    price: tiers.length === 1 ? (first?.price ?? null) : null,
    tiers: tiers.map((tier) => ({
      startingUnit: tier.startingUnit ?? '0',
      endingUnit: tier.endingUnit,
      price: tier.price,
      perUnit: plain(tier.priceFormat) !== 'flatfee',
      isOverage: tier.isOveragePrice === true,
    })),
    includedUnits: first?.includedUnits ?? null,
    overagePrice: first?.overagePrice ?? null,
    // How many units were paid beforehand is the quantity of the charge that pays for them.
    prepaidUnits: row.isPrepaid === true ? row.quantity : null,
    startDate: row.effectiveStartDate ?? start,
    endDate: row.effectiveEndDate,
  };
}
