import { type Kysely, sql } from 'kysely';
import type { Bookmarks } from '../../domain/events/ports.js';
import type { Database } from '../schema.js';

/** Bookmarks in the table `event_bookmark`. */
export function openBookmarks(db: Kysely<Database>): Bookmarks {
  return {
    async take({ connection, stream }, { now, before, first }) {
      const at = new Date(now);
      const { rows } = await sql<{ bookmark: string }>`
        insert into event_bookmark (connection, stream, bookmark, read_at)
        values (${connection}, ${stream}, ${first}, ${at})
        on conflict (connection, stream) do update set read_at = excluded.read_at
        where event_bookmark.read_at <= ${new Date(before)}
        returning bookmark`.execute(db);
      return rows[0]?.bookmark ?? null;
    },
    async put({ connection, stream }, bookmark) {
      await db
        .updateTable('event_bookmark')
        .set({ bookmark })
        .where('connection', '=', connection)
        .where('stream', '=', stream)
        .execute();
    },
  };
}
