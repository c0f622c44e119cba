import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import type { EntityReader } from '../../../kernel/reading/entity-reader.js';
import type { TogaiClient } from '../client.js';
import { type ListPage, listPage } from '../lists.js';
import { toEvent, toEventInFull } from '../mapping/event.js';
import { SYSTEM, TITLE } from '../names.js';
import { EventRow, EventsInFull } from '../schemas/event.js';
import type { TogaiEvent } from '../usage/event-model.js';
import { type FindOptions, isKey, LIVE, type ReaderFactory } from './reader-factory.js';

/** Which page of which list of events. */
export interface EventPageKey {
  readonly accountId: string | null;
  readonly schemaName: string | null;
  readonly status: string | null;
  readonly token: string | null;
}

export interface EventReaders {
  /** By the id that the sender chose: every entry of it, newest first. */
  readonly eventEntries: EntityReader<readonly TogaiEvent[]>;
  /** By `eventPageKey`. */
  readonly eventPages: EntityReader<ListPage<TogaiEvent>>;
}

export function eventPageKey({ accountId, schemaName, status, token }: EventPageKey): string {
  return JSON.stringify([accountId, schemaName, status, token]);
}

const KeyText = z.tuple([z.string().nullable(), z.string().nullable(), z.string().nullable(), z.string().nullable()]);

export function eventReaders(client: TogaiClient, reader: ReaderFactory): EventReaders {
  return {
    eventEntries: reader('event', LIVE, (id, options) => readEvent(client, id, options)),
    eventPages: reader('event-page', LIVE, async (key, options) => {
      const [accountId, schemaName, status, token] = KeyText.parse(JSON.parse(key));
      const query = {
        ...(accountId !== null && { account_id: accountId }),
        ...(schemaName !== null && { schema_name: schemaName }),
        ...(status !== null && { status }),
      };
      const list = { operation: 'getEvents', path: '/events', query, row: EventRow, pageSize: 50 };
      try {
        const { rows, next } = await listPage(client, { ...list, rowsIn: 'events' }, token, options);
        return { rows: rows.map(toEvent), next };
      } catch (error) {
        // Togai's answer has one event at least: where there is none, it may say so with a 404.
        if (error instanceof UpstreamError && error.code === 'UPSTREAM_NOT_FOUND') return { rows: [], next: null };
        throw error;
      }
    }),
  };
}

/** Every entry of an event, newest first; empty if there is none. */
export async function readEvent(client: TogaiClient, id: string, options: FindOptions): Promise<readonly TogaiEvent[]> {
  if (!isKey(id)) {
    const message = `${TITLE} can be asked for events of ids of up to 50 characters only.`;
    throw new UpstreamError(SYSTEM, 'UPSTREAM_UNSUPPORTED', message);
  }
  const path = `/events/${encodeURIComponent(id)}`;
  const found = await client.find({ operation: 'getSingleEvent', path, schema: EventsInFull, ...options });
  return (found?.events ?? []).map(toEventInFull).toSorted(byAge);
}

/** What was taken back is older than what was brought again in the same moment. */
function byAge(a: TogaiEvent, b: TogaiEvent): number {
  const time = (b.createdAt ?? '').localeCompare(a.createdAt ?? '');
  return time || Number(a.status === 'REVERTED') - Number(b.status === 'REVERTED');
}
