import { z } from 'zod';

const id = z.string().trim().min(1, 'must not be empty').max(50, 'must not be longer than 50 characters');

const ChargeOverride = z
  .strictObject({
    /** Leave the charge out: something else bills it. */
    skip: z.boolean().optional(),
    addOn: id.optional(),
    meter: id.optional(),
    feature: id.optional(),
    displayName: z.string().trim().min(1).max(50).optional(),
    prorated: z.boolean().optional(),
  })
  .meta({ description: 'By number, by id of the product charge, or by name.' });

/** What a company says differently; all of it may be left out. */
export const MappingOverrides = z.strictObject({
  /** Meters by unit of measure. */
  units: z.record(z.string(), z.strictObject({ meter: id.optional(), feature: id.optional() })).default({}),
  charges: z.record(z.string(), ChargeOverride).default({}),
  /** The price plan, by id or name, that a sale means by the name it gives; skip: nothing follows such a sale. */
  salePlans: z.record(z.string(), z.union([id, z.strictObject({ skip: z.literal(true) })])).default({}),
  /** IGNORE: discounts are given elsewhere, for example as credits. */
  discounts: z.enum(['REFUSE', 'IGNORE']).default('REFUSE'),
  /** The end of what has none. */
  evergreenUntil: z.iso.date().default('9999-01-01'),
  prorated: z.boolean().default(true),
});
export type MappingOverrides = z.infer<typeof MappingOverrides>;
export type ChargeOverride = z.infer<typeof ChargeOverride>;

export const NO_OVERRIDES: MappingOverrides = MappingOverrides.parse({});
