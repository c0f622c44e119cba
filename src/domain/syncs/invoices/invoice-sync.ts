import { refusal } from '../../../kernel/refusal.js';
import { idsMade, requireNotGone } from '../bookings.js';
import type { SyncWorld } from '../ports.js';
import type { Procedure, Work } from '../procedure.js';
import type { InvoiceSubject } from '../subjects.js';
import { bookingOf } from './booking.js';
import { INVOICE_FIELD, noSuchInvoice } from './invoice-request.js';
import type { BookedInvoice, InvoiceBooking, InvoiceTrace, IssuedInvoice } from './ports.js';

/** Books an invoice of one system in another, once: what is booked is found by its reference before anything is. */
export function invoiceProcedure(world: SyncWorld): Procedure {
  return {
    async look({ subject, steps }, asking): Promise<Work> {
      const { invoiceId, accountId, as, from, to } = subject as InvoiceSubject;
      const source = world.invoiceSource(from, asking)?.end;
      const target = world.invoiceTarget(to, asking)?.end;
      if (!source || !target) throw refusal('UNSUPPORTED', `${source ? to : from} is not open, or has no invoices.`);
      const invoice = await source.invoice(invoiceId);
      if (invoice === null) throw noSuchInvoice(invoiceId);
      const trace = traceOf(invoice, accountId, `${from} invoice ${invoice.id}`);
      const booked = await target.booked({ ...trace, known: idsMade(steps) });
      requireBilled(invoice, booked);
      const booking = await bookingOf(as, invoice, trace, source);
      // Nothing to pay is nothing to book.
      if (booking === null) return { left: [], carryOut: async () => undefined };
      requireSame(invoice, booking, booked);
      const left = await target.stepsFor(booking, booked);
      requireNotGone(left, steps);
      return { left, carryOut: async (step) => ({ after: await target.carryOut(booking, step) }) };
    },
  };
}

function traceOf(invoice: IssuedInvoice, accountId: string, reference: string): Omit<InvoiceTrace, 'known'> {
  const { id, day, startsAt, endsAt } = invoice;
  const first = startsAt ?? endsAt;
  if (day === null || first === null) throw refusal('UNSUPPORTED', `The invoice ${id} has no day.`, INVOICE_FIELD);
  return { accountId, reference, since: null, day, startsAt: first, endsAt: endsAt ?? first };
}

const UNBILLED = {
  DRAFT: 'is a draft: it can be booked when it is issued',
  VOID: 'is void',
  MERGED: 'became part of another invoice: book that one',
  REFUNDED: 'was paid back, or is about to be',
  NO_INVOICE: 'is an order or another thing that is not billed',
  UNKNOWN: 'is in a state that nobody here knows',
} as const;

/** @throws Refusal for an invoice that is not to be paid. What is in the books for it is reported, and never rewritten. */
function requireBilled({ id, state, stateText }: IssuedInvoice, booked: readonly BookedInvoice[]): void {
  if (state === 'BILLED') return;
  const why = `The invoice ${id} ${UNBILLED[state]} (${stateText})`;
  const there = namesOf(booked.filter(({ isInForce }) => isInForce));
  const message = there === '' ? `${why}.` : `${why}, after it was booked as ${there}: take that back by hand.`;
  throw refusal('CONFLICT', message, INVOICE_FIELD);
}

/** @throws Refusal where the books have something else than what would be booked. */
function requireSame({ id }: IssuedInvoice, booking: InvoiceBooking, booked: readonly BookedInvoice[]): void {
  const conflict = (message: string) => refusal('CONFLICT', `The invoice ${id} ${message}`, INVOICE_FIELD);
  const others = booked.filter(({ as, isInForce }) => as !== booking.as && isInForce);
  if (others.length > 0) {
    throw conflict(`is booked in another way, as ${namesOf(others)}: it must not be billed twice.`);
  }
  const same = booked.filter(({ as }) => as === booking.as);
  const cancelled = same.filter(({ isInForce }) => !isInForce);
  if (cancelled.length > 0) {
    throw conflict(`was booked as ${namesOf(cancelled)}, which somebody has cancelled or reversed: book it by hand.`);
  }
  const changed = same.filter((one) => !isStill(one, booking));
  if (changed.length === 0) return;
  throw conflict(
    `has changed since it was booked as ${namesOf(changed)}, which is never rewritten: correct the difference there by hand.`,
  );
}

function isStill({ mark, quantity }: BookedInvoice, booking: InvoiceBooking): boolean {
  // Without a mark it is known by its id alone, from the notes of the run that made it.
  if (booking.as === 'INVOICE') return mark === null || mark === booking.fingerprint;
  const wanted = booking.records.find(({ key }) => key === mark);
  return wanted !== undefined && wanted.quantity === quantity;
}

const namesOf = (booked: readonly BookedInvoice[]) => booked.map(({ name }) => name).join(', ');
