import { OBJECT_FIELDS } from '../object-query/fields.js';
import type { RecordKind } from '../state/record.js';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export interface ZoqlObject {
  /** Its SOAP name. */
  readonly name: string;
  readonly kind: RecordKind;
  readonly fields: readonly string[];
}

/**
 * The objects of the SOAP API with the fields that a query may name. Fewer than in Object Query: nothing of Orders and
 * Invoice Settlement, and no mark of the latest version of a subscription.
 * https://docs.zuora.com/en/zuora-platform/integration/apis/soap-api/soap-api-object-reference
 */
export const ZOQL_OBJECTS: readonly ZoqlObject[] = [
  {
    name: 'Account',
    kind: 'account',
    fields: words(`
      AccountNumber AdditionalEmailAddresses AllowInvoiceEdit AutoPay Balance Batch BcdSettingOption BillCycleDay BillToId
      CommunicationProfileId CreatedById CreatedDate CreditBalance CrmId Currency CustomerServiceRepName
      DefaultPaymentMethodId Id InvoiceDeliveryPrefsEmail InvoiceDeliveryPrefsPrint InvoiceTemplateId LastInvoiceDate Name
      Notes ParentId PaymentGateway PaymentTerm PurchaseOrderNumber SalesRepName SoldToId Status TaxCompanyCode
      TaxExemptStatus TotalInvoiceBalance UpdatedById UpdatedDate VATId
    `).concat(OBJECT_FIELDS.account.filter((field) => field.includes('__'))),
  },
  {
    name: 'Contact',
    kind: 'contact',
    fields: words(`
      AccountId Address1 Address2 City Country County CreatedById CreatedDate Description Fax FirstName HomePhone Id
      LastName MobilePhone NickName OtherPhone OtherPhoneType PersonalEmail PostalCode State TaxRegion UpdatedById
      UpdatedDate WorkEmail WorkPhone
    `),
  },
  {
    name: 'Subscription',
    kind: 'subscription',
    fields: words(`
      AccountId AutoRenew CancelledDate ContractAcceptanceDate ContractEffectiveDate CreatedById CreatedDate
      CreatorAccountId CreatorInvoiceOwnerId CurrentTerm CurrentTermPeriodType Id InitialTerm InitialTermPeriodType
      InvoiceOwnerId IsInvoiceSeparate Name Notes OriginalCreatedDate OriginalId PreviousSubscriptionId RenewalSetting
      RenewalTerm RenewalTermPeriodType ServiceActivationDate Status SubscriptionEndDate SubscriptionStartDate TermEndDate
      TermStartDate TermType UpdatedById UpdatedDate Version
    `),
  },
  {
    name: 'RatePlan',
    kind: 'ratePlan',
    fields: words(`
      AmendmentId AmendmentType CreatedById CreatedDate Id InvoiceOwnerId Name ProductRatePlanId SubscriptionId UpdatedById
      UpdatedDate
    `),
  },
  {
    name: 'RatePlanCharge',
    kind: 'ratePlanCharge',
    fields: words(`
      AccountingCode ApplyDiscountTo BillCycleDay BillCycleType BillingPeriod BillingPeriodAlignment BillingTiming
      ChargeModel ChargeNumber ChargeType ChargedThroughDate CreatedById CreatedDate DMRC DTCV Description DiscountAmount
      DiscountLevel DiscountPercentage EffectiveEndDate EffectiveStartDate EndDateCondition Id IncludedUnits IsLastSegment
      ListPriceBase MRR Name NumberOfPeriods OriginalId OverageCalculationOption OveragePrice
      OverageUnusedUnitsCreditOption Price PriceChangeOption PriceIncreasePercentage ProcessedThroughDate
      ProductRatePlanChargeId Quantity RatePlanId Segment SpecificBillingPeriod SpecificEndDate TCV TriggerDate
      TriggerEvent UOM UpToPeriods UpToPeriodsType UpdatedById UpdatedDate Version
    `),
  },
  {
    name: 'RatePlanChargeTier',
    kind: 'ratePlanChargeTier',
    fields: words(`
      CreatedById CreatedDate EndingUnit Id IsOveragePrice Price PriceFormat RatePlanChargeId StartingUnit Tier UpdatedById
      UpdatedDate
    `),
  },
];

/** Of these a query of charges may name one, whose value is that of the charge's tier. */
export const FIELDS_OF_THE_TIER: readonly string[] = [
  'OveragePrice',
  'Price',
  'IncludedUnits',
  'DiscountAmount',
  'DiscountPercentage',
];

/** The field as the records of this sandbox spell it. */
export function storedName(field: string): string {
  return field.includes('__') ? field : field.charAt(0).toLowerCase() + field.slice(1);
}
