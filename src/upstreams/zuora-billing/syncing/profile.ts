import type { CustomerProfile, PostalAddress } from '../../../domain/syncs/customers/customer-end.js';
import type { ContactChanges } from '../accounts/inputs.js';
import type { ZuoraAccount, ZuoraContact } from '../model.js';
import { countryCode } from './countries.js';

const ON_RECEIPT = 'Due Upon Receipt';

export function profileOf({ name, currency, paymentTerm, billToContact }: ZuoraAccount): CustomerProfile {
  return {
    name,
    email: billToContact?.workEmail ?? billToContact?.personalEmail ?? null,
    address: addressOf(billToContact),
    currency,
    netTermDays: daysOf(paymentTerm),
  };
}

function addressOf(contact: ZuoraContact | null): PostalAddress {
  const { address1, address2, city, state, postalCode, country, workPhone } = contact ?? {};
  return {
    line1: address1 ?? null,
    line2: address2 ?? null,
    city: city ?? null,
    state: state ?? null,
    postalCode: postalCode ?? null,
    // A name that no country has says nothing elsewhere.
    country: country ? countryCode(country) : null,
    phone: workPhone ?? null,
  };
}

/** `Net 30` as 30; null for terms that are not a number of days. */
function daysOf(term: string | null): number | null {
  if (term === ON_RECEIPT) return 0;
  const [, days] = /^Net (\d+)$/i.exec(term ?? '') ?? [];
  return days === undefined ? null : Number(days);
}

export function termOf(days: number): string {
  return days === 0 ? ON_RECEIPT : `Net ${days}`;
}

/** The same address as fields of a contact; what is null is left out. */
export function contactFieldsOf(address: Partial<PostalAddress>): ContactChanges {
  const { line1, line2, city, state, postalCode, country, phone } = address;
  const fields = { address1: line1, address2: line2, city, state, postalCode, country, workPhone: phone };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}
