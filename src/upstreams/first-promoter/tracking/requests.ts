import { refusal } from '../../../kernel/refusal.js';
import type { EventFields } from '../client.js';
import type { FirstPromoterSettings } from '../config.js';
import type { RefundInput, SaleInput, SignupInput } from './inputs.js';
import { toCents } from './mapping.js';

/** The person as the tracking API knows them. */
export interface Person {
  readonly email: string | null;
  readonly uid: string | null;
}

export function signupFields(input: SignupInput, person: Person): EventFields {
  const { visitorId, promoterRefId, ip, signedUpAt, skipEmailNotification } = input;
  return given({
    ...person,
    tid: visitorId,
    ref_id: promoterRefId,
    ip,
    created_at: signedUpAt,
    skip_email_notification: skipEmailNotification,
  });
}

export function saleFields(input: SaleInput, person: Person, settings: FirstPromoterSettings): EventFields {
  const { eventId, amount, plan, quantity, mrr, promoCode, visitorId, promoterRefId, skipEmailNotification } = input;
  return given({
    ...person,
    event_id: eventId,
    amount: centsOf(amount, ['input', 'amount']),
    currency: currencyOf(amount.currency, settings),
    plan,
    quantity,
    // Text in the contract, where every other amount is a number.
    mrr: mrr && String(centsOf(mrr, ['input', 'mrr'])),
    promo_code: promoCode,
    tid: visitorId,
    ref_id: promoterRefId,
    skip_email_notification: skipEmailNotification,
  });
}

export function refundFields(input: RefundInput, person: Person, settings: FirstPromoterSettings): EventFields {
  const { eventId, saleEventId, amount, quantity, skipEmailNotification } = input;
  return given({
    ...person,
    event_id: eventId,
    sale_event_id: saleEventId,
    amount: String(centsOf(amount, ['input', 'amount'])),
    currency: currencyOf(amount.currency, settings),
    quantity: quantity && String(quantity),
    skip_email_notification: skipEmailNotification,
  });
}

export function cancellationFields(person: Person): EventFields {
  return given({ ...person });
}

function centsOf({ amount, currency }: { amount: string; currency: string }, field: string[]): number {
  const cents = toCents(amount, currency);
  if (cents !== null) return cents;
  throw refusal('INVALID', `${amount} ${currency} has more digits than FirstPromoter can take.`, [...field, 'amount']);
}

/** Only named where it is not the account's own. */
function currencyOf(currency: string, settings: FirstPromoterSettings): string | undefined {
  return currency === settings.currency ? undefined : currency;
}

function given(fields: Record<string, string | number | boolean | null | undefined>): EventFields {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string | number | boolean] => entry[1] != null),
  );
}
