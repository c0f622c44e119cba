import { z } from 'zod';
import { decimal } from '../../../kernel/money.js';

// Zuora types money and counts as strings in places and sends numbers, and the other way round; any property can be
// null or missing. So everything below accepts both, and gives null for nothing.

/** An exact decimal string. */
export const Amount = z
  .union([z.number(), z.string().regex(/^-?\d+(\.\d+)?(e[+-]?\d{1,3})?$/i)])
  .nullish()
  .transform((value) => (value == null ? null : decimal(value)));
export const Text = z
  .string()
  .nullish()
  .transform((value) => value || null);
export const Flag = z
  .union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')])
  .nullish()
  .transform((value) => value ?? null);
export const Whole = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d+$/)
      .transform(Number),
  ])
  .pipe(z.int())
  .nullish()
  .transform((value) => value ?? null);
/** A billing day; some objects send an instant at midnight instead. */
export const Day = z
  .string()
  .nullish()
  .transform((value) => (value ? value.slice(0, 10) : null));
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
