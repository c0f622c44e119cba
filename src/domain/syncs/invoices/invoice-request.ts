import { refusal } from '../../../kernel/refusal.js';
import type { ConnectionKey } from '../../connections/key.js';
import type { CustomerEntry } from '../../customers/model.js';
import type { ExternalRef } from '../../identity/model.js';
import { accountInTheBooks } from '../bookings.js';
import { requireAccess, type SyncCaller } from '../caller.js';
import type { SyncRequest } from '../desk.js';
import type { SyncWorld } from '../ports.js';
import type { InvoiceForm } from '../subjects.js';

export interface InvoiceAsked {
  /** As its system knows it. */
  readonly invoiceId: string;
  readonly as?: InvoiceForm | null | undefined;
  /** Connections; without them the first that can. */
  readonly from?: ConnectionKey | null | undefined;
  readonly to?: ConnectionKey | null | undefined;
}

export const INVOICE_FIELD = ['input', 'invoiceId'];

/**
 * On which account an invoice is booked: that of the customer whose account it was issued to.
 * @throws Refusal
 */
export async function invoiceRequest(
  { invoiceId, as, from = null, to = null }: InvoiceAsked,
  world: SyncWorld,
  customerOf: (ref: ExternalRef) => Promise<CustomerEntry | null>,
  caller: SyncCaller,
): Promise<SyncRequest> {
  const source = world.invoiceSource(from, caller.asking);
  if (source === null) throw refusal('UNSUPPORTED', 'No system that issues invoices is switched on.');
  const target = world.invoiceTarget(to, caller.asking);
  if (target === null) throw refusal('UNSUPPORTED', 'No system that books invoices is switched on.');
  requireAccess(caller, source.key, target.key);
  const invoice = await source.end.invoice(invoiceId);
  if (invoice === null) throw noSuchInvoice(invoiceId);
  if (invoice.account === null) {
    throw refusal('NOT_LINKED', `The invoice ${invoice.id} does not say whose it is.`, INVOICE_FIELD);
  }
  const owned = { what: `invoice ${invoice.id}`, field: INVOICE_FIELD, account: invoice.account };
  const { customerId, accountId } = await accountInTheBooks(
    { ...owned, from: source.key, to: target.key },
    (customer) => target.end.accountOf(customer),
    customerOf,
  );
  return {
    kind: 'INVOICE',
    subject: { invoiceId: invoice.id, accountId, as: as ?? 'INVOICE', from: source.key, to: target.key },
    customerId,
    writerKey: customerId,
    requestedBy: caller.id,
  };
}

export const noSuchInvoice = (id: string) => refusal('NOT_FOUND', `There is no invoice ${id}.`, INVOICE_FIELD);
