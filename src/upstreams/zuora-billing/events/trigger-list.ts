import type { ZuoraClient } from '../client.js';
import type { QueryOptions } from '../object-query.js';
import { everyRow, type StartList } from '../paging/start-pages.js';
import { normalForm } from './condition/normal-form.js';
import { parseCondition } from './condition/parse.js';
import { NotJexl } from './condition/syntax.js';
import type { EventTrigger } from './model.js';
import { EventTriggerRow } from './schemas.js';

export interface EventTriggerFilter {
  readonly baseObject?: string | null;
  readonly eventTypeName?: string | null;
  readonly active?: boolean | null;
}

/** https://developer.zuora.com/v1-api-reference/api/operation/GET_EventTriggers/ */
export function triggerList({ baseObject, eventTypeName, active }: EventTriggerFilter): StartList<EventTrigger> {
  return {
    operation: 'GET_EventTriggers',
    path: '/events/event-triggers',
    filters: [
      ...(baseObject != null ? [['baseObject', baseObject] as const] : []),
      ...(eventTypeName != null ? [['eventTypeName', eventTypeName] as const] : []),
      ...(active != null ? [['active', String(active)] as const] : []),
    ],
    row: EventTriggerRow,
    keyOf: ({ zuoraId }) => zuoraId,
  };
}

export function everyTrigger(
  client: ZuoraClient,
  filter: EventTriggerFilter,
  options: QueryOptions,
): Promise<EventTrigger[]> {
  return everyRow(client, triggerList(filter), options);
}

/** The same for conditions that say the same. One of Zuora's own that is not understood here stands for itself. */
export function meaningOf(condition: string): string {
  try {
    return normalForm(parseCondition(condition));
  } catch (error) {
    if (error instanceof NotJexl) return condition.trim();
    throw error;
  }
}
