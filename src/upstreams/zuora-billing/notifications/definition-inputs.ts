import { z } from 'zod';
import {
  address,
  anyChange,
  basic,
  choice,
  description,
  jexl,
  NOTHING,
  name,
  namespace,
  oneWayIn,
  optional,
  required,
  texts,
} from './input-parts.js';

/** Fewer than callout templates take. */
const METHODS = ['GET', 'PUT', 'POST', 'DELETE'] as const;
const MOST_TEMPLATES = 100;

const callout = z
  .object({
    name: required(255),
    description,
    active: z.boolean().nullish(),
    url: address,
    method: choice(METHODS),
    retried: z.boolean().nullish(),
    parameters: texts.nullish(),
    basicAuthentication: basic.nullish(),
    oauth2ProviderId: optional(255),
  })
  .check(oneWayIn);

const filterRule = z.object({
  condition: jexl,
  description,
  parameters: z.record(z.string(), z.record(z.string(), z.unknown()), 'must be an object of parameters').nullish(),
});

const fields = {
  description,
  active: z.boolean().nullish(),
  communicationProfileId: optional(50),
  associatedAccount: optional(255),
  calloutActive: z.boolean().nullish(),
  calloutTemplateIds: z.array(z.string()).max(MOST_TEMPLATES, 'must not name more than 100').nullish(),
  callout: callout.nullish(),
  emailActive: z.boolean().nullish(),
  emailTemplateId: z.string().nullish(),
  filterRule: filterRule.nullish(),
  filterRuleParameters: texts.nullish(),
};

interface Callouts {
  readonly callout?: unknown;
  readonly calloutTemplateIds?: readonly string[] | null | undefined;
}

function oneKindOfCallout({ value, issues }: { value: Callouts; issues: { push(issue: object): unknown } }): void {
  if (value.callout == null || !value.calloutTemplateIds?.length) return;
  const message = 'cannot be combined with calloutTemplateIds';
  issues.push({ code: 'custom', message, path: ['callout'], input: value.callout, continue: true });
}

/** https://developer.zuora.com/v1-api-reference/api/operation/POST_Create_Notification_Definition/ */
export const NotificationDefinitionCreate = z
  .object({ ...fields, name, eventTypeName: required(200), eventTypeNamespace: namespace })
  .check(oneKindOfCallout, ({ value, issues }) => {
    const { calloutActive, callout: own, calloutTemplateIds, emailActive, emailTemplateId } = value;
    const called = own != null || Boolean(calloutTemplateIds?.length);
    const complain = (path: string[], message: string) => issues.push({ code: 'custom', message, path, input: value });
    if (emailActive && !emailTemplateId) complain(['emailTemplateId'], 'has to be given where emails go out');
    if (calloutActive && !called) complain(['calloutTemplateIds'], 'have to be given where callouts go out');
    if (!called && !emailTemplateId) complain([], 'A notification needs an email template or a callout.');
  });
export type NotificationDefinitionCreate = z.infer<typeof NotificationDefinitionCreate>;

/** https://developer.zuora.com/v1-api-reference/api/operation/PUT_Update_Notification_Definition/ */
export const NotificationDefinitionUpdate = z
  .object({ ...fields, name: name.nullish() })
  .check(oneKindOfCallout)
  .refine(anyChange, NOTHING);
export type NotificationDefinitionUpdate = z.infer<typeof NotificationDefinitionUpdate>;
