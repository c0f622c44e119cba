import type { BegunWrite, WriteIntent, WriteLease, WriteLedger } from '../../src/kernel/writing/write-ledger.js';

interface Row {
  fingerprint: string;
  startedAt: number;
  leaseUntil: number;
  done: boolean;
  result: unknown;
}

/** The ledger's contract without a database: `test/contract/store/write-ledger.test.ts` holds both to it. */
export function memoryLedger(): WriteLedger {
  const rows = new Map<string, Row>();
  const keyOf = ({ scope, key }: WriteIntent) => JSON.stringify([scope, key]);
  const unfinished = (intent: WriteIntent) => {
    const row = rows.get(keyOf(intent));
    return row && !row.done ? row : null;
  };
  return {
    async begin(intent, { now, until }: WriteLease): Promise<BegunWrite> {
      const row = rows.get(keyOf(intent));
      if (!row) {
        const { fingerprint } = intent;
        rows.set(keyOf(intent), { fingerprint, startedAt: now, leaseUntil: until, done: false, result: null });
        return { state: 'OURS', startedAt: now, resumed: false };
      }
      if (row.fingerprint !== intent.fingerprint) return { state: 'TAKEN' };
      if (row.done) return { state: 'DONE', result: row.result };
      if (row.leaseUntil > now) return { state: 'RUNNING' };
      row.leaseUntil = until;
      return { state: 'OURS', startedAt: row.startedAt, resumed: true };
    },
    async renew(intent, { until }) {
      const row = unfinished(intent);
      if (row) row.leaseUntil = until;
    },
    async finish(intent, result) {
      const row = rows.get(keyOf(intent));
      if (row) Object.assign(row, { done: true, result: JSON.parse(JSON.stringify(result)) });
    },
    async forget(intent) {
      if (unfinished(intent)) rows.delete(keyOf(intent));
    },
    async release(intent, now) {
      const row = unfinished(intent);
      if (row) row.leaseUntil = now;
    },
  };
}
