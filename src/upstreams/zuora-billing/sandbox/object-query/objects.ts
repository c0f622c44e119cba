import { DOCUMENT_OBJECTS } from './document-objects.js';
import type { ObjectDefinition, QueryObject } from './query-object.js';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

function object(definition: ObjectDefinition): QueryObject {
  const sortable = words(definition.sortable);
  return {
    ...definition,
    sortable,
    filterable: definition.filterOnly === undefined ? sortable : [...sortable, ...words(definition.filterOnly)],
    expandable: definition.expandable === undefined ? [] : words(definition.expandable),
  };
}

export const QUERY_OBJECTS: readonly QueryObject[] = [
  ...DOCUMENT_OBJECTS.map(object),
  // https://developer.zuora.com/v1-api-reference/api/operation/queryAccounts/
  object({
    kind: 'account',
    path: 'accounts',
    keyField: 'accountNumber',
    sortable: `id updatedDate accountNumber balance batch billCycleDay billToId communicationProfileId crmId currency
      defaultPaymentMethodId invoiceTemplateId lastInvoiceDate name parentId shipToId soldToId status`,
    // An indexed custom field of this tenant.
    filterOnly: 'TogaiCustomerId__c',
    expandable: `billto soldto shipto defaultpaymentmethod subscriptions payments refunds creditmemos debitmemos
      invoices usages paymentmethods subscriptions.rateplans subscriptions.rateplans.rateplancharges`,
  }),
  // https://developer.zuora.com/v1-api-reference/api/operation/queryContacts/
  object({
    kind: 'contact',
    path: 'contacts',
    sortable: 'id updatedDate accountId country firstName lastName personalEmail workEmail workPhone',
  }),
  // https://developer.zuora.com/v1-api-reference/api/operation/querySubscriptions/
  object({
    kind: 'subscription',
    path: 'subscriptions',
    keyField: 'name',
    sortable: `id updatedDate accountId contractEffectiveDate creatorAccountId creatorInvoiceOwnerId invoiceOwnerId name
      originalId previousSubscriptionId renewalTerm status isLatestVersion subscriptionVersionAmendmentId termEndDate
      termStartDate version cMRR externallyManagedBy invoiceScheduleId`,
    filterOnly: 'quoteNumber__QT',
    expandable: `account invoiceowner billtocontact invoiceitems rateplans rateplans.rateplancharges
      rateplans.rateplancharges.rateplanchargetiers account.billto account.soldto account.paymentmethods order`,
  }),
  // https://developer.zuora.com/v1-api-reference/api/operation/queryRatePlans/
  object({
    kind: 'ratePlan',
    path: 'rate-plans',
    sortable: `id updatedDate productId amendmentId subscriptionId subscriptionOwnerId externallyManagedPlanId
      subscriptionRatePlanNumber`,
    filterOnly: 'invoiceOwnerId originalRatePlanId subscriptionOfferId',
    expandable: 'subscription productrateplan rateplancharges rateplancharges.rateplanchargetiers',
  }),
  // https://developer.zuora.com/v1-api-reference/api/operation/queryRatePlanCharges/
  object({
    kind: 'ratePlanCharge',
    path: 'rate-plan-charges',
    sortable: `id updatedDate ratePlanId chargeNumber invoiceScheduleId isPrepaid originalId
      productChargeDefinitionId`,
    filterOnly: 'subscriptionId subscriptionOwnerId invoiceOwnerId',
    expandable: 'rateplan productrateplancharge rateplanchargetiers',
  }),
  // https://developer.zuora.com/v1-api-reference/api/operation/queryRatePlanChargeTiers/ (not searchable by id)
  object({
    kind: 'ratePlanChargeTier',
    path: 'rate-plan-charge-tiers',
    sortable: 'currencyId ratePlanChargeId updatedDate',
    expandable: 'rateplancharge',
  }),
  object({
    kind: 'product',
    path: 'products',
    keyField: 'sKU',
    sortable: 'id updatedDate name effectiveEndDate effectiveStartDate sKU productNumber category',
    expandable: `productrateplans productrateplans.productrateplancharges
      productrateplans.productrateplancharges.productrateplanchargetiers`,
  }),
  object({
    kind: 'productRatePlan',
    path: 'product-rate-plans',
    sortable: 'id updatedDate productId name effectiveStartDate effectiveEndDate productRatePlanNumber',
    expandable: `product productrateplancharges productrateplancharges.productrateplanchargetiers
      externalproductrateplans`,
  }),
  object({
    kind: 'productRatePlanCharge',
    path: 'product-rate-plan-charges',
    sortable: 'id updatedDate billCycleDay chargeModel productRatePlanChargeNumber productRatePlanId',
    filterOnly: 'chargeType isPrepaid',
    expandable: 'productrateplan productrateplanchargetiers',
  }),
  object({
    kind: 'productRatePlanChargeTier',
    path: 'product-rate-plan-charge-tiers',
    sortable: 'id updatedDate productRatePlanChargeId productChargeDefinitionId',
    expandable: 'productrateplancharge',
  }),
];
