const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** https://developer.zuora.com/v1-api-reference/api/operation/POST_EventTrigger/ */
const BASE_OBJECTS: ReadonlySet<string> = new Set(
  words(`Account AccountingCode AccountingPeriod Amendment BillingRun Contact CreditBalanceAdjustment CreditMemo
    CreditMemoApplication CreditMemoApplicationItem CreditMemoItem CreditMemoPart DebitMemo DebitMemoItem
    DeliveryAdjustment Feature Fulfillment Fund Invoice InvoiceAdjustment InvoiceItem InvoiceItemAdjustment JournalEntry
    JournalEntryItem Order OrderAction OrderLineItem Payment PaymentApplication PaymentMethod PaymentPart PaymentSchedule
    PaymentScheduleItem Product ProductFeature ProductRatePlan ProductRatePlanCharge ProductRatePlanChargeTier RatePlan
    RatePlanCharge RatePlanChargeTier RatingResult Refund RefundApplication RefundPart RevenueEvent RevenueEventItem
    RevenueSchedule RevenueScheduleItem Subscription SubscriptionChargeDeliverySchedule SubscriptionChargePriceInterval
    SubscriptionChargePriceIntervalTier SubscriptionOffer SubscriptionProductFeature TaxationItem UpdaterDetail Usage
    ValidityPeriodSummary`),
);

/** Zuora tells of no new ones. */
export const WITHOUT_INSERT: ReadonlySet<string> = new Set(['RatePlan', 'SubscriptionProductFeature']);

const CUSTOM_OBJECT = /^default__\w+$/;

export const isCustomObject = (name: string): boolean => CUSTOM_OBJECT.test(name);

/** Null for a base object; else what is wrong with the name. */
export function noBaseObject(name: string): string | null {
  if (BASE_OBJECTS.has(name) || isCustomObject(name)) return null;
  const meant = [...BASE_OBJECTS].find((one) => one.toLowerCase() === name.toLowerCase());
  if (meant) return `Zuora minds the case: ${meant}`;
  return 'is no object that event triggers can be on: a standard one like Account or Invoice, or default__ and the API name of a custom one';
}
