import { registerEnumType } from 'type-graphql';
import type {
  CalloutAuthenticationKind,
  CalloutMethod,
  EmailEncoding,
  EmailRecipient,
  EmailSender,
  HmacAlgorithm,
  HmacFormat,
} from '../../notifications/model.js';

// The values are Zuora's own words, so that they go to it and come from it as they are.

const UNKNOWN = { description: 'One that this gateway does not know; it cannot be chosen.' };

export const ZuoraCalloutMethodEnum: Record<CalloutMethod, CalloutMethod> = {
  GET: 'GET',
  POST: 'POST',
  PUT: 'PUT',
  PATCH: 'PATCH',
  DELETE: 'DELETE',
  UNKNOWN: 'UNKNOWN',
};
registerEnumType(ZuoraCalloutMethodEnum, {
  name: 'ZuoraCalloutMethod',
  description: 'How a callout is sent.',
  valuesConfig: {
    GET: { description: 'With parameters in the address.' },
    POST: { description: 'With a body.' },
    PUT: { description: 'With a body.' },
    PATCH: { description: 'With a body; callout templates only.' },
    DELETE: { description: 'Without a body.' },
    UNKNOWN,
  },
});

export const ZuoraHmacAlgorithmEnum = {
  MD5: 'MD5',
  SHA_1: 'SHA-1',
  SHA_224: 'SHA-224',
  SHA_256: 'SHA-256',
  SHA_384: 'SHA-384',
  SHA_512: 'SHA-512',
  UNKNOWN: 'UNKNOWN',
} as const satisfies Record<string, HmacAlgorithm>;
registerEnumType(ZuoraHmacAlgorithmEnum, {
  name: 'ZuoraHmacAlgorithm',
  description: 'The hash function that a callout is signed with.',
  valuesConfig: {
    MD5: { description: 'Broken; for receivers that know nothing else.' },
    SHA_1: { description: 'Old; for receivers that know nothing else.' },
    SHA_224: { description: '224 bits.' },
    SHA_256: { description: '256 bits.' },
    SHA_384: { description: '384 bits.' },
    SHA_512: { description: '512 bits.' },
    UNKNOWN,
  },
});

export const ZuoraHmacFormatEnum: Record<HmacFormat, HmacFormat> = { BASE64: 'BASE64', HEX: 'HEX', UNKNOWN: 'UNKNOWN' };
registerEnumType(ZuoraHmacFormatEnum, {
  name: 'ZuoraHmacFormat',
  description: 'How the signature of a callout is written.',
  valuesConfig: {
    BASE64: { description: 'Base64.' },
    HEX: { description: 'Hexadecimal digits.' },
    UNKNOWN,
  },
});

export const ZuoraCalloutAuthenticationKindEnum: Record<CalloutAuthenticationKind, CalloutAuthenticationKind> = {
  NONE: 'NONE',
  BASIC: 'BASIC',
  OAUTH2: 'OAUTH2',
};
registerEnumType(ZuoraCalloutAuthenticationKindEnum, {
  name: 'ZuoraCalloutAuthenticationKind',
  description: 'How a callout signs in at its receiver. A signature may come on top.',
  valuesConfig: {
    NONE: { description: 'Not at all.' },
    BASIC: { description: 'User name and password, by Basic or NTLM.' },
    OAUTH2: { description: 'A token of an OAuth 2.0 provider that is configured in Zuora.' },
  },
});

export const ZuoraEmailSenderEnum = {
  TENANT_EMAIL: 'TenantEmail',
  RUN_OWNER: 'RunOwner',
  SPECIFIC_EMAIL: 'SpecificEmail',
  UNKNOWN: 'UNKNOWN',
} as const satisfies Record<string, EmailSender>;
registerEnumType(ZuoraEmailSenderEnum, {
  name: 'ZuoraEmailSender',
  description: 'Whose address an email bears.',
  valuesConfig: {
    TENANT_EMAIL: { description: 'That of the tenant.' },
    RUN_OWNER: { description: 'That of the user who started the run.' },
    SPECIFIC_EMAIL: { description: 'The one that is named beside it.' },
    UNKNOWN,
  },
});

export const ZuoraEmailRecipientEnum = {
  BILL_TO_CONTACT: 'BillToContact',
  SOLD_TO_CONTACT: 'SoldToContact',
  SPECIFIC_EMAILS: 'SpecificEmails',
  TENANT_ADMIN: 'TenantAdmin',
  BILL_TO_AND_SOLD_TO_CONTACTS: 'BillToAndSoldToContacts',
  RUN_OWNER: 'RunOwner',
  ALL_CONTACTS: 'AllContacts',
  INVOICE_OWNER_BILL_TO_CONTACT: 'InvoiceOwnerBillToContact',
  INVOICE_OWNER_SOLD_TO_CONTACT: 'InvoiceOwnerSoldToContact',
  INVOICE_OWNER_BILL_TO_AND_SOLD_TO_CONTACTS: 'InvoiceOwnerBillToAndSoldToContacts',
  INVOICE_OWNER_ALL_CONTACTS: 'InvoiceOwnerAllContacts',
  UNKNOWN: 'UNKNOWN',
} as const satisfies Record<string, EmailRecipient>;
registerEnumType(ZuoraEmailRecipientEnum, {
  name: 'ZuoraEmailRecipient',
  description: 'Who gets an email.',
  valuesConfig: {
    BILL_TO_CONTACT: { description: 'The contact that is billed.' },
    SOLD_TO_CONTACT: { description: 'The contact that something was sold to.' },
    SPECIFIC_EMAILS: { description: 'The addresses that are named beside it.' },
    TENANT_ADMIN: { description: 'The administrators of the tenant.' },
    BILL_TO_AND_SOLD_TO_CONTACTS: { description: 'Both of these contacts.' },
    RUN_OWNER: { description: 'The user who started the run.' },
    ALL_CONTACTS: { description: 'All contacts of the account.' },
    INVOICE_OWNER_BILL_TO_CONTACT: { description: 'The billed contact of the account that is invoiced.' },
    INVOICE_OWNER_SOLD_TO_CONTACT: { description: 'The sold-to contact of the account that is invoiced.' },
    INVOICE_OWNER_BILL_TO_AND_SOLD_TO_CONTACTS: {
      description: 'Both of these contacts of the account that is invoiced.',
    },
    INVOICE_OWNER_ALL_CONTACTS: { description: 'All contacts of the account that is invoiced.' },
    UNKNOWN,
  },
});

export const ZuoraEmailEncodingEnum = {
  UTF8: 'UTF8',
  SHIFT_JIS: 'Shift_JIS',
  ISO_2022_JP: 'ISO_2022_JP',
  EUC_JP: 'EUC_JP',
  X_SJIS_0213: 'X_SJIS_0213',
  UNKNOWN: 'UNKNOWN',
} as const satisfies Record<string, EmailEncoding>;
registerEnumType(ZuoraEmailEncodingEnum, {
  name: 'ZuoraEmailEncoding',
  description: 'How the body of an email is encoded.',
  valuesConfig: {
    UTF8: { description: 'Unicode.' },
    SHIFT_JIS: { description: 'Japanese, Shift_JIS.' },
    ISO_2022_JP: { description: 'Japanese, ISO-2022-JP.' },
    EUC_JP: { description: 'Japanese, EUC-JP.' },
    X_SJIS_0213: { description: 'Japanese, Shift_JIS with JIS X 0213.' },
    UNKNOWN,
  },
});
