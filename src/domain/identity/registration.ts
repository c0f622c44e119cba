import { decide } from './decision.js';
import { type RecordKey, recordKey } from './keys.js';
import type { SystemRecord } from './model.js';
import { profileOf } from './profile.js';
import type { CustomerChange, IdentityChanges, IdentityEvent, IdentitySnapshot, KnownRecord } from './snapshot.js';
import { WorkingSet } from './working-set.js';

export interface RegistrationContext {
  /** Instant of this batch, ISO 8601. */
  readonly now: string;
  readonly newId: () => string;
  /** Systems in the order in which they name a customer. */
  readonly systemOrder: readonly string[];
}

type Outcome = 'created' | 'attached' | 'updated' | 'unchanged' | 'joined' | 'conflict';

export interface RegistrationPlan {
  /** By position of the records. */
  readonly registrations: readonly { readonly customerId: string; readonly outcome: Outcome }[];
  readonly changes: IdentityChanges;
}

/** Decides for normalised records, one after another, and says what is to be written. Touches nothing but its own copy. */
export function planRegistrations(
  records: readonly SystemRecord[],
  snapshot: IdentitySnapshot,
  context: RegistrationContext,
): RegistrationPlan {
  return new Registration(snapshot, context).run(records);
}

class Registration {
  readonly #set: WorkingSet;
  readonly #before = new Map<RecordKey, KnownRecord>();
  readonly #dirty = new Set<RecordKey>();
  readonly #touched = new Set<string>();
  readonly #removed = new Map<string, string>();
  readonly #conflictsBefore: WorkingSet['conflicts'];
  readonly #events: IdentityEvent[] = [];

  constructor(
    readonly snapshot: IdentitySnapshot,
    readonly context: RegistrationContext,
  ) {
    this.#set = new WorkingSet(snapshot);
    this.#conflictsBefore = new Map(this.#set.conflicts);
    for (const record of snapshot.records) this.#before.set(keyOf(record), record);
  }

  run(records: readonly SystemRecord[]): RegistrationPlan {
    for (const record of records) this.#release(record);
    // Wholes first, so that a batch that holds both does not make a customer under a part's name.
    const turns = records.map((record, at) => ({ record, at }));
    turns.sort((a, b) => Number(a.record.partOf !== null) - Number(b.record.partOf !== null));
    const outcomes = new Map(turns.map(({ record, at }) => [at, this.#register(record)]));
    const registrations = records.map((_, at) => {
      const { made, outcome } = outcomes.get(at) ?? fail();
      const customerId = this.#set.resolve(made);
      return { customerId, outcome: outcome === 'created' && customerId !== made ? 'attached' : outcome };
    });
    return { registrations, changes: this.#changes() };
  }

  /** Drops what the record no longer says before anything is decided: ids can pass from one record to another. */
  #release(record: SystemRecord): void {
    const known = this.#set.get(keyOf(record));
    if (known === undefined) return;
    const ids = new Set(record.externalIds.map((id) => JSON.stringify([id.kind, id.value])));
    const references = new Set(record.references);
    this.#set.put({
      ...known,
      externalIds: known.externalIds.filter((id) => ids.has(JSON.stringify([id.kind, id.value]))),
      references: known.references.filter((value) => references.has(value)),
    });
    this.#dirty.add(keyOf(record));
  }

  #register(record: SystemRecord): { made: string; outcome: Outcome } {
    const key = keyOf(record);
    const before = this.#before.get(key) ?? null;
    const previous = this.#set.get(key)?.customerId ?? null;
    const decision = decide(this.#set.matchesOf(record));
    const joinsStored =
      decision.kind === 'join' && decision.from.some((id) => this.#set.customers.get(id)?.stored != null);

    const made = this.#customerFor(record, decision);
    const after: KnownRecord = { ...record, externalIds: this.#set.freeIds(record), customerId: made };
    this.#set.put(after);
    this.#dirty.add(key);
    if (previous !== null && previous !== made) this.#removeIfEmpty(previous, made);
    const hadConflict = this.#set.conflicts.has(key);
    if (decision.kind === 'conflict') this.#contest(record, made, decision);
    else if (hadConflict) this.#settle(record, made);

    if (decision.kind === 'conflict') return { made, outcome: 'conflict' };
    if (joinsStored) return { made, outcome: 'joined' };
    if (previous === null) return { made, outcome: decision.kind === 'create' ? 'created' : 'attached' };
    const same = !hadConflict && previous === made && (before === null || saysTheSame(before, after));
    return { made, outcome: same ? 'unchanged' : 'updated' };
  }

  #customerFor(record: SystemRecord, decision: ReturnType<typeof decide>): string {
    if (decision.kind === 'attach') return decision.customerId;
    if (decision.kind === 'conflict' && decision.home !== null) return decision.home;
    if (decision.kind === 'join') {
      for (const from of decision.from) this.#join(decision.into, from);
      const stored = decision.from.filter((id) => this.#removed.has(id));
      if (stored.length > 0) this.#tell('joined', record, decision.into, stored, decision.reason);
      return decision.into;
    }
    const id = this.context.newId();
    this.#set.customers.set(id, { id, createdAt: record.createdAt ?? this.context.now, stored: null });
    this.#touched.add(id);
    return id;
  }

  #join(into: string, from: string): void {
    for (const record of this.#set.recordsOf(from)) this.#dirty.add(keyOf(record));
    const wasStored = this.#set.customers.get(from)?.stored != null;
    this.#set.join(into, from);
    this.#touched.add(into);
    if (wasStored) this.#removed.set(from, into);
  }

  #removeIfEmpty(customerId: string, into: string): void {
    this.#touched.add(customerId);
    if (this.#set.customers.has(customerId) && this.#set.recordsOf(customerId).length === 0)
      this.#join(into, customerId);
  }

  #contest(record: SystemRecord, home: string, decision: { matches: readonly string[]; reason: string }): void {
    const key = keyOf(record);
    const customerIds = [...new Set([...decision.matches, home])].sort();
    const known = this.#set.conflicts.get(key);
    const knownIds = new Set(known?.customerIds.map((id) => this.#set.resolve(id)));
    const same = knownIds.size === customerIds.length && customerIds.every((id) => knownIds.has(id));
    if (known !== undefined && same && known.reason === decision.reason) return;
    this.#set.conflicts.set(key, {
      id: known?.id ?? this.context.newId(),
      system: record.system,
      recordId: record.id,
      customerIds,
      reason: decision.reason,
      detectedAt: known?.detectedAt ?? this.context.now,
    });
    this.#tell('conflict', record, home, customerIds, decision.reason);
  }

  #settle(record: SystemRecord, customerId: string): void {
    this.#set.conflicts.delete(keyOf(record));
    this.#tell('resolved', record, customerId, [customerId], 'Seen again, the record matches one customer.');
  }

  #tell(
    kind: IdentityEvent['kind'],
    record: SystemRecord,
    customerId: string,
    customerIds: readonly string[],
    reason: string,
  ): void {
    this.#events.push({ kind, system: record.system, recordId: record.id, customerId, customerIds, reason });
  }

  #changes(): IdentityChanges {
    const records = [...this.#dirty].flatMap((key) => {
      const after = this.#set.get(key) ?? fail();
      const before = this.#before.get(key) ?? null;
      this.#touched.add(after.customerId);
      const same = before !== null && before.customerId === after.customerId && saysTheSame(before, after);
      return same ? [] : [{ before, after }];
    });
    const changed = new Set(records.flatMap(({ before, after }) => [before?.customerId, after.customerId]));
    const conflicts = [...this.#set.conflicts].filter(([key, conflict]) => this.#conflictsBefore.get(key) !== conflict);
    const resolved = [...this.#conflictsBefore].filter(([key]) => !this.#set.conflicts.has(key));
    return {
      customers: [...this.#touched].flatMap((id) => this.#customerChange(id, changed.has(id))),
      removed: [...this.#removed].map(([id, into]) => ({ id, into: this.#set.resolve(into) })),
      records,
      conflicts: conflicts.map(([, conflict]) => ({
        ...conflict,
        customerIds: this.#resolveAll(conflict.customerIds),
      })),
      resolved: resolved.map(([, conflict]) => conflict),
      events: this.#events.map((event) => ({
        ...event,
        customerId: this.#set.resolve(event.customerId),
        // Those of a join are named because they are gone.
        customerIds: event.kind === 'joined' ? event.customerIds : this.#resolveAll(event.customerIds),
      })),
    };
  }

  #resolveAll(customerIds: readonly string[]): readonly string[] {
    return [...new Set(customerIds.map((id) => this.#set.resolve(id)))];
  }

  #customerChange(id: string, changed: boolean): readonly CustomerChange[] {
    const working = this.#set.customers.get(id);
    if (working === undefined) return [];
    const records = this.#set.recordsOf(id);
    const customer = profileOf(working, records, this.context.systemOrder);
    const { stored } = working;
    const same =
      stored !== null &&
      stored.name === customer.name &&
      stored.email === customer.email &&
      stored.createdAt === customer.createdAt;
    return same && !changed ? [] : [{ customer, records }];
  }
}

function saysTheSame(a: SystemRecord, b: SystemRecord): boolean {
  return wordsOf(a) === wordsOf(b);
}

function wordsOf(record: SystemRecord): string {
  const ids = record.externalIds.map((id) => JSON.stringify([id.kind, id.value])).sort();
  const { partOf, name, email, createdAt, updatedAt } = record;
  return JSON.stringify([partOf, name, email, createdAt, updatedAt, ids, [...record.references].sort()]);
}

function keyOf(record: SystemRecord): RecordKey {
  return recordKey(record.system, record.id);
}

function fail(): never {
  throw new Error('A record of the batch was lost.');
}
