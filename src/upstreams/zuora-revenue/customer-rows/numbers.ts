import type { NumberKind, RowNumber } from '../../../domain/uploads/model.js';
import type { Cells } from '../check/row-rules.js';

/** Columns in which numbers stand. */
export type NumberPlaces = Readonly<Record<NumberKind, readonly number[]>>;

export const NO_PLACES: NumberPlaces = { ACCOUNT: [], SUBSCRIPTION: [] };

/**
 * Staging fields, and headings written in the same way. Sales orders of Zuora Billing are its subscriptions.
 * https://docs.zuora.com/en/zuora-revenue/advanced-revenue-operations/billing---revenue-integration/sales-order-data-mapping/standard-field-mapping
 */
const NAMES: Readonly<Record<NumberKind, ReadonlySet<string>>> = {
  ACCOUNT: new Set([
    ...['CUST_NUM', 'CUST_NUMBER', 'CSTMR_NUM', 'CUSTOMER_NUM', 'CUSTOMER_NUMBER'],
    ...['ACCT_NUM', 'ACCOUNT_NUM', 'ACCOUNT_NUMBER', 'ACCOUNT_ID'],
  ]),
  SUBSCRIPTION: new Set([
    ...['SUBSCRIPTION', 'SUBSCRIPTION_NUM', 'SUBSCRIPTION_NUMBER', 'SUBSCRIPTION_NAME'],
    ...['SUBSCRP_NUM', 'SUBSCRP_NUMBER', 'SUBSCRP_NAME', 'SUB_NUM', 'SO_NUM', 'DOC_NUM'],
  ]),
};
const KINDS = Object.keys(NAMES) as readonly NumberKind[];

/** The columns of a template, by field and heading, that carry numbers. */
export function numberPlaces(columns: readonly { readonly label: string; readonly field: string }[]): NumberPlaces {
  const places = (kind: NumberKind) =>
    columns.flatMap(({ label, field }, at) => (NAMES[kind].has(field) || NAMES[kind].has(plain(label)) ? [at] : []));
  return { ACCOUNT: places('ACCOUNT'), SUBSCRIPTION: places('SUBSCRIPTION') };
}

function plain(label: string): string {
  return label
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/** The numbers that a row carries, each once. */
export function numbersIn(cells: Cells, places: readonly number[]): readonly string[] {
  const values = places.map((place) => (cells[place] ?? '').trim());
  // A database takes no NUL in a text, and no number has one.
  return values.filter((value, at) => value !== '' && !value.includes('\0') && values.indexOf(value) === at);
}

/** How many of the rows carry each number. */
export function countNumbers(rows: Iterable<Cells>, places: NumberPlaces): readonly RowNumber[] {
  const counts = new Map(KINDS.map((kind) => [kind, new Map<string, number>()]));
  for (const cells of rows) {
    for (const [kind, values] of counts) {
      for (const value of numbersIn(cells, places[kind])) values.set(value, (values.get(value) ?? 0) + 1);
    }
  }
  return [...counts].flatMap(([kind, values]) => [...values].map(([value, many]) => ({ kind, value, rows: many })));
}
