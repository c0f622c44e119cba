import { refusal } from '../../../kernel/refusal.js';
import type { RequestOfEvent } from '../events/from-event.js';
import type { SyncBook } from '../ports.js';
import type { Procedure } from '../procedure.js';
import { saleRunId } from './sale-desk.js';
import type { SaleMeans } from './sale-sync.js';

/** What is to follow a sale that the system that pays for referrals tells of. */
export function saleOfEvent({ world, overrides }: SaleMeans): RequestOfEvent {
  return async ({ happened, to }, { id, asking }) => {
    const target = world.planTarget(to, asking)?.end;
    if (!target) throw refusal('UNSUPPORTED', 'No system with price plans is switched on.');
    const { plan = '', uid = null } = happened.details ?? {};
    return {
      kind: 'SALE',
      subject: {
        ...{ eventId: happened.key, plan, accountId: null, isKnown: true, to },
        ...{ effectiveFrom: target.today(), effectiveUntil: overrides.evergreenUntil },
        sale: { email: null, uid, told: null },
      },
      customerId: null,
      writerKey: null,
      requestedBy: id,
    };
  };
}

/** A sale that was told from here is followed by the run of that, and by nothing else. */
export function unlessTold(
  procedure: Procedure,
  { world, book }: SaleMeans & { readonly book: Pick<SyncBook, 'read'> },
): Procedure {
  return {
    async look(run, asking) {
      if ('happened' in run.subject) {
        const tracker = world.saleTracker(asking)?.end;
        const told = tracker && (await book.read(saleRunId(tracker.system, run.subject.happened.key)));
        if (told) return { left: [], carryOut: async () => undefined };
      }
      return await procedure.look(run, asking);
    },
  };
}
