import { z } from 'zod';
import { RateCards } from './rate-card.js';
import { Instant, Text } from './wire.js';

/** https://docs.togai.com/api-reference/price-plans-v2/get-a-price-plan */
export const PricePlanV2 = z.object({
  id: z.string(),
  name: z.string(),
  description: Text,
  version: z.number().int().nullish(),
  status: Text,
  type: Text,
  supportedCurrencies: z.array(z.string()).nullish(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type PricePlanV2 = z.infer<typeof PricePlanV2>;

const Details = z.object({ supportedCurrencies: z.array(z.string()).nullish() });
const Version = z.number().int().nullish();

/**
 * A plan of the first generation. In lists its details stand beside it, in single reads inside its schedule.
 * https://docs.togai.com/api-reference/price-plans/get-a-price-plan
 */
export const PricePlanV1 = PricePlanV2.omit({ supportedCurrencies: true }).extend({
  pricePlanDetails: Details.nullish(),
  pricingSchedule: z.array(z.object({ version: Version, pricePlanDetails: Details.nullish() })).nullish(),
});
export type PricePlanV1 = z.infer<typeof PricePlanV1>;

/** The single read, which alone has the rate cards. */
export const PricePlanV1InFull = PricePlanV1.extend({
  pricingSchedule: z
    .array(z.object({ version: Version, pricePlanDetails: Details.extend(RateCards.shape).nullish() }))
    .nullish(),
});
export type PricePlanV1InFull = z.infer<typeof PricePlanV1InFull>;
