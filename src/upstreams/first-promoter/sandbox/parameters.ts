import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../sandbox-kit/definition.js';

export interface Parameters {
  readonly email: string | null;
  readonly uid: string | null;
  text(name: string): string | null;
}

export const refuse = (status: number, body: unknown) => new Refusal({ status, body });

/** v2 takes JSON. */
export function jsonParameters({ body }: FastifyRequest): Parameters {
  if (typeof body !== 'object' || body === null || body instanceof URLSearchParams) {
    throw refuse(400, { message: 'Error. The body must be JSON.' });
  }
  const values = body as Record<string, unknown>;
  return parameters((name) => {
    const value = values[name];
    return value === undefined || value === null ? null : String(value);
  });
}

/** v1 takes parameters, in the address or as a form, and no JSON. */
export function formParameters({ body, url }: FastifyRequest): Parameters {
  const query = new URL(url, 'http://sandbox').searchParams;
  const form = body instanceof URLSearchParams ? body : new URLSearchParams();
  return parameters((name) => form.get(name) ?? query.get(name));
}

function parameters(text: (name: string) => string | null): Parameters {
  const [email, uid] = [text('email') || null, text('uid') || null];
  if (email === null && uid === null) throw refuse(400, { message: 'Error. Email and uid can not be blank!' });
  return { email, uid, text };
}

/** Cents: a whole number above nothing. */
export function amountOf(asked: Parameters): number {
  const amount = asked.text('amount');
  if (amount === null || !/^[1-9]\d*$/.test(amount)) throw refuse(400, { message: 'Error. Amount blank or invalid.' });
  return Number(amount);
}

export function eventIdOf(asked: Parameters): string {
  const eventId = asked.text('event_id');
  if (!eventId) throw refuse(400, { message: 'Error. Event id can not be blank!' });
  return eventId;
}
