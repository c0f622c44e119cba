import { Decimal } from 'decimal.js';
import { recordsBy } from '../object-query/search.js';
import type { ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';

type Row = Readonly<Record<string, string | number | boolean | null>>;

export interface Span {
  /** Milliseconds since the epoch, inclusive. */
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** What the charges are worth that were changed within a span; those of versions that were replaced are deleted. */
export function* chargeMetrics(store: Store, span: Span): Generator<Row> {
  for (const charge of chargesChanged(store, span)) {
    const discounts = discountsOf(store, charge);
    const part = Decimal.sum(0, ...discounts.map(({ part: each }) => each));
    yield {
      ...commonOf(store, charge),
      id: metricId(charge),
      ...amounts('mrr', charge.mRR, part),
      ...amounts('tcv', charge.tCV, part),
    };
  }
}

/** The same for each discount of each charge. */
export function* discountAllocations(store: Store, span: Span): Generator<Row> {
  for (const charge of chargesChanged(store, span)) {
    for (const { discount, part } of discountsOf(store, charge)) {
      yield {
        ...commonOf(store, charge),
        id: `${charge.id.slice(0, 16)}${discount.id.slice(8, 24)}`,
        chargeMetricsId: metricId(charge),
        discountChargeNumber: discount.chargeNumber ?? null,
        discountMrr: part.times(Number(charge.mRR)).toDecimalPlaces(9).toNumber(),
        discountTcv: part.times(Number(charge.tCV)).toDecimalPlaces(9).toNumber(),
      };
    }
  }
}

function* chargesChanged(store: Store, { from, to }: Span): Generator<ZuoraRecord> {
  const range = store.seed.context.customersUpdated(from, to);
  const fits = (charge: ZuoraRecord) => {
    const at = Date.parse(charge.updatedDate);
    return at >= from && at < to && !isDiscount(charge);
  };
  for (const charges of store.unchanged('ratePlanCharge', range, false)) yield* charges.filter(fits);
  yield* store.changed('ratePlanCharge').filter(fits);
}

function commonOf(store: Store, charge: ZuoraRecord): Row {
  const find = (kind: 'subscription' | 'ratePlan' | 'account' | 'productRatePlan', id: ZuoraRecord[string]) =>
    typeof id === 'string' ? store.get(kind, id) : undefined;
  const subscription = find('subscription', charge.subscriptionId);
  const plan = find('ratePlan', charge.ratePlanId);
  const owner = find('account', charge.subscriptionOwnerId);
  const payer = find('account', charge.invoiceOwnerId) ?? owner;
  const value = (from: ZuoraRecord | undefined, name: string) => from?.[name] ?? null;
  return {
    amendmentId: value(plan, 'amendmentId'),
    amendmentType: value(plan, 'amendmentType'),
    chargeNumber: value(charge, 'chargeNumber'),
    createdOn: utc(charge.createdDate),
    currency: value(owner, 'currency'),
    deleted: subscription?.isLatestVersion !== true,
    endDate: value(charge, 'effectiveEndDate'),
    invoiceOwnerAccountNumber: value(payer, 'accountNumber'),
    productId: value(find('productRatePlan', plan?.productRatePlanId), 'productId'),
    productRatePlanChargeId: value(charge, 'productRatePlanChargeId'),
    productRatePlanId: value(plan, 'productRatePlanId'),
    ratePlanChargeId: charge.id,
    startDate: value(charge, 'effectiveStartDate'),
    subscriptionName: value(subscription, 'name'),
    subscriptionOwnerAccountNumber: value(owner, 'accountNumber'),
    updatedOn: utc(charge.updatedDate),
  };
}

function amounts(name: 'mrr' | 'tcv', value: ZuoraRecord[string], part: Decimal): Row {
  const gross = new Decimal(Number(value ?? 0));
  const discount = gross.times(part).toDecimalPlaces(9);
  return {
    [`${name}GrossAmount`]: gross.toNumber(),
    [`${name}DiscountAmount`]: discount.toNumber(),
    [`${name}NetAmount`]: gross.minus(discount).toNumber(),
  };
}

/** Percentages that the subscription takes off everything that recurs, as parts of one. */
function discountsOf(store: Store, charge: ZuoraRecord): { discount: ZuoraRecord; part: Decimal }[] {
  if (charge.chargeType !== 'Recurring') return [];
  const others = recordsBy(store, 'ratePlanCharge', 'subscriptionId', String(charge.subscriptionId));
  return others.filter(isPercentage).flatMap((discount) => {
    const [tier] = recordsBy(store, 'ratePlanChargeTier', 'ratePlanChargeId', discount.id, 1);
    const percentage = Number(tier?.discountPercentage ?? 0);
    return percentage > 0 ? [{ discount, part: new Decimal(percentage).div(100) }] : [];
  });
}

const isPercentage = ({ chargeModel }: ZuoraRecord) => chargeModel === 'Discount-Percentage';
const isDiscount = ({ chargeModel }: ZuoraRecord) => String(chargeModel).startsWith('Discount-');
const metricId = (charge: ZuoraRecord) => `${charge.id.slice(0, 8)}${charge.id.slice(8).split('').reverse().join('')}`;
const utc = (instant: ZuoraRecord[string]) =>
  typeof instant === 'string' ? `${new Date(instant).toISOString().slice(0, 19)}Z` : null;
