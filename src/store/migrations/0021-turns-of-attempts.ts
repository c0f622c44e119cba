import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Whose turn it is, by attempt: one that was cancelled in the middle of a step ends that step before the next attempt begins. */
export const turnsOfAttempts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table sync_run add column turn_attempt integer`.execute(db);
    await sql`update sync_run set turn_attempt = attempt where has_turn`.execute(db);
  },
};
