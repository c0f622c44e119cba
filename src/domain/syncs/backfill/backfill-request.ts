import { refusal } from '../../../kernel/refusal.js';
import type { ConnectionKey } from '../../connections/key.js';
import { requireAccess, type SyncCaller } from '../caller.js';
import type { SyncRequest } from '../desk.js';
import type { SyncWorld } from '../ports.js';
import type { BackfillKind, InvoiceForm } from '../subjects.js';

export interface BackfillAsked {
  readonly sync: BackfillKind;
  readonly from: ConnectionKey;
  readonly to: ConnectionKey;
  /** Milliseconds since the epoch; null for everything. */
  readonly since: number | null;
  /** For invoices. */
  readonly as: InvoiceForm | null;
}

/** @throws Refusal, AccessDenied */
export function backfillRequest(asked: BackfillAsked, world: SyncWorld, caller: SyncCaller, now: number): SyncRequest {
  const { sync, from, to, since, as } = asked;
  requireAccess(caller, from, to);
  if (from === to) throw refusal('INVALID', 'must be another connection than `from`', ['input', 'to']);
  if (since !== null && since > now) throw refusal('INVALID', 'must not lie in the future', ['input', 'since']);
  if (as !== null && sync !== 'INVOICE') throw refusal('INVALID', 'is for invoices alone', ['input', 'as']);
  const ends = {
    CUSTOMER: () => world.customerEnd(to, caller.asking),
    SUBSCRIPTION: () => world.planTarget(to, caller.asking),
    CREDIT: () => world.creditTarget(to, caller.asking),
    INVOICE: () => world.invoiceTarget(to, caller.asking),
  } satisfies Record<BackfillKind, () => unknown>;
  if (ends[sync]() === null) throw refusal('UNSUPPORTED', `${to} takes nothing of this kind.`, ['input', 'to']);
  return {
    kind: 'BACKFILL',
    subject: { sync, from, to, since, until: now, settings: as === null ? {} : { as } },
    customerId: null,
    writerKey: `backfill ${sync} ${from} ${to}`,
    requestedBy: caller.id,
  };
}
