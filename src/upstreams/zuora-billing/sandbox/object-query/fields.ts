import type { RecordKind } from '../state/record.js';
import { DOCUMENT_FIELDS } from './document-fields.js';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** The fields of each object in Zuora's spelling: the SOAP name with its first letter lower. */
export const OBJECT_FIELDS: Readonly<Record<RecordKind, readonly string[]>> = {
  ...DOCUMENT_FIELDS,
  account: words(`
    accountNumber additionalEmailAddresses allowInvoiceEdit autoPay balance batch bcdSettingOption
    billCycleDay billToId communicationProfileId createdById createdDate creditBalance creditMemoTemplateId
    crmId currency customerServiceRepName debitMemoTemplateId defaultPaymentMethodId eInvoiceProfileId
    gatewayRoutingEligible id invoiceDeliveryPrefsEmail invoiceDeliveryPrefsPrint invoiceTemplateId
    lastInvoiceDate lastMetricsUpdate mrr name notes organizationId parentId partnerAccount paymentGateway
    paymentMethodCascadingConsent paymentTerm purchaseOrderNumber reservedPaymentAmount rollUpUsage
    salesRepName sequenceSetId shipToId soldToId status taxCompanyCode taxExemptCertificateId
    taxExemptCertificateType taxExemptDescription taxExemptEffectiveDate taxExemptEntityUseCode
    taxExemptExpirationDate taxExemptIssuingJurisdiction taxExemptStatus TogaiCustomerId__c
    totalDebitMemoBalance totalInvoiceBalance unappliedBalance unappliedCreditMemoAmount updatedById
    updatedDate vATId
  `),
  contact: words(`
    accountId address1 address2 asBillTo asShipTo asSoldTo city country county createdById createdDate
    description fax firstName homePhone id lastName mobilePhone nickName otherPhone otherPhoneType
    personalEmail postalCode state taxRegion updatedById updatedDate workEmail workPhone
  `),
  subscription: words(`
    accountId autoRenew billToContactId billToContactSnapshotId cancelledDate cancelReason cMRR
    communicationProfileId contractAcceptanceDate contractEffectiveDate cpqBundleJsonId__QT createdById
    createdDate creatorAccountId creatorInvoiceOwnerId currency currentTerm currentTermPeriodType
    externallyManagedBy id initialTerm initialTermPeriodType invoiceGroupNumber invoiceOwnerId
    invoiceScheduleId invoiceTemplateId isInvoiceSeparate isLatestVersion isSingleVersioned lastBookingDate
    name notes opportunityCloseDate__QT opportunityName__QT orderId originalCreatedDate originalId
    paymentGatewayId paymentMethodId paymentTerm prepayment previousSubscriptionId quoteBusinessType__QT
    quoteNumber__QT quoteType__QT rampId renewalSetting renewalTerm renewalTermPeriodType revision
    sequenceSetId serviceActivationDate shipToContactId shipToContactSnapshotId soldToContactId
    soldToContactSnapshotId status subscriptionEndDate subscriptionStartDate subscriptionVersionAmendmentId
    termEndDate termStartDate termType updatedById updatedDate version
  `),
  ratePlan: words(`
    amendmentId amendmentType createdById createdDate externallyManagedPlanId id invoiceOwnerId name
    originalRatePlanId pricingAttributes productId productRatePlanId reverted subscriptionId
    subscriptionOfferId subscriptionOwnerId subscriptionRatePlanNumber updatedById updatedDate
  `),
  ratePlanCharge: words(`
    accountingCode accountReceivableAccountingCodeId applyDiscountTo applyToBillingPeriodPartially
    billCycleDay billCycleType billingPeriod billingPeriodAlignment billingTiming chargedThroughDate
    chargeFunction chargeModel chargeNumber chargeType commitmentType createdById createdDate description
    discountLevel dMRC dTCV effectiveEndDate effectiveStartDate endDateCondition
    excludeItemBillingFromRevenueAccounting excludeItemBookingFromRevenueAccounting id invoiceOwnerId
    invoiceScheduleId isCommitted isLastSegment isPrepaid isProcessed isRollover listPriceBase mRR name
    numberOfPeriods originalId originalOrderDate overageCalculationOption overageUnusedUnitsCreditOption
    priceChangeOption priceIncreasePercentage priceUpsellQuantityStacked processedThroughDate
    productChargeDefinitionId productRatePlanChargeId prorationOption quantity ratePlanId
    reflectDiscountInNetAmount reverted rolloverApply rolloverPeriodLength rolloverPeriods segment
    specificBillingPeriod specificEndDate subscriptionId subscriptionOwnerId taxable tCV triggerDate
    triggerEvent uOM updatedById updatedDate upToPeriods upToPeriodsType version weeklyBillCycleDay
  `),
  ratePlanChargeTier: words(`
    createdById createdDate currency discountAmount discountPercentage endingUnit id includedUnits
    isOveragePrice overagePrice price priceFormat ratePlanChargeId startingUnit tier updatedById updatedDate
  `),
  product: words(`
    allowFeatureChanges category createdById createdDate description effectiveEndDate effectiveStartDate id
    name productNumber sKU updatedById updatedDate
  `),
  productRatePlan: words(`
    createdById createdDate description effectiveEndDate effectiveStartDate id name productId
    productRatePlanNumber updatedById updatedDate
  `),
  productRatePlanCharge: words(`
    accountingCode accountReceivableAccountingCodeId applyToBillingPeriodPartially billCycleDay billingPeriod
    chargeFunction chargeModel chargeType commitmentType createdById createdDate defaultQuantity
    deferredRevenueAccount deferredRevenueAccountingCodeId description endDateCondition
    excludeItemBillingFromRevenueAccounting excludeItemBookingFromRevenueAccounting id includedUnits
    isAllocationEligible isCommitted isPrepaid isRollover isStackedDiscount isUnbilled legacyRevenueReporting
    listPriceBase name numberOfPeriod overageCalculationOption overageUnusedUnitsCreditOption
    priceChangeOption priceIncreasePercentage priceUpsellQuantityStacked productRatePlanChargeNumber
    productRatePlanId recognizedRevenueAccount recognizedRevenueAccountingCodeId revenueRecognitionRuleName
    rolloverApply rolloverPeriodLength rolloverPeriods taxable taxCode triggerEvent uOM updatedById
    updatedDate upToPeriodsType useTenantDefaultForPriceChange validityPeriodType
  `),
  productRatePlanChargeTier: words(`
    active createdById createdDate currency endingUnit id isDefault price priceFormat productRatePlanChargeId
    startingUnit tier updatedById updatedDate
  `),
};
