import type { ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { type BilledPeriod, billingDifference, sumOf } from '../subscriptions/engine/billing.js';
import { addPeriods, readDay, requireDay } from '../subscriptions/engine/periods.js';
import { NotPossible, type Segment, text, type Version } from '../subscriptions/engine/version.js';
import type { Body } from '../v1/body.js';
import type { SubscriptionChange } from './order-changes.js';
import { objectOf } from './order-pricing.js';

const TYPES = ['ChargeMetrics', 'BillingDocs', 'OrderDeltaMetrics', 'OrderMetrics', 'RampMetrics', 'RampDeltaMetrics'];

/** `previewResult` of https://developer.zuora.com/v1-api-reference/api/operation/POST_PreviewOrder/ */
export function previewResult(store: Store, body: Body, account: ZuoraRecord, changes: readonly SubscriptionChange[]) {
  const options = objectOf(body, 'previewOptions');
  const types = options.previewTypes ?? ['BillingDocs'];
  if (!Array.isArray(types) || types.some((type) => !TYPES.includes(type))) {
    throw new NotPossible('invalidValue', 'Invalid value for previewTypes.');
  }
  const target = targetOf(options, String(body.orderDate), changes);
  return {
    ...(types.includes('BillingDocs') && billingDocuments(store, account, changes, target)),
    ...(types.includes('ChargeMetrics') && { chargeMetrics: changes.map(chargeMetrics) }),
    ...(types.includes('OrderDeltaMetrics') && { orderDeltaMetrics: deltaMetrics(changes) }),
  };
}

function targetOf(options: Body, orderDate: string, changes: readonly SubscriptionChange[]): string {
  switch (options.previewThruType) {
    case 'TermEnd':
      return (
        changes
          .map(({ version }) => text(version.fields.termEndDate) ?? orderDate)
          .sort()
          .at(-1) ?? orderDate
      );
    case 'NumberOfPeriods':
      return addPeriods(orderDate, Number(options.previewNumberOfPeriods ?? 1), 'Month');
    case 'SpecificDate':
      return requireDay(options.specificPreviewThruDate, 'specificPreviewThruDate');
    case undefined:
      return readDay(options.specificPreviewThruDate, 'specificPreviewThruDate') ?? orderDate;
    default:
      throw new NotPossible('invalidValue', `Invalid value for previewThruType: ${String(options.previewThruType)}.`);
  }
}

/** The number that a subscription has already; a new one gets its own when it is made. */
function numberOf({ before, version, body }: SubscriptionChange) {
  const action = Array.isArray(body.orderActions) ? (body.orderActions[0] as Body) : {};
  const own = before !== null || objectOf(action, 'createSubscription').subscriptionNumber !== undefined;
  return own ? { subscriptionNumber: String(version.fields.name) } : {};
}

function billingDocuments(
  store: Store,
  { currency }: ZuoraRecord,
  changes: readonly SubscriptionChange[],
  target: string,
) {
  const differences = changes.map((change) => ({
    change,
    ...billingDifference(change.before, change.version, target),
  }));
  const document = (sign: number, periodsOf: (one: (typeof differences)[number]) => readonly BilledPeriod[]) => {
    const amount = sign * sumOf(currency, differences.flatMap(periodsOf));
    const items = differences.flatMap((one) =>
      periodsOf(one).map((period) => itemBody(store, one.change, { ...period, amount: sign * period.amount })),
    );
    return { items, head: { amount, amountWithoutTax: amount, taxAmount: 0, targetDate: target } };
  };
  const invoice = document(1, ({ charged }) => charged);
  const memo = document(-1, ({ credited }) => credited);
  return {
    ...(invoice.items.length > 0 && { invoices: [{ ...invoice.head, invoiceItems: invoice.items }] }),
    ...(memo.items.length > 0 && { creditMemos: [{ ...memo.head, creditMemoItems: memo.items }] }),
  };
}

function itemBody(store: Store, change: SubscriptionChange, { segment, amount, ...period }: BilledPeriod) {
  const { fields, tiers } = segment;
  const plan = planOf(change.version, segment);
  return {
    amountWithoutTax: amount,
    chargeDescription: String(fields.description ?? ''),
    chargeName: String(fields.name),
    chargeNumber: String(fields.chargeNumber),
    processingType: 'Charge',
    productName: String(store.get('product', String(plan?.fields.productId))?.name ?? ''),
    productRatePlanChargeId: String(fields.productRatePlanChargeId),
    serviceEndDate: period.serviceEndDate,
    serviceStartDate: period.serviceStartDate,
    ...numberOf(change),
    taxAmount: 0,
    ...(tiers.length === 1 && typeof tiers[0]?.price === 'number' && { unitPrice: tiers[0].price }),
  };
}

const planOf = ({ plans }: Version, { fields }: Segment) =>
  plans.find(({ segments }) => segments.some((one) => one.fields.chargeNumber === fields.chargeNumber));

const segmentsOf = (version: Version | null) => version?.plans.flatMap(({ segments }) => segments) ?? [];

function chargeMetrics(change: SubscriptionChange) {
  const old = segmentsOf(change.before);
  const now = segmentsOf(change.version);
  const numbers = [...new Set(now.map(({ fields }) => String(fields.chargeNumber)))];
  return {
    ...numberOf(change),
    charges: numbers.map((number) => {
      const of = (segments: readonly Segment[]) => segments.filter(({ fields }) => fields.chargeNumber === number);
      const last = (segments: readonly Segment[]) => Number(of(segments).at(-1)?.fields.mRR ?? 0);
      const value = (segments: readonly Segment[]) =>
        of(segments).reduce((sum, { fields }) => sum + Number(fields.tCV ?? 0), 0);
      const metric = (before: number, after: number) => ({
        discount: 0,
        discountDelta: 0,
        regular: nine(after),
        regularDelta: nine(after - before),
      });
      const tcv = metric(value(old), value(now));
      const [segment] = of(now);
      return {
        chargeNumber: number,
        productRatePlanChargeId: String(segment?.fields.productRatePlanChargeId),
        productRatePlanId: String(segment && planOf(change.version, segment)?.fields.productRatePlanId),
        cmrr: metric(last(old), last(now)),
        tcv,
        tcb: tcv,
      };
    }),
  };
}

const nine = (value: number) => Math.round(value * 1e9) / 1e9;

/** Segments that are new count in full, those that are gone count as taken away. */
function deltaMetrics(changes: readonly SubscriptionChange[]) {
  const deltas = (figure: 'mRR' | 'tCV') =>
    changes.flatMap((change) => {
      const keyOf = ({ fields }: Segment) =>
        [fields.chargeNumber, fields.effectiveStartDate, fields.effectiveEndDate, fields[figure]].join(' ');
      const old = segmentsOf(change.before);
      const now = segmentsOf(change.version);
      const kept = new Set(old.map(keyOf).filter((key) => now.some((segment) => keyOf(segment) === key)));
      const rows = (segments: readonly Segment[], sign: number) =>
        segments
          .filter((segment) => !kept.has(keyOf(segment)) && Number(segment.fields[figure] ?? 0) !== 0)
          .map(({ fields }) => ({
            chargeNumber: String(fields.chargeNumber),
            currency: String(change.version.fields.currency),
            ...(typeof fields.effectiveEndDate === 'string' && { endDate: fields.effectiveEndDate }),
            ...(typeof fields.effectiveStartDate === 'string' && { startDate: fields.effectiveStartDate }),
            grossAmount: sign * Number(fields[figure]),
            netAmount: sign * Number(fields[figure]),
            productRatePlanChargeId: String(fields.productRatePlanChargeId),
            ...numberOf(change),
          }));
      return [...rows(now, 1), ...rows(old, -1)];
    });
  return { orderDeltaMrr: deltas('mRR'), orderDeltaTcv: deltas('tCV'), orderDeltaTcb: deltas('tCV') };
}
