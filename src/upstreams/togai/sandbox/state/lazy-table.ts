/** The records that a table starts with, made slot by slot when they are asked for; the same ones every time. */
export interface Seed<T> {
  readonly slots: number;
  at(slot: number): readonly T[];
  /** The slot in which a record with this key would be; null where no slot could have it. */
  slotOf(key: string): number | null;
}

/** A place in a table's order: a slot, and how many of the slot's records lie before it. */
export interface Position {
  readonly slot: number;
  readonly offset: number;
}

export const START: Position = { slot: 0, offset: 0 };

interface Placed<T> {
  readonly record: T;
  readonly position: Position;
}

/**
 * Records that are made on demand, with the changes made to them since the start. What was added comes after the seed,
 * each in a slot of its own. Memory grows with the changes only.
 */
export class LazyTable<T> {
  /** Null stands for a deleted record. */
  readonly #changes = new Map<string, T | null>();
  #added: string[] = [];

  constructor(
    private readonly seed: Seed<T>,
    private readonly keyOf: (record: T) => string,
  ) {}

  find(key: string): T | null {
    const changed = this.#changes.get(key);
    if (changed !== undefined) return changed;
    return this.#seeded(key);
  }

  put(record: T): void {
    const key = this.keyOf(record);
    // A record that was deleted and is put again returns to its old place.
    if (!this.#changes.has(key) && !this.#seeded(key)) this.#added.push(key);
    this.#changes.set(key, record);
  }

  delete(key: string): void {
    if (this.find(key) !== null) this.#changes.set(key, null);
  }

  /** The live records of one slot, then all that were added: where everything about one seeded customer is. */
  near(slot: number | null): T[] {
    const added = this.#added.flatMap((key) => this.find(key) ?? []);
    return slot === null ? added : [...this.#inSlot(slot, 0)].map(({ record }) => record).concat(added);
  }

  /** The live records that were added or changed since the start. */
  changed(): T[] {
    return [...this.#changes.values()].filter((record) => record !== null);
  }

  /** Up to `size` records from a position on; `next` is where the following record is, null if there is none. */
  page(from: Position, size: number, accept: (record: T) => boolean = () => true) {
    const rows: T[] = [];
    for (const { record, position } of this.#from(from)) {
      if (!accept(record)) continue;
      if (rows.length === size) return { rows, next: position };
      rows.push(record);
    }
    return { rows, next: null };
  }

  /** Behind the last record. */
  get end(): Position {
    return { slot: this.seed.slots + this.#added.length, offset: 0 };
  }

  reset(): void {
    this.#changes.clear();
    this.#added = [];
  }

  *#from(start: Position): Generator<Placed<T>> {
    for (let slot = start.slot; slot < this.end.slot; slot += 1) {
      yield* this.#inSlot(slot, slot === start.slot ? start.offset : 0);
    }
  }

  *#inSlot(slot: number, skip: number): Generator<Placed<T>> {
    for (const [offset, record] of this.#liveIn(slot).entries()) {
      if (offset >= skip && record !== null) yield { record, position: { slot, offset } };
    }
  }

  /** With null for what is deleted, so that the offsets of the others stay. */
  #liveIn(slot: number): readonly (T | null)[] {
    if (slot >= this.seed.slots) return [this.find(this.#added[slot - this.seed.slots] ?? '')];
    return this.seed.at(slot).map((record) => {
      const changed = this.#changes.get(this.keyOf(record));
      return changed === undefined ? record : changed;
    });
  }

  #seeded(key: string): T | null {
    const slot = this.seed.slotOf(key);
    if (slot === null || slot < 0 || slot >= this.seed.slots) return null;
    return this.seed.at(slot).find((record) => this.keyOf(record) === key) ?? null;
  }
}

/** A seed of records that are few enough to be there at once, one a slot. */
export function listSeed<T>(records: readonly T[], keyOf: (record: T) => string): Seed<T> {
  const slots = new Map(records.map((record, slot) => [keyOf(record), slot]));
  return {
    slots: records.length,
    at: (slot) => records.slice(slot, slot + 1),
    slotOf: (key) => slots.get(key) ?? null,
  };
}
