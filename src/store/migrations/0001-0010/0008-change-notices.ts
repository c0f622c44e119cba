import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Whoever listens on `billgraph_changes` hears of every upload and sync run that changes, as `upload ID` or `sync_run ID`,
 * when the change is committed: of any process, and once however often a transaction changed it.
 */
export const changeNotices: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create function notice_change() returns trigger language plpgsql as $$
      declare
        found jsonb := to_jsonb(coalesce(new, old));
      begin
        perform pg_notify('billgraph_changes', tg_argv[0] || ' ' || (found ->> tg_argv[1]));
        return null;
      end $$`.execute(db);
    for (const [table, subject, id] of [
      ['upload', 'upload', 'id'],
      ['upload_part', 'upload', 'upload_id'],
      ['sync_run', 'sync_run', 'id'],
    ] as const) {
      await sql`create trigger notice_change after insert or update or delete on ${sql.table(table)}
        for each row execute function notice_change(${sql.lit(subject)}, ${sql.lit(id)})`.execute(db);
    }
  },
};
