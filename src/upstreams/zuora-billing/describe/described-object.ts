import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import type { ZuoraClient } from '../client.js';
import type { QueryOptions } from '../object-query.js';

/** Names of custom fields end in `__c`, those of installed packages in `__NS` or `__QT`. */
export const CUSTOM_FIELD = /__(c|NS|QT)$/;

/** An object as a tenant has it, with its own fields. */
export interface ZuoraDescribedObject {
  readonly name: string;
  readonly label: string;
  readonly fields: readonly ZuoraDescribedField[];
}

/** Of what Zuora calls legacy information, null where an answer does not have it. */
export interface ZuoraDescribedField {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly required: boolean | null;
  readonly createable: boolean | null;
  readonly updateable: boolean | null;
  readonly filterable: boolean | null;
  readonly selectable: boolean | null;
  readonly custom: boolean;
  readonly maxLength: number | null;
  readonly options: readonly string[];
  readonly contexts: readonly string[];
}

// Values stay text: a label may well be "007". With htmlEntities it reads numbered characters, too: &#39;.
const XML = new XMLParser({
  parseTagValue: false,
  ignoreAttributes: true,
  htmlEntities: true,
  isArray: (name) => LISTS.has(name),
});
const LISTS: ReadonlySet<string> = new Set(['field', 'option', 'context']);

const text = z.string().nullish();
const flag = text.transform((value) => (value === 'true' ? true : value === 'false' ? false : null));
/** An element without anything in it is an empty text. */
const listIn = <T extends z.ZodType>(name: string, item: T) =>
  z.preprocess(
    (list) => (typeof list === 'object' && list !== null && name in list ? list[name as keyof typeof list] : []),
    z.array(item),
  );

const Field = z
  .object({
    name: z.string().min(1),
    label: text,
    type: text,
    required: flag,
    createable: flag,
    updateable: flag,
    filterable: flag,
    selectable: flag,
    custom: flag,
    maxlength: text,
    options: listIn('option', z.string()),
    contexts: listIn('context', z.string()),
  })
  .transform(
    ({ label, type, maxlength, custom, ...field }): ZuoraDescribedField => ({
      ...field,
      label: label || field.name,
      type: type || 'unknown',
      custom: custom ?? CUSTOM_FIELD.test(field.name),
      maxLength: maxlength && /^\d+$/.test(maxlength) ? Number(maxlength) : null,
    }),
  );

const Description = z
  .object({ object: z.object({ name: z.string().min(1), label: text, fields: listIn('field', Field) }) })
  .transform(({ object: { name, label, fields } }): ZuoraDescribedObject => ({ name, label: label || name, fields }));

const DescribeAnswer = z
  .string()
  .transform((xml, context) => {
    try {
      return XML.parse(xml, true) as unknown;
    } catch (error) {
      context.issues.push({ code: 'custom', message: `no XML: ${(error as Error).message}`, input: xml });
      return z.NEVER;
    }
  })
  .pipe(Description);

/**
 * What a tenant says of an object, its custom fields included. The answer is XML, whatever is asked for.
 * https://developer.zuora.com/v1-api-reference/api/operation/GET_Describe/
 */
export function describeObject(
  client: ZuoraClient,
  object: string,
  options: QueryOptions,
): Promise<ZuoraDescribedObject> {
  return client.read({
    operation: 'GET_Describe',
    path: `/v1/describe/${encodeURIComponent(object)}`,
    schema: DescribeAnswer,
    ...options,
  });
}
