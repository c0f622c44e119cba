import { z } from 'zod';

const text = (most: number) =>
  z.string().trim().min(1, 'must not be empty').max(most, `must not be longer than ${most} characters`);
/** Ids and values by name. */
const details = z.record(z.string(), z.unknown(), 'must be an object');
const STEP = 30;
const interval = z
  .int()
  .min(STEP, `must be ${STEP} or more`)
  .max(525_600)
  .multipleOf(STEP, `must be a multiple of ${STEP}`);
const validity = z.int().min(1, 'must be 1 or more').max(5_256_000);
const status = z.enum(['ACTIVE', 'INACTIVE']);

export const AlertCreate = z.object({
  alertTemplateId: text(255),
  interval,
  status,
  validity: validity.nullish(),
  description: text(255).nullish(),
  entityDetails: details.nullish(),
  ownerDetails: details.nullish(),
  parameters: details.nullish(),
});
export type AlertCreate = z.infer<typeof AlertCreate>;

export const AlertUpdate = z
  .object({
    description: text(255).nullish(),
    status: status.nullish(),
    interval: interval.nullish(),
    validity: validity.nullish(),
    parameters: details.nullish(),
  })
  .refine((input) => Object.values(input).some((value) => value != null), 'There is nothing to change.');
export type AlertUpdate = z.infer<typeof AlertUpdate>;
