import { refusal } from '../../../kernel/refusal.js';
import { type ConnectionKey, systemOf } from '../../connections/key.js';
import { seenFrom } from '../../connections/view.js';
import { requireAccess, type SyncCaller } from '../caller.js';
import type { SyncRequest } from '../desk.js';
import type { SyncWorld } from '../ports.js';
import type { Side } from './counterpart.js';
import { heldBy, sideOf } from './customer-sync.js';
import type { KnownCustomers } from './known-customers.js';

export interface CustomerAsked {
  /** Any id of theirs in the system that `from` leads to, in the other one, or here. */
  readonly customerKey: string;
  readonly from: ConnectionKey;
  readonly to: ConnectionKey;
}

/**
 * Which customer is meant, and who they are to us: one whom nobody has met is registered.
 * @throws Refusal
 */
export async function customerRequest(
  { customerKey, from, to }: CustomerAsked,
  { world, customers }: { readonly world: SyncWorld; readonly customers: KnownCustomers },
  caller: SyncCaller,
): Promise<SyncRequest> {
  if (systemOf(from) === systemOf(to)) {
    throw refusal('INVALID', 'Name two connections, to different systems.', ['input', 'to']);
  }
  requireAccess(caller, from, to);
  const source = sideOf(world, from, caller.asking);
  sideOf(world, to, caller.asking);
  const key = (await keyFrom(customerKey, source, to, customers)) ?? customerKey;
  const held = await heldBy(source, key, customers);
  const { id } = await customers.met(held.records.map((record) => ({ ...record, system: from })));
  return {
    kind: 'CUSTOMER',
    subject: { customerKey: key, from, to },
    customerId: id,
    writerKey: id,
    requestedBy: caller.id,
  };
}

/** What the system calls the customer that the key is another one's id of; null where the directory knows of none. */
async function keyFrom(
  customerKey: string,
  { key, end }: Side,
  other: ConnectionKey,
  customers: KnownCustomers,
): Promise<string | null> {
  const refs = [key, other].map((system) => ({ system, value: customerKey }));
  const [own = null, theirs = null] = await customers.byRefs(refs);
  if (own !== null) return null;
  const entry = theirs ?? (await customers.byId(customerKey));
  if (entry === null) return null;
  const [only, another] = end.keysOf(seenFrom(entry, key));
  const field = ['input', 'customer'];
  if (only === undefined) throw refusal('NOT_LINKED', `${key} does not have the customer ${customerKey}.`, field);
  if (another !== undefined) {
    const message = `The customer ${customerKey} is ${only} and ${another} there: name one of them.`;
    throw refusal('CONFLICT', message, field);
  }
  return only;
}
