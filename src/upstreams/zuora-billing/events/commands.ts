import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import { refusal } from '../../../kernel/refusal.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { SYSTEM } from '../names.js';
import { onlyOne } from '../writing/only-one.js';
import type { WriteDesk } from '../writing/write-desk.js';
import type { EventTriggerCreate, EventTriggerUpdate } from './inputs.js';
import type { EventTrigger } from './model.js';
import { EventTriggerRow, KeptEventTrigger } from './schemas.js';
import { everyTrigger, meaningOf } from './trigger-list.js';

const PATH = '/events/event-triggers';
const pathOf = (id: string) => `${PATH}/${encodeURIComponent(id)}`;

export function planCreate(input: EventTriggerCreate): PlannedCall[] {
  return [{ system: SYSTEM, action: 'POST_EventTrigger', target: null, after: createRequest(input) }];
}

/**
 * Makes a trigger exactly once. Before it is sent, those of the same object are looked through: see `refuseTwin`.
 * https://developer.zuora.com/v1-api-reference/api/operation/POST_EventTrigger/
 */
export async function createTrigger(
  desk: WriteDesk,
  input: EventTriggerCreate,
  key: string | null,
): Promise<EventTrigger> {
  const body = createRequest(input);
  let looked = false;
  return await desk.once(
    { operation: 'POST_EventTrigger', key, input: body },
    {
      result: KeptEventTrigger,
      replayed: true,
      send: async (idempotencyKey) => {
        // Once, and before anything was sent: later ones could be the trigger itself. So could one of its name be for
        // a key that another process has begun.
        if (!looked) await refuseTwin(desk, input, { own: key === null ? null : input.eventType.name });
        looked = true;
        return await desk.client.write({
          operation: 'POST_EventTrigger',
          method: 'POST',
          path: PATH,
          body,
          schema: EventTriggerRow,
          idempotencyKey,
          ...desk.options,
        });
      },
      find: async () => {
        const { baseObject, condition, eventType } = input;
        const named = await everyTrigger(desk.client, { baseObject, eventTypeName: eventType.name }, desk.options);
        const fits = named.filter((trigger) => meaningOf(trigger.condition) === meaningOf(condition));
        return onlyOne(fits, 'event triggers');
      },
    },
  );
}

/**
 * Throws a Refusal if a trigger of the same object has the same condition, in whatever spelling: Zuora takes the two for
 * one, and merges them or deletes one, whatever their names are.
 */
export async function refuseTwin(
  desk: WriteDesk,
  { baseObject, condition }: { baseObject: string; condition: string },
  { own = null, id = null }: { own?: string | null; id?: string | null } = {},
): Promise<void> {
  const meaning = meaningOf(condition);
  const others = await everyTrigger(desk.client, { baseObject }, desk.options);
  const twin = others.find(
    (other) => other.zuoraId !== id && other.eventType.name !== own && meaningOf(other.condition) === meaning,
  );
  if (!twin) return;
  const { name } = twin.eventType;
  const message = `The event trigger ${name} of ${baseObject} has the same condition: Zuora would merge the two or delete one.`;
  throw refusal('CONFLICT', message, ['input', 'condition']);
}

export function planUpdate(id: string, input: EventTriggerUpdate): PlannedCall[] {
  return [{ system: SYSTEM, action: 'PUT_EventTrigger', target: id, after: updateRequest(input) }];
}

/** A PUT of values, which may be sent again. https://developer.zuora.com/v1-api-reference/api/operation/PUT_EventTrigger/ */
export async function updateTrigger(desk: WriteDesk, id: string, input: EventTriggerUpdate): Promise<EventTrigger> {
  return await desk.client.write({
    operation: 'PUT_EventTrigger',
    method: 'PUT',
    path: pathOf(id),
    body: updateRequest(input),
    schema: EventTriggerRow,
    repeatable: true,
    ...desk.options,
  });
}

export function planDelete(id: string): PlannedCall[] {
  return [{ system: SYSTEM, action: 'DELETE_EventTrigger', target: id, after: null }];
}

/** https://developer.zuora.com/v1-api-reference/api/operation/DELETE_EventTrigger/ */
export async function deleteTrigger(desk: WriteDesk, id: string): Promise<void> {
  await desk.once(
    { operation: 'DELETE_EventTrigger', key: null, input: id },
    {
      result: z.unknown(),
      send: () =>
        desk.client.write({
          operation: 'DELETE_EventTrigger',
          method: 'DELETE',
          path: pathOf(id),
          schema: z.unknown(),
          ...desk.options,
        }),
      find: async () => ((await readTrigger(desk, id)) === null ? { id } : null),
    },
  );
}

/** The trigger as Zuora has it now. */
export async function readTrigger(
  { client, options }: Pick<WriteDesk, 'client' | 'options'>,
  id: string,
): Promise<EventTrigger | null> {
  try {
    return await client.read({ operation: 'GET_EventTrigger', path: pathOf(id), schema: EventTriggerRow, ...options });
  } catch (error) {
    if (error instanceof UpstreamError && error.code === 'UPSTREAM_NOT_FOUND') return null;
    throw error;
  }
}

function createRequest({ active, baseObject, condition, description, eventType }: EventTriggerCreate) {
  return given({
    active: active ?? true,
    baseObject,
    condition,
    description,
    eventType: given({ ...eventType }),
  });
}

/** Left out is left alone; null empties, and is an empty text on the wire. */
function updateRequest({ active, condition, description, eventType }: EventTriggerUpdate) {
  const type = given({
    displayName: eventType?.displayName,
    description: eventType?.description === null ? '' : eventType?.description,
  });
  return given({
    active,
    condition,
    description: description === null ? '' : description,
    eventType: Object.keys(type).length > 0 ? type : null,
  });
}

function given(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}
