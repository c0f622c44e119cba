import { refusal } from '../../../kernel/refusal.js';
import { systemOf } from '../../connections/key.js';
import type { EventName, Findings, SystemEvent } from '../../events/model.js';
import type { EventPage } from '../../events/ports.js';
import type { KnownCustomers } from '../customers/known-customers.js';
import type { SyncRequest } from '../desk.js';
import type { TargetStep } from '../model.js';
import type { Asking, SyncWorld } from '../ports.js';
import type { LookedAt, Procedure } from '../procedure.js';
import { runIdOf } from '../run-id.js';
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
  /** Whether it was not cancelled. */
  isWanted(parentId: string): Promise<boolean>;
  /** Waits a moment. */
  rest(signal: AbortSignal): Promise<void>;
}

/** What the reading of the list came to. */
interface Listed {
  readonly pages: number;
  readonly found: number;
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
 * Begins a run for everything that a system has, or that has happened in it since some day. Read again after a crash, the list
 * gives the same runs; those that were begun are not begun anew.
 */
export function backfillProcedure({ world, customers, parts }: BackfillMeans): Procedure {
  return {
    async look(run, { signal }) {
      const subject = run.subject as BackfillSubject;
      const isDone = run.steps.some(({ status }) => status === 'DONE');
      return {
        left: isDone ? [] : [stepOf(subject, null)],
        carryOut: async () => {
          let listed: Listed = { pages: 0, found: 0 };
          for await (const { findings } of read(subject, world, signal)) {
            while ((await parts.open(run.id)) >= MOST_OPEN) await parts.rest(signal);
            // Who has cancelled it in the meantime wants no more.
            if (!(await parts.isWanted(run.id))) break;
            const requests = await requestsFor(run, subject, findings, customers);
            for (const request of requests) await parts.start(request);
            listed = { pages: listed.pages + 1, found: listed.found + requests.length };
          }
          return { after: listed };
        },
      };
    },
  };
}

/** What a backfill would begin with: the first page that has something. */
export async function plannedBackfill(
  subject: BackfillSubject,
  world: SyncWorld,
  { signal }: Asking,
): Promise<TargetStep> {
  let first: readonly SystemEvent[] = [];
  for await (const { findings } of read(subject, world, signal)) {
    first = wanted(findings.events, subject);
    if (first.length > 0) break;
  }
  return stepOf(subject, { atLeast: first.length, first: first.slice(0, SHOWN).map(({ key }) => key) });
}

function stepOf({ sync, from }: BackfillSubject, after: unknown): TargetStep {
  return { name: STEP, system: systemOf(from), action: EVENTS[sync], target: from, before: null, after };
}

function read({ sync, from, since }: BackfillSubject, world: SyncWorld, signal: AbortSignal): AsyncIterable<EventPage> {
  // The first one that has them is the list of them all; others are of what was missed.
  const stream = world.streams(from).find(({ events }) => events.includes(EVENTS[sync]));
  if (!stream) {
    throw refusal('UNSUPPORTED', `${from} cannot list what a backfill of this kind needs.`, ['input', 'from']);
  }
  return stream.read(stream.at(since ?? 0), { webhookAddress: '', signal });
}

/** What comes later is for flows: so the end does not run away. */
function wanted(events: readonly SystemEvent[], { sync, until }: BackfillSubject): readonly SystemEvent[] {
  return events.filter(({ event, at }) => event === EVENTS[sync] && (at === null || at <= until));
}

async function requestsFor(
  { id: parentId, requestedBy, reason = null }: LookedAt,
  subject: BackfillSubject,
  { records, events }: Findings,
  customers: BackfillMeans['customers'],
): Promise<readonly SyncRequest[]> {
  const { sync, from, to, settings } = subject;
  if (records.length > 0) await customers.register(records.map((record) => ({ ...record, system: from })));
  const meant = wanted(events, subject);
  const owners = await customers.byRefs(meant.map(({ key, recordId }) => ({ system: from, value: recordId ?? key })));
  return meant.map(({ event, key, version, details }, at) => {
    const customerId = owners[at]?.id ?? null;
    return {
      id: runIdOf('part', [parentId, key, version]),
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
