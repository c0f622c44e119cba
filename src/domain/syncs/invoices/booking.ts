import { isCurrency, isLess, isPayable, money } from '../../../kernel/money.js';
import { type Problem, Refusal, refusal } from '../../../kernel/refusal.js';
import type { InvoiceForm } from '../subjects.js';
import { INVOICE_FIELD } from './invoice-request.js';
import { fingerprintOf, linesOf } from './lines.js';
import type { InvoiceBooking, InvoiceSource, InvoiceTrace, IssuedInvoice, MeteredUse, UsageBooking } from './ports.js';

/**
 * What an invoice comes to in the books; null if that is nothing.
 * @throws Refusal for what cannot be booked, before anything is.
 */
export async function bookingOf(
  as: InvoiceForm,
  invoice: IssuedInvoice,
  trace: Omit<InvoiceTrace, 'known'>,
  source: InvoiceSource,
): Promise<InvoiceBooking | null> {
  const { id, total, currency } = invoice;
  const wrong = (message: string) => refusal('UNSUPPORTED', `The invoice ${id} ${message}`, INVOICE_FIELD);
  if (currency === null || !isCurrency(currency)) throw wrong(`is in ${currency ?? 'nothing'}, which is no currency.`);
  if (as !== 'INVOICE') {
    const records = recordsOf(
      await source.meteredUses(invoice, as === 'USAGE_REVENUE' ? 'REVENUE' : 'QUANTITY'),
      as,
      trace.reference,
    );
    return records.length === 0 ? null : { ...trace, currency, as: 'USAGE', records };
  }
  const { number, dueDay, whole } = invoice;
  const value = money(total, currency);
  if (value.amount === '0') return null;
  if (isLess(total, '0')) throw wrong(`comes to ${total} ${currency}: that is a credit, and no invoice to be paid.`);
  if (!isPayable(value))
    throw wrong(`is of ${total} ${currency}, which has more digits than ${currency} has coins for.`);
  const line = { description: null, quantity: null, unitPrice: null, isItem: false, parts: [] };
  // What the lines come to is what is billed; where they do not say the total, it is the total.
  const lines = linesOf(whole?.amount === value.amount ? whole : { ...line, amount: value.amount }, currency);
  const fingerprint = fingerprintOf(invoice, lines);
  return { ...trace, currency, as, number, dueDay, total: value, lines, fingerprint };
}

/** One record for each meter of which something was used. */
function recordsOf(uses: readonly MeteredUse[], as: InvoiceForm, reference: string): UsageBooking[] {
  const isMoney = as === 'USAGE_REVENUE';
  const problems: Problem[] = [];
  const records = uses.flatMap((use): UsageBooking[] => {
    const { meterId, meter, subscription, charge } = use;
    const quantity = isMoney ? use.revenue : use.quantity;
    const complain = (message: string) => {
      problems.push({ code: 'UNSUPPORTED', message: `${meter}: ${message}`, field: INVOICE_FIELD });
      return [];
    };
    if (quantity === null)
      return complain(`the invoice does not say ${isMoney ? 'what it cost' : 'how much was used'}.`);
    if (isLess(quantity, '0')) return complain(`${quantity} is less than nothing, which no usage can be.`);
    if (quantity === '0') return [];
    if (charge === null) return complain('its usage meter has no setting that says on which charge it is billed.');
    return [{ key: `${reference} meter ${meterId}`, meter, quantity, subscription, charge, isMoney }];
  });
  if (problems.length > 0) throw new Refusal(problems);
  return records;
}
