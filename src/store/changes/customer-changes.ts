import { type Kysely, sql } from 'kysely';
import type { ChangeNoter, ChangesAfter, CustomerChanges } from '../../domain/customers/changes.js';
import { isStorable } from '../../domain/identity/normalise.js';
import type { Clock } from '../../kernel/clock.js';
import type { Database } from '../schema.js';
import { gathered } from '../statements/gathered.js';
import { rowsOf } from '../statements/rows.js';

/** Changes in the table `customer_change`. A place is a transaction and a number in it. */
export function openCustomerChanges(db: Kysely<Database>, clock: Clock): CustomerChanges {
  const read = async (place: string) => {
    const [tx = '0', seq = '0'] = place.split(':');
    const { rows } = await sql<Row>`
      select tx::text as tx, seq::text as seq, customer_id, system, at, tx < pg_snapshot_xmin(pg_current_snapshot()) as settled
      from customer_change
      where (tx, seq) > (${tx}::xid8, ${seq}::bigint)
      order by customer_change.tx, customer_change.seq limit ${MOST}`.execute(db);
    return rows;
  };
  const readOn = async (place: string): Promise<ChangesAfter> => {
    let found = await read(place);
    // An older transaction is open somewhere, and may have something to say that comes before.
    for (let looks = 0; found[0]?.settled === false && looks < MOST_LOOKS; looks += 1) {
      await clock.wait(LOOK_AGAIN_MS);
      found = await read(place);
    }
    const rows = found.filter(({ settled }) => settled);
    const last = rows.at(-1);
    return {
      changes: rows.map((row) => ({ customerId: row.customer_id, connection: row.system, at: row.at.getTime() })),
      place: last ? `${last.tx}:${last.seq}` : place,
      more: rows.length === MOST || (rows.length > 0 && rows.length < found.length),
    };
  };
  // Those who follow hear of a change at the same time, and most are at the same place.
  const after = gathered(async (places: readonly string[]) => {
    const found = new Map([...new Set(places)].map((place) => [place, readOn(place)]));
    return await Promise.all(places.map((place) => found.get(place) ?? readOn(place)));
  }, ASKED_AT_ONCE);
  return {
    async now() {
      const { rows } = await sql<{ place: string }>`
        select pg_snapshot_xmin(pg_current_snapshot())::text || ':0' as place`.execute(db);
      return rows[0]?.place ?? FIRST;
    },
    after,
  };
}

interface Row {
  readonly tx: string;
  readonly seq: string;
  readonly customer_id: string;
  readonly system: string | null;
  readonly at: Date;
  /** Whether nothing can come before it any more. */
  readonly settled: boolean;
}

const LOOK_AGAIN_MS = 100;
const MOST_LOOKS = 50;
const FIRST = '0:0';
const MOST = 1_000;
const ASKED_AT_ONCE = { most: 1_000, atOnce: 2 };

export interface NoterOptions {
  readonly db: Kysely<Database>;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

const TOGETHER_MS = 50;
const KEPT = '1 day';
const CLEAR_EVERY_MS = 3_600_000;

/** Writes down what changed, all that comes within a moment in one statement. */
export class StoredChangeNoter implements ChangeNoter {
  readonly #options: NoterOptions;
  readonly #waiting = new Map<string, { readonly system: string; readonly value: string }>();
  #writing: Promise<void> | null = null;
  readonly #ended = new AbortController();
  #clearAt = 0;

  constructor(options: NoterOptions) {
    this.#options = options;
  }

  note(connection: string, ids: readonly string[]): void {
    for (const value of ids.filter(isStorable)) {
      this.#waiting.set(`${connection} ${value}`, { system: connection, value });
    }
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null;
    });
  }

  /** Writes what is waiting, and waits for it. */
  async close(): Promise<void> {
    this.#ended.abort();
    await this.#writing;
  }

  async #write(): Promise<void> {
    const { clock, onError } = this.#options;
    while (this.#waiting.size > 0) {
      await clock.wait(TOGETHER_MS, this.#ended.signal).catch(() => {});
      const some = [...this.#waiting.values()];
      this.#waiting.clear();
      await this.#insert(some).catch(onError);
    }
  }

  async #insert(refs: readonly { readonly system: string; readonly value: string }[]): Promise<void> {
    const { db, clock } = this.#options;
    await sql`insert into customer_change (customer_id, system)
      select distinct r.customer_id, row.system
      from ${rowsOf(refs, 'system text, value text')}
      join customer_external_id e on e.system = row.system and e.value = row.value
      join customer_record r on r.system = e.system and r.record_id = e.record_id`.execute(db);
    if (clock.now() < this.#clearAt) return;
    this.#clearAt = clock.now() + CLEAR_EVERY_MS;
    await sql`delete from customer_change where at < now() - interval ${sql.lit(KEPT)}`.execute(db);
  }
}
