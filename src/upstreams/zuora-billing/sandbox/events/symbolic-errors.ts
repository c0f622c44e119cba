import { Refusal } from '../../../sandbox-kit/definition.js';

/** The reference shows MissingRequiredField and ObjectNotFound; it names no others. */
const STATUSES = {
  MissingRequiredField: 400,
  InvalidValue: 400,
  DuplicateName: 400,
  LimitExceeded: 400,
  ObjectNotFound: 404,
} as const;

/** Events and notifications have codes in words and real statuses, whatever the `Zuora-Version`. */
export function refuseSymbolic(code: keyof typeof STATUSES, message: string): Refusal {
  return new Refusal({ status: STATUSES[code], body: { reasons: [{ code, message }] } });
}

export function requireFields(body: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  for (const name of names) {
    const value = body[name];
    if (value === undefined || value === null || value === '') {
      throw refuseSymbolic('MissingRequiredField', `${name} is missing`);
    }
  }
}

export function objectIn(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw refuseSymbolic('InvalidValue', `${what} must be an object`);
}

export function refuseLongText(
  body: Readonly<Record<string, unknown>>,
  limits: Readonly<Record<string, number>>,
): void {
  for (const [name, limit] of Object.entries(limits)) {
    const value = body[name];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') throw refuseSymbolic('InvalidValue', `${name} must be a text`);
    if (value.length > limit) throw refuseSymbolic('InvalidValue', `${name} must have ${limit} characters at most`);
  }
}
