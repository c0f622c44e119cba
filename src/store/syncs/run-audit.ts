import type { AuditBook } from '../../domain/audit/ports.js';
import type { SyncRun } from '../../domain/syncs/model.js';
import { shownSubject } from '../../domain/syncs/subjects.js';

type Noted = Pick<SyncRun, 'id' | 'attempt' | 'kind' | 'requestedBy' | 'reason' | 'subject'>;

/** Each attempt of a run is an entry of its own, written in the transaction that begins it. */
export async function noteBegun(book: Pick<AuditBook, 'begin'>, run: Noted, at: number): Promise<void> {
  await book.begin({
    id: entryOf(run),
    at,
    who: run.requestedBy,
    action: `run ${run.kind}`,
    reason: run.reason,
    detail: { attempt: run.attempt, subject: shownSubject(run.subject) },
    runId: run.id,
    requestId: null,
  });
}

const STATES = { SUCCEEDED: 'DONE', CANCELLED: 'REFUSED' } as const;

/** In the transaction that ends it. What the steps changed stays with the run. */
export async function noteEnded(book: Pick<AuditBook, 'end'>, run: SyncRun): Promise<void> {
  const steps = run.steps.map(({ system, action, target, status }) => ({ system, action, target, status }));
  await book.end(entryOf(run), {
    at: run.finishedAt ?? run.createdAt,
    state: STATES[run.status as keyof typeof STATES] ?? 'FAILED',
    detail: { status: run.status, steps },
    runId: run.id,
  });
}

const entryOf = ({ id, attempt }: Noted) => `${id}:${attempt}`;
