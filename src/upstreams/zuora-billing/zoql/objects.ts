const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * What is read of each object. ZOQL knows the fields of the SOAP API, which are fewer than those of Object Query: no MRR
 * of accounts and subscriptions, no Invoice Settlement, no currency of subscriptions and tiers, no mark of the latest version.
 * https://docs.zuora.com/en/zuora-platform/integration/apis/soap-api/soap-api-object-reference
 */
export const ACCOUNT = {
  from: 'Account',
  select: words(`
    Id AccountNumber Name Status Currency Balance CreditBalance TotalInvoiceBalance BillCycleDay PaymentTerm Batch AutoPay
    CrmId Notes BillToId SoldToId CreatedDate UpdatedDate
  `),
};
export const ACCOUNT_CURRENCY = { from: 'Account', select: words('Id Currency') };
export const CONTACT = {
  from: 'Contact',
  select: words(`
    Id FirstName LastName WorkEmail PersonalEmail WorkPhone MobilePhone Address1 Address2 City State PostalCode County
    Country TaxRegion
  `),
};
export const SUBSCRIPTION = {
  from: 'Subscription',
  select: words(`
    Id AccountId Name Version Status TermType TermStartDate TermEndDate ContractEffectiveDate ServiceActivationDate
    ContractAcceptanceDate SubscriptionStartDate SubscriptionEndDate CancelledDate InitialTerm InitialTermPeriodType
    RenewalTerm RenewalTermPeriodType AutoRenew Notes CreatedDate UpdatedDate
  `),
};
export const SUBSCRIPTION_NUMBER = { from: 'Subscription', select: words('Id Name') };
// Removed products do not come unless a condition asks for them; nobody here wants them.
export const RATE_PLAN = {
  from: 'RatePlan',
  select: words('Id SubscriptionId ProductRatePlanId Name AmendmentType'),
};
export const CHARGE = {
  from: 'RatePlanCharge',
  select: words(`
    Id RatePlanId ChargeNumber Name ChargeType ChargeModel BillingPeriod Quantity UOM MRR Segment EffectiveStartDate
    EffectiveEndDate
  `),
};
export const TIER = {
  from: 'RatePlanChargeTier',
  select: words('Id RatePlanChargeId Tier Price StartingUnit EndingUnit PriceFormat IsOveragePrice'),
};
// Of price, discount amount and discount percentage a query may ask for one only.
export const DISCOUNT_AMOUNT = { from: 'RatePlanCharge', select: words('Id DiscountAmount') };
export const DISCOUNT_PERCENTAGE = { from: 'RatePlanCharge', select: words('Id DiscountPercentage') };
