import type { PlannedCall } from '../../../../schema-kit/mutation.js';
import type { ZuoraInvoice } from '../../documents/model.js';
import type { Invoice } from '../../documents/schemas.js';
import type { ZuoraBillingSession } from '../../session.js';

export interface InvoiceAnswer {
  readonly invoice: ZuoraInvoice | null;
  readonly plan?: readonly PlannedCall[];
}

export function shownInvoice(session: ZuoraBillingSession, { id }: Invoice): Promise<ZuoraInvoice | null> {
  return session.documents.invoices.find(id);
}

/** The invoice as Zuora has it now, after everything that a change of it can have moved was forgotten. */
export async function changedInvoice(
  session: ZuoraBillingSession,
  { id, invoiceNumber: number, accountId }: Invoice,
): Promise<ZuoraInvoice | null> {
  const { invoices, invoiceItems, creditMemos } = session.documents;
  const account = await session.accounts.load(accountId);
  await Promise.all([
    invoices.changed({ id, number, accountId }),
    invoiceItems.drop(id),
    // Reversing and writing off make credit memos and apply them.
    creditMemos.changed({ accountId }),
    session.documents.creditMemoApplied(accountId),
    session.desk.accountChanged({ id: accountId, number: account?.accountNumber ?? null }),
  ]);
  return await invoices.find(id);
}
