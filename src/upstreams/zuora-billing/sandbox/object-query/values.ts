import type { FieldValue } from '../state/record.js';

/** How the values of a searchable field are compared. Fields not named here hold text. */
export type FieldType = 'text' | 'number' | 'boolean' | 'date' | 'time';

const TYPES: Readonly<Record<string, FieldType>> = {
  active: 'boolean',
  amount: 'number',
  balance: 'number',
  billCycleDay: 'number',
  chargeDate: 'time',
  cMRR: 'number',
  contractEffectiveDate: 'date',
  createdDate: 'time',
  creditCardExpirationMonth: 'number',
  creditCardExpirationYear: 'number',
  dueDate: 'date',
  effectiveDate: 'date',
  effectiveEndDate: 'date',
  effectiveStartDate: 'date',
  endDateTime: 'time',
  orderDate: 'date',
  excludeItemBillingFromRevenueAccounting: 'boolean',
  invoiceDate: 'date',
  isLatestVersion: 'boolean',
  isPrepaid: 'boolean',
  isSystem: 'boolean',
  lastInvoiceDate: 'date',
  lastTransactionDateTime: 'time',
  memoDate: 'date',
  quantity: 'number',
  renewalTerm: 'number',
  reversed: 'boolean',
  serviceStartDate: 'date',
  startDateTime: 'time',
  termEndDate: 'date',
  termStartDate: 'date',
  totalAmount: 'number',
  unappliedAmount: 'number',
  updatedDate: 'time',
  version: 'number',
};

export const typeOf = (field: string): FieldType => TYPES[field] ?? 'text';

/** A value ready to be compared: text in lower case, since Zuora ignores case, and times as milliseconds. */
export type Comparable = string | number | boolean | null;

const EMPTY_TEXT = '\u0002\u0003';
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;

/** Reads a value as it stands in a filter; undefined if it is not of the field's type. */
export function readValue(type: FieldType, text: string): Comparable | undefined {
  if (text.toLowerCase() === 'null') return null;
  switch (type) {
    case 'text':
      return text === EMPTY_TEXT ? '' : text.toLowerCase();
    case 'number':
      return text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
    case 'boolean':
      return text.toLowerCase() === 'true' ? true : text.toLowerCase() === 'false' ? false : undefined;
    case 'date':
      return DATE.test(text) ? text : undefined;
    case 'time':
      if (DATE.test(text)) return Date.parse(`${text}T00:00:00Z`);
      return TIME.test(text) ? Date.parse(text) : undefined;
  }
}

/** Makes the value of a record comparable with values that were read. */
export function comparable(type: FieldType, value: FieldValue | undefined): Comparable {
  if (value === null || value === undefined) return null;
  if (type === 'time') return Date.parse(String(value));
  return typeof value === 'string' ? value.toLowerCase() : value;
}

/** Null sorts before everything. */
export function compare(a: Comparable, b: Comparable): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}
