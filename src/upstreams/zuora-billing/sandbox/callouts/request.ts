import { createHash, createHmac } from 'node:crypto';
import type { SandboxNotice } from '../notifications/notice-shelf.js';
import { filled } from './merge-fields.js';

/** A callout as it goes out, but for what is new on each try. */
export interface Callout {
  /** The same on every try: receivers know a repetition by it. */
  readonly notificationId: string;
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null where the receiver asks for none. `preemptive`: sent before it is asked for. */
  readonly basic: { readonly value: string; readonly preemptive: boolean } | null;
  readonly retried: boolean;
}

interface Auth {
  readonly username?: string;
  readonly password?: string;
  readonly preemptive?: boolean;
}

/** A template with its merge fields filled in. Null where its own body comes to no JSON: Zuora sends no such callout. */
export function calloutOf(
  template: SandboxNotice,
  notificationId: string,
  read: (name: string) => string | null,
): Callout | null {
  const inJson = (name: string) => {
    const value = read(name);
    return value === null ? null : JSON.stringify(value).slice(1, -1);
  };
  const body = template.useCustomRequestBody
    ? filled(textOf(template.customRequestBody), inJson)
    : JSON.stringify(filledIn(template.calloutParams, read));
  if (!isJson(body)) return null;
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'zuora-notification-id': notificationId,
    ...lowerCased(filledIn(template.calloutHeaders, read)),
  };
  const signature = signatureOf(template, { body, headers });
  if (signature) headers[signature.name] = signature.value;
  const auth = (template.requiredAuth ? template.calloutAuth : null) as Auth | null;
  return {
    ...{ notificationId, body, headers, retried: template.calloutRetry === true },
    method: String(template.httpMethod ?? 'POST'),
    url: filled(String(template.calloutBaseurl), read),
    basic: auth && {
      value: `Basic ${Buffer.from(`${auth.username ?? ''}:${auth.password ?? ''}`).toString('base64')}`,
      preemptive: auth.preemptive === true,
    },
  };
}

/** 32 hexadecimal digits, as Zuora's ids of notifications have. */
export function notificationIdOf(...parts: readonly string[]): string {
  return createHash('md5').update(parts.join('\0')).digest('hex');
}

function signatureOf(template: SandboxNotice, { body, headers }: { body: string; headers: Record<string, string> }) {
  const { hmacAlgorithm, hmacSecret, hmacKey, hmacValue, hmacData, hmacOutputFormat } = template;
  if (typeof hmacAlgorithm !== 'string' || typeof hmacSecret !== 'string' || typeof hmacKey !== 'string') return null;
  const requested = (name: string): string | null => {
    if (name === 'Request.Body') return body;
    return headers[name.replace(/^Request\.Headers\./, '').toLowerCase()] ?? null;
  };
  const signed = createHmac(hmacAlgorithm.replace('-', '').toLowerCase(), hmacSecret)
    .update(filled(textOf(hmacData), requested))
    .digest(hmacOutputFormat === 'HEX' ? 'hex' : 'base64');
  const value = filled(textOf(hmacValue), (name) => (name === 'Request.HMAC.Signed' ? signed : requested(name)));
  return { name: hmacKey.toLowerCase(), value };
}

function filledIn(fields: unknown, read: (name: string) => string | null): Record<string, string> {
  if (typeof fields !== 'object' || fields === null) return {};
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, filled(textOf(value), read)]));
}

const lowerCased = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]));

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : value == null ? '' : JSON.stringify(value));
