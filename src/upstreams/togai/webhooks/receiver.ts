import { createHash } from 'node:crypto';
import type { Hint, RawDelivery } from '../../../domain/webhooks/model.js';
import type { WebhookReceiver } from '../../../domain/webhooks/ports.js';
import { isSameSecret } from '../../../kernel/secrets/same-secret.js';
import type { TogaiSession } from '../session.js';
import { type NotifiedIds, readAnew } from './read-anew.js';

// Togai documents neither a signature nor an id of a delivery: a flow's webhook action has an address and headers.
const SECRET_HEADER = 'x-webhook-secret';

/** Null where no secret is configured. The secret is in a header or, for flows that cannot set one, in the address. */
export function flowReceiver(
  secret: string | null,
  openSession: (signal: AbortSignal) => TogaiSession,
): WebhookReceiver | null {
  if (secret === null) return null;
  return {
    verify: ({ headers, query }) =>
      isSameSecret(headers[SECRET_HEADER] ?? query.secret ?? '', secret) ? 'GENUINE' : 'FORGED',
    read: hintIn,
    settle: (ids, signal) => readAnew(openSession(signal), ids),
  };
}

const NAMES: Readonly<Record<string, keyof NotifiedIds>> = {
  customerid: 'customerId',
  customer_id: 'customerId',
  accountid: 'accountId',
  account_id: 'accountId',
  // Invoices are owned by accounts.
  ownerid: 'accountId',
  owner_id: 'accountId',
  creditid: 'creditId',
  credit_id: 'creditId',
  invoiceid: 'invoiceId',
  invoice_id: 'invoiceId',
};
const LONGEST_ID = 50;
const DEEPEST = 4;

/** The payload has no documented form: ids are looked for by their names. The same object at the same time is the same delivery. */
function hintIn({ body }: RawDelivery): Hint {
  const found: Record<string, string> = {};
  let kind: string | null = null;
  const look = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
    for (const [name, inner] of Object.entries(value)) {
      const id = NAMES[name.toLowerCase()];
      if (id && typeof inner === 'string' && inner !== '' && inner.length <= LONGEST_ID) found[id] ??= inner;
      else if (kind === null && /^(event|event_?type|type)$/i.test(name) && typeof inner === 'string') {
        kind = inner.slice(0, 255);
      } else look(inner, depth + 1);
    }
  };
  look(jsonIn(body), 0);
  return { key: createHash('sha256').update(body).digest('hex'), kind, ids: found };
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
