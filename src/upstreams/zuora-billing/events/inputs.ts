import { z } from 'zod';
import { noBaseObject } from './base-objects.js';

const MOST = { condition: 5_000, description: 1_000, name: 200, displayName: 500 } as const;

const text = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(most, `must not be longer than ${most.toLocaleString('en-US')} characters`);

/** What Zuora takes for the name of an event. */
export const EVENT_NAME = /^[A-Za-z][\w-]*$/;

const condition = text(MOST.condition);
const description = z.string().max(MOST.description, 'must not be longer than 1,000 characters').nullish();

/** https://developer.zuora.com/v1-api-reference/api/operation/POST_EventTrigger/ */
export const EventTriggerCreate = z.object({
  active: z.boolean().nullish(),
  baseObject: z.string().check(({ value, issues }) => {
    const message = noBaseObject(value);
    if (message) issues.push({ code: 'custom', message, input: value });
  }),
  condition,
  description,
  eventType: z.object({
    name: text(MOST.name).regex(EVENT_NAME, 'must begin with a letter and have letters, digits, _ and - only'),
    displayName: text(MOST.displayName),
    description,
  }),
});
export type EventTriggerCreate = z.infer<typeof EventTriggerCreate>;

/** https://developer.zuora.com/v1-api-reference/api/operation/PUT_EventTrigger/ */
export const EventTriggerUpdate = z
  .object({
    active: z.boolean().nullish(),
    condition: condition.nullish(),
    description,
    eventType: z.object({ displayName: text(MOST.displayName).nullish(), description }).nullish(),
  })
  .refine(
    ({ active, condition: rule, description: words, eventType }) =>
      active != null ||
      rule != null ||
      words !== undefined ||
      eventType?.displayName != null ||
      eventType?.description !== undefined,
    'There is nothing to change.',
  );
export type EventTriggerUpdate = z.infer<typeof EventTriggerUpdate>;
