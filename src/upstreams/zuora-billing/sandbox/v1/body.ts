import type { FastifyRequest } from 'fastify';
import { CATEGORY, refuseV1 } from '../access/errors.js';
import type { FieldValue } from '../state/record.js';

export type Body = Readonly<Record<string, unknown>>;

/** The JSON object that a write came with. Throws the refusal of one that came with something else. */
export function bodyOf(request: FastifyRequest): Body {
  const { body } = request;
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Body;
  throw refuseV1(request, CATEGORY.malformed, 'Request body must be a JSON object.');
}

/** Throws unless every one of `names` has a value. */
export function require(request: FastifyRequest, body: Body, names: readonly string[], where = ''): void {
  for (const name of names) {
    const value = body[name];
    if (value === undefined || value === null || value === '') {
      throw refuseV1(request, CATEGORY.missingField, `Missing required value: ${where}${name}`);
    }
  }
}

export function refuseLong(request: FastifyRequest, body: Body, limits: Readonly<Record<string, number>>): void {
  for (const [name, limit] of Object.entries(limits)) {
    const value = body[name];
    if (typeof value === 'string' && value.length > limit) {
      throw refuseV1(request, CATEGORY.invalidValue, `The length of '${name}' must not exceed ${limit}.`);
    }
  }
}

const CUSTOM_FIELD = /__(c|NS|QT)$/;

/** The named and the custom fields that the body has, as a record keeps them: an empty text is no value. */
export function fieldsOf(body: Body, names: Readonly<Record<string, string>>): Record<string, FieldValue> {
  const kept: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(body)) {
    const field = CUSTOM_FIELD.test(name) ? name : names[name];
    if (field !== undefined) kept[field] = value === '' ? null : (value as FieldValue);
  }
  return kept;
}
