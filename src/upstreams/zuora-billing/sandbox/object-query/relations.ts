import type { RecordKind } from '../state/record.js';

/** How an object names another one: by its own id field, or the others by a field of theirs. */
export type Relation =
  | { readonly field: string; readonly one: RecordKind; readonly by: string }
  | { readonly field: string; readonly many: RecordKind; readonly by: string }
  /** An object the sandbox holds no records of: it may be asked for and is empty. */
  | { readonly field: string; readonly empty: 'one' | 'many' };

export const RELATIONS: Readonly<Record<RecordKind, readonly Relation[]>> = {
  account: [
    { field: 'billTo', one: 'contact', by: 'billToId' },
    { field: 'soldTo', one: 'contact', by: 'soldToId' },
    { field: 'shipTo', one: 'contact', by: 'shipToId' },
    { field: 'subscriptions', many: 'subscription', by: 'accountId' },
    { field: 'defaultPaymentMethod', one: 'paymentMethod', by: 'defaultPaymentMethodId' },
    { field: 'payments', many: 'payment', by: 'accountId' },
    { field: 'refunds', empty: 'many' },
    { field: 'creditMemos', many: 'creditMemo', by: 'accountId' },
    { field: 'debitMemos', many: 'debitMemo', by: 'accountId' },
    { field: 'invoices', many: 'invoice', by: 'accountId' },
    { field: 'usages', many: 'usage', by: 'accountId' },
    { field: 'paymentMethods', many: 'paymentMethod', by: 'accountId' },
  ],
  contact: [],
  subscription: [
    { field: 'account', one: 'account', by: 'accountId' },
    { field: 'invoiceOwner', one: 'account', by: 'invoiceOwnerId' },
    { field: 'billToContact', one: 'contact', by: 'billToContactId' },
    { field: 'ratePlans', many: 'ratePlan', by: 'subscriptionId' },
    { field: 'invoiceItems', many: 'invoiceItem', by: 'subscriptionId' },
    { field: 'order', one: 'order', by: 'orderId' },
  ],
  ratePlan: [
    { field: 'subscription', one: 'subscription', by: 'subscriptionId' },
    { field: 'productRatePlan', one: 'productRatePlan', by: 'productRatePlanId' },
    { field: 'ratePlanCharges', many: 'ratePlanCharge', by: 'ratePlanId' },
  ],
  ratePlanCharge: [
    { field: 'ratePlan', one: 'ratePlan', by: 'ratePlanId' },
    { field: 'productRatePlanCharge', one: 'productRatePlanCharge', by: 'productRatePlanChargeId' },
    { field: 'ratePlanChargeTiers', many: 'ratePlanChargeTier', by: 'ratePlanChargeId' },
  ],
  ratePlanChargeTier: [{ field: 'ratePlanCharge', one: 'ratePlanCharge', by: 'ratePlanChargeId' }],
  product: [{ field: 'productRatePlans', many: 'productRatePlan', by: 'productId' }],
  productRatePlan: [
    { field: 'product', one: 'product', by: 'productId' },
    { field: 'productRatePlanCharges', many: 'productRatePlanCharge', by: 'productRatePlanId' },
    { field: 'externalproductrateplans', empty: 'many' },
  ],
  productRatePlanCharge: [
    { field: 'productRatePlan', one: 'productRatePlan', by: 'productRatePlanId' },
    { field: 'productRatePlanChargeTiers', many: 'productRatePlanChargeTier', by: 'productRatePlanChargeId' },
  ],
  productRatePlanChargeTier: [
    { field: 'productRatePlanCharge', one: 'productRatePlanCharge', by: 'productRatePlanChargeId' },
  ],
  invoice: [
    { field: 'account', one: 'account', by: 'accountId' },
    { field: 'invoiceItems', many: 'invoiceItem', by: 'invoiceId' },
  ],
  invoiceItem: [
    { field: 'invoice', one: 'invoice', by: 'invoiceId' },
    { field: 'subscription', one: 'subscription', by: 'subscriptionId' },
    { field: 'ratePlanCharge', one: 'ratePlanCharge', by: 'ratePlanChargeId' },
  ],
  payment: [
    { field: 'account', one: 'account', by: 'accountId' },
    { field: 'paymentMethod', one: 'paymentMethod', by: 'paymentMethodId' },
  ],
  creditMemo: [{ field: 'account', one: 'account', by: 'accountId' }],
  debitMemo: [{ field: 'account', one: 'account', by: 'accountId' }],
  paymentApplication: [{ field: 'payment', one: 'payment', by: 'paymentId' }],
  creditMemoApplication: [{ field: 'creditMemo', one: 'creditMemo', by: 'creditMemoId' }],
  creditMemoItem: [
    { field: 'subscription', one: 'subscription', by: 'subscriptionId' },
    { field: 'ratePlanCharge', one: 'ratePlanCharge', by: 'ratePlanChargeId' },
  ],
  debitMemoItem: [
    { field: 'subscription', one: 'subscription', by: 'subscriptionId' },
    { field: 'ratePlanCharge', one: 'ratePlanCharge', by: 'ratePlanChargeId' },
  ],
  usage: [{ field: 'account', one: 'account', by: 'accountId' }],
  amendment: [{ field: 'subscription', one: 'subscription', by: 'subscriptionId' }],
  order: [
    { field: 'account', one: 'account', by: 'accountId' },
    { field: 'orderActions', many: 'orderAction', by: 'orderId' },
    { field: 'orderLineItems', empty: 'many' },
  ],
  orderAction: [
    { field: 'order', one: 'order', by: 'orderId' },
    { field: 'subscription', one: 'subscription', by: 'subscriptionId' },
  ],
  paymentMethod: [{ field: 'account', one: 'account', by: 'accountId' }],
};

export function relationOf(kind: RecordKind, name: string): Relation | undefined {
  return RELATIONS[kind].find(({ field }) => field.toLowerCase() === name.toLowerCase());
}
