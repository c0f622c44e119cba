import { z } from 'zod';
import { isPlainDate } from '../../../kernel/dates.js';
import { decimal } from '../../../kernel/money.js';
import { wireList, wireValue } from '../../../kernel/reading/wire-values.js';

// Togai's "required" means "usually there": older objects lack newer fields, so everything but ids is optional here.

const INSTANT = z.core.regexes.datetime({ offset: true });
const NUMBER = /^-?\d+(\.\d+)?$/;

export const Text = wireValue<string>('a string', (sent) => (typeof sent === 'string' ? sent || null : undefined));

/** An instant, as ISO 8601 in UTC. */
export const Instant = wireValue<string>('an instant', (sent) =>
  typeof sent === 'string' && INSTANT.test(sent) ? new Date(sent).toISOString() : undefined,
);

/** A number as an exact decimal string; the client hands long ones over as the text that was sent. */
export const Exact = z.union([z.number(), z.string().regex(NUMBER)]).transform(decimal);

export const Amount = wireValue<string>('a number', (sent) => {
  if (typeof sent === 'number') return decimal(sent);
  return typeof sent === 'string' && NUMBER.test(sent) ? decimal(sent) : undefined;
});

export const Whole = wireValue<number>('a whole number', (sent) =>
  typeof sent === 'number' && Number.isSafeInteger(sent) ? sent : undefined,
);

/** A billing day. */
export const Day = wireValue<string>('a day', (sent) =>
  typeof sent === 'string' && isPlainDate(sent) ? sent : undefined,
);

/** Lists may be left out. */
export const listOf = wireList;

/** Ids of a list; an example of the reference wraps the list once more. */
export const Ids = listOf(z.union([z.string(), z.array(z.string())])).transform((ids) => ids.flat());
