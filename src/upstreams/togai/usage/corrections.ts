import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import { type Problem, Refusal, refusal } from '../../../kernel/refusal.js';
import { SYSTEM, TITLE } from '../names.js';
import { readEvent } from '../reading/events.js';
import { Corrected } from '../schemas/event.js';
import type { TogaiDesk } from '../writing/togai-desk.js';
import { eventBody } from './commands.js';
import type { TogaiEvent } from './event-model.js';
import type { EventCorrection } from './inputs.js';

/** What became of one correction. */
export interface CorrectionResult {
  readonly eventId: string;
  /** `REVERTED` or `REVERTED_AND_REINGESTED`, as Togai writes it. */
  readonly status: string;
  readonly reason: string | null;
}

export interface CorrectionResults {
  readonly corrected: readonly CorrectionResult[];
  readonly problems: readonly Problem[];
}

const Result = z.object({ eventId: z.string(), status: z.string(), reason: z.string().nullable() });
const REVERTED = 'REVERTED';
// Togai's clock may be this far behind ours.
const SKEW_MS = 5_000;

/** What is sent for a correction. Throws a Refusal where there is nothing to correct. */
export function correctionBody(correction: EventCorrection, entries: readonly TogaiEvent[]): { event: object } {
  const { eventId, event } = correction;
  const target = entries.find(({ status }) => status !== REVERTED);
  if (entries.length === 0) throw refusal('NOT_FOUND', `There is no event ${eventId}.`, ['eventId']);
  if (!target) throw refusal('CONFLICT', `Event ${eventId} is taken back already.`, ['eventId']);
  if (event) return { event: eventBody({ ...event, id: eventId }) };
  const { schemaName, accountId, timestamp, attributes, dimensions } = target;
  return {
    event: eventBody({
      ...{ id: eventId, schemaName, accountId, timestamp: timestamp ?? '' },
      attributes: [...attributes],
      dimensions: dimensions as Record<string, string>,
    }),
  };
}

/** Corrects events, each once. What is refused for one does not keep the others from it. */
export async function correctEvents(
  desk: TogaiDesk,
  corrections: readonly EventCorrection[],
  key: string | null,
): Promise<CorrectionResults> {
  const settled = await Promise.allSettled(corrections.map((correction) => correct(desk, correction, key)));
  const corrected = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const problems = settled.flatMap((one, at) => {
    if (one.status === 'fulfilled') return [];
    return problemsOf(one.reason, corrections[at]?.eventId ?? '').map((problem) => ({
      ...problem,
      field: ['corrections', String(at), ...(problem.field ?? [])],
    }));
  });
  const failure = settled.find((one) => one.status === 'rejected' && !isAboutTheEvent(one.reason));
  // With nothing done, the error says all. Else the caller has to know what is, and what is not.
  if (corrected.length === 0 && failure?.status === 'rejected') throw failure.reason;
  return { corrected, problems };
}

async function correct(desk: TogaiDesk, correction: EventCorrection, key: string | null): Promise<CorrectionResult> {
  const { eventId, action } = correction;
  const entries = () => readEvent(desk.client, eventId, desk.options);
  let known: readonly TogaiEvent[] | null = null;
  try {
    return await desk.once(
      { operation: 'eventCorrection', key: key === null ? null : `${key}:${eventId}`, input: correction },
      {
        result: Result,
        send: async () => {
          known ??= await entries();
          const { data } = await desk.client.write({
            operation: 'eventCorrection',
            method: 'POST',
            path: `/events/correction?action=${action}`,
            body: correctionBody(correction, known),
            schema: Corrected,
            ...desk.options,
          });
          const said = data.find(({ eventPayload }) => eventPayload?.id === eventId) ?? data[0];
          if (!said) throw unsaid(eventId);
          if (said.status === 'FAILED') {
            throw refusal('REJECTED_BY_UPSTREAM', `${TITLE}: ${said.reason ?? 'no reason given'}`, ['eventId']);
          }
          return { eventId, status: said.status, reason: said.reason };
        },
        find: async (since) => landed(correction, await entries(), { known, since }),
      },
    );
  } finally {
    await desk.eventChanged(eventId);
  }
}

/** A correction shows in the log: what is taken back is marked, what is brought again has an entry of its own. */
function landed(
  { action, eventId }: EventCorrection,
  entries: readonly TogaiEvent[],
  { known, since }: { known: readonly TogaiEvent[] | null; since: number },
): CorrectionResult | null {
  const before = known && new Map(known.map(({ togaiId, status }) => [togaiId, status]));
  const isNew = ({ togaiId, createdAt }: TogaiEvent) =>
    before ? !before.has(togaiId) : createdAt !== null && Date.parse(createdAt) >= since - SKEW_MS;
  const reverted = entries.some(
    (entry) => entry.status === REVERTED && (before ? before.get(entry.togaiId) !== REVERTED : true),
  );
  const again = entries.some((entry) => entry.status !== REVERTED && isNew(entry));
  if (!reverted || again !== (action !== 'UNDO')) return null;
  const status = action === 'UNDO' ? REVERTED : 'REVERTED_AND_REINGESTED';
  return { eventId, status, reason: null };
}

function unsaid(eventId: string): UpstreamError {
  const message = `${TITLE} did not say what became of the correction of ${eventId}.`;
  return new UpstreamError(SYSTEM, 'UPSTREAM_INVALID_RESPONSE', message, { outcome: 'unknown' });
}

function isAboutTheEvent(error: unknown): boolean {
  if (error instanceof Refusal) return true;
  if (!(error instanceof UpstreamError) || error.outcome === 'unknown') return false;
  return error.code === 'UPSTREAM_REJECTED' || error.code === 'UPSTREAM_UNSUPPORTED';
}

function problemsOf(error: unknown, eventId: string): readonly Problem[] {
  if (error instanceof Refusal) return error.problems;
  const said = error instanceof Error && error instanceof UpstreamError ? error.message : 'It failed.';
  if (isAboutTheEvent(error)) return [{ code: 'REJECTED_BY_UPSTREAM', message: said, field: ['eventId'] }];
  const message = `Whether event ${eventId} was corrected is not known: look at it before you ask again. (${said})`;
  return [{ code: 'REJECTED_BY_UPSTREAM', message, field: ['eventId'] }];
}
