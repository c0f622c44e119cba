import type { ObjectDefinition } from './query-object.js';

/** What of documents and payment methods may be searched, sorted and expanded; the source is each object's page. */
export const DOCUMENT_OBJECTS: readonly ObjectDefinition[] = [
  // https://developer.zuora.com/v1-api-reference/api/operation/queryInvoices/
  {
    kind: 'invoice',
    path: 'invoices',
    keyField: 'invoiceNumber',
    sortable: `id updatedDate accountId amount balance dueDate invoiceDate invoiceNumber reversed sourceId sourceType
      status eInvoiceStatus`,
    expandable: 'account account.billto account.soldto account.shipto invoiceitems',
  },
  // https://developer.zuora.com/v1-api-reference/api/operation/queryInvoiceItems/
  {
    kind: 'invoiceItem',
    path: 'invoice-items',
    sortable: `id updatedDate ratePlanChargeId invoiceId accountingCode chargeDate chargeNumber
      excludeItemBillingFromRevenueAccounting serviceStartDate sourceItemType subscriptionId subscriptionNumber
      productRatePlanChargeId bookingReference`,
    filterOnly: 'fulfillmentId',
    expandable: 'invoice subscription rateplancharge',
  },
  // https://developer.zuora.com/v1-api-reference/api/operation/queryPayments/
  {
    kind: 'payment',
    path: 'payments',
    keyField: 'paymentNumber',
    sortable: `id updatedDate accountId amount effectiveDate gatewayOrderId gatewayState paymentMethodId
      paymentMethodSnapshotId paymentNumber referenceId source sourceName status unappliedAmount createdDate`,
    expandable: 'account account.billto account.soldto paymentmethod',
  },
  // https://developer.zuora.com/v1-api-reference/api/operation/queryCreditMemos/
  {
    kind: 'creditMemo',
    path: 'credit-memos',
    keyField: 'memoNumber',
    sortable: `id updatedDate balance eInvoiceStatus memoDate memoNumber sourceType status totalAmount invoiceId
      accountId`,
    expandable: 'account',
  },
  // https://developer.zuora.com/v1-api-reference/api/operation/queryDebitMemos/
  {
    kind: 'debitMemo',
    path: 'debit-memos',
    keyField: 'memoNumber',
    sortable: `id updatedDate balance creditMemoId eInvoiceStatus memoDate memoNumber sourceType status totalAmount
      invoiceId accountId`,
    expandable: 'account',
  },
  // https://developer.zuora.com/v1-api-reference/api/operation/queryPaymentApplications/
  {
    kind: 'paymentApplication',
    path: 'payment-applications',
    sortable: 'id updatedDate effectiveDate accountId paymentId applicationGroupId',
    expandable: 'payment',
  },
  // https://developer.zuora.com/v1-api-reference/api/operation/queryCreditMemoApplications/ (not searchable by memo)
  {
    kind: 'creditMemoApplication',
    path: 'credit-memo-applications',
    sortable: 'id updatedDate effectiveDate accountId applicationGroupId debitMemoId invoiceId',
    expandable: 'creditmemo',
  },
  // https://developer.zuora.com/v1-api-reference/api/operation/queryCreditMemoItems/
  {
    kind: 'creditMemoItem',
    path: 'credit-memo-items',
    sortable: `id updatedDate excludeItemBillingFromRevenueAccounting sourceItemType chargeNumber subscriptionId
      subscriptionNumber invoiceItemId ratePlanChargeId creditMemoId`,
    filterOnly: 'fulfillmentId orderLineItemId',
    expandable: 'subscription rateplancharge',
  },
  // https://developer.zuora.com/v1-api-reference/api/operation/queryDebitMemoItems/
  {
    kind: 'debitMemoItem',
    path: 'debit-memo-items',
    sortable: `id updatedDate creditMemoItemId excludeItemBillingFromRevenueAccounting sourceItemType chargeNumber
      subscriptionId subscriptionNumber invoiceItemId productRatePlanChargeId ratePlanChargeId debitMemoId`,
    expandable: 'subscription rateplancharge',
  },
  // https://developer.zuora.com/v1-api-reference/api/operation/queryUsages/
  {
    kind: 'usage',
    path: 'usages',
    sortable: 'id updatedDate accountId accountNumber endDateTime quantity rbeStatus startDateTime uOM',
    expandable: 'account',
  },
  // https://developer.zuora.com/v1-api-reference/api/operation/queryAmendments/
  {
    kind: 'amendment',
    path: 'amendments',
    sortable: `id code effectiveDate effectivePolicy name newRatePlanId removedRatePlanId status subscriptionId type
      subType updatedDate`,
    expandable: 'subscription',
  },
  // https://developer.zuora.com/v1-api-reference/api/operation/queryOrders/
  {
    kind: 'order',
    path: 'orders',
    keyField: 'orderNumber',
    sortable: 'id updatedDate orderDate orderNumber accountId status invoiceScheduleId',
    expandable: `account orderlineitems orderactions orderactions.subscription orderactions.subscription.rateplans
      orderactions.subscription.rateplans.rateplancharges`,
  },
  // https://developer.zuora.com/v1-api-reference/api/operation/queryOrderActions/
  {
    kind: 'orderAction',
    path: 'order-actions',
    sortable: 'id updatedDate subscriptionVersionAmendmentId orderId',
    expandable: 'subscription order',
  },
  // https://developer.zuora.com/v1-api-reference/api/operation/queryPaymentMethods/
  {
    kind: 'paymentMethod',
    path: 'payment-methods',
    sortable: `id updatedDate accountId achAccountName achBankName achCountry active isSystem
      businessIdentificationCode country creditCardExpirationMonth creditCardExpirationYear creditCardMaskNumber
      lastTransactionDateTime paypalBaid type`,
    expandable: 'account',
  },
];
