import { Decimal } from 'decimal.js';

/** An amount in a currency. `amount` is an exact decimal string without exponent, `currency` is ISO 4217. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** Enough digits for any sum of amounts that the billing systems can hold. */
const Exact = Decimal.clone({ precision: 60, toExpNeg: -60, toExpPos: 60 });

// What is written that way is exact and without exponent already.
const PLAIN = /^(?:0|-?(?:[1-9]\d*(?:\.\d*[1-9])?|0\.\d*[1-9]))$/;
const LONGEST = 60;

/** The exact decimal string of a number or numeric string as a billing system sent it. Throws on anything else. */
export function decimal(value: string | number): string {
  const text = String(value);
  if (text.length <= LONGEST && PLAIN.test(text)) return text;
  const parsed = new Exact(value);
  if (!parsed.isFinite()) throw new RangeError(`not a decimal: ${value}`);
  return parsed.toFixed();
}

export function money(amount: string | number, currency: string): Money {
  return { amount: decimal(amount), currency };
}

/** The exact sum of decimal strings; "0" of none. */
export function sum(amounts: readonly string[]): string {
  return amounts.reduce((total, amount) => total.plus(amount), new Exact(0)).toFixed();
}

/** Digits after the point in the currency's minor unit, by ISO 4217: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether the text is a currency of ISO 4217, and no unit of somebody's own. */
export function isCurrency(text: string): boolean {
  return CURRENCIES.has(text);
}

/** Whether the amount can be paid in coins of the currency: 1.5 JPY cannot. */
export function isPayable({ amount, currency }: Money): boolean {
  return new Exact(amount).decimalPlaces() <= minorDigits(currency);
}

/** `amount` times ten to the power of `digits`; null if that is no whole number that a double holds exactly. */
export function shifted(amount: string, digits: number): number | null {
  const whole = new Exact(amount).times(new Exact(10).pow(digits));
  return whole.isInteger() && whole.abs().lte(Number.MAX_SAFE_INTEGER) ? whole.toNumber() : null;
}

/** The exact sum of two decimal strings. */
export function plus(a: string, b: string): string {
  return new Exact(a).plus(b).toFixed();
}

/** The exact difference of two decimal strings. */
export function minus(a: string, b: string): string {
  return new Exact(a).minus(b).toFixed();
}

/** The exact product of two decimal strings. */
export function times(a: string, b: string): string {
  return new Exact(a).times(b).toFixed();
}

export function isLess(a: string, b: string): boolean {
  return new Exact(a).lessThan(b);
}
