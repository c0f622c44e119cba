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
