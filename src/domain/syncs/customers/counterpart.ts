import { refusal } from '../../../kernel/refusal.js';
import { type ConnectionKey, handleOf, systemOf } from '../../connections/key.js';
import { seenFrom } from '../../connections/view.js';
import type { CustomerEntry } from '../../customers/model.js';
import type { CustomerEnd, HeldCustomer, Origin } from './customer-end.js';
import type { KnownCustomers } from './known-customers.js';

export interface Side {
  readonly key: ConnectionKey;
  readonly end: CustomerEnd;
}

/**
 * Who stands for a customer in another system: whom the directory knows, else whom the customer itself names, else who was
 * made for it. Null where nobody does. Throws a Refusal where it is somebody else's counterpart, or takes no changes.
 */
export async function counterpartOf(
  origin: Origin & { readonly held: HeldCustomer },
  entry: CustomerEntry,
  target: Side,
  customers: KnownCustomers,
): Promise<HeldCustomer | null> {
  const { held } = origin;
  await refuseOthers(held, entry, target.key, customers);
  const known = seenFrom(entry, target.key);
  const found =
    (await firstOf(target.end.keysOf(known), target.end, known)) ??
    (await firstOf(held.links, target.end, known)) ??
    (await target.end.madeFor(origin));
  if (found === null) return null;
  await refuseOthers(found, entry, origin.key, customers);
  if (found.closed !== null) {
    throw refusal('CONFLICT', `${capital(found.title)}, which stands for ${held.title}, is ${found.closed}.`, FIELD);
  }
  return found;
}

export function originAt<T extends Origin['held']>(key: ConnectionKey, held: T): Origin & { readonly held: T } {
  return { key, system: systemOf(key), handle: handleOf(key), held };
}

const FIELD = ['input', 'customer'];

async function firstOf(keys: readonly string[], end: CustomerEnd, known: CustomerEntry): Promise<HeldCustomer | null> {
  for (const key of keys) {
    const found = await end.read(key, known);
    if (found !== null) return found;
  }
  return null;
}

/** Ids written on it that are known as another customer's. */
async function refuseOthers(
  held: HeldCustomer,
  entry: CustomerEntry,
  system: ConnectionKey,
  customers: KnownCustomers,
): Promise<void> {
  const meant = await customers.byRefs(held.links.map((value) => ({ system, value })));
  const at = meant.findIndex((one) => one !== null && one.id !== entry.id);
  const other = meant[at];
  if (!other) return;
  throw refusal(
    'CONFLICT',
    `${capital(held.title)} names ${held.links[at]} of ${systemOf(system)}, which is the customer ${other.id} (${other.name}): take that link away, or sync that customer.`,
    FIELD,
  );
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
