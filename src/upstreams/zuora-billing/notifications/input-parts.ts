import { z } from 'zod';
import { parseCondition } from '../events/condition/parse.js';
import { NotJexl } from '../events/condition/syntax.js';

const longest = (most: number) => `must not be longer than ${most.toLocaleString('en-US')} characters`;

export const required = (most: number) => z.string().trim().min(1, 'must not be empty').max(most, longest(most));
export const optional = (most: number) => z.string().max(most, longest(most)).nullish();
export const name = required(255);
export const description = optional(255);
export const namespace = z.enum(['user.notification', 'com.zuora.notification']).nullish();

/** One of Zuora's words: what is UNKNOWN can be read, and not chosen. */
export const choice = <const T extends string>(values: readonly T[]) =>
  z.custom<T>((value) => values.some((one) => one === value), 'cannot be chosen');

/** Names and texts, as JSON. */
export const texts = z.record(z.string(), z.string(), 'must be an object of texts');

/** https://developer.zuora.com/v1-api-reference/api/operation/createCalloutTemplate/ Other ports are not called. */
export const address = z
  .string()
  .max(1_000, longest(1_000))
  .check(({ value, issues }) => {
    const complain = (message: string) => issues.push({ code: 'custom', message, input: value });
    if (!URL.canParse(value)) {
      complain('is no address');
      return;
    }
    const { protocol, port, username, password } = new URL(value);
    if (protocol !== 'https:') complain('has to begin with https://');
    if (port !== '') complain('cannot name a port: Zuora calls port 443');
    if (username !== '' || password !== '') complain('cannot hold credentials: give them as basicAuthentication');
  });

export const basic = z.object({
  username: required(255),
  password: required(255),
  domain: optional(255),
  preemptive: z.boolean().nullish(),
});

/** Refuses both ways of authentication at once. */
export function oneWayIn({
  value,
  issues,
}: {
  value: { basicAuthentication?: unknown; oauth2ProviderId?: unknown };
  issues: { push(issue: object): unknown };
}): void {
  if (value.basicAuthentication == null || value.oauth2ProviderId == null) return;
  const message = 'cannot be combined with basicAuthentication';
  issues.push({ code: 'custom', message, path: ['oauth2ProviderId'], input: value.oauth2ProviderId, continue: true });
}

/** Refuses anything but one of an event's name and the number of a standard one. */
export function oneEvent({
  value,
  issues,
}: {
  value: { eventTypeName?: unknown; eventCategory?: unknown };
  issues: { push(issue: object): unknown };
}): void {
  const given = [value.eventTypeName, value.eventCategory].filter((one) => one != null);
  if (given.length === 1) return;
  const message =
    given.length === 0
      ? 'has to be given, or eventCategory for a standard event'
      : 'cannot be combined with eventCategory: it is for one event';
  issues.push({ code: 'custom', message, path: ['eventTypeName'], input: value.eventTypeName, continue: true });
}

/** A filter rule reads what the event and its data source bring along: only its syntax can be told. */
export const jexl = z.string().check(({ value, issues }) => {
  try {
    parseCondition(value);
  } catch (error) {
    if (!(error instanceof NotJexl)) throw error;
    issues.push({ code: 'custom', message: `is no JEXL expression: it ${error.message}`, input: value });
  }
});

export const anyChange = (input: object): boolean => Object.values(input).some((value) => value !== undefined);
export const NOTHING = 'There is nothing to change.';
