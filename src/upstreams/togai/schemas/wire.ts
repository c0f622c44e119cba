import { z } from 'zod';
import { decimal } from '../../../kernel/money.js';

// Togai's "required" means "usually there": older objects lack newer fields, so everything but ids is optional here.

export const Text = z
  .string()
  .nullish()
  .transform((value) => value || null);

/** An instant, as ISO 8601 in UTC. */
export const Instant = z.iso
  .datetime({ offset: true })
  .nullish()
  .transform((value) => (value ? new Date(value).toISOString() : null));

/** A number as an exact decimal string; the client hands long ones over as the text that was sent. */
export const Exact = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)]).transform(decimal);

export const Amount = Exact.nullish().transform((value) => value ?? null);

export const Whole = z
  .int()
  .nullish()
  .transform((value) => value ?? null);

/** A billing day. */
export const Day = z.iso
  .date()
  .nullish()
  .transform((value) => value ?? null);

/** Lists may be left out. */
export const listOf = <T extends z.ZodType>(row: T) =>
  z
    .array(row)
    .nullish()
    .transform((rows) => rows ?? []);

/** Ids of a list; an example of the reference wraps the list once more. */
export const Ids = listOf(z.union([z.string(), z.array(z.string())])).transform((ids) => ids.flat());
