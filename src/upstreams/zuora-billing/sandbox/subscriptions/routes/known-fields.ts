const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** What the reference lists in the body of each call, custom fields apart. */
export const KNOWN_FIELDS = {
  // https://developer.zuora.com/v1-api-reference/api/operation/POST_Subscription/
  create: words(`
    accountKey applicationOrder applyCredit applyCreditBalance autoRenew collect contractEffectiveDate
    creditMemoReasonCode customerAcceptanceDate documentDate externallyManagedBy gatewayId initialTerm
    initialTermPeriodType invoice invoiceCollect invoiceOwnerAccountKey invoiceSeparately invoiceTargetDate
    lastBookingDate notes paymentMethodId prepayment renewalSetting renewalTerm renewalTermPeriodType runBilling
    serviceActivationDate subscribeToRatePlans subscriptionNumber targetDate termStartDate termType
  `),
  // https://developer.zuora.com/v1-api-reference/api/operation/POST_PreviewSubscription/
  preview: words(`
    accountKey contractEffectiveDate customerAcceptanceDate documentDate includeExistingDraftDocItems
    includeExistingDraftInvoiceItems initialTerm initialTermPeriodType invoiceOwnerAccountKey invoiceTargetDate
    notes previewAccountInfo previewType serviceActivationDate subscribeToRatePlans targetDate termStartDate
    termType
  `),
  // https://developer.zuora.com/v1-api-reference/api/operation/PUT_Subscription/
  update: words(`
    add applicationOrder applyCredit applyCreditBalance autoRenew bookingDate change collect creditMemoReasonCode
    currentTerm currentTermPeriodType documentDate externallyManagedBy includeExistingDraftDocItems
    includeExistingDraftInvoiceItems invoice invoiceCollect invoiceSeparately invoiceTargetDate notes preview
    previewType remove renewalSetting renewalTerm renewalTermPeriodType runBilling targetDate termStartDate
    termType update
  `),
  // https://developer.zuora.com/v1-api-reference/api/operation/PUT_CancelSubscription/
  cancel: words(`
    applicationOrder applyCredit applyCreditBalance bookingDate cancellationEffectiveDate cancellationPolicy
    collect contractEffectiveDate creditMemoReasonCode documentDate invoice invoiceCollect invoiceTargetDate
    orderDate runBilling targetDate
  `),
  // https://developer.zuora.com/v1-api-reference/api/operation/PUT_RenewSubscription/
  renew: words(`
    applicationOrder applyCredit applyCreditBalance collect creditMemoReasonCode documentDate invoice
    invoiceCollect invoiceTargetDate orderDate runBilling targetDate
  `),
  // https://developer.zuora.com/v1-api-reference/api/operation/PUT_SuspendSubscription/
  suspend: words(`
    applicationOrder applyCredit applyCreditBalance bookingDate collect contractEffectiveDate creditMemoReasonCode
    documentDate extendsTerm invoice invoiceCollect invoiceTargetDate orderDate resume resumePeriods
    resumePeriodsType resumePolicy resumeSpecificDate runBilling suspendPeriods suspendPeriodsType suspendPolicy
    suspendSpecificDate targetDate
  `),
  // https://developer.zuora.com/v1-api-reference/api/operation/PUT_ResumeSubscription/
  resume: words(`
    applicationOrder applyCredit applyCreditBalance bookingDate collect contractEffectiveDate creditMemoReasonCode
    documentDate extendsTerm invoice invoiceCollect invoiceTargetDate orderDate resumePeriods resumePeriodsType
    resumePolicy resumeSpecificDate runBilling targetDate
  `),
  // https://developer.zuora.com/v1-api-reference/api/operation/POST_Order/
  order: words(`
    category customFields description existingAccountNumber externallyManagedBy newAccount orderDate
    orderLineItems orderNumber processingOptions reasonCode schedulingOptions status subscriptions
  `),
  // https://developer.zuora.com/v1-api-reference/api/operation/POST_PreviewOrder/
  orderPreview: words(`
    category customFields description existingAccountNumber orderDate orderLineItems orderNumber
    previewAccountInfo previewOptions reasonCode subscriptions
  `),
} as const;
