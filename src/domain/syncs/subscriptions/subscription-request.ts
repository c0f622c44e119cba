import { refusal } from '../../../kernel/refusal.js';
import type { ConnectionKey } from '../../connections/key.js';
import type { CustomerEntry } from '../../customers/model.js';
import type { ExternalRef } from '../../identity/model.js';
import { requireAccess, type SyncCaller } from '../caller.js';
import type { SyncRequest } from '../desk.js';
import { planAccountsOf } from '../plan-accounts.js';
import type { SyncWorld } from '../ports.js';

export interface SubscriptionAsked {
  readonly subscriptionKey: string;
  /** Of the system with price plans. */
  readonly accountId?: string | null | undefined;
  /** Connections; without them the first that can. */
  readonly from?: ConnectionKey | null | undefined;
  readonly to?: ConnectionKey | null | undefined;
}

/**
 * Which account a subscription is for: the one that is named, else the only one that its customer has.
 * @throws Refusal
 */
export async function subscriptionRequest(
  { subscriptionKey, accountId, from = null, to = null }: SubscriptionAsked,
  world: SyncWorld,
  customerOf: (ref: ExternalRef) => Promise<CustomerEntry | null>,
  caller: SyncCaller,
): Promise<SyncRequest> {
  const field = ['input', 'subscriptionKey'];
  const target = world.planTarget(to, caller.asking);
  if (target === null) throw refusal('UNSUPPORTED', 'No system with price plans is switched on.');
  const found = await world.sold(subscriptionKey, from, caller.asking);
  if (found === null) throw refusal('NOT_FOUND', `There is no subscription ${subscriptionKey}.`, field);
  requireAccess(caller, found.key, target.key);
  const { number, owner } = found.sold;
  const customer = await customerOf({ ...owner, system: found.key });
  const requestFor = (account: string): SyncRequest => ({
    kind: 'SUBSCRIPTION',
    subject: { subscriptionKey: number, accountId: account, from: found.key, to: target.key },
    customerId: customer?.id ?? null,
    writerKey: customer?.id ?? `${target.key} account ${account}`,
    requestedBy: caller.id,
  });
  if (accountId) return requestFor(accountId);
  const known = (customer && planAccountsOf(target, customer)) ?? [];
  const [only] = known;
  if (only === undefined) {
    const message = `The customer of ${number} has no account for price plans: make and link one, or name it in accountId.`;
    throw refusal('NOT_LINKED', message, field);
  }
  if (known.length > 1) {
    const message = `The customer of ${number} has ${known.length} accounts (${known.join(', ')}): name one in accountId.`;
    throw refusal('CONFLICT', message, ['input', 'accountId']);
  }
  return requestFor(only);
}
