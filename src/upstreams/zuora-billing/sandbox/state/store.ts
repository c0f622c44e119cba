import type { Seed } from '../seed/seed.js';
import { RECORD_KINDS, type RecordKind, type ZuoraRecord } from './record.js';

/** The customers a search can be limited to: those numbers, or everybody from one number to another. */
export type CustomerRange = { readonly only: readonly number[] } | { readonly first: number; readonly last: number };

/**
 * The tenant's records: the seed, which is made on demand and never changes, and over it the changes since the start.
 * A changed record is kept whole; the seed's record with its id is hidden.
 */
export class Store {
  readonly #changes = new Map<RecordKind, Map<string, ZuoraRecord | null>>();

  constructor(readonly seed: Seed) {
    this.reset();
  }

  reset(): void {
    for (const kind of RECORD_KINDS) this.#changes.set(kind, new Map());
  }

  get(kind: RecordKind, id: string): ZuoraRecord | undefined {
    const key = id.toLowerCase();
    const changed = this.#of(kind).get(key);
    if (changed !== undefined) return changed ?? undefined;
    const catalog = this.seed.catalog(kind);
    if (catalog) return catalog.find((record) => record.id === key);
    const n = this.seed.context.ids.customerOf(kind, key);
    return n === null ? undefined : this.seed.ofCustomer(n, kind).find((record) => record.id === key);
  }

  /** Adds a record or replaces the one with its id. */
  put(kind: RecordKind, record: ZuoraRecord): void {
    this.#of(kind).set(record.id, record);
  }

  delete(kind: RecordKind, id: string): void {
    this.#of(kind).set(id, null);
  }

  /** Records that were added or changed since the start. */
  changed(kind: RecordKind): ZuoraRecord[] {
    return [...this.#of(kind).values()].filter((record) => record !== null);
  }

  /**
   * Unchanged records of these customers, one customer at a time; newest customers first if `descending`. Records of
   * one customer are neighbours, and updatedDate and id both grow with the customer.
   */
  *unchanged(kind: RecordKind, range: CustomerRange, descending: boolean): Generator<readonly ZuoraRecord[]> {
    const changes = this.#of(kind);
    const untouched = (records: readonly ZuoraRecord[]) =>
      changes.size === 0 ? records : records.filter(({ id }) => !changes.has(id));
    const catalog = this.seed.catalog(kind);
    if (catalog) {
      yield untouched(catalog);
      return;
    }
    for (const n of numbersOf(range, descending)) yield untouched(this.seed.ofCustomer(n, kind));
  }

  #of(kind: RecordKind): Map<string, ZuoraRecord | null> {
    const changes = this.#changes.get(kind);
    if (!changes) throw new Error(`no records of kind ${kind}`);
    return changes;
  }
}

function* numbersOf(range: CustomerRange, descending: boolean): Generator<number> {
  if ('only' in range) {
    yield* [...new Set(range.only)].sort((a, b) => (descending ? b - a : a - b));
    return;
  }
  if (descending) for (let n = range.last; n >= range.first; n -= 1) yield n;
  else for (let n = range.first; n <= range.last; n += 1) yield n;
}
