import { z } from 'zod';

/** One stretch of time of an account under a price plan. https://docs.togai.com/api-reference/schedules/list-account-schedules */
export const Schedule = z.object({
  id: z.string(),
  pricePlanId: z.string(),
  startDate: z.iso.datetime({ offset: true }),
  endDate: z.iso.datetime({ offset: true }),
});
export type Schedule = z.infer<typeof Schedule>;
