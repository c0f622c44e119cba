import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Findings } from '../../../domain/events/model.js';
import type { Hint, RawDelivery } from '../../../domain/webhooks/model.js';
import type { WebhookReceiver } from '../../../domain/webhooks/ports.js';
import { isSameSecret } from '../../../kernel/secrets/same-secret.js';
import type { FirstPromoterSession } from '../session.js';

// Webhooks v2 can be given headers of one's own; that they are signed is said on one page and not on another.
const SECRET_HEADER = 'x-webhook-secret';
const LONGEST = 255;

const Id = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value == null || value === '' ? null : String(value).slice(0, LONGEST)));
/** https://docs.firstpromoter.com/webhooks-v2/payload A commission is what a sale brought its promoter. */
const Payload = z.object({
  event_id: Id,
  event_type: Id,
  data: z
    .object({
      commission_type: Id,
      event_id: Id,
      plan_id: Id,
      referral: z.object({ id: Id, uid: Id }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});

/** Null where no secret is configured. The secret is in a header or, where none can be set, in the address. */
export function saleReceiver(
  secret: string | null,
  openSession: (signal: AbortSignal) => FirstPromoterSession,
): WebhookReceiver | null {
  if (secret === null) return null;
  return {
    verify: ({ headers, query }) =>
      isSameSecret(headers[SECRET_HEADER] ?? query.secret ?? '', secret) ? 'GENUINE' : 'FORGED',
    read: hintIn,
    settle: async (ids, signal) => await findingsOf(ids, openSession(signal)),
  };
}

function hintIn({ body }: RawDelivery): Hint {
  const parsed = Payload.safeParse(jsonIn(body));
  const { event_id: key = null, event_type: kind = null, data = null } = parsed.success ? parsed.data : {};
  const isSale = kind === 'commission.created' && data?.commission_type === 'sale';
  const ids = isSale
    ? { saleId: data.event_id, plan: data.plan_id, referralId: data.referral?.id, uid: data.referral?.uid }
    : {};
  return {
    key: key ?? createHash('sha256').update(body).digest('hex'),
    kind,
    ids: Object.fromEntries(Object.entries(ids).flatMap(([name, value]) => (value ? [[name, value]] : []))),
  };
}

/** Nothing can be read of a sale: what was told has to do. Several commissions of one sale are one sale. */
async function findingsOf(
  { saleId, plan, referralId, uid }: Hint['ids'],
  session: FirstPromoterSession,
): Promise<Findings> {
  if (saleId === undefined || plan === undefined) return { records: [], events: [] };
  const records = referralId === undefined ? [] : await session.find(referralId);
  const details = { plan, ...(uid !== undefined && { uid }) };
  const recordId = records[0]?.id ?? null;
  return { records, events: [{ event: 'SALE_MADE', key: saleId, version: '', at: null, recordId, details }] };
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
