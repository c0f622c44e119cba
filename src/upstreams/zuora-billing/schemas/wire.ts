import { z } from 'zod';
import { decimal } from '../../../kernel/money.js';
import { wireList, wireValue } from '../../../kernel/reading/wire-values.js';

// Zuora types money and counts as strings in places and sends numbers, and the other way round; any property can be
// null or missing. So everything below accepts both, and gives null for nothing.

const INSTANT = z.core.regexes.datetime({ offset: true });

/** An exact decimal string. */
export const Amount = wireValue<string>('a number', (sent) => {
  if (typeof sent === 'number') return decimal(sent);
  return typeof sent === 'string' && /^-?\d+(\.\d+)?(e[+-]?\d{1,3})?$/i.test(sent) ? decimal(sent) : undefined;
});
export const Text = wireValue<string>('a string', (sent) => (typeof sent === 'string' ? sent || null : undefined));
export const Flag = wireValue<boolean>('true or false', (sent) => {
  if (typeof sent === 'boolean') return sent;
  return sent === 'true' ? true : sent === 'false' ? false : undefined;
});
export const Whole = wireValue<number>('a whole number', (sent) => {
  const number = typeof sent === 'string' && /^-?\d+$/.test(sent) ? Number(sent) : sent;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
});
/** A billing day; some objects send an instant at midnight instead. */
export const Day = wireValue<string>('a day', (sent) =>
  typeof sent === 'string' ? (sent ? sent.slice(0, 10) : null) : undefined,
);

/** An instant with the tenant's offset, as ISO 8601 in UTC. */
export const Instant = wireValue<string>('an instant', (sent) => {
  if (typeof sent !== 'string') return undefined;
  if (!sent) return null;
  return INSTANT.test(sent) ? new Date(sent).toISOString() : undefined;
});

/** Expanded children; Zuora leaves an empty list out. */
export const listOf = wireList;
