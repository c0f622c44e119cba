import { UpstreamError } from '../../kernel/errors.js';
import { Refusal } from '../../kernel/refusal.js';
import { annotate } from '../../kernel/tracing/spans.js';
import { isSameStep, type SyncRun, type SyncRunStatus, type SyncStep, type TargetStep } from './model.js';
import type { SyncBook, SyncRunChanges } from './ports.js';
import type { Procedure } from './procedure.js';

export interface Advancing {
  readonly book: SyncBook;
  readonly now: () => number;
}

const GOING: readonly SyncRunStatus[] = ['QUEUED', 'RUNNING', 'WAITING'];

/**
 * Takes a run a step on, from what is there and not from what was noted: after a crash it begins by looking, and what was done
 * is not done again. False when there is nothing left to do, or another attempt does it.
 */
export async function advance(
  { id, attempt }: Pick<SyncRun, 'id' | 'attempt'>,
  procedureOf: (run: SyncRun) => Procedure,
  deps: Advancing,
  signal: AbortSignal,
): Promise<boolean> {
  const run = await deps.book.read(id);
  if (run === null || run.attempt !== attempt || !GOING.includes(run.status)) return false;
  annotate({ 'billgraph.run.kind': run.kind, 'billgraph.run.attempt': run.attempt });
  const note = (changes: SyncRunChanges) => deps.book.change(id, GOING, changes, attempt);
  try {
    const {
      left,
      carryOut,
      customerId = run.customerId,
      subject = run.subject,
    } = await procedureOf(run).look(run, { signal, lane: 'background' });
    const [step] = left;
    const steps = merged(run.steps, left);
    const learnt = { customerId, ...(subject !== run.subject && { subject }) };
    if (step === undefined) {
      await note({ status: 'SUCCEEDED', ...learnt, steps, failure: null, finishedAt: deps.now() });
      return false;
    }
    const begun = changed(steps, step, (old) => ({
      // What could not be known before the steps that went ahead.
      ...(old.status === 'PLANNED' && { before: step.before, after: step.after }),
      ...{ status: 'RUNNING', attempts: old.attempts + 1, error: null },
    }));
    // Who has cancelled the run in the meantime is heeded before anything is done.
    if (!(await note({ status: 'RUNNING', ...learnt, steps: begun, failure: null }))) return false;
    signal.throwIfAborted();
    annotate({ 'billgraph.step.system': step.system, 'billgraph.step.action': step.action });
    const done = await carryOut(step);
    await note({ steps: changed(begun, step, () => ({ status: 'DONE', error: null, ...done })) });
    return true;
  } catch (error) {
    return await stopped(run, error, { deps, note, signal });
  }
}

async function stopped(
  run: SyncRun,
  error: unknown,
  { deps, note, signal }: { deps: Advancing; note: (changes: SyncRunChanges) => Promise<boolean>; signal: AbortSignal },
): Promise<boolean> {
  signal.throwIfAborted();
  const message = reasonOf(error);
  // An error of ours is tried again as one of a system that does not answer: the log has it, the run does not.
  const passes =
    message === null || (error instanceof UpstreamError && (error.retryable || error.outcome === 'unknown'));
  const current = (await deps.book.read(run.id)) ?? run;
  const steps = current.steps.map(
    (step): SyncStep =>
      step.status === 'RUNNING' ? { ...step, status: passes ? 'RUNNING' : 'FAILED', error: message } : step,
  );
  annotate({ 'billgraph.step.outcome': passes ? 'WAITING' : 'NEEDS_ATTENTION' });
  const failure = message ?? 'Something went wrong here; the log says what. It is tried again.';
  if (passes) {
    await note({ status: 'WAITING', steps, failure });
    throw error;
  }
  await note({ status: 'NEEDS_ATTENTION', steps, failure, finishedAt: deps.now() });
  return false;
}

function reasonOf(error: unknown): string | null {
  if (error instanceof Refusal) return error.problems.map(({ message }) => message).join('\n');
  return error instanceof UpstreamError ? error.message : null;
}

export const planned = (step: TargetStep): SyncStep => ({ ...step, status: 'PLANNED', attempts: 0, error: null });

/** What was noted, with what has been done in the meantime marked as done, and what is new at the end. */
function merged(noted: readonly SyncStep[], left: readonly TargetStep[]): readonly SyncStep[] {
  const isLeft = (step: TargetStep) => left.some((one) => isSameStep(one, step));
  const known = noted.map((step): SyncStep => (isLeft(step) ? step : { ...step, status: 'DONE', error: null }));
  return [...known, ...left.filter((step) => !noted.some((one) => isSameStep(one, step))).map(planned)];
}

function changed(
  steps: readonly SyncStep[],
  which: TargetStep,
  how: (step: SyncStep) => Partial<SyncStep>,
): readonly SyncStep[] {
  return steps.map((step) => (isSameStep(step, which) ? { ...step, ...how(step) } : step));
}
