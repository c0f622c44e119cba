import { z } from 'zod';
import { globalId } from '../../../schema-kit/global-id.js';
import { EVENT_TRIGGER_PREFIX } from '../names.js';
import { Text } from '../schemas/wire.js';
import type { EventTrigger } from './model.js';

/** https://developer.zuora.com/v1-api-reference/api/operation/GET_EventTrigger/ */
export const EventTriggerRow = z
  .object({
    id: z.string(),
    active: z.boolean().nullish(),
    baseObject: z.string(),
    condition: z.string(),
    description: Text,
    eventType: z.object({ name: z.string(), displayName: Text, namespace: Text, description: Text }),
  })
  .transform(
    ({ id, active, eventType, ...trigger }): EventTrigger => ({
      ...trigger,
      id: globalId(EVENT_TRIGGER_PREFIX, id),
      zuoraId: id,
      active: active ?? false,
      eventType: { ...eventType, displayName: eventType.displayName ?? eventType.name },
    }),
  );

/** A trigger as the ledger of changes keeps it. */
export const KeptEventTrigger: z.ZodType<EventTrigger> = z.object({
  id: z.string(),
  zuoraId: z.string(),
  active: z.boolean(),
  baseObject: z.string(),
  condition: z.string(),
  description: z.string().nullable(),
  eventType: z.object({
    name: z.string(),
    displayName: z.string(),
    namespace: z.string().nullable(),
    description: z.string().nullable(),
  }),
});
