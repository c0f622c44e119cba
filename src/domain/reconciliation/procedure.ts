import { refusal } from '../../kernel/refusal.js';
import { systemOf } from '../connections/key.js';
import type { CustomerDirectory } from '../customers/ports.js';
import type { SyncRequest } from '../syncs/desk.js';
import type { TargetStep } from '../syncs/model.js';
import type { Procedure } from '../syncs/procedure.js';
import { runIdOf } from '../syncs/run-id.js';
import type { ReconciliationSubject } from '../syncs/subjects.js';
import { type CompareMeans, compare } from './compare.js';
import type { DriftBook } from './ports.js';

export interface ReconciliationMeans extends CompareMeans {
  readonly directory: CustomerDirectory;
  readonly drifts: DriftBook;
  /** Begins what brings a customer into step. */
  readonly begin: (request: SyncRequest) => Promise<void>;
}

const PAGE = 25;

/** What a page has noted; it says where the next one begins. */
interface Noted {
  readonly customers: number;
  readonly drifts: number;
  readonly begun: number;
  readonly next: string | null;
}

/** Compares customers page by page, and where it may begins the syncs that bring them into step. A page that is repeated finds the same. */
export function reconciliationProcedure(means: ReconciliationMeans): Procedure {
  return {
    async look(run, asking) {
      const subject = run.subject as ReconciliationSubject;
      const pages = run.steps.filter(({ status }) => status === 'DONE');
      const last = pages.at(-1)?.after as Noted | undefined;
      if (last?.next === null) return { left: [], carryOut: async () => undefined };
      const after = last?.next ?? null;
      const step: TargetStep = {
        name: subject.customer === null ? `Page ${pages.length + 1} of customers` : `Customer ${subject.customer}`,
        system: systemOf(subject.from),
        action: 'compare',
        target: null,
        before: null,
        after: null,
      };
      return {
        left: [step],
        async carryOut() {
          const { entries, next } = await pageOf(subject, after, means);
          const noted = { customers: entries.length, drifts: 0, begun: 0, next };
          const caller = { id: run.requestedBy, mayAsk: () => true, asking };
          for (const entry of entries) {
            asking.signal.throwIfAborted();
            const { drifts, remedies } = await compare(entry, subject, means, caller);
            const { from, to, kinds } = subject;
            await means.drifts.replace({ customerId: entry.id, connections: [from, to], kinds }, drifts);
            noted.drifts += drifts.length;
            if (!subject.apply) continue;
            for (const request of remedies) {
              await means.begin({
                ...request,
                id: runIdOf('part', [run.id, request.kind, request.subject]),
                parentId: run.id,
                reason: 'reconciliation',
              });
            }
            noted.begun += remedies.length;
          }
          return { after: noted satisfies Noted };
        },
      };
    },
  };
}

async function pageOf(
  { customer: customerId }: ReconciliationSubject,
  after: string | null,
  { directory, customers }: ReconciliationMeans,
) {
  if (customerId !== null) {
    const entry = await customers.byId(customerId);
    if (entry === null) throw refusal('NOT_FOUND', `There is no customer ${customerId}.`, ['input', 'customer']);
    return { entries: [entry], next: null };
  }
  // The newest first: who is made in the meantime comes before every cursor, and moves no page.
  const filter = { linked: true };
  const { items, hasNextPage } = await directory.page({ first: PAGE, after, filter, orderBy: 'CREATED_AT' });
  const entries = items.map(({ node }) => node);
  return { entries, next: hasNextPage ? (items.at(-1)?.cursor ?? null) : null };
}
