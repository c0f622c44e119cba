import type { CustomerEntry } from '../customers/model.js';
import { type ConnectionKey, systemOf } from './key.js';

const wholes = new WeakMap<CustomerEntry, CustomerEntry>();

/**
 * A customer as one connection of a system knows it: the connection's ids look as if they were those of the system, the
 * ids of its other connections are left out. Systems know nothing of each other's connections, nor of their own.
 */
export function seenFrom(entry: CustomerEntry, key: ConnectionKey): CustomerEntry {
  const system = systemOf(key);
  if (key === system) return entry;
  const whole = wholeOf(entry);
  const externalIds = whole.externalIds.flatMap((id) => {
    if (id.system === key) return [{ ...id, system }];
    return systemOf(id.system) === system ? [] : [id];
  });
  const view = { ...whole, externalIds };
  wholes.set(view, whole);
  return view;
}

/** The customer with all its ids, whoever saw it. */
export function wholeOf(entry: CustomerEntry): CustomerEntry {
  return wholes.get(entry) ?? entry;
}
