import { refusal } from '../../kernel/refusal.js';
import type { ConnectionKey } from '../connections/key.js';
import { seenFrom } from '../connections/view.js';
import type { CustomerEntry } from '../customers/model.js';
import type { ExternalRef } from '../identity/model.js';
import { isSameStep, type SyncStep, type TargetStep } from './model.js';

/** What is looked for in a system that books what another one issued. */
export interface BookingTrace {
  /** The account in the books. */
  readonly accountId: string;
  /** Names what is booked, for ever and in one way: it is written down with whatever is booked for it. */
  readonly reference: string;
  /** Nothing was booked for it before this instant, ISO 8601; null where that is not known. */
  readonly since: string | null;
  /** Ids that earlier steps of the run have noted. */
  readonly known: readonly string[];
}

interface Owned {
  /** For example `credit creds.1`. */
  readonly what: string;
  readonly field: readonly string[];
  /** The account that it is for, in the system that it comes from. */
  readonly account: { readonly kind: string; readonly value: string };
  readonly from: ConnectionKey;
  readonly to: ConnectionKey;
}

/**
 * The account that somebody's credits and invoices are booked on: that of the customer whom the links give it.
 * @throws Refusal
 */
export async function accountInTheBooks(
  { what, field, account, from, to }: Owned,
  accountOf: (customer: CustomerEntry) => string | null,
  customerOf: (ref: ExternalRef) => Promise<CustomerEntry | null>,
): Promise<{ readonly customerId: string; readonly accountId: string }> {
  const customer = await customerOf({ ...account, system: from });
  if (customer === null) {
    const message = `The account ${account.value} of the ${what} is of no customer that is known here: ask for it once (customer by externalId), or let discovery read ${from}.`;
    throw refusal('NOT_LINKED', message, field);
  }
  const accountId = accountOf(seenFrom(customer, to));
  if (accountId === null) {
    const message = `The customer ${customer.id} of the ${what} has no account in ${to}: make and link one (customerSync), then ask again.`;
    throw refusal('NOT_LINKED', message, field);
  }
  return { customerId: customer.id, accountId };
}

/** The ids of what the steps of a run have made. */
export function idsMade(steps: readonly SyncStep[]): string[] {
  return steps.flatMap(({ status, after }) => {
    const id = (after as { id?: unknown } | null)?.id;
    return status === 'DONE' && typeof id === 'string' ? [id] : [];
  });
}

/**
 * What was done and is gone is not done again: somebody took it away.
 * @throws Refusal
 */
export function requireNotGone(left: readonly TargetStep[], noted: readonly SyncStep[]): void {
  const gone = left.find((step) => noted.some((one) => one.status === 'DONE' && isSameStep(one, step)));
  if (!gone) return;
  const message = `${gone.name}: it was made, and is not there any more. If it is to be made again, ask for the sync anew.`;
  throw refusal('CONFLICT', message);
}
