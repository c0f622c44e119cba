import { createHash, createHmac } from 'node:crypto';
import type { Hint, RawDelivery, Verdict } from '../../../domain/webhooks/model.js';
import type { WebhookReceiver } from '../../../domain/webhooks/ports.js';
import { isSameSecret } from '../../../kernel/secrets/same-secret.js';
import type { ZuoraBillingSession } from '../session.js';
import { readAnew } from './read-anew.js';
import { type CalloutSecrets, SIGNATURE_HEADER } from './recipe.js';

// The same in all tries to deliver one notification; Zuora-Request-Id is another one each time.
// https://docs.zuora.com/en/zuora-platform/extensibility/events-and-notifications/notifications/callout-notification-overview
const NOTIFICATION_ID = 'zuora-notification-id';

/** Null where no secret is configured. */
export function calloutReceiver(
  { hmac, basic }: CalloutSecrets,
  openSession: (signal: AbortSignal) => ZuoraBillingSession,
): WebhookReceiver | null {
  if (hmac === null && basic === null) return null;
  return {
    verify(delivery) {
      if (basic !== null) {
        const verdict = basicVerdict(delivery, basic);
        if (verdict !== 'GENUINE') return verdict;
      }
      return hmac === null || isSigned(delivery, hmac) ? 'GENUINE' : 'FORGED';
    },
    read: hintIn,
    settle: (ids, signal) => readAnew(openSession(signal), ids),
  };
}

function basicVerdict({ headers }: RawDelivery, wanted: string): Verdict {
  const given = headers.authorization;
  // Zuora's first request comes without credentials and expects to be asked for them.
  if (given === undefined) return 'CHALLENGE';
  const [, encoded = ''] = /^Basic +([\w+/=-]+)$/i.exec(given) ?? [];
  return isSameSecret(Buffer.from(encoded, 'base64').toString('utf8'), wanted) ? 'GENUINE' : 'FORGED';
}

function isSigned({ headers, body }: RawDelivery, secret: string): boolean {
  const signed = createHmac('sha256', secret)
    .update(headers[NOTIFICATION_ID] ?? '')
    .update(body)
    .digest('hex');
  return isSameSecret((headers[SIGNATURE_HEADER] ?? '').toLowerCase(), signed);
}

function hintIn({ headers, body }: RawDelivery): Hint {
  const fields = fieldsIn(body);
  const said = (name: string) => fields.get(name.toLowerCase()) ?? null;
  const ids = Object.fromEntries(
    ['accountId', 'accountNumber', 'subscriptionId', 'subscriptionNumber'].flatMap((name) => {
      const value = said(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const key = headers[NOTIFICATION_ID] ?? createHash('sha256').update(body).digest('hex');
  return {
    key: key.slice(0, 255),
    kind: said('eventType')?.slice(0, 255) ?? said('event')?.slice(0, 255) ?? null,
    ids,
  };
}

const LONGEST_ID = 100;

/** The texts of a flat JSON object by their names in lower case: templates write names as they like. */
function fieldsIn(body: Buffer): ReadonlyMap<string, string> {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    if (typeof parsed !== 'object' || parsed === null) return new Map();
    return new Map(
      Object.entries(parsed).flatMap(([name, value]) =>
        typeof value === 'string' && value !== '' && value.length <= LONGEST_ID ? [[name.toLowerCase(), value]] : [],
      ),
    );
  } catch {
    return new Map();
  }
}
