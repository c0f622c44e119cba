import { Decimal } from 'decimal.js';
import { addDays, addMonths } from '../../seed/plain-dates.js';
import { NotPossible } from './version.js';

const PERIODS: Readonly<Record<string, (day: string, count: number) => string>> = {
  Day: addDays,
  Week: (day, count) => addDays(day, count * 7),
  Month: addMonths,
  Year: (day, count) => addMonths(day, count * 12),
};
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `day`, some periods later. Types are Day, Week, Month and Year, and the same with an s. */
export function addPeriods(day: string, count: number, type: string): string {
  const add = PERIODS[type.replace(/s$/, '')];
  if (!add) throw new NotPossible('invalidValue', `Invalid period type: ${type}.`);
  return add(day, count);
}

export function readDay(value: unknown, name: string): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw new NotPossible('invalidValue', `The field ${name} must be a date in the format yyyy-mm-dd.`);
}

export function requireDay(value: unknown, name: string): string {
  const day = readDay(value, name);
  if (day === null) throw new NotPossible('missingField', `Missing required value: ${name}`);
  return day;
}

const MS_PER_DAY = 86_400_000;
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;

/** Whole months and the days of the last, incomplete one as a part of that month. */
export function monthsBetween(from: string, to: string): Decimal {
  let months = 0;
  while (addMonths(from, months + 1) <= to) months += 1;
  const last = addMonths(from, months);
  return new Decimal(daysBetween(last, to)).div(daysBetween(last, addMonths(from, months + 1))).plus(months);
}
