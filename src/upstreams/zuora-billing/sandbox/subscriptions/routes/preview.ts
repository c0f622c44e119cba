import type { Store } from '../../state/store.js';
import { type BilledPeriod, billingDifference, sumOf } from '../engine/billing.js';
import { contractedMrr, totalContractedValue } from '../engine/pricing.js';
import type { Version } from '../engine/version.js';

/** The bill of a version, or of what it adds to the one before, as Subscribe and Amend previews it. */
export function previewBody(store: Store, before: Version | null, after: Version, target: string) {
  const { charged, credited } = billingDifference(before, after, target);
  const { currency } = after.fields;
  const amount = sumOf(currency, charged);
  const credit = sumOf(currency, credited);
  return {
    amount,
    amountWithoutTax: amount,
    taxAmount: 0,
    documentDate: target,
    targetDate: target,
    invoiceTargetDate: target,
    invoiceItems: charged.map((period) => itemBody(store, after, period)),
    ...(credited.length > 0 && {
      creditMemo: {
        amount: -credit,
        amountWithoutTax: -credit,
        taxAmount: 0,
        creditMemoItems: credited.map((period) => {
          const { quantity, chargeAmount, ...item } = itemBody(store, after, period);
          return {
            ...item,
            chargeAmount: -chargeAmount,
            amountWithoutTax: -chargeAmount,
            quantity: Math.round(quantity),
          };
        }),
      },
    }),
  };
}

function itemBody(
  store: Store,
  { plans }: Version,
  { segment, amount, serviceStartDate, serviceEndDate }: BilledPeriod,
) {
  const { fields } = segment;
  const plan = plans.find((one) => one.segments.some((other) => other.fields.chargeNumber === fields.chargeNumber));
  return {
    chargeAmount: amount,
    chargeDescription: String(fields.description ?? ''),
    chargeName: String(fields.name),
    productName: String(store.get('product', String(plan?.fields.productId))?.name ?? ''),
    productRatePlanChargeId: String(fields.productRatePlanChargeId),
    quantity: Number(fields.quantity ?? 0),
    serviceStartDate,
    serviceEndDate,
    taxAmount: 0,
    unitOfMeasure: String(fields.uOM ?? ''),
  };
}

/** What a change does to the revenue of a subscription. */
export function deltas(before: Version, after: Version) {
  return {
    totalDeltaMrr: round(contractedMrr(after) - contractedMrr(before)),
    totalDeltaTcv: totalContractedValue(after).minus(totalContractedValue(before)).toDecimalPlaces(9).toNumber(),
  };
}

const round = (mrr: number) => Math.round(mrr * 100) / 100;
