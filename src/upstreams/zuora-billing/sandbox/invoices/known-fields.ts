const words = (text: string): readonly string[] => text.trim().split(/\s+/);

// https://developer.zuora.com/v1-api-reference/api/operation/POST_StandaloneInvoice/
export const INVOICE_FIELDS = words(`
  accountId accountNumber autoPay billToContact billToContactId comments currency customRates dueDate invoiceDate
  invoiceItems invoiceNumber paymentTerm sequenceSet soldToContact soldToContactId soldToSameAsBillTo status templateId
  transferredToAccounting
`);
export const ITEM_FIELDS = words(`
  accountingCode adjustmentLiabilityAccountingCode adjustmentRevenueAccountingCode amount bookingReference chargeDate
  chargeName contractAssetAccountingCode contractLiabilityAccountingCode contractRecognizedRevenueAccountingCode
  deferredRevenueAccountingCode description discountItems excludeItemBillingFromRevenueAccounting itemType
  productRatePlanChargeId purchaseOrderNumber quantity recognizedRevenueAccountingCode revRecCode revRecTriggerCondition
  revenueRecognitionRuleName serviceEndDate serviceStartDate sku taxCode taxItems taxMode
  unbilledReceivablesAccountingCode unitPrice uom
`);

// https://developer.zuora.com/v1-api-reference/api/operation/PUT_UpdateInvoice/
export const CHANGED_FIELDS = words('autoPay comments dueDate invoiceDate invoiceItems transferredToAccounting');
export const CHANGED_ITEM_FIELDS = words(`
  id accountingCode amount chargeDate chargeName deferredRevenueAccountingCode description discountItems itemType
  purchaseOrderNumber quantity recognizedRevenueAccountingCode revRecCode revRecTriggerCondition
  revenueRecognitionRuleName serviceEndDate serviceStartDate sku taxCode taxMode unitPrice uom
`);
// https://developer.zuora.com/v1-api-reference/api/operation/PUT_ReverseInvoice/ and PUT_WriteOffInvoice
export const REVERSAL_FIELDS = words('applyEffectiveDate comment memoDate reasonCode');
export const WRITE_OFF_FIELDS = words('amount comment items memoDate reasonCode revenueImpacting');
export const EMAIL_FIELDS = words('emailAddresses includeAdditionalEmailAddresses pdf useEmailTemplateSetting');
