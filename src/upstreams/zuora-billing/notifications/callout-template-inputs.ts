import { z } from 'zod';
import {
  address,
  anyChange,
  basic,
  choice,
  description,
  NOTHING,
  name,
  namespace,
  oneEvent,
  oneWayIn,
  optional,
  required,
  texts,
} from './input-parts.js';
import { CALLOUT_METHODS, HMAC_ALGORITHMS, HMAC_FORMATS } from './model.js';

const signature = z.object({
  algorithm: choice(HMAC_ALGORITHMS),
  outputFormat: choice(HMAC_FORMATS),
  secret: required(255),
  data: required(1_000),
  headerName: required(255),
  headerValue: required(1_000),
});

/** Blocks of merge fields make what is JSON only when they are filled in: those are Zuora's to read. */
const customBody = z
  .string()
  .min(1, 'must not be empty')
  .refine((body) => /\{\{[#^/]/.test(body) || isJson(body.replaceAll(/\{\{[^{}]*\}\}/g, '0')), 'has to be JSON');

const headers = texts.check(({ value, issues }) => {
  for (const one of Object.keys(value)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(one)) {
      issues.push({ code: 'custom', message: 'is no name of a header', path: [one], input: one });
    }
  }
});

const fields = {
  description,
  active: z.boolean().nullish(),
  method: choice(CALLOUT_METHODS).nullish(),
  retried: z.boolean().nullish(),
  parameters: texts.nullish(),
  headers: headers.nullish(),
  customRequestBody: customBody.nullish(),
  basicAuthentication: basic.nullish(),
  oauth2ProviderId: optional(255),
  signature: signature.nullish(),
  certificate: optional(20_000),
};

/** https://developer.zuora.com/v1-api-reference/api/operation/createCalloutTemplate/ */
export const CalloutTemplateCreate = z
  .object({
    ...fields,
    name,
    url: address,
    eventTypeName: optional(200),
    eventTypeNamespace: namespace,
    eventCategory: z.int().nullish(),
  })
  .check(oneEvent, oneWayIn);
export type CalloutTemplateCreate = z.infer<typeof CalloutTemplateCreate>;

/** https://developer.zuora.com/v1-api-reference/api/operation/updateCalloutTemplate/ */
export const CalloutTemplateUpdate = z
  .object({ ...fields, name: name.nullish(), url: address.nullish() })
  .check(oneWayIn)
  .refine(anyChange, NOTHING);
export type CalloutTemplateUpdate = z.infer<typeof CalloutTemplateUpdate>;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
