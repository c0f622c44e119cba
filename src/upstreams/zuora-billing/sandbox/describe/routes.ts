import type { FastifyInstance } from 'fastify';
import { OBJECT_FIELDS } from '../object-query/fields.js';
import { typeOf } from '../object-query/values.js';
import type { RecordKind } from '../state/record.js';
import { factsOf } from './field-facts.js';

const TYPES = { text: 'text', number: 'decimal', boolean: 'boolean', date: 'date', time: 'datetime' } as const;

/** The fields of an object as XML. https://developer.zuora.com/v1-api-reference/api/operation/GET_Describe/ */
export function describeRoutes(app: FastifyInstance): void {
  app.get<{ Params: { object: string } }>('/v1/describe/:object', async (request, reply) => {
    const { object } = request.params;
    const kind = (Object.keys(OBJECT_FIELDS) as RecordKind[]).find((one) => soapName(one) === object);
    reply.type('text/xml; charset=utf-8');
    if (kind) return describe(object, kind);
    reply.code(404);
    return document('<errors><error>Invalid object</error></errors>');
  });
}

function describe(name: string, kind: RecordKind): string {
  const fields = OBJECT_FIELDS[kind].map((field) => element('field', describeField(kind, field)));
  const object = element('name', name) + element('label', labelOf(name)) + element('fields', fields.join(''));
  return document(element('object', object));
}

function describeField(kind: RecordKind, field: string): string {
  const { required, computed, filterable, maxLength, options } = factsOf(kind, field);
  const type = options.length > 0 ? 'picklist' : TYPES[typeOf(field)];
  const parts: (readonly [name: string, content: string])[] = [
    ['name', soapName(field)],
    ['label', labelOf(field)],
    ['selectable', 'true'],
    ['createable', String(!computed)],
    ['updateable', String(!computed)],
    ['filterable', String(filterable)],
    ['custom', String(CUSTOM_FIELD.test(field))],
    ['maxlength', type === 'text' || type === 'picklist' ? String(maxLength) : ''],
    ['required', String(required)],
    ['type', type],
    ...(options.length > 0
      ? [['options', options.map((option) => element('option', escaped(option))).join('')] as const]
      : []),
    ['contexts', element('context', 'soap') + element('context', 'export')],
  ];
  return parts.map(([name, content]) => element(name, content)).join('');
}

const CUSTOM_FIELD = /__(c|NS|QT)$/;

const element = (name: string, content: string) => `<${name}>${content}</${name}>`;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const document = (content: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${content}`;

function soapName(field: string): string {
  return field.charAt(0).toUpperCase() + field.slice(1);
}

function labelOf(field: string): string {
  return soapName(field.replace(/__\w+$/, '')).replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');
}
