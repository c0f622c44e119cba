import { refusal } from '../../kernel/refusal.js';
import { type ConnectionKey, systemOf } from '../connections/key.js';
import { requireAccess, type SyncCaller } from '../syncs/caller.js';
import type { KnownCustomers } from '../syncs/customers/known-customers.js';
import type { SyncRequest } from '../syncs/desk.js';
import type { InvoiceForm } from '../syncs/subjects.js';
import { COMPARED_KINDS, type ComparedKind } from './model.js';

export interface ReconciliationAsked {
  /** The gateway's id; all that are linked without it. */
  readonly customer?: string | null | undefined;
  readonly kinds?: readonly ComparedKind[] | null | undefined;
  /** What invoices become in the other system: without it they are not compared. */
  readonly invoicesAs?: InvoiceForm | null | undefined;
  readonly from: ConnectionKey;
  readonly to: ConnectionKey;
  /** Whether what differs is brought into step, too. */
  readonly apply: boolean;
}

/** @throws Refusal */
export async function reconciliationRequest(
  { customer = null, kinds, invoicesAs = null, from, to, apply }: ReconciliationAsked,
  customers: KnownCustomers,
  caller: SyncCaller,
): Promise<SyncRequest> {
  if (systemOf(from) === systemOf(to)) {
    throw refusal('INVALID', 'Name two connections, to different systems.', ['input', 'to']);
  }
  requireAccess(caller, from, to);
  if (customer !== null && (await customers.byId(customer)) === null) {
    throw refusal('NOT_FOUND', `There is no customer ${customer}.`, ['input', 'customer']);
  }
  const possible = COMPARED_KINDS.filter((kind) => kind !== 'INVOICE' || invoicesAs !== null);
  const compared = kinds?.length ? COMPARED_KINDS.filter((kind) => kinds.includes(kind)) : possible;
  if (compared.includes('INVOICE') && invoicesAs === null) {
    throw refusal('INVALID', 'Say what invoices become, to have them compared.', ['input', 'invoicesAs']);
  }
  return {
    kind: 'RECONCILIATION',
    subject: { customer, kinds: compared, invoicesAs, apply, from, to },
    customerId: customer,
    // It changes nothing itself: its parts have keys of their own.
    writerKey: null,
    requestedBy: caller.id,
  };
}
