import { Decimal } from 'decimal.js';

/** An amount in a currency. `amount` is an exact decimal string without exponent, `currency` is ISO 4217. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** Enough digits for any sum of amounts that the billing systems can hold. */
const Exact = Decimal.clone({ precision: 60, toExpNeg: -60, toExpPos: 60 });

/** The exact decimal string of a number or numeric string as a billing system sent it. Throws on anything else. */
export function decimal(value: string | number): string {
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
