import type { Candidate, RecordMatches, WholeRecord } from './decision.js';
import { type IdKey, idKey, type RecordKey, recordKey, wholeKey } from './keys.js';
import type { SystemRecord } from './model.js';
import type { IdentitySnapshot, KnownConflict, KnownCustomer, KnownRecord } from './snapshot.js';

interface WorkingCustomer {
  readonly id: string;
  readonly createdAt: string;
  /** As it was stored; null for one made in this batch. */
  readonly stored: KnownCustomer | null;
}

/** A snapshot that is changed record by record, with the indexes that find what a record matches. */
export class WorkingSet {
  readonly customers = new Map<string, WorkingCustomer>();
  readonly conflicts = new Map<RecordKey, KnownConflict>();
  readonly #records = new Map<RecordKey, KnownRecord>();
  readonly #byCustomer = new Index<string>();
  readonly #byWhole = new Index<RecordKey>();
  readonly #byIdValue = new Index<string>();
  readonly #byReference = new Index<string>();
  readonly #idOwner = new Map<IdKey, RecordKey>();
  readonly #movedTo = new Map<string, string>();

  constructor(snapshot: IdentitySnapshot) {
    for (const stored of snapshot.customers) {
      this.customers.set(stored.id, { id: stored.id, createdAt: stored.createdAt, stored });
    }
    for (const record of snapshot.records) this.put(record);
    for (const conflict of snapshot.conflicts) {
      this.conflicts.set(recordKey(conflict.system, conflict.recordId), conflict);
    }
  }

  get(key: RecordKey): KnownRecord | undefined {
    return this.#records.get(key);
  }

  recordsOf(customerId: string): readonly KnownRecord[] {
    return this.#all(this.#byCustomer.get(customerId));
  }

  /** The customer that answers for `id` now. */
  resolve(id: string): string {
    const next = this.#movedTo.get(id);
    return next === undefined ? id : this.resolve(next);
  }

  /** Adds a record, or puts it in the place of the one with its key. */
  put(record: KnownRecord): void {
    const key = keyOf(record);
    this.#index(key, this.#records.get(key), 'remove');
    this.#records.set(key, record);
    this.#index(key, record, 'add');
  }

  /** Those of the record's ids that no other record holds. */
  freeIds(record: SystemRecord): SystemRecord['externalIds'] {
    const key = keyOf(record);
    return record.externalIds.filter((id) => (this.#idOwner.get(idKey(record.system, id)) ?? key) === key);
  }

  /** Gives every record of `from` to `into`; `from` is no more, and its id leads to `into`. */
  join(into: string, from: string): void {
    for (const record of this.recordsOf(from)) this.put({ ...record, customerId: into });
    this.customers.delete(from);
    this.#movedTo.set(from, into);
  }

  matchesOf(record: SystemRecord): RecordMatches {
    const key = keyOf(record);
    const customerOf = (other: KnownRecord) => this.#candidate(other.customerId, key);
    const current = this.#records.get(key);
    const relatives = this.#all(this.#byWhole.get(wholeKey(record))).filter((other) => keyOf(other) !== key);
    relatives.sort((a, b) => Number(a.partOf !== null) - Number(b.partOf !== null));
    const home = [current, ...relatives].flatMap((known) => known?.customerId ?? []);
    const sharers = this.#all(record.externalIds.map((id) => this.#idOwner.get(idKey(record.system, id))));
    const linked = [...sharers.filter((owner) => keyOf(owner) !== key), ...this.#referred(record)];
    return {
      whole: wholeOf(record),
      isPart: record.partOf !== null,
      current: current === undefined ? null : customerOf(current),
      family: relatives.map(customerOf),
      linked: linked.flatMap((other) => this.#throughLink(record, other, home)),
    };
  }

  /** Records of other systems that this one refers to, or that refer to it. */
  #referred(record: SystemRecord): readonly KnownRecord[] {
    const meant = record.references.flatMap((value) => this.#byIdValue.get(value));
    const meaning = record.externalIds.flatMap((id) => this.#byReference.get(id.value));
    return this.#all([...meant, ...meaning]).filter((other) => other.system !== record.system);
  }

  /**
   * The customers that a link to `other` speaks for. While `other` is in conflict, its links prove nothing to the
   * customers concerned, or the conflict would be settled by whichever of them is seen next; and who else refers to it
   * competes with those that have a record of the same system.
   */
  #throughLink(record: SystemRecord, other: KnownRecord, home: readonly string[]): readonly Candidate[] {
    const key = keyOf(record);
    const conflict = this.conflicts.get(keyOf(other));
    if (conflict === undefined) return [this.#candidate(other.customerId, key)];
    const concerned = conflict.customerIds.map((id) => this.resolve(id));
    if (home.some((id) => concerned.includes(id))) return [];
    const rivals = concerned
      .filter((id) => this.customers.has(id))
      .map((id) => this.#candidate(id, key))
      .filter((customer) => customer.wholes.some((whole) => whole.system === record.system));
    return [this.#candidate(other.customerId, key), ...rivals];
  }

  #candidate(customerId: string, without: RecordKey): Candidate {
    const customer = this.customers.get(customerId);
    if (customer === undefined) throw new Error(`The snapshot lacks customer ${customerId}.`);
    const others = this.recordsOf(customerId).filter((record) => keyOf(record) !== without);
    const wholes = new Map<string, WholeRecord>(others.map((record) => [wholeKey(record), wholeOf(record)]));
    return {
      id: customerId,
      createdAt: customer.createdAt,
      stored: customer.stored !== null,
      wholes: [...wholes.values()],
    };
  }

  #all(keys: readonly (RecordKey | undefined)[]): KnownRecord[] {
    return [...new Set(keys)].flatMap((key) => (key === undefined ? [] : (this.#records.get(key) ?? [])));
  }

  #index(key: RecordKey, record: KnownRecord | undefined, change: 'add' | 'remove'): void {
    if (record === undefined) return;
    this.#byCustomer[change](record.customerId, key);
    this.#byWhole[change](wholeKey(record), key);
    for (const value of record.references) this.#byReference[change](value, key);
    for (const id of record.externalIds) {
      this.#byIdValue[change](id.value, key);
      if (change === 'add') this.#idOwner.set(idKey(record.system, id), key);
      else this.#idOwner.delete(idKey(record.system, id));
    }
  }
}

function keyOf(record: SystemRecord): RecordKey {
  return recordKey(record.system, record.id);
}

function wholeOf(record: SystemRecord): WholeRecord {
  return { system: record.system, id: record.partOf ?? record.id };
}

class Index<K> {
  readonly #keys = new Map<K, Set<RecordKey>>();

  get(at: K): readonly RecordKey[] {
    return [...(this.#keys.get(at) ?? [])];
  }

  add(at: K, key: RecordKey): void {
    this.#keys.set(at, (this.#keys.get(at) ?? new Set()).add(key));
  }

  remove(at: K, key: RecordKey): void {
    this.#keys.get(at)?.delete(key);
  }
}
