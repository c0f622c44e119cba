import { z } from 'zod';
import { CustomFields } from '../../writing/custom-fields.js';

// What is left out is left alone. Null empties where Zuora can be told to: an empty text is all that CRUD knows.
const text = (most: number) => z.string().trim().max(most, `must not be longer than ${most} characters`);
export const filled = (most: number) => text(most).min(1, 'must not be empty');
export const emptyable = (most: number) => text(most).nullish();

export type Maybe = <T extends z.ZodType>(type: T) => z.ZodOptional<z.ZodType<z.output<T> | undefined>>;
/** Of a new object: null is the same as left out. */
export const orNothing: Maybe = (type) =>
  type
    .nullish()
    .transform((value) => value ?? undefined)
    .optional();
/** Of a change: what Zuora cannot be told to empty. */
export const neverEmptied: Maybe = (type) =>
  type
    .nullable()
    .refine((value) => value !== null, 'cannot be emptied')
    .transform((value) => value ?? undefined)
    .optional();

interface Dates {
  readonly effectiveStartDate?: string | null | undefined;
  readonly effectiveEndDate?: string | null | undefined;
}

function endsAfterItBegins({ value, issues }: z.core.ParsePayload<Dates>): void {
  const { effectiveStartDate: start, effectiveEndDate: end } = value;
  if (!start || !end || end > start) return;
  issues.push({ code: 'custom', message: 'must be after the first day', path: ['effectiveEndDate'], input: end });
}

const productShape = (maybe: Maybe) => ({
  sku: maybe(filled(50)),
  productNumber: maybe(filled(100)),
  category: emptyable(100),
  description: emptyable(500),
  allowFeatureChanges: maybe(z.boolean()),
  customFields: CustomFields.nullish(),
});
export const ProductCreate = z
  .object({
    ...productShape(orNothing),
    name: filled(100),
    effectiveStartDate: z.string(),
    effectiveEndDate: z.string(),
  })
  .check(endsAfterItBegins);
export type ProductCreate = z.infer<typeof ProductCreate>;
export const ProductUpdate = z
  .object({
    ...productShape(neverEmptied),
    name: neverEmptied(filled(100)),
    effectiveStartDate: neverEmptied(z.string()),
    effectiveEndDate: neverEmptied(z.string()),
  })
  .check(endsAfterItBegins);
export type ProductUpdate = z.infer<typeof ProductUpdate>;

const planShape = (maybe: Maybe) => ({
  productRatePlanNumber: maybe(filled(100)),
  description: emptyable(500),
  effectiveStartDate: maybe(z.string()),
  effectiveEndDate: maybe(z.string()),
  grade: maybe(z.int().min(1, 'must be 1 or more')),
  activeCurrencies: maybe(z.array(z.string()).min(1, 'must hold at least one currency')),
  customFields: CustomFields.nullish(),
});
export const RatePlanCreate = z
  .object({ ...planShape(orNothing), productId: filled(32), name: filled(255) })
  .check(endsAfterItBegins);
export type RatePlanCreate = z.infer<typeof RatePlanCreate>;
export const RatePlanUpdate = z
  .object({ ...planShape(neverEmptied), name: neverEmptied(filled(255)) })
  .check(endsAfterItBegins);
export type RatePlanUpdate = z.infer<typeof RatePlanUpdate>;
