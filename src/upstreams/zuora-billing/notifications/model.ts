/** Values are Zuora's own words; UNKNOWN is one that came after this gateway. */
export const CALLOUT_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type CalloutMethod = (typeof CALLOUT_METHODS)[number] | 'UNKNOWN';

export const HMAC_ALGORITHMS = ['MD5', 'SHA-1', 'SHA-224', 'SHA-256', 'SHA-384', 'SHA-512'] as const;
export type HmacAlgorithm = (typeof HMAC_ALGORITHMS)[number] | 'UNKNOWN';

export const HMAC_FORMATS = ['BASE64', 'HEX'] as const;
export type HmacFormat = (typeof HMAC_FORMATS)[number] | 'UNKNOWN';

export const SENDERS = ['TenantEmail', 'RunOwner', 'SpecificEmail'] as const;
export type EmailSender = (typeof SENDERS)[number] | 'UNKNOWN';

export const RECIPIENTS = [
  'BillToContact',
  'SoldToContact',
  'SpecificEmails',
  'TenantAdmin',
  'BillToAndSoldToContacts',
  'RunOwner',
  'AllContacts',
  'InvoiceOwnerBillToContact',
  'InvoiceOwnerSoldToContact',
  'InvoiceOwnerBillToAndSoldToContacts',
  'InvoiceOwnerAllContacts',
] as const;
export type EmailRecipient = (typeof RECIPIENTS)[number] | 'UNKNOWN';

export const ENCODINGS = ['UTF8', 'Shift_JIS', 'ISO_2022_JP', 'EUC_JP', 'X_SJIS_0213'] as const;
export type EmailEncoding = (typeof ENCODINGS)[number] | 'UNKNOWN';

export type CalloutAuthenticationKind = 'NONE' | 'BASIC' | 'OAUTH2';

/** How a receiver is convinced of who calls; never with what. */
export interface CalloutAuthentication {
  readonly kind: CalloutAuthenticationKind;
  readonly preemptive: boolean | null;
  readonly oauth2ProviderId: string | null;
}

/** The recipe of the signature; the secret stays in Zuora. */
export interface CalloutSignature {
  readonly algorithm: HmacAlgorithm | null;
  readonly outputFormat: HmacFormat | null;
  readonly data: string | null;
  readonly headerName: string | null;
  readonly headerValue: string | null;
}

interface Stamps {
  readonly createdBy: string | null;
  readonly createdAt: string | null;
  readonly updatedBy: string | null;
  readonly updatedAt: string | null;
}

/** What a template is for: an event by its name, or a standard one by its number. */
interface ForEvent {
  readonly eventTypeName: string | null;
  readonly eventTypeNamespace: string | null;
  readonly eventCategory: number | null;
}

type Texts = Readonly<Record<string, string>>;

export interface CalloutTemplate extends Stamps, ForEvent {
  readonly id: string;
  readonly zuoraId: string;
  readonly name: string;
  readonly description: string | null;
  readonly active: boolean;
  readonly url: string | null;
  readonly method: CalloutMethod | null;
  readonly retried: boolean;
  readonly contentType: string | null;
  readonly parameters: Texts | null;
  readonly headerNames: readonly string[];
  readonly customRequestBody: string | null;
  readonly authentication: CalloutAuthentication;
  readonly signature: CalloutSignature | null;
  readonly hasCertificate: boolean;
}

export interface EmailTemplate extends Stamps, ForEvent {
  readonly id: string;
  readonly zuoraId: string;
  readonly name: string;
  readonly description: string | null;
  readonly active: boolean;
  readonly subject: string | null;
  readonly body: string | null;
  readonly isHtml: boolean;
  readonly encoding: EmailEncoding | null;
  readonly from: EmailSender | null;
  readonly fromAddress: string | null;
  readonly fromName: string | null;
  readonly replyTo: EmailSender | null;
  readonly replyToAddress: string | null;
  readonly to: EmailRecipient | null;
  readonly toAddress: string | null;
  readonly cc: EmailRecipient | null;
  readonly ccAddress: string | null;
  readonly bccAddress: string | null;
}

/** A callout that belongs to one definition alone. */
export interface InlineCallout {
  readonly name: string | null;
  readonly description: string | null;
  readonly active: boolean;
  readonly url: string | null;
  readonly method: CalloutMethod | null;
  readonly retried: boolean;
  readonly parameters: Texts | null;
  readonly authentication: CalloutAuthentication;
}

export interface NotificationFilterRule {
  readonly condition: string | null;
  readonly description: string | null;
  readonly parameters: Readonly<Record<string, unknown>> | null;
}

export interface NotificationDefinition extends Stamps {
  readonly id: string;
  readonly zuoraId: string;
  readonly name: string;
  readonly description: string | null;
  readonly active: boolean;
  readonly eventTypeName: string | null;
  readonly eventTypeNamespace: string | null;
  readonly communicationProfileId: string | null;
  readonly associatedAccount: string | null;
  readonly calloutActive: boolean;
  readonly calloutTemplateIds: readonly string[];
  readonly callout: InlineCallout | null;
  readonly emailActive: boolean;
  readonly emailTemplateId: string | null;
  readonly filterRule: NotificationFilterRule | null;
  readonly filterRuleParameters: Texts | null;
}
