import type { FastifyRequest } from 'fastify';
import { CATEGORY, refuseV1 } from '../access/errors.js';
import type { RecordEditor } from '../state/editor.js';
import type { ZuoraRecord } from '../state/record.js';
import { type Body, fieldsOf, refuseLong, require } from '../v1/body.js';

// The names of v1, and what Object Query calls the same.
export const CONTACT_FIELDS: Readonly<Record<string, string>> = {
  address1: 'address1',
  address2: 'address2',
  city: 'city',
  contactDescription: 'description',
  country: 'country',
  county: 'county',
  fax: 'fax',
  firstName: 'firstName',
  homePhone: 'homePhone',
  lastName: 'lastName',
  mobilePhone: 'mobilePhone',
  nickname: 'nickName',
  otherPhone: 'otherPhone',
  otherPhoneType: 'otherPhoneType',
  personalEmail: 'personalEmail',
  state: 'state',
  taxRegion: 'taxRegion',
  workEmail: 'workEmail',
  workPhone: 'workPhone',
  zipCode: 'postalCode',
};
export const EMPTY_CONTACT = Object.fromEntries(Object.values(CONTACT_FIELDS).map((field) => [field, null]));
const LIMITS = { address1: 255, address2: 255, city: 40, country: 64, firstName: 100, lastName: 100, zipCode: 20 };

export function contactFields(request: FastifyRequest, body: Body) {
  refuseLong(request, body, LIMITS);
  for (const name of ['workEmail', 'personalEmail']) {
    const email = body[name];
    if (typeof email === 'string' && email !== '' && !email.includes('@')) {
      throw refuseV1(request, CATEGORY.invalidValue, `${name} is not a valid email address.`);
    }
  }
  return fieldsOf(body, CONTACT_FIELDS);
}

export function checkContact(request: FastifyRequest, body: Body, where = ''): void {
  require(request, body, ['firstName', 'lastName'], where);
  contactFields(request, body);
}

export function addContact(request: FastifyRequest, edit: RecordEditor, accountId: string, body: Body): ZuoraRecord {
  checkContact(request, body);
  return edit.add('contact', { ...EMPTY_CONTACT, ...contactFields(request, body), accountId });
}

/** The answer of https://developer.zuora.com/v1-api-reference/api/operation/GET_Contact/ */
export function contactBody(contact: ZuoraRecord, account: ZuoraRecord | undefined) {
  const shown = Object.entries(CONTACT_FIELDS).map(([name, field]) => [name, contact[field] ?? null]);
  return {
    id: contact.id,
    accountId: contact.accountId,
    accountNumber: account?.accountNumber ?? null,
    ...Object.fromEntries(shown),
    success: true,
  };
}
