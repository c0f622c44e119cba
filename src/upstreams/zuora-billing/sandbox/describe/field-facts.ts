import type { RecordKind } from '../state/record.js';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Set by Zuora, never by a caller. */
const COMPUTED = words(`id createdById createdDate updatedById updatedDate balance creditBalance mrr cMRR dMRC tCV dTCV
  isLatestVersion originalId previousSubscriptionId version totalInvoiceBalance totalDebitMemoBalance unappliedBalance
  unappliedCreditMemoAmount reservedPaymentAmount lastInvoiceDate lastMetricsUpdate`);

const REQUIRED: Partial<Record<RecordKind, ReadonlySet<string>>> = {
  account: words('billCycleDay currency name'),
  contact: words('firstName lastName'),
  product: words('effectiveEndDate effectiveStartDate name'),
  productRatePlan: words('name productId'),
  productRatePlanCharge: words('chargeModel chargeType name productRatePlanId triggerEvent'),
};

const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  chargeModel: ['Flat Fee Pricing', 'Per Unit Pricing', 'Volume Pricing', 'Tiered Pricing', 'Overage Pricing'],
  chargeType: ['OneTime', 'Recurring', 'Usage'],
  termType: ['EVERGREEN', 'TERMED'],
  triggerEvent: ['ContractEffective', 'ServiceActivation', 'CustomerAcceptance'],
  category: ['Base Products', 'Add On Services', 'Miscellaneous Products', 'Parts & Labour'],
};

const LENGTHS: Readonly<Record<string, number>> = { name: 255, sKU: 50, description: 500, notes: 65_535 };
const LENGTH = 255;

/** Fields that ZOQL gives and cannot search by. */
const NOT_FILTERABLE = words('notes description');

export interface FieldFacts {
  readonly required: boolean;
  readonly computed: boolean;
  readonly filterable: boolean;
  readonly maxLength: number;
  readonly options: readonly string[];
}

export function factsOf(kind: RecordKind, field: string): FieldFacts {
  return {
    required: REQUIRED[kind]?.has(field) ?? false,
    computed: COMPUTED.has(field),
    filterable: !NOT_FILTERABLE.has(field),
    maxLength: LENGTHS[field] ?? LENGTH,
    options: OPTIONS[field] ?? [],
  };
}
