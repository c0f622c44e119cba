import { recordsBy } from '../object-query/search.js';
import type { ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { type ChargeDetail, isShown } from './charge-detail.js';
import { chargeBody } from './charges.js';
import { shortContact } from './contacts.js';
import { contactOf } from './lookup.js';

/** One subscription as in https://developer.zuora.com/v1-api-reference/api/operation/GET_SubscriptionsByKey/ */
export function subscriptionBody(store: Store, subscription: ZuoraRecord, detail: ChargeDetail) {
  const account = store.get('account', String(subscription.accountId));
  const owner = store.get('account', String(subscription.invoiceOwnerId));
  const order = store.get('order', String(subscription.orderId));
  return {
    accountId: subscription.accountId,
    accountName: account?.name,
    accountNumber: account?.accountNumber,
    autoRenew: subscription.autoRenew,
    billToContact: shortContact(contactOf(store, subscription.billToContactId ?? account?.billToId)),
    cancelReason: subscription.cancelReason,
    contractEffectiveDate: subscription.contractEffectiveDate,
    contractedMrr: subscription.cMRR,
    currency: subscription.currency,
    currentTerm: subscription.currentTerm,
    currentTermPeriodType: subscription.currentTermPeriodType,
    customerAcceptanceDate: subscription.contractAcceptanceDate,
    externallyManagedBy: subscription.externallyManagedBy,
    id: subscription.id,
    initialTerm: subscription.initialTerm,
    initialTermPeriodType: subscription.initialTermPeriodType,
    invoiceOwnerAccountId: subscription.invoiceOwnerId,
    invoiceOwnerAccountName: owner?.name,
    invoiceOwnerAccountNumber: owner?.accountNumber,
    invoiceScheduleId: subscription.invoiceScheduleId ?? null,
    invoiceSeparately: subscription.isInvoiceSeparate,
    isLatestVersion: subscription.isLatestVersion,
    lastBookingDate: subscription.lastBookingDate,
    notes: subscription.notes ?? '',
    ...(order && { orderNumber: order.orderNumber }),
    paymentTerm: subscription.paymentTerm ?? null,
    ratePlans: recordsBy(store, 'ratePlan', 'subscriptionId', subscription.id).map((plan) =>
      planBody(store, plan, detail),
    ),
    renewalSetting: subscription.renewalSetting,
    renewalTerm: subscription.renewalTerm,
    renewalTermPeriodType: subscription.renewalTermPeriodType,
    revision: subscription.revision,
    serviceActivationDate: subscription.serviceActivationDate,
    soldToContact: shortContact(contactOf(store, subscription.soldToContactId ?? account?.soldToId)),
    status: subscription.status,
    subscriptionEndDate: subscription.subscriptionEndDate,
    subscriptionNumber: subscription.name,
    subscriptionStartDate: subscription.subscriptionStartDate,
    termEndDate: subscription.termEndDate,
    termStartDate: subscription.termStartDate,
    termType: subscription.termType,
    version: subscription.version,
  };
}

const CHANGES: Readonly<Record<string, string>> = {
  NewProduct: 'Add',
  UpdateProduct: 'Update',
  RemoveProduct: 'Remove',
};

function planBody(store: Store, plan: ZuoraRecord, detail: ChargeDetail) {
  const charges = recordsBy(store, 'ratePlanCharge', 'ratePlanId', plan.id).filter((charge) => isShown(charge, detail));
  return {
    id: plan.id,
    lastChangeType: CHANGES[String(plan.amendmentType)] ?? null,
    ...productOf(store, plan),
    ratePlanCharges: charges.map((charge) => chargeBody(store, charge)),
    ratePlanName: plan.name,
  };
}

/** One subscription as in https://developer.zuora.com/v1-api-reference/api/operation/GET_AccountSummary/ */
export function summarySubscription(store: Store, subscription: ZuoraRecord) {
  return {
    autoRenew: subscription.autoRenew,
    id: subscription.id,
    initialTerm: subscription.initialTerm,
    ratePlans: recordsBy(store, 'ratePlan', 'subscriptionId', subscription.id).map((plan) => ({
      ...productOf(store, plan),
      ratePlanName: plan.name,
    })),
    renewalTerm: subscription.renewalTerm,
    // The summary spells Pending Activation without the space.
    status: String(subscription.status).replaceAll(' ', ''),
    subscriptionNumber: subscription.name,
    subscriptionStartDate: subscription.subscriptionStartDate,
    termEndDate: subscription.termEndDate,
    termStartDate: subscription.termStartDate,
    termType: subscription.termType,
  };
}

function productOf(store: Store, plan: ZuoraRecord) {
  const product = store.get('product', String(plan.productId));
  return {
    productId: plan.productId,
    productName: product?.name ?? null,
    productRatePlanId: plan.productRatePlanId,
    productSku: product?.sKU ?? null,
  };
}
