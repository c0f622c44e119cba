import { createHash } from 'node:crypto';
import type { Hint, RawDelivery } from '../../../domain/webhooks/model.js';
import type { WebhookReceiver } from '../../../domain/webhooks/ports.js';
import { isSameSecret } from '../../../kernel/secrets/same-secret.js';
import { customerEvents } from '../flows/events.js';
import type { TogaiSession } from '../session.js';

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
    settle: async ({ customerId, accountId }, signal) => {
      const session = openSession(signal);
      const { desk } = session;
      if (customerId !== undefined) await desk.customerChanged(customerId);
      if (accountId !== undefined) {
        await Promise.all([desk.accountChanged(accountId), desk.schedulesChanged(accountId)]);
      }
      const found = [
        ...(accountId === undefined ? [] : await session.find(accountId)),
        ...(customerId === undefined ? [] : await session.find(customerId)),
      ];
      const records = [...new Map(found.map((record) => [record.id, record])).values()];
      const customers = await session.customers.loadMany(
        records.flatMap(({ id, partOf }) => (partOf === null ? [id] : [])),
      );
      return { records, events: customers.flatMap((one) => (one === null ? [] : customerEvents(one))) };
    },
  };
}

const NAMES: Readonly<Record<string, 'customerId' | 'accountId'>> = {
  customerid: 'customerId',
  customer_id: 'customerId',
  accountid: 'accountId',
  account_id: 'accountId',
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
