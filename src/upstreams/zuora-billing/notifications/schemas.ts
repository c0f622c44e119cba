import { z } from 'zod';
import { globalId } from '../../../schema-kit/global-id.js';
import { CALLOUT_TEMPLATE_PREFIX, EMAIL_TEMPLATE_PREFIX, NOTIFICATION_DEFINITION_PREFIX } from '../names.js';
import { Flag, Text, Whole } from '../schemas/wire.js';
import {
  CALLOUT_METHODS,
  type CalloutAuthentication,
  type CalloutTemplate,
  type EmailTemplate,
  ENCODINGS,
  HMAC_ALGORITHMS,
  HMAC_FORMATS,
  type NotificationDefinition,
  RECIPIENTS,
  SENDERS,
} from './model.js';
import { openAddress } from './secrets.js';

// Secrets are not named here, so that they end at the wire.

const oneOf = <const T extends string>(values: readonly T[]) =>
  z
    .string()
    .nullish()
    .transform((value): T | 'UNKNOWN' | null => (value ? (values.find((one) => one === value) ?? 'UNKNOWN') : null));

/** `2024-06-17T04:07:13.000 UTC` in samples, ISO 8601 by the reference. */
const Utc = z
  .string()
  .nullish()
  .transform((value) => {
    const at = value ? Date.parse(value.replace(/ ?UTC$/, 'Z')) : Number.NaN;
    return Number.isNaN(at) ? null : new Date(at).toISOString();
  });

const Address = Text.transform((value) => (value === null ? null : openAddress(value)));
const Texts = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((values) =>
    values ? Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value ?? '')])) : null,
  );

const row = {
  id: z.string(),
  name: z.string(),
  description: Text,
  active: Flag,
  createdBy: Text,
  createdOn: Utc,
  updatedBy: Text,
  updatedOn: Utc,
};
const event = { eventTypeName: Text, eventTypeNamespace: Text, eventCategory: Whole };
const receiver = {
  calloutBaseurl: Address,
  httpMethod: oneOf(CALLOUT_METHODS),
  calloutRetry: Flag,
  calloutParams: Texts,
  requiredAuth: Flag,
  requiredOauth2: Flag,
  oauth2ProviderId: Text,
  calloutAuth: z.object({ preemptive: Flag }).nullish(),
};

/** https://developer.zuora.com/v1-api-reference/api/operation/getCalloutTemplate/ */
export const CalloutTemplateRow = z
  .object({
    ...row,
    ...event,
    ...receiver,
    contentType: Text,
    calloutHeaders: Texts,
    useCustomRequestBody: Flag,
    customRequestBody: Text,
    certificate: Text,
    hmacAlgorithm: oneOf(HMAC_ALGORITHMS),
    hmacOutputFormat: oneOf(HMAC_FORMATS),
    hmacData: Text,
    hmacKey: Text,
    hmacValue: Text,
  })
  .transform(
    (wire): CalloutTemplate => ({
      ...namesOf(CALLOUT_TEMPLATE_PREFIX, wire),
      ...stampsOf(wire),
      ...eventOf(wire),
      ...receiverOf(wire),
      contentType: wire.contentType,
      headerNames: Object.keys(wire.calloutHeaders ?? {}),
      customRequestBody: wire.useCustomRequestBody ? wire.customRequestBody : null,
      signature:
        wire.hmacAlgorithm === null && wire.hmacKey === null
          ? null
          : {
              algorithm: wire.hmacAlgorithm,
              outputFormat: wire.hmacOutputFormat,
              data: wire.hmacData,
              headerName: wire.hmacKey,
              headerValue: wire.hmacValue,
            },
      hasCertificate: wire.certificate !== null,
    }),
  );

/** https://developer.zuora.com/v1-api-reference/api/operation/GET_Get_Email_Template/ */
export const EmailTemplateRow = z
  .object({
    ...row,
    ...event,
    emailSubject: Text,
    emailBody: Text,
    isHtml: Flag,
    encodingType: oneOf(ENCODINGS),
    fromEmailType: oneOf(SENDERS),
    fromEmailAddress: Text,
    fromName: Text,
    replyToEmailType: oneOf(SENDERS),
    replyToEmailAddress: Text,
    toEmailType: oneOf(RECIPIENTS),
    toEmailAddress: Text,
    ccEmailType: oneOf(RECIPIENTS),
    ccEmailAddress: Text,
    bccEmailAddress: Text,
  })
  .transform(
    (wire): EmailTemplate => ({
      ...namesOf(EMAIL_TEMPLATE_PREFIX, wire),
      ...stampsOf(wire),
      ...eventOf(wire),
      subject: wire.emailSubject,
      body: wire.emailBody,
      isHtml: wire.isHtml ?? false,
      encoding: wire.encodingType,
      from: wire.fromEmailType,
      fromAddress: wire.fromEmailAddress,
      fromName: wire.fromName,
      replyTo: wire.replyToEmailType,
      replyToAddress: wire.replyToEmailAddress,
      to: wire.toEmailType,
      toAddress: wire.toEmailAddress,
      cc: wire.ccEmailType,
      ccAddress: wire.ccEmailAddress,
      bccAddress: wire.bccEmailAddress,
    }),
  );

const Callout = z.object({ name: Text, description: Text, active: Flag, ...receiver });
const FilterRule = z.object({
  condition: Text,
  description: Text,
  parameters: z.record(z.string(), z.unknown()).nullish(),
});

/** https://developer.zuora.com/v1-api-reference/api/operation/GET_Get_Notification_Definition/ */
export const NotificationDefinitionRow = z
  .object({
    ...row,
    eventTypeName: Text,
    eventTypeNamespace: Text,
    communicationProfileId: Text,
    associatedAccount: Text,
    calloutActive: Flag,
    calloutTemplateIds: z.array(z.string()).nullish(),
    callout: Callout.nullish(),
    emailActive: Flag,
    emailTemplateId: Text,
    filterRule: FilterRule.nullish(),
    filterRuleParams: Texts,
  })
  .transform(
    ({ callout, filterRule, ...wire }): NotificationDefinition => ({
      ...namesOf(NOTIFICATION_DEFINITION_PREFIX, wire),
      ...stampsOf(wire),
      eventTypeName: wire.eventTypeName,
      eventTypeNamespace: wire.eventTypeNamespace,
      communicationProfileId: wire.communicationProfileId,
      associatedAccount: wire.associatedAccount,
      calloutActive: wire.calloutActive ?? false,
      calloutTemplateIds: wire.calloutTemplateIds ?? [],
      callout: callout
        ? {
            name: callout.name,
            description: callout.description,
            active: callout.active ?? true,
            ...receiverOf(callout),
          }
        : null,
      emailActive: wire.emailActive ?? false,
      emailTemplateId: wire.emailTemplateId,
      filterRule: filterRule ? { ...filterRule, parameters: filterRule.parameters ?? null } : null,
      filterRuleParameters: wire.filterRuleParams,
    }),
  );

interface Row {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly active: boolean | null;
}

const namesOf = (prefix: string, { id, name, description, active }: Row) => ({
  id: globalId(prefix, id),
  zuoraId: id,
  name,
  description,
  active: active ?? true,
});

interface Stamped {
  readonly createdBy: string | null;
  readonly createdOn: string | null;
  readonly updatedBy: string | null;
  readonly updatedOn: string | null;
}

const stampsOf = ({ createdBy, createdOn, updatedBy, updatedOn }: Stamped) => ({
  createdBy,
  createdAt: createdOn,
  updatedBy,
  updatedAt: updatedOn,
});

interface OfEvent {
  readonly eventTypeName: string | null;
  readonly eventTypeNamespace: string | null;
  readonly eventCategory: number | null;
}

const eventOf = ({ eventTypeName, eventTypeNamespace, eventCategory }: OfEvent) => ({
  eventTypeName,
  eventTypeNamespace,
  eventCategory,
});

function receiverOf(wire: z.output<z.ZodObject<typeof receiver>>) {
  return {
    url: wire.calloutBaseurl,
    method: wire.httpMethod,
    retried: wire.calloutRetry ?? true,
    parameters: wire.calloutParams,
    authentication: authenticationOf(wire),
  };
}

function authenticationOf(wire: z.output<z.ZodObject<typeof receiver>>): CalloutAuthentication {
  const kind = wire.requiredOauth2 ? 'OAUTH2' : wire.requiredAuth ? 'BASIC' : 'NONE';
  const preemptive = kind === 'BASIC' ? (wire.calloutAuth?.preemptive ?? false) : null;
  return { kind, preemptive, oauth2ProviderId: wire.oauth2ProviderId };
}
