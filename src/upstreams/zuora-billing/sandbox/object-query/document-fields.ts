const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** The fields of documents and payment methods in Zuora's spelling. */
export const DOCUMENT_FIELDS = {
  invoice: words(`
    accountId adjustmentAmount amount amountWithoutTax autoPay balance billToContactId billToContactSnapshotId
    comments communicationProfileId createdById createdDate creditBalanceAdjustmentAmount creditMemoAmount
    currency dueDate eInvoiceErrorCode eInvoiceErrorMessage eInvoiceFileId eInvoiceStatus id includesOneTime
    includesRecurring includesUsage invoiceDate invoiceGroupNumber invoiceNumber lastEmailSentDate organizationId
    paymentAmount paymentLink paymentTerm postedBy postedDate refundAmount reversed sequenceSetId shipToContactId
    shipToContactSnapshotId soldToContactId soldToContactSnapshotId source sourceId sourceType status targetDate
    taxAmount taxExemptAmount taxMessage taxStatus templateId transferredToAccounting updatedById updatedDate
  `),
  invoiceItem: words(`
    accountId accountReceivableAccountingCodeId accountingCode amendmentId appliedToInvoiceItemId balance
    billToContactId billToContactSnapshotId bookingReference chargeAmount chargeDate chargeName chargeNumber
    commitmentChargeNumber commitmentChargeSegmentNumber commitmentId commitmentPeriodId createdById createdDate
    defaultPaymentMethodId deferredRevenueAccountingCodeId description discountAmount
    excludeItemBillingFromRevenueAccounting fulfillmentId id invoiceId invoiceScheduleId invoiceScheduleItemId
    itemShipToContactId itemSoldToContactId itemSoldToContactSnapshotId itemType journalEntryId numberOfDeliveries
    orderLineItemId parentAccountId processingType productId productRatePlanChargeId productRatePlanId
    purchaseOrderNumber quantity ratePlanChargeId ratePlanId recognizedRevenueAccountingCodeId
    reflectDiscountInNetAmount revRecCode revRecStartDate revRecTriggerCondition revenueRecognitionRuleName sKU
    serviceEndDate serviceStartDate shipToContactId shipToContactSnapshotId soldToContactId
    soldToContactSnapshotId sourceItemType subscriptionId subscriptionNumber subscriptionOwnerId taxAmount taxCode
    taxExemptAmount taxMode uOM unitPrice updatedById updatedDate
  `),
  payment: words(`
    accountId accountingCode amount appliedAmount appliedCreditBalanceAmount authTransactionId
    bankIdentificationNumber cancelledOn comment createdById createdDate currency effectiveDate gateway
    gatewayOrderId gatewayReconciliationReason gatewayReconciliationStatus gatewayResponse gatewayResponseCode
    gatewayRoutingExecutionId gatewayState gatewayTransactionState id isStandalone lastEmailDateTime
    markedForSubmissionOn paymentMethodId paymentMethodSnapshotId paymentNumber paymentOptionId payoutId
    prepayment referenceId referencedPaymentId refundAmount secondPaymentReferenceId settledOn softDescriptor
    softDescriptorPhone source sourceName status submittedOn transactionSource transferredToAccounting type
    unappliedAmount updatedById updatedDate
  `),
  creditMemo: words(`
    accountId appliedAmount autoApplyUponPosting balance billToContactId createdById createdDate currency
    discountAmount exchangeRateDate excludeFromAutoApplyRules id invoiceId memoDate memoNumber postedById postedOn
    reasonCode refundAmount revenueImpacting reversed sequenceSetId source sourceType status taxAmount
    taxAutoCalculation totalAmount totalAmountWithoutTax totalTaxExemptAmount updatedById updatedDate
  `),
  debitMemo: words(`
    accountId autoPay balance createdById createdDate currency discountAmount dueDate id memoDate memoNumber
    reasonCode source sourceType status taxAmount taxAutoCalculation taxStatus totalAmount totalAmountWithoutTax
    totalTaxExemptAmount updatedById updatedDate
  `),
  paymentApplication: words(`
    accountId accountReceivableAccountingCodeId applicationGroupId applyAmount billingDocumentOwnerId createdById
    createdDate effectiveDate id invoiceId paymentApplicationStatus paymentId unappliedPaymentAccountingCodeId
    updatedById updatedDate
  `),
  creditMemoApplication: words(`
    accountId amount applicationGroupId createdById createdDate creditMemoId debitMemoId effectiveDate id invoiceId
    updatedById updatedDate
  `),
  creditMemoItem: words(`
    accountReceivableAccountingCodeId amount amountWithoutTax appliedToOthersAmount beAppliedByOthersAmount
    chargeDate chargeName createdById createdDate creditFromItemId creditFromItemSource creditMemoId
    deferredRevenueAccountingCodeId excludeItemBillingFromRevenueAccounting id invoiceItemId numberOfDeliveries
    processingType productRatePlanChargeId quantity recognizedRevenueAccountingCodeId reflectDiscountInNetAmount
    revenueImpacting serviceEndDate serviceStartDate sku sourceItemType taxAmount taxExemptAmount taxMode
    unappliedAmount unitOfMeasure unitPrice updatedById updatedDate
  `),
  debitMemoItem: words(`
    accountReceivableAccountingCodeId amount amountWithoutTax appliedToOthersAmount balance beAppliedByOthersAmount
    chargeDate chargeName createdById createdDate debitMemoId deferredRevenueAccountingCodeId description
    excludeItemBillingFromRevenueAccounting id itemSoldToContactId processingType productRatePlanChargeId quantity
    recognizedRevenueAccountingCodeId serviceEndDate serviceStartDate sku sourceItemType taxAmount taxExemptAmount
    unitOfMeasure unitPrice updatedById updatedDate
  `),
  usage: words(`
    accountId accountNumber createdById createdDate description endDateTime fileId fileName id importId
    productRatePlanChargeId quantity ratePlanChargeId ratedAmount rbeStatus sourceType startDateTime
    submissionDateTime subscriptionId uOM uniqueKey updatedById updatedDate
  `),
  paymentMethod: words(`
    accountId active bankIdentificationNumber cardBrand cardClass cardIssuingBank cardIssuingCountry
    cardProductType createdById createdDate creditCardExpirationMonth creditCardExpirationYear
    creditCardHolderName creditCardMaskNumber creditCardType id isCompany isSystem lastTransactionDateTime
    lastTransactionStatus numConsecutiveFailures paymentMethodStatus totalNumberOfErrorPayments
    totalNumberOfProcessedPayments type updatedById updatedDate useDefaultRetryRule
  `),
  amendment: words(`
    bookingDate code contractEffectiveDate createdById createdDate currentTerm currentTermPeriodType
    customerAcceptanceDate effectiveDate effectivePolicy id name newRatePlanId removedRatePlanId renewalSetting
    renewalTerm renewalTermPeriodType serviceActivationDate status subscriptionId subType termStartDate type
    updatedById updatedDate
  `),
  order: words(`
    accountId category createdById createdByMigration createdDate description errorCode errorMessage id
    invoiceScheduleId orderDate orderNumber response reversionOrder scheduledDate scheduledDatePolicy state status
    updatedById updatedDate
  `),
  orderAction: words(`
    autoRenew contractEffectiveDate createdById createdDate currentTerm currentTermPeriodType customerAcceptanceDate id
    orderId renewSetting renewalTerm renewalTermPeriodType sequence serviceActivationDate subscriptionId
    subscriptionNumber subscriptionVersionAmendmentId termType type updatedById updatedDate
  `),
} as const;
