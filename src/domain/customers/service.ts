import type { ExternalRef, SystemRecord } from '../identity/model.js';
import type { CustomerEntry } from './model.js';
import type { CustomerDirectory } from './ports.js';

/** Asks a system for the records behind one of its ids; empty if it knows none. */
export type FindRecords = (ref: ExternalRef) => Promise<readonly SystemRecord[]>;

/** The customer of a record. One that nobody has met before is registered first. */
export async function customerOfRecord(directory: CustomerDirectory, record: SystemRecord): Promise<CustomerEntry> {
  const [known] = await directory.findByRefs(
    record.externalIds.map(({ kind, value }) => ({ system: record.system, kind, value })),
  );
  return known ?? (await registerAll(directory, [record]));
}

/** The customer of a record that was just made or changed: what the record says now is written down. */
export function customerOfChangedRecord(directory: CustomerDirectory, record: SystemRecord): Promise<CustomerEntry> {
  return registerAll(directory, [record]);
}

/**
 * The customer behind an id that somebody knows, in the first of several places that has it. An id that the directory
 * has not met yet is looked up in its own system, and what is found there is registered. Null if nobody knows it.
 */
export async function customerOfRef(
  directory: CustomerDirectory,
  refs: readonly ExternalRef[],
  find: FindRecords,
): Promise<CustomerEntry | null> {
  const known = (await directory.findByRefs(refs)).find((entry) => entry !== null);
  if (known) return known;
  for (const ref of refs) {
    const records = await find(ref);
    if (records.length > 0) return await registerAll(directory, records);
  }
  return null;
}

async function registerAll(directory: CustomerDirectory, records: readonly SystemRecord[]): Promise<CustomerEntry> {
  const [registration] = await directory.register(records);
  const id = registration?.customerId ?? '';
  const entry = (await directory.findByIds([id])).get(id);
  if (!entry) throw new Error(`the directory lost the customer ${id} that it has just registered`);
  return entry;
}
