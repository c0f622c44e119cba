import { isCurrency, isPayable, money } from '../../../kernel/money.js';
import { refusal } from '../../../kernel/refusal.js';
import { type BookingTrace, idsMade, requireNotGone } from '../bookings.js';
import type { SyncWorld } from '../ports.js';
import type { Procedure, Work } from '../procedure.js';
import type { CreditSubject } from '../subjects.js';
import { CREDIT_FIELD, noSuchCredit } from './credit-request.js';
import type { BookedCredit, CreditBooking, GrantedCredit } from './ports.js';

/** Books a credit of one system in another, once: what is booked is found by its reference before anything is. */
export function creditProcedure(world: SyncWorld): Procedure {
  return {
    async look({ subject, steps }, asking): Promise<Work> {
      const { creditId, accountId, from, to } = subject as CreditSubject;
      const source = world.creditSource(from, asking)?.end;
      const target = world.creditTarget(to, asking)?.end;
      if (!source || !target) throw refusal('UNSUPPORTED', `${source ? to : from} is not open, or has no credits.`);
      const credit = await source.credit(creditId);
      if (credit === null) throw noSuchCredit(creditId);
      const day = credit.effectiveFrom ?? credit.grantedAt?.slice(0, 10);
      if (!day)
        throw refusal('UNSUPPORTED', `The credit ${credit.id} does not say since when it counts.`, CREDIT_FIELD);
      const trace = { accountId, reference: `${from} credit ${credit.id}`, since: credit.grantedAt, day };
      const booked = await target.booked({ ...trace, known: idsMade(steps) });
      if (booked === null) requireUsable(credit);
      else requireUnchanged(credit, booked);
      const booking = bookingOf(credit, trace);
      const left = await target.stepsFor(booking, booked);
      requireNotGone(left, steps);
      return { left, carryOut: async (step) => ({ after: await target.carryOut(booking, step) }) };
    },
  };
}

function requireUsable({ id, state, stateText }: GrantedCredit): void {
  if (state === 'USABLE') return;
  const why = {
    USED_UP: 'was used up where it was granted: nothing of it is left to be booked',
    EXPIRED: 'has expired: grant a new one, if the customer is to have it',
    WITHDRAWN: 'was voided: grant a new one, if the customer is to have it',
    UNKNOWN: `is ${stateText ?? 'in no state'}, and nobody here knows what that means`,
  }[state];
  throw refusal('CONFLICT', `The credit ${id} ${why}.`, CREDIT_FIELD);
}

/** What is in the books is reported, and never rewritten. */
function requireUnchanged({ id, state }: GrantedCredit, { name, isInForce }: BookedCredit): void {
  if (state === 'WITHDRAWN' && isInForce) {
    const message = `The credit ${id} was voided after it was booked as ${name}: cancel or reverse that by hand.`;
    throw refusal('CONFLICT', message, CREDIT_FIELD);
  }
  if (state !== 'WITHDRAWN' && !isInForce) {
    const message = `The credit ${id} was booked as ${name}, which somebody has cancelled: void the credit, too, or book it by hand.`;
    throw refusal('CONFLICT', message, CREDIT_FIELD);
  }
}

function bookingOf(
  { id, amount, unit, purpose }: GrantedCredit,
  trace: Omit<BookingTrace, 'known'> & { readonly day: string },
): CreditBooking {
  const wrong = (message: string) => refusal('UNSUPPORTED', `The credit ${id} ${message}`, CREDIT_FIELD);
  if (amount === null || unit === null) throw wrong('has no amount, or nothing that it is an amount of.');
  if (!isCurrency(unit)) throw wrong(`is in ${unit}, which is no currency: only money can be booked.`);
  const value = money(amount, unit);
  if (!isPayable(value)) throw wrong(`is of ${amount} ${unit}, which has more digits than ${unit} has coins for.`);
  return { ...trace, money: value, purpose };
}
