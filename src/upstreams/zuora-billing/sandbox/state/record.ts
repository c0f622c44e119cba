export const RECORD_KINDS = [
  'account',
  'contact',
  'subscription',
  'ratePlan',
  'ratePlanCharge',
  'ratePlanChargeTier',
  'product',
  'productRatePlan',
  'productRatePlanCharge',
  'productRatePlanChargeTier',
  'invoice',
  'invoiceItem',
  'payment',
  'creditMemo',
  'debitMemo',
  'usage',
  'paymentMethod',
  'amendment',
  'order',
  'orderAction',
  'paymentApplication',
  'creditMemoApplication',
  'creditMemoItem',
  'debitMemoItem',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export type FieldValue = string | number | boolean | null;

/** A record in the spelling of Object Query. Dates are `YYYY-MM-DD`, times carry the tenant's offset. */
export interface ZuoraRecord {
  readonly id: string;
  readonly updatedDate: string;
  readonly [field: string]: FieldValue | undefined;
}
