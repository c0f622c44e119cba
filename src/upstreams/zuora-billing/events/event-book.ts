import { EntityReader } from '../../../kernel/reading/entity-reader.js';
import { type RequestLoader, requestLoader } from '../../../kernel/reading/request-loader.js';
import type { Connection } from '../../../schema-kit/connection.js';
import type { UpstreamKit } from '../../contract.js';
import type { ZuoraClient } from '../client.js';
import { startConnection } from '../paging/start-pages.js';
import { readTrigger } from './commands.js';
import type { EventTrigger } from './model.js';
import { type EventTriggerFilter, triggerList } from './trigger-list.js';

const FRESH_MS = 60_000;
const STALE_MS = 3_600_000;

/** Ids of triggers and of what notifications are made of: 32 hexadecimal digits, or a UUID. */
export const SETTING_ID = /^([0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** Triggers by Zuora's id. The list has them without a filter by id, so that each is read by itself. */
export function triggerReader(client: ZuoraClient, tenant: string, kit: UpstreamKit): EntityReader<EventTrigger> {
  return new EntityReader<EventTrigger>({
    name: `${tenant}:event-trigger`,
    cache: kit.cache,
    clock: kit.clock,
    freshMs: FRESH_MS,
    staleMs: STALE_MS,
    maxBatch: 1,
    fetch: async ([id = ''], options) => {
      const trigger = SETTING_ID.test(id) ? await readTrigger({ client, options }, id) : null;
      return new Map(trigger === null ? [] : [[id, trigger]]);
    },
    onRefreshError: (error) =>
      kit.log.warn({ err: error, kind: 'event-trigger' }, 'a stale entry could not be refreshed'),
  });
}

/** The event triggers of a tenant, as one request sees them. */
export class EventBook {
  readonly triggers: RequestLoader<EventTrigger>;
  readonly #client: ZuoraClient;
  readonly #signal: AbortSignal;

  constructor({ client, reader }: { client: ZuoraClient; reader: EntityReader<EventTrigger> }, signal: AbortSignal) {
    this.#client = client;
    this.#signal = signal;
    this.triggers = requestLoader(reader, signal);
  }

  page(filter: EventTriggerFilter, page: { first: number; after?: string | null }): Promise<Connection<EventTrigger>> {
    return startConnection(this.#client, triggerList(filter), page, { signal: this.#signal, lane: 'interactive' });
  }
}
