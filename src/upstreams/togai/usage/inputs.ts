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

/** What is corrected about an event, without its id, which stays. */
const CorrectedEvent = UsageEvent.omit({ id: true });
const MOST_CORRECTIONS = 50;

export const EventCorrection = z
  .object({
    // Only shorter ids can be looked up.
    eventId: text(50),
    action: z.enum(['UNDO', 'REDO', 'REDO_EVENT']),
    event: CorrectedEvent.nullish(),
  })
  .check(({ value, issues }) => {
    if ((value.action === 'REDO_EVENT') === Boolean(value.event)) return;
    const message = value.event ? 'goes with REDO_EVENT only' : 'must be given with REDO_EVENT';
    issues.push({ code: 'custom', message, path: ['event'], input: value });
  });
export type EventCorrection = z.infer<typeof EventCorrection>;

export const EventCorrections = z
  .array(EventCorrection)
  .min(1, 'must hold at least one')
  .max(MOST_CORRECTIONS, `must not hold more than ${MOST_CORRECTIONS}`)
  .check(({ value, issues }) => {
    for (const [at, { eventId }] of value.entries()) {
      if (value.findIndex((one) => one.eventId === eventId) === at) continue;
      issues.push({ code: 'custom', message: 'is corrected already', path: [at, 'eventId'], input: value });
    }
  });
