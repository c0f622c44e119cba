import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** In which span of a trace a webhook came. */
export const deliveryTraces: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table webhook_delivery add column traceparent text`.execute(db);
  },
};
