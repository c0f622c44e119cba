import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { CustomerDirectory } from '../../domain/customers/ports.js';
import type { DiscoveryFailure } from '../../domain/identity/discovery-status.js';
import type { DiscoverySource } from '../../domain/identity/ports.js';
import type { Clock } from '../../kernel/clock.js';
import { InvalidInput, StoreUnavailable, UpstreamError } from '../../kernel/errors.js';
import { refreshStatistics } from '../../store/refresh-statistics.js';
import type { Database } from '../../store/schema.js';
import { defineWorkflow } from '../define-workflow.js';
import { throughOutages } from '../through-outages.js';
import { type Progress, RunProgress } from './progress.js';
import { CursorRefused, type RetryPolicy, readPage } from './read-page.js';

export interface RunDeps {
  db: Kysely<Database>;
  directory: CustomerDirectory;
  sources: readonly DiscoverySource[];
  clock: Clock;
  retry: RetryPolicy;
  logger: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/**
 * Reads all streams of a system, a page a step. Where it stands is in its row, not in the steps, so that a step which is
 * run again after a crash reads the next page and not the last one.
 */
export const discoveryRun = defineWorkflow<RunDeps>('discovery', nameOf, async (deps, system, run) => {
  const progress = new RunProgress(deps.db, system, run.id);
  let more = true;
  while (more) {
    more = await run.step('page', (signal) =>
      throughOutages(deps.clock, signal, () => run.traced('discover page', () => nextPage(deps, progress, signal))),
    );
  }
});

function nameOf(system: string) {
  return { name: 'run discovery', attributes: { 'billgraph.connection': system } };
}

/** True when there may be another page. Failures of a run are part of its progress, not of the engine's. */
async function nextPage(deps: RunDeps, progress: RunProgress, signal: AbortSignal): Promise<boolean> {
  const at = await progress.read();
  if (at === null) return false;
  try {
    return await takePage(deps, progress, at, signal);
  } catch (error) {
    if (error instanceof CursorRefused && !at.restarted) {
      deps.logger.warn({ system: at.system, stream: at.stream, error: error.cause }, 'discovery begins a stream again');
      await progress.restartStream();
      return true;
    }
    // Stopped: whoever did that has said so in the row, or will have the step run again.
    signal.throwIfAborted();
    // Nothing can be written down while the store is away, and the page can be read again.
    if (error instanceof StoreUnavailable) throw error;
    const failure = failureOf(error instanceof CursorRefused ? error.cause : error);
    deps.logger.error({ system: at.system, stream: at.stream, failure, error }, 'discovery failed');
    await progress.fail(failure, now(deps));
    return false;
  }
}

async function takePage(deps: RunDeps, progress: RunProgress, at: Progress, signal: AbortSignal): Promise<boolean> {
  const streams = deps.sources.find((source) => source.system === at.system)?.streams ?? [];
  const known = streams.findIndex((stream) => stream.name === at.stream);
  const place = Math.max(known, 0);
  const stream = streams[place];
  if (stream === undefined) throw new InvalidInput(`${at.system} is not configured, or has nothing to discover.`);

  const cursor = known === -1 ? null : at.cursor;
  const page = await readPage(stream, cursor, {
    clock: deps.clock,
    retry: deps.retry,
    signal,
    onRetry: async (error) => {
      deps.logger.warn({ system: at.system, stream: stream.name, error }, 'discovery tries a page again');
      await progress.note(failureOf(error));
    },
  });
  if (page.next !== null && page.next === cursor) {
    const message = `Every page of ${stream.name} leads to itself.`;
    throw new UpstreamError(at.system, 'UPSTREAM_INVALID_RESPONSE', message, { retryable: false });
  }
  const registrations = await deps.directory.register(page.records);
  const created = registrations.filter((registration) => registration.outcome === 'created').length;
  const next = page.next === null ? streams[place + 1] : stream;
  // After the records, in a transaction of its own: a crash in between repeats a page and never skips one.
  const done = { records: page.records.length, created, stream: next?.name ?? null, cursor: page.next };
  await progress.advance(at, done, now(deps));
  if (next !== undefined) return true;
  deps.logger.info(
    { system: at.system, pages: at.pages + 1, records: at.records + done.records },
    'discovery succeeded',
  );
  await refreshStatistics(deps.db);
  return false;
}

function failureOf(error: unknown): DiscoveryFailure {
  if (error instanceof UpstreamError) return { code: error.code, message: error.message };
  if (error instanceof InvalidInput) return { code: 'INVALID', message: error.message };
  // Anything else may hold what callers must not see; the log has it.
  return { code: 'INTERNAL', message: 'Discovery failed for a reason of our own; the log says which.' };
}

function now({ clock }: RunDeps): string {
  return new Date(clock.now()).toISOString();
}
