import type { FastifyInstance } from 'fastify';
import { OBJECT_FIELDS } from '../object-query/fields.js';
import { typeOf } from '../object-query/values.js';
import type { RecordKind } from '../state/record.js';

const TYPES = { text: 'text', number: 'decimal', boolean: 'boolean', date: 'date', time: 'datetime' } as const;

/** The fields of an object as XML. https://developer.zuora.com/v1-api-reference/api/operation/GET_Describe/ */
export function describeRoutes(app: FastifyInstance): void {
  app.get<{ Params: { object: string } }>('/v1/describe/:object', async (request, reply) => {
    const { object } = request.params;
    const kind = (Object.keys(OBJECT_FIELDS) as RecordKind[]).find((one) => soapName(one) === object);
    reply.type('text/xml; charset=utf-8');
    if (kind) return describe(object, OBJECT_FIELDS[kind]);
    reply.code(404);
    return document('<errors><error>Invalid object</error></errors>');
  });
}

function describe(name: string, fields: readonly string[]): string {
  const described = fields.map(
    (field) =>
      `<field><name>${soapName(field)}</name><label>${labelOf(field)}</label><type>${TYPES[typeOf(field)]}</type>` +
      '<contexts><context>soap</context><context>export</context></contexts></field>',
  );
  return document(
    `<object><name>${name}</name><label>${labelOf(name)}</label><fields>${described.join('')}</fields></object>`,
  );
}

const document = (content: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${content}`;

function soapName(field: string): string {
  return field.charAt(0).toUpperCase() + field.slice(1);
}

function labelOf(field: string): string {
  return soapName(field.replace(/__\w+$/, '')).replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');
}
