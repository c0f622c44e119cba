import type { BegunWrite, WriteIntent, WriteLease, WriteLedger } from '../kernel/writing/write-ledger.js';
import type { Store } from './open-store.js';

const KEPT_MS = 30 * 86_400_000;
const SWEEP_EVERY_MS = 3_600_000;

/** Intents and results in the table `write_intent`, for thirty days. */
export async function openWriteLedger({ db, embedded }: Pick<Store, 'db' | 'embedded'>): Promise<WriteLedger> {
  // No other process has an embedded store open, so whoever holds a lease in it is dead.
  if (embedded) {
    await db
      .updateTable('write_intent')
      .set({ lease_until: new Date(0) })
      .where('done', '=', false)
      .execute();
  }

  const mine = ({ scope, key }: WriteIntent) =>
    db.selectFrom('write_intent').where('scope', '=', scope).where('key', '=', key);
  let sweptAt = 0;

  async function sweep(now: number): Promise<void> {
    if (now - sweptAt < SWEEP_EVERY_MS) return;
    sweptAt = now;
    const oldest = new Date(now - KEPT_MS);
    await db.deleteFrom('write_intent').where('started_at', '<', oldest).execute();
  }

  return {
    async begin(intent, { owner, now, until }): Promise<BegunWrite> {
      await sweep(now);
      const { scope, key, fingerprint } = intent;
      const lease = { owner, lease_until: new Date(until) };
      const added = await db
        .insertInto('write_intent')
        .values({ scope, key, fingerprint, result: null, done: false, started_at: new Date(now), ...lease })
        .onConflict((conflict) => conflict.doNothing())
        .returning('started_at')
        .executeTakeFirst();
      if (added) return { state: 'OURS', startedAt: now, resumed: false };
      // One statement decides who takes over what a dead process left.
      const taken = await db
        .updateTable('write_intent')
        .set(lease)
        .where('scope', '=', scope)
        .where('key', '=', key)
        .where('fingerprint', '=', fingerprint)
        .where('done', '=', false)
        .where('lease_until', '<=', new Date(now))
        .returning('started_at')
        .executeTakeFirst();
      if (taken) return { state: 'OURS', startedAt: taken.started_at.getTime(), resumed: true };
      const row = await mine(intent).select(['fingerprint', 'done', 'result']).executeTakeFirst();
      // Forgotten between the statements: the next look takes it.
      if (!row) return { state: 'RUNNING' };
      if (row.fingerprint !== fingerprint) return { state: 'TAKEN' };
      return row.done ? { state: 'DONE', result: row.result } : { state: 'RUNNING' };
    },
    async renew({ scope, key }, { owner, until }: WriteLease) {
      await db
        .updateTable('write_intent')
        .set({ lease_until: new Date(until) })
        .where('scope', '=', scope)
        .where('key', '=', key)
        .where('owner', '=', owner)
        .where('done', '=', false)
        .execute();
    },
    async finish({ scope, key }, result, now) {
      await db
        .updateTable('write_intent')
        .set({ done: true, result: JSON.stringify(result), finished_at: new Date(now) })
        .where('scope', '=', scope)
        .where('key', '=', key)
        .execute();
    },
    async forget({ scope, key }) {
      await db
        .deleteFrom('write_intent')
        .where('scope', '=', scope)
        .where('key', '=', key)
        .where('done', '=', false)
        .execute();
    },
    async release({ scope, key }, now) {
      await db
        .updateTable('write_intent')
        .set({ lease_until: new Date(now) })
        .where('scope', '=', scope)
        .where('key', '=', key)
        .where('done', '=', false)
        .execute();
    },
  };
}
