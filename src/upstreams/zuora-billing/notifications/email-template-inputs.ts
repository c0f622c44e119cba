import { z } from 'zod';
import {
  anyChange,
  choice,
  description,
  NOTHING,
  name,
  namespace,
  oneEvent,
  optional,
  required,
} from './input-parts.js';
import { ENCODINGS, RECIPIENTS, SENDERS } from './model.js';

const subject = required(1_000);
const body = required(500_000);
const fields = {
  description,
  active: z.boolean().nullish(),
  isHtml: z.boolean().nullish(),
  encoding: choice(ENCODINGS).nullish(),
  fromAddress: optional(255),
  fromName: optional(50),
  replyTo: choice(SENDERS).nullish(),
  replyToAddress: optional(255),
  toAddress: optional(1_000),
  cc: choice(RECIPIENTS).nullish(),
  ccAddress: optional(1_000),
  bccAddress: optional(255),
};

interface Addresses {
  readonly from?: string | null | undefined;
  readonly fromAddress?: string | null | undefined;
  readonly replyTo?: string | null | undefined;
  readonly replyToAddress?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly toAddress?: string | null | undefined;
}

/** Who asks for a specific address has to name it. */
function addressesNamed({ value, issues }: { value: Addresses; issues: { push(issue: object): unknown } }): void {
  const wanted = [
    [value.from === 'SpecificEmail', 'fromAddress'],
    [value.replyTo === 'SpecificEmail', 'replyToAddress'],
    [value.to === 'SpecificEmails', 'toAddress'],
  ] as const;
  for (const [needed, path] of wanted) {
    if (needed && !value[path]) {
      issues.push({
        code: 'custom',
        message: 'has to be given for a specific address',
        path: [path],
        input: value[path],
      });
    }
  }
}

/** https://developer.zuora.com/v1-api-reference/api/operation/POST_Create_Email_Template/ */
export const EmailTemplateCreate = z
  .object({
    ...fields,
    name,
    subject,
    body,
    from: choice(SENDERS),
    to: choice(RECIPIENTS),
    eventTypeName: optional(200),
    eventTypeNamespace: namespace,
    eventCategory: z.int().nullish(),
  })
  .check(oneEvent, addressesNamed);
export type EmailTemplateCreate = z.infer<typeof EmailTemplateCreate>;

/** https://developer.zuora.com/v1-api-reference/api/operation/PUT_Update_Email_Template/ */
export const EmailTemplateUpdate = z
  .object({
    ...fields,
    name: name.nullish(),
    subject: subject.nullish(),
    body: body.nullish(),
    from: choice(SENDERS).nullish(),
    to: choice(RECIPIENTS).nullish(),
  })
  .check(addressesNamed)
  .refine(anyChange, NOTHING);
export type EmailTemplateUpdate = z.infer<typeof EmailTemplateUpdate>;
