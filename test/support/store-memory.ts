import { recordKey } from '../../src/domain/identity/keys.js';
import type { SystemRecord } from '../../src/domain/identity/model.js';
import { normaliseRecord } from '../../src/domain/identity/normalise.js';
import { planRegistrations } from '../../src/domain/identity/registration.js';
import type { IdentityChanges, KnownConflict, KnownCustomer, KnownRecord } from '../../src/domain/identity/snapshot.js';

/** What the store keeps of identities, in memory: the whole of it is every batch's snapshot. */
export class MemoryIdentities {
  readonly customers = new Map<string, KnownCustomer>();
  readonly records = new Map<string, KnownRecord>();
  readonly conflicts = new Map<string, KnownConflict>();
  readonly redirects = new Map<string, string>();
  #made = 0;

  register(records: readonly SystemRecord[]) {
    const snapshot = {
      customers: [...this.customers.values()],
      records: [...this.records.values()],
      conflicts: [...this.conflicts.values()].map((conflict) => ({
        ...conflict,
        customerIds: [...new Set(conflict.customerIds.map((id) => this.redirects.get(id) ?? id))],
      })),
    };
    const plan = planRegistrations(records.map(normaliseRecord), snapshot, {
      now: '2026-01-01T00:00:00.000Z',
      newId: () => `c-${String(++this.#made).padStart(4, '0')}`,
      systemOrder: [],
    });
    this.#apply(plan.changes);
    return plan;
  }

  #apply(changes: IdentityChanges): void {
    for (const { customer } of changes.customers) this.customers.set(customer.id, customer);
    for (const { after } of changes.records) this.records.set(recordKey(after.system, after.id), after);
    for (const { id, into } of changes.removed) {
      for (const [old, target] of this.redirects) if (target === id) this.redirects.set(old, into);
      this.redirects.set(id, into);
      this.customers.delete(id);
    }
    for (const conflict of changes.resolved) this.conflicts.delete(conflict.id);
    for (const conflict of changes.conflicts) this.conflicts.set(conflict.id, conflict);
  }
}
