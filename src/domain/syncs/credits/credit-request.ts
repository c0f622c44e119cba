import { refusal } from '../../../kernel/refusal.js';
import type { ConnectionKey } from '../../connections/key.js';
import type { CustomerEntry } from '../../customers/model.js';
import type { ExternalRef } from '../../identity/model.js';
import { accountInTheBooks } from '../bookings.js';
import { requireAccess, type SyncCaller } from '../caller.js';
import type { SyncRequest } from '../desk.js';
import type { SyncWorld } from '../ports.js';

export interface CreditAsked {
  /** As its system knows it. */
  readonly creditId: string;
  /** Connections; without them the first that can. */
  readonly from?: ConnectionKey | null | undefined;
  readonly to?: ConnectionKey | null | undefined;
}

export const CREDIT_FIELD = ['input', 'creditId'];

/**
 * On which account a credit is booked: that of the customer whose account it was granted to.
 * @throws Refusal
 */
export async function creditRequest(
  { creditId, from = null, to = null }: CreditAsked,
  world: SyncWorld,
  customerOf: (ref: ExternalRef) => Promise<CustomerEntry | null>,
  caller: SyncCaller,
): Promise<SyncRequest> {
  const source = world.creditSource(from, caller.asking);
  if (source === null) throw refusal('UNSUPPORTED', 'No system that grants credits is switched on.');
  const target = world.creditTarget(to, caller.asking);
  if (target === null) throw refusal('UNSUPPORTED', 'No system that books credits is switched on.');
  requireAccess(caller, source.key, target.key);
  const credit = await source.end.credit(creditId);
  if (credit === null) throw noSuchCredit(creditId);
  const owned = { what: `credit ${credit.id}`, field: CREDIT_FIELD, account: credit.account };
  const { customerId, accountId } = await accountInTheBooks(
    { ...owned, from: source.key, to: target.key },
    (customer) => target.end.accountOf(customer),
    customerOf,
  );
  return {
    kind: 'CREDIT',
    subject: { creditId: credit.id, accountId, from: source.key, to: target.key },
    customerId,
    writerKey: customerId,
    requestedBy: caller.id,
  };
}

export const noSuchCredit = (id: string) => refusal('NOT_FOUND', `There is no credit ${id}.`, CREDIT_FIELD);
