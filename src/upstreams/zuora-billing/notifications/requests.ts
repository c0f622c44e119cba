import type { CalloutTemplateCreate, CalloutTemplateUpdate } from './callout-template-inputs.js';
import type { NotificationDefinitionCreate, NotificationDefinitionUpdate } from './definition-inputs.js';
import type { EmailTemplateCreate, EmailTemplateUpdate } from './email-template-inputs.js';
import { isMasked } from './secrets.js';

export type Request = Record<string, unknown>;

/** What is left out is not sent; null empties, and is an empty text on the wire. */
export function calloutTemplateRequest(input: CalloutTemplateCreate | CalloutTemplateUpdate): Request {
  const { customRequestBody, signature, headers } = input;
  return {
    ...given({
      ...('eventTypeName' in input && { eventTypeName: input.eventTypeName }),
      ...('eventCategory' in input && { eventCategory: input.eventCategory }),
      ...('eventTypeNamespace' in input && { eventTypeNamespace: input.eventTypeNamespace }),
      name: input.name,
      active: input.active,
      certificate: input.certificate,
      calloutHeaders: headers,
      hmacAlgorithm: signature?.algorithm,
      hmacOutputFormat: signature?.outputFormat,
      hmacSecret: signature?.secret,
      hmacData: signature?.data,
      hmacKey: signature?.headerName,
      hmacValue: signature?.headerValue,
    }),
    ...text('description', input.description),
    ...receiverRequest(input),
    ...(customRequestBody != null && {
      useCustomRequestBody: true,
      customRequestBody,
      contentType: 'APPLICATION_JSON',
    }),
    ...(customRequestBody === null && { useCustomRequestBody: false }),
  };
}

const TEMPLATE_FIELDS = [
  'active',
  'calloutBaseurl',
  'calloutHeaders',
  'calloutParams',
  'calloutRetry',
  'certificate',
  'customRequestBody',
  'description',
  'eventCategory',
  'eventTypeName',
  'eventTypeNamespace',
  'hmacAlgorithm',
  'hmacData',
  'hmacKey',
  'hmacOutputFormat',
  'hmacSecret',
  'hmacValue',
  'httpMethod',
  'name',
  'useCustomRequestBody',
  'requiredAuth',
  'requiredOauth2',
  'oauth2ProviderId',
  'calloutAuth',
  'contentType',
] as const;

/**
 * A template as it is with what changes: a PUT of one has to name everything that it needs, and the reference does not say
 * what becomes of the rest. What it signed in with is not sent back when it signs in no more.
 */
export function changedTemplate(current: Readonly<Record<string, unknown>>, changes: Request): Request {
  const request = { ...asItIs(current), ...changes };
  if (request.requiredAuth === false) delete request.calloutAuth;
  if (request.requiredOauth2 === false) delete request.oauth2ProviderId;
  return request;
}

/** A secret that is shown masked is not sent back as its mask. */
function asItIs(current: Readonly<Record<string, unknown>>): Request {
  const sent = given(Object.fromEntries(TEMPLATE_FIELDS.map((name) => [name, current[name]])));
  const secrets = typeof sent.calloutAuth === 'object' ? Object.values(sent.calloutAuth ?? {}) : [];
  if (secrets.some(isMasked)) delete sent.calloutAuth;
  for (const name of ['hmacSecret', 'certificate']) if (isMasked(sent[name])) delete sent[name];
  const headers = sent.calloutHeaders;
  if (typeof headers === 'object' && headers !== null && Object.values(headers).some(isMasked))
    delete sent.calloutHeaders;
  return sent;
}

export function emailTemplateRequest(input: EmailTemplateCreate | EmailTemplateUpdate): Request {
  return {
    ...given({
      ...('eventTypeName' in input && { eventTypeName: input.eventTypeName }),
      ...('eventCategory' in input && { eventCategory: input.eventCategory }),
      ...('eventTypeNamespace' in input && { eventTypeNamespace: input.eventTypeNamespace }),
      name: input.name,
      active: input.active,
      emailSubject: input.subject,
      emailBody: input.body,
      isHtml: input.isHtml,
      encodingType: input.encoding,
      fromEmailType: input.from,
      replyToEmailType: input.replyTo,
      toEmailType: input.to,
      ccEmailType: input.cc,
    }),
    ...text('description', input.description),
    ...text('fromEmailAddress', input.fromAddress),
    ...text('fromName', input.fromName),
    ...text('replyToEmailAddress', input.replyToAddress),
    ...text('toEmailAddress', input.toAddress),
    ...text('ccEmailAddress', input.ccAddress),
    ...text('bccEmailAddress', input.bccAddress),
  };
}

/** `eventTypeName`: what the definition is for; its callout has to name the same. */
export function definitionRequest(
  input: NotificationDefinitionCreate | NotificationDefinitionUpdate,
  eventTypeName: string | null,
): Request {
  const { callout, filterRule } = input;
  return {
    ...given({
      ...('eventTypeName' in input && { eventTypeName: input.eventTypeName }),
      ...('eventTypeNamespace' in input && { eventTypeNamespace: input.eventTypeNamespace }),
      name: input.name,
      active: input.active,
      communicationProfileId: input.communicationProfileId,
      associatedAccount: input.associatedAccount,
      calloutActive: input.calloutActive,
      calloutTemplateIds: input.calloutTemplateIds,
      emailActive: input.emailActive,
      emailTemplateId: input.emailTemplateId,
      filterRuleParams: input.filterRuleParameters,
      callout: callout && {
        ...given({ name: callout.name, active: callout.active, eventTypeName }),
        ...text('description', callout.description),
        ...receiverRequest(callout),
      },
      filterRule:
        filterRule &&
        given({
          // Of a changed one the reference asks for it, of a new one it does not know it.
          eventTypeName: 'eventTypeName' in input ? null : eventTypeName,
          condition: filterRule.condition,
          description: filterRule.description,
          parameters: filterRule.parameters ?? {},
        }),
    }),
    ...text('description', input.description),
  };
}

type Receiver = Pick<
  CalloutTemplateUpdate,
  'url' | 'method' | 'retried' | 'parameters' | 'basicAuthentication' | 'oauth2ProviderId'
>;

function receiverRequest({
  url,
  method,
  retried,
  parameters,
  basicAuthentication,
  oauth2ProviderId,
}: Receiver): Request {
  const basic = basicAuthentication && { requiredAuth: true, calloutAuth: given({ ...basicAuthentication }) };
  return {
    ...given({ calloutBaseurl: url, httpMethod: method, calloutRetry: retried, calloutParams: parameters }),
    ...(basicAuthentication === null && { requiredAuth: false }),
    ...(oauth2ProviderId === null && { requiredOauth2: false }),
    ...(basic && { ...basic, requiredOauth2: false }),
    ...(oauth2ProviderId && { requiredOauth2: true, oauth2ProviderId, requiredAuth: false }),
  };
}

function text(name: string, value: string | null | undefined): Request {
  return value === undefined ? {} : { [name]: value ?? '' };
}

function given(fields: Request): Request {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}
