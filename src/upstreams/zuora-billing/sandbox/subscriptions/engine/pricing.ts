import { Decimal } from 'decimal.js';
import { monthsBetween } from './periods.js';
import { type Fields, isRemoved, type Segment, text, type Version } from './version.js';

/** The months of each billing period that the catalog has. */
export const BILLING_MONTHS: Readonly<Record<string, number>> = {
  Month: 1,
  Quarter: 3,
  'Semi-Annual': 6,
  Annual: 12,
  'Two Years': 24,
  'Three Years': 36,
  'Five Years': 60,
};
const WITHOUT_DECIMALS = new Set(['JPY', 'KRW']);
const WITH_THREE_DECIMALS = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);

/** What one billing period costs, or a one-time charge at all. Usage costs nothing before it happened. */
export function periodAmount({ fields, tiers }: Segment): Decimal {
  const quantity = new Decimal(Number(fields.quantity ?? 1));
  const [first] = tiers;
  if (fields.chargeType === 'Usage' || !first) return new Decimal(0);
  if (fields.chargeModel === 'Volume Pricing') {
    const tier = tiers.find(({ endingUnit }) => isOpen(endingUnit) || quantity.lte(Number(endingUnit))) ?? first;
    return cost(tier, quantity);
  }
  if (fields.chargeModel === 'Tiered Pricing') {
    return tiers
      .filter(({ startingUnit }) => quantity.gte(Number(startingUnit ?? 0)))
      .reduce((sum, tier) => {
        const to = isOpen(tier.endingUnit) ? quantity : Decimal.min(quantity, Number(tier.endingUnit));
        return sum.plus(cost(tier, to.minus(Math.max(Number(tier.startingUnit ?? 0) - 1, 0))));
      }, new Decimal(0));
  }
  return cost(first, quantity);
}

const isOpen = (unit: Fields[string]) => unit === null || unit === undefined;

const cost = ({ price, priceFormat }: Fields, units: Decimal) =>
  new Decimal(Number(price ?? 0)).times(priceFormat === 'FlatFee' ? 1 : units);

/** The segment with its figures: monthly revenue, and the value of its span. Without an end it has no value. */
export function priced(segment: Segment): Segment {
  const { fields } = segment;
  const amount = periodAmount(segment);
  const recurring = fields.chargeType === 'Recurring';
  const mrr = recurring
    ? amount.div(BILLING_MONTHS[text(fields.billingPeriod) ?? 'Month'] ?? 1).toDecimalPlaces(9)
    : new Decimal(0);
  const start = text(fields.effectiveStartDate);
  const end = text(fields.effectiveEndDate);
  const months =
    recurring && start !== null && end !== null && start < end ? monthsBetween(start, end) : new Decimal(0);
  const tcv = fields.chargeType === 'OneTime' ? amount : mrr.times(months);
  return {
    ...segment,
    fields: { ...fields, mRR: mrr.toNumber(), tCV: tcv.toDecimalPlaces(9).toNumber() },
  };
}

/** The revenue a month in the decimals of the currency, as contracted: of the last segments of what was not removed. */
export function contractedMrr({ fields, plans }: Version): number {
  if (fields.status !== 'Active') return 0;
  const lasting = plans
    .filter((plan) => !isRemoved(plan))
    .flatMap(({ segments }) => segments.filter((segment) => segment.fields.isLastSegment === true));
  return inCurrency(
    fields.currency,
    lasting.reduce((sum, segment) => sum.plus(Number(segment.fields.mRR)), new Decimal(0)),
  );
}

export function totalContractedValue({ plans }: Version): Decimal {
  return plans
    .flatMap(({ segments }) => segments)
    .reduce((sum, { fields }) => sum.plus(Number(fields.tCV)), new Decimal(0));
}

/** The revenue a month of what runs on a day. */
export function mrrOn({ fields, plans }: Version, day: string): number {
  const running = plans
    .flatMap(({ segments }) => segments)
    .filter(({ fields: { effectiveStartDate: start, effectiveEndDate: end } }) => {
      return typeof start === 'string' && start <= day && (typeof end !== 'string' || day < end);
    });
  return inCurrency(
    fields.currency,
    running.reduce((sum, segment) => sum.plus(Number(segment.fields.mRR)), new Decimal(0)),
  );
}

export function inCurrency(currency: Fields[string], sum: Decimal): number {
  const digits = WITHOUT_DECIMALS.has(String(currency)) ? 0 : WITH_THREE_DECIMALS.has(String(currency)) ? 3 : 2;
  return sum.toDecimalPlaces(digits).toNumber();
}
