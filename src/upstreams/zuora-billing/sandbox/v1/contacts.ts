import type { ZuoraRecord } from '../state/record.js';

const text = (value: ZuoraRecord[string]) => value ?? '';
const orNull = (value: ZuoraRecord[string]) => value ?? null;

/** The contact inside an account summary or a subscription; null where the account has none. */
export function shortContact(contact: ZuoraRecord | undefined) {
  if (!contact) return null;
  return {
    address1: text(contact.address1),
    address2: text(contact.address2),
    city: text(contact.city),
    country: orNull(contact.country),
    county: orNull(contact.county),
    fax: text(contact.fax),
    firstName: text(contact.firstName),
    id: contact.id,
    lastName: text(contact.lastName),
    state: text(contact.state),
    taxRegion: orNull(contact.taxRegion),
    workEmail: text(contact.workEmail),
    workPhone: text(contact.workPhone),
    // Named postalCode in Object Query.
    zipCode: text(contact.postalCode),
  };
}

export function fullContact(contact: ZuoraRecord | undefined) {
  if (!contact) return null;
  return {
    ...shortContact(contact),
    homePhone: text(contact.homePhone),
    mobilePhone: text(contact.mobilePhone),
    nickname: text(contact.nickName),
    otherPhone: text(contact.otherPhone),
    otherPhoneType: orNull(contact.otherPhoneType),
    personalEmail: text(contact.personalEmail),
  };
}
