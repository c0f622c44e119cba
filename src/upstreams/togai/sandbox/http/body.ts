import { badRequest } from './refusals.js';

type Body = Readonly<Record<string, unknown>>;

/** Togai takes no fields that it does not know. */
export function knownOnly(body: Body, names: readonly string[], where = 'body'): void {
  const unknown = Object.keys(body).find((name) => !names.includes(name));
  if (unknown !== undefined) throw badRequest(`Unrecognized field "${unknown}" in ${where}`);
}

/** A text that has to be there, of up to `most` characters. */
export function text(body: Body, name: string, most: number): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw badRequest(`${name} is required`);
  if (value.length > most) throw badRequest(`${name} must not be longer than ${most} characters`);
  return value;
}

export function optionalText(body: Body, name: string, most: number): string | undefined {
  return body[name] === undefined ? undefined : text(body, name, most);
}

export function object(body: Body, name: string): Body | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Body;
  throw badRequest(`${name} must be an object`);
}

export function list(body: Body, name: string, most: number): readonly Body[] {
  const value = body[name];
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'object' || one === null)) {
    throw badRequest(`${name} must be a list of objects`);
  }
  if (value.length > most) throw badRequest(`${name} must not hold more than ${most}`);
  return value as Body[];
}

export function texts(body: Body, name: string, most: number): readonly string[] {
  const value = body[name] ?? [];
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string' || one === '' || one.length > 50)) {
    throw badRequest(`${name} must be a list of texts of up to 50 characters`);
  }
  if (value.length > most) throw badRequest(`${name} must not hold more than ${most}`);
  return value as string[];
}

/** What of `names` is there, for a change of some fields. */
export function given<N extends string>(body: Body, names: readonly N[]): Partial<Record<N, never>> {
  return Object.fromEntries(
    names.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]),
  ) as never;
}
