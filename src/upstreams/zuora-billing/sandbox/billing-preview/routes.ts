import type { FastifyInstance } from 'fastify';
import { recordsBy } from '../object-query/search.js';
import type { ZuoraRecord } from '../state/record.js';
import { type BilledPeriod, billedThrough } from '../subscriptions/engine/billing.js';
import { requireDay } from '../subscriptions/engine/periods.js';
import { NotPossible, type Plan, text, type Version } from '../subscriptions/engine/version.js';
import { flag, knownOnly, refusing } from '../subscriptions/routes/requests.js';
import type { SubscriptionBook } from '../subscriptions/subscription-book.js';
import { type Body, bodyOf } from '../v1/body.js';
import { accountByKey, subscriptionsOf } from '../v1/lookup.js';

const FIELDS = [
  'accountId',
  'accountNumber',
  'assumeRenewal',
  'chargeTypeToExclude',
  'includingDraftItems',
  'includingEvergreenSubscription',
  'targetDate',
];
const RENEWALS = ['All', 'None', 'Autorenew'];
const CHARGE_TYPES = ['OneTime', 'Recurring', 'Usage'];

/**
 * What would be billed after the account's last invoice. Usage is not rated here and taxes do not exist, so that neither
 * is in it. https://developer.zuora.com/v1-api-reference/api/operation/POST_BillingPreview/
 */
export function billingPreviewRoutes(app: FastifyInstance, book: SubscriptionBook): void {
  app.post('/v1/operations/billing-preview', async (request) =>
    refusing(request, () => {
      const body = bodyOf(request);
      knownOnly(body, FIELDS);
      const account = accountOf(book, body);
      const target = requireDay(body.targetDate, 'targetDate');
      const renewal = oneOf(body.assumeRenewal ?? 'None', RENEWALS, 'assumeRenewal');
      const excluded = String(body.chargeTypeToExclude ?? '')
        .split(',')
        .filter(Boolean)
        .map((type) => oneOf(type.trim(), CHARGE_TYPES, 'chargeTypeToExclude'));
      const evergreen = flag(body, 'includingEvergreenSubscription') ?? false;
      const subscriptions = subscriptionsOf(book.store, account)
        .filter(({ status }) => status === 'Active')
        .filter(({ termType }) => evergreen || termType !== 'EVERGREEN');
      const items = subscriptions.flatMap((record) => {
        const version = book.read(record);
        const renewed = renewal === 'All' || (renewal === 'Autorenew' && record.autoRenew === true);
        return billedThrough(renewed ? withoutTermEnd(version) : version, target)
          .filter(({ serviceStartDate }) => serviceStartDate > (text(account.lastInvoiceDate) ?? ''))
          .filter(({ segment }) => !excluded.includes(String(segment.fields.chargeType)))
          .map((period) => itemBody(book, version, period));
      });
      const drafts = flag(body, 'includingDraftItems') === true ? draftItems(book, account, excluded) : [];
      return { success: true, accountId: account.id, invoiceItems: [...items, ...drafts], creditMemoItems: [] };
    }),
  );
}

function accountOf({ store }: SubscriptionBook, { accountId, accountNumber }: Body): ZuoraRecord {
  const key = accountId ?? accountNumber;
  if (typeof key !== 'string' || key === '') {
    throw new NotPossible('missingField', 'Missing required value: accountId or accountNumber');
  }
  const account = accountByKey(store, key);
  if (!account) throw new NotPossible('notFound', `Cannot find entity by key: '${key}'.`);
  return account;
}

function oneOf(value: unknown, values: readonly string[], name: string): string {
  if (typeof value === 'string' && values.includes(value)) return value;
  throw new NotPossible('invalidValue', `Invalid value for ${name}: ${String(value)}.`);
}

/** A renewed subscription goes on with what it has on the last day of its term. */
function withoutTermEnd(version: Version): Version {
  const { termEndDate } = version.fields;
  const plans = version.plans.map(
    (plan): Plan => ({
      ...plan,
      segments: plan.segments.map((segment) =>
        segment.fields.effectiveEndDate === termEndDate
          ? { ...segment, fields: { ...segment.fields, effectiveEndDate: null } }
          : segment,
      ),
    }),
  );
  return { ...version, plans };
}

function itemBody({ store }: SubscriptionBook, { fields: subscription, plans }: Version, period: BilledPeriod) {
  const { fields } = period.segment;
  const plan = plans.find(({ segments }) => segments.some((one) => one.fields.id === fields.id));
  return {
    id: String(fields.id),
    appliedToItemId: null,
    chargeAmount: period.amount,
    chargeDate: `${period.serviceStartDate} 00:00:00`,
    chargeDescription: String(fields.description ?? ''),
    chargeId: fields.id,
    chargeName: fields.name,
    chargeNumber: fields.chargeNumber,
    chargeType: fields.chargeType,
    processingType: 'charge',
    productName: String(store.get('product', String(plan?.fields.productId))?.name ?? ''),
    quantity: Number(fields.quantity ?? 0),
    serviceEndDate: period.serviceEndDate,
    serviceStartDate: period.serviceStartDate,
    subscriptionId: subscription.id,
    subscriptionName: subscription.name,
    subscriptionNumber: subscription.name,
    taxAmount: 0,
    unitOfMeasure: String(fields.uOM ?? ''),
  };
}

function draftItems({ store }: SubscriptionBook, account: ZuoraRecord, excluded: readonly string[]) {
  return recordsBy(store, 'invoice', 'accountId', account.id)
    .filter(({ status }) => status === 'Draft')
    .flatMap(({ id }) => recordsBy(store, 'invoiceItem', 'invoiceId', id))
    .map((item) => ({ item, charge: store.get('ratePlanCharge', String(item.ratePlanChargeId)) }))
    .filter(({ charge }) => !excluded.includes(String(charge?.chargeType)))
    .map(({ item, charge }) => ({
      id: item.id,
      chargeAmount: item.chargeAmount,
      chargeName: item.chargeName,
      chargeNumber: item.chargeNumber,
      chargeType: charge?.chargeType ?? 'OneTime',
      processingType: 'charge',
      quantity: item.quantity,
      serviceEndDate: item.serviceEndDate,
      serviceStartDate: item.serviceStartDate,
      subscriptionNumber: item.subscriptionNumber,
      taxAmount: item.taxAmount,
      unitOfMeasure: String(item.uOM ?? ''),
    }));
}
