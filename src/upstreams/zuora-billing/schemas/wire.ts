import { z } from 'zod';
import { decimal } from '../../../kernel/money.js';

// Zuora types money and counts as strings in places and sends numbers, and the other way round; any property can be
// null or missing. So everything below accepts both, and gives null for nothing.

// A page of customers has thousands of values, so each is one check; unions and optionals of schemas take ten times as long.

/** An exact decimal string. */
export const Amount = value<string>('a number', (sent) => {
  if (typeof sent === 'number') return decimal(sent);
  return typeof sent === 'string' && /^-?\d+(\.\d+)?(e[+-]?\d{1,3})?$/i.test(sent) ? decimal(sent) : undefined;
});
export const Text = value<string>('a string', (sent) => (typeof sent === 'string' ? sent || null : undefined));
export const Flag = value<boolean>('true or false', (sent) => {
  if (typeof sent === 'boolean') return sent;
  return sent === 'true' ? true : sent === 'false' ? false : undefined;
});
export const Whole = value<number>('a whole number', (sent) => {
  const number = typeof sent === 'string' && /^-?\d+$/.test(sent) ? Number(sent) : sent;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
});
/** A billing day; some objects send an instant at midnight instead. */
export const Day = value<string>('a day', (sent) =>
  typeof sent === 'string' ? (sent ? sent.slice(0, 10) : null) : undefined,
);

/** What may be null or missing; `read` gives undefined for what it must not be. */
function value<T>(expected: string, read: (sent: unknown) => T | null | undefined) {
  return z
    .unknown()
    .optional()
    .transform((sent, context): T | null => {
      if (sent === null || sent === undefined) return null;
      const found = read(sent);
      if (found !== undefined) return found;
      context.addIssue({ code: 'custom', message: `Invalid input: expected ${expected}` });
      return z.NEVER;
    });
}

/** An instant with the tenant's offset. */
export const Instant = z.iso
  .datetime({ offset: true })
  .nullish()
  .transform((value) => (value ? new Date(value).toISOString() : null));

/** Expanded children; Zuora leaves an empty list out. */
export const listOf = <T extends z.ZodType>(row: T) =>
  z
    .array(row)
    .nullish()
    .transform((rows) => rows ?? []);
