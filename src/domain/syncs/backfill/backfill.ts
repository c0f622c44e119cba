import { createHash } from 'node:crypto';
import { refusal } from '../../../kernel/refusal.js';
import { systemOf } from '../../connections/key.js';
import type { EventName, SystemEvent } from '../../events/model.js';
import type { HappeningsPage } from '../../events/ports.js';
import type { KnownCustomers } from '../customers/known-customers.js';
import type { SyncRequest } from '../desk.js';
import type { SyncRun, SyncStep, TargetStep } from '../model.js';
import type { Asking, SyncWorld } from '../ports.js';
import type { Procedure } from '../procedure.js';
import type { BackfillKind, BackfillSubject } from '../subjects.js';

export interface BackfillMeans {
  readonly world: SyncWorld;
  readonly customers: Pick<KnownCustomers, 'byRefs' | 'register'>;
  readonly parts: Parts;
}

/** The runs that a run is made of. */
export interface Parts {
  start(request: SyncRequest): Promise<unknown>;
  /** How many have not ended. */
  open(parentId: string): Promise<number>;
  /** Waits a moment. */
  rest(signal: AbortSignal): Promise<void>;
}

/** How far the list has been read. */
interface Progress {
  readonly pages: number;
  readonly found: number;
  readonly cursor: string | null;
  readonly complete: boolean;
}

/** What is listed for each kind of run. */
const EVENTS: Readonly<Record<BackfillKind, EventName>> = {
  CUSTOMER: 'CUSTOMER_CHANGED',
  SUBSCRIPTION: 'SUBSCRIPTION_CHANGED',
  CREDIT: 'CREDIT_GRANTED',
  INVOICE: 'INVOICE_GENERATED',
};

const STEP = 'Begin the runs';
// More would only wait for their turn.
const MOST_OPEN = 200;
const SHOWN = 20;

/**
 * Begins a run for everything that a system has, or that has happened in it since some day, page by page. Where it stands is in
 * its step's notes: a page that was begun when the process ended is read again, and its runs are the same ones.
 */
export function backfillProcedure({ world, customers, parts }: BackfillMeans): Procedure {
  return {
    async look(run, asking) {
      const subject = run.subject as BackfillSubject;
      const progress = progressOf(run.steps);
      const left = progress.complete ? [] : [stepOf(subject, progress)];
      return {
        left,
        carryOut: async () => {
          while ((await parts.open(run.id)) >= MOST_OPEN) await parts.rest(asking.signal);
          const page = await pageOf(subject, progress.cursor, world, asking);
          const requests = await requestsFor(run, subject, page, customers);
          for (const request of requests) await parts.start(request);
          return {
            after: {
              pages: progress.pages + 1,
              found: progress.found + requests.length,
              cursor: page.next,
              complete: page.next === null,
            } satisfies Progress,
          };
        },
      };
    },
  };
}

/** What a backfill would begin with: the first page. */
export async function plannedBackfill(subject: BackfillSubject, world: SyncWorld, asking: Asking): Promise<TargetStep> {
  const page = await pageOf(subject, null, world, asking);
  const events = wanted(page.events, subject);
  return {
    ...stepOf(subject, NOTHING_YET),
    after: { found: events.length, more: page.next !== null, first: events.slice(0, SHOWN).map(({ key }) => key) },
  };
}

const NOTHING_YET: Progress = { pages: 0, found: 0, cursor: null, complete: false };

function progressOf(steps: readonly SyncStep[]): Progress {
  return (steps[0]?.after as Progress | null | undefined) ?? NOTHING_YET;
}

function stepOf({ sync, from }: BackfillSubject, progress: Progress): TargetStep {
  return { name: STEP, system: systemOf(from), action: EVENTS[sync], target: from, before: null, after: progress };
}

async function pageOf(
  { sync, from, since }: BackfillSubject,
  cursor: string | null,
  world: SyncWorld,
  asking: Asking,
): Promise<HappeningsPage> {
  const page = await world.happenings(from, EVENTS[sync], { since, cursor }, asking);
  if (page === null)
    throw refusal('UNSUPPORTED', `${from} cannot list what a backfill of this kind needs.`, ['input', 'from']);
  return page;
}

/** What comes later is for flows: so the end does not run away. */
function wanted(events: readonly SystemEvent[], { until }: BackfillSubject): readonly SystemEvent[] {
  return events.filter(({ at }) => at === null || at <= until);
}

async function requestsFor(
  { id: parentId, requestedBy, reason }: Pick<SyncRun, 'id' | 'requestedBy' | 'reason'>,
  subject: BackfillSubject,
  { records, events }: HappeningsPage,
  customers: BackfillMeans['customers'],
): Promise<readonly SyncRequest[]> {
  const { sync, from, to, settings } = subject;
  if (records.length > 0) await customers.register(records.map((record) => ({ ...record, system: from })));
  const meant = wanted(events, subject);
  const owners = await customers.byRefs(meant.map(({ key, recordId }) => ({ system: from, value: recordId ?? key })));
  return meant.map(({ event, key, version, details }, at) => {
    const customerId = owners[at]?.id ?? null;
    return {
      id: `part${createHash('sha256')
        .update(JSON.stringify([parentId, key, version]))
        .digest('hex')
        .slice(0, 28)}`,
      kind: sync,
      subject: { happened: { event, key, version, ...(details && { details }) }, from, to, settings },
      customerId,
      writerKey: customerId ?? `${from} ${event} ${key}`,
      requestedBy,
      reason,
      parentId,
    };
  });
}
