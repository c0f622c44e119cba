import { z } from 'zod';

const text = (most: number) =>
  z.string().trim().min(1, 'must not be empty').max(most, `must not be longer than ${most} characters`);

export const UsageEvent = z.object({
  id: text(512).nullish(),
  schemaName: text(50),
  accountId: text(512),
  timestamp: z.string(),
  attributes: z
    .array(z.object({ name: text(50), value: z.string(), unit: text(50).nullish() }))
    .max(10, 'must not hold more than 10'),
  dimensions: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
});
export type UsageEvent = z.infer<typeof UsageEvent>;

const MOST_EVENTS = 10_000;
export const UsageEvents = z
  .array(UsageEvent)
  .min(1, 'must hold at least one event')
  .max(MOST_EVENTS, `must not hold more than ${MOST_EVENTS}`)
  .check(({ value, issues }) => {
    const seen = new Map<string, number>();
    for (const [at, { id }] of value.entries()) {
      if (!id) continue;
      const first = seen.get(id);
      if (first === undefined) seen.set(id, at);
      else {
        const message = `is the id of event ${first}, too: Togai takes an id once in 45 days`;
        issues.push({ code: 'custom', message, path: [at, 'id'], input: value });
      }
    }
  });
