import type { CustomerEntry } from '../../customers/model.js';
import type { CustomerDirectory } from '../../customers/ports.js';
import type { ExternalRef, SystemRecord } from '../../identity/model.js';

/** What the directory of customers knows. */
export interface KnownCustomers {
  byId(id: string): Promise<CustomerEntry | null>;
  /** By position. */
  byRefs(refs: readonly ExternalRef[]): Promise<readonly (CustomerEntry | null)[]>;
  /** Writes down what was read. */
  register(records: readonly SystemRecord[]): Promise<unknown>;
  /** The same; gives the customer of the first record. */
  met(records: readonly SystemRecord[]): Promise<CustomerEntry>;
}

export function customersIn(directory: CustomerDirectory): KnownCustomers {
  const byId = async (id: string) => (await directory.findByIds([id])).get(id) ?? null;
  return {
    byId,
    byRefs: (refs) => directory.findByRefs(refs),
    register: (records) => directory.register(records),
    async met(records) {
      const [first] = await directory.register(records);
      const entry = first && (await byId(first.customerId));
      if (!entry) throw new Error('the directory lost a customer that it has just registered');
      return entry;
    },
  };
}
