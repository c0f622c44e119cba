import { type ObjectError, objectError } from '../crud/refusals.js';
import type { FieldValue, RecordKind } from '../state/record.js';

export type CatalogKind = Extract<RecordKind, 'product' | 'productRatePlan' | 'productRatePlanCharge'>;
export type Fields = Readonly<Record<string, unknown>>;

type Type = 'text' | 'flag' | 'day' | 'number' | 'whole' | 'list';

export interface FieldRule {
  readonly type: Type;
  /** Most characters. */
  readonly max?: number;
  readonly values?: readonly string[];
}

const text = (max: number): FieldRule => ({ type: 'text', max });
const oneOf = (...values: string[]): FieldRule => ({ type: 'text', values });
const FLAG: FieldRule = { type: 'flag' };
const DAY: FieldRule = { type: 'day' };
const NUMBER: FieldRule = { type: 'number' };
const WHOLE: FieldRule = { type: 'whole' };

/** What CRUD takes. https://developer.zuora.com/v1-api-reference/api/operation/Object_POSTProductRatePlanCharge/ */
export const RULES: Readonly<Record<CatalogKind, Readonly<Record<string, FieldRule>>>> = {
  product: {
    AllowFeatureChanges: FLAG,
    Category: text(100),
    Description: text(500),
    EffectiveEndDate: DAY,
    EffectiveStartDate: DAY,
    Name: text(100),
    ProductNumber: text(100),
    SKU: text(50),
  },
  productRatePlan: {
    ActiveCurrencies: { type: 'list' },
    Description: text(500),
    EffectiveEndDate: DAY,
    EffectiveStartDate: DAY,
    Grade: NUMBER,
    Name: text(255),
    ProductId: text(32),
    ProductRatePlanNumber: text(100),
  },
  productRatePlanCharge: {
    AccountingCode: text(100),
    ApplyDiscountTo: oneOf(
      ...['ONETIME', 'RECURRING', 'USAGE', 'ONETIMERECURRING', 'ONETIMEUSAGE', 'RECURRINGUSAGE'],
      'ONETIMERECURRINGUSAGE',
    ),
    BillCycleDay: WHOLE,
    BillCycleType: oneOf(
      ...['DefaultFromCustomer', 'SpecificDayofMonth', 'SubscriptionStartDay', 'ChargeTriggerDay'],
      ...['SpecificDayofWeek', 'TermStartDay', 'TermEndDay'],
    ),
    BillingPeriod: oneOf(
      ...['Month', 'Quarter', 'Annual', 'Semi-Annual', 'Specific Months', 'Subscription Term', 'Week'],
      ...['Specific Weeks', 'Specific Days'],
    ),
    BillingPeriodAlignment: oneOf('AlignToCharge', 'AlignToSubscriptionStart', 'AlignToTermStart', 'AlignToTermEnd'),
    BillingTiming: oneOf('In Advance', 'In Arrears'),
    ChargeModel: oneOf(
      ...['Discount-Fixed Amount', 'Discount-Percentage', 'Flat Fee Pricing', 'Per Unit Pricing', 'Overage Pricing'],
      ...['Tiered Pricing', 'Tiered with Overage Pricing', 'Volume Pricing', 'Delivery Pricing'],
      ...['MultiAttributePricing', 'PreratedPerUnit', 'PreratedPricing', 'HighWatermarkVolumePricing'],
      'HighWatermarkTieredPricing',
    ),
    ChargeType: oneOf('OneTime', 'Recurring', 'Usage'),
    DefaultQuantity: NUMBER,
    DeferredRevenueAccount: text(100),
    Description: text(500),
    DiscountLevel: oneOf('rateplan', 'subscription', 'account'),
    EndDateCondition: oneOf('SubscriptionEnd', 'FixedPeriod'),
    IncludedUnits: NUMBER,
    ListPriceBase: oneOf('Per Billing Period', 'Per Month', 'Per Week', 'Per Year', 'Per Specific Months'),
    MaxQuantity: NUMBER,
    MinQuantity: NUMBER,
    Name: text(100),
    PriceChangeOption: oneOf('NoChange', 'SpecificPercentageValue', 'UseLatestProductCatalogPricing'),
    PriceIncreasePercentage: NUMBER,
    ProductRatePlanChargeNumber: text(100),
    ProductRatePlanId: text(32),
    RecognizedRevenueAccount: text(100),
    RevRecCode: text(70),
    RevRecTriggerCondition: oneOf('ContractEffectiveDate', 'ServiceActivationDate', 'CustomerAcceptanceDate'),
    RevenueRecognitionRuleName: text(100),
    SpecificBillingPeriod: WHOLE,
    SpecificListPriceBase: WHOLE,
    TaxCode: text(64),
    TaxMode: oneOf('TaxExclusive', 'TaxInclusive'),
    Taxable: FLAG,
    TriggerEvent: oneOf('ContractEffective', 'ServiceActivation', 'CustomerAcceptance'),
    UOM: text(25),
    UpToPeriods: WHOLE,
    UpToPeriodsType: oneOf('Billing Periods', 'Days', 'Weeks', 'Months', 'Years'),
    UseDiscountSpecificAccountingCode: FLAG,
    UseTenantDefaultForPriceChange: FLAG,
    WeeklyBillCycleDay: oneOf('Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'),
  },
};

const WITH_EVERY_CHARGE = ['BillCycleType', 'BillingPeriod', 'ChargeModel', 'ProductRatePlanId', 'TriggerEvent'];
export const REQUIRED: Readonly<
  Record<CatalogKind, { readonly create: readonly string[]; readonly update: readonly string[] }>
> = {
  product: { create: ['Name', 'EffectiveStartDate', 'EffectiveEndDate'], update: [] },
  productRatePlan: { create: ['Name', 'ProductId'], update: [] },
  productRatePlanCharge: {
    create: [...WITH_EVERY_CHARGE, 'ChargeType', 'Name', 'UseDiscountSpecificAccountingCode'],
    update: [...WITH_EVERY_CHARGE, 'UseDiscountSpecificAccountingCode'],
  },
};

const CUSTOM_FIELD = /__(c|NS|QT)$/;

/** The name of a field in a record: the SOAP name with its first letter lower. */
export const recordField = (name: string) =>
  CUSTOM_FIELD.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);

/** The fields as a record keeps them, or what is wrong with one. Unknown fields are dropped without a word. */
export function readFields(kind: CatalogKind, fields: Fields): Record<string, FieldValue> | ObjectError {
  const kept: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(fields)) {
    const rule = CUSTOM_FIELD.test(name) ? ANYTHING : RULES[kind][name];
    if (!rule) continue;
    // An empty text empties a field.
    if (value === '' || value === null) {
      kept[recordField(name)] = null;
      continue;
    }
    const wrong = mistake(rule, value);
    if (wrong) return objectError('INVALID_VALUE', `The value of ${name} ${wrong}: ${String(value)}`);
    kept[recordField(name)] = rule.type === 'list' ? (value as string[]).join(',') : (value as FieldValue);
  }
  return kept;
}

const ANYTHING: FieldRule = { type: 'text' };

function mistake({ type, max, values }: FieldRule, value: unknown): string | null {
  if (values) return values.includes(String(value)) ? null : 'is not one of those that there are';
  if (max !== undefined && String(value).length > max) return `is longer than ${max} characters`;
  switch (type) {
    case 'flag':
      return typeof value === 'boolean' ? null : 'is no boolean';
    case 'day':
      return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? null : 'is no date';
    case 'number':
      return typeof value === 'number' ? null : 'is no number';
    case 'whole':
      return Number.isInteger(value) ? null : 'is no whole number';
    case 'list':
      return Array.isArray(value) ? null : 'is no list';
    default:
      return ['string', 'number', 'boolean'].includes(typeof value) ? null : 'is no text';
  }
}
