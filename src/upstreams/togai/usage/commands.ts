import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import type { Problem } from '../../../kernel/refusal.js';
import type { TogaiDesk } from '../writing/togai-desk.js';
import type { UsageEvent } from './inputs.js';

// 500 by the documentation, 1,000 by the newer client. https://docs.togai.com/api-reference/event-ingestion/ingest-events-in-batch
export const BATCH = 500;

export interface SentEvent extends UsageEvent {
  readonly id: string;
}

export interface Ingested {
  /** Ids of the events that Togai took, those that it had already included. */
  readonly accepted: readonly string[];
  readonly problems: readonly Problem[];
}

/** What went wrong with some of a batch is told by the ids of the events. */
const Refused = z.object({ eventId: z.string().nullish(), id: z.string().nullish(), message: z.string().nullish() });
const Answer = z.object({
  success: z.boolean().nullish(),
  message: z.string().nullish(),
  details: z.looseObject({ failedEvents: z.array(Refused).nullish(), errors: z.array(Refused).nullish() }).nullish(),
});

/** Gives every event an id, so that one that is sent again is known again for 45 days. */
export function numbered(desk: TogaiDesk, events: readonly UsageEvent[]): readonly SentEvent[] {
  return events.map((event) => ({ ...event, id: event.id ?? desk.keyFor('event', null) }));
}

/** Brings events, each once. What is refused of a batch does not keep the rest out. */
export async function ingest(desk: TogaiDesk, events: readonly SentEvent[]): Promise<Ingested> {
  const batches = Array.from({ length: Math.ceil(events.length / BATCH) }, (_, at) => at * BATCH);
  const results: Ingested[] = [];
  // One after the other: what arrives in order is rated in order.
  for (const start of batches) {
    const batch = events.slice(start, start + BATCH);
    try {
      results.push(await ingestBatch(desk, batch, start));
    } catch (error) {
      // With nothing in, the error says all. Else the caller has to know what is, and what to send again.
      if (!(error instanceof UpstreamError) || results.length === 0) throw error;
      const message = `Events ${start} to ${events.length - 1} may be missing: send them again with the same ids. (${error.message})`;
      results.push({ accepted: [], problems: [{ code: 'REJECTED_BY_UPSTREAM', message, field: ['events'] }] });
      break;
    }
  }
  return {
    accepted: results.flatMap(({ accepted }) => accepted),
    problems: results.flatMap(({ problems }) => problems),
  };
}

async function ingestBatch(desk: TogaiDesk, events: readonly SentEvent[], start: number): Promise<Ingested> {
  const fieldOf = (id: string | null) => {
    const at = events.findIndex((event) => event.id === id);
    return at < 0 ? ['events'] : ['events', String(start + at)];
  };
  try {
    const {
      success,
      message: said,
      details,
    } = await desk.client.write({
      operation: 'ingestBatch',
      method: 'POST',
      path: '/ingestBatch',
      body: { events: events.map(eventBody) },
      schema: Answer,
      // Their ids are remembered: what has arrived before is not counted again.
      repeatable: true,
      ingestion: true,
      ...desk.options,
    });
    const refused = [...(details?.failedEvents ?? []), ...(details?.errors ?? [])].map(({ eventId, id, message }) => ({
      id: eventId ?? id ?? null,
      message: message ?? 'was refused',
    }));
    if (success === false && refused.length === 0) {
      // Some of them are in, and nobody says which: their ids make it safe to send all of them again.
      const message = `Togai did not take all of these events, and does not say which: ${said ?? 'no reason given'}.`;
      return { accepted: [], problems: [{ code: 'REJECTED_BY_UPSTREAM', message, field: ['events'] }] };
    }
    const wrong = refused.filter(({ message }) => !ALREADY_THERE.test(message));
    const lost = new Set(wrong.map(({ id }) => id));
    return {
      accepted: events.flatMap(({ id }) => (lost.has(id) ? [] : [id])),
      problems: wrong.map(({ id, message }) => ({ code: 'REJECTED_BY_UPSTREAM', message, field: fieldOf(id) })),
    };
  } catch (error) {
    // The batch as a whole was refused: those before it are in, and those after it are tried all the same.
    if (!(error instanceof UpstreamError) || error.code !== 'UPSTREAM_REJECTED') throw error;
    const { message } = error;
    return {
      accepted: [],
      problems: events.map((_, at) => ({
        code: 'REJECTED_BY_UPSTREAM' as const,
        message,
        field: ['events', String(start + at)],
      })),
    };
  }
}

// An event that is sent again after a lost answer is a duplicate to Togai, and what was wanted to us.
const ALREADY_THERE = /\b(duplicate|already (exists|ingested|present))\b/i;

/** As ingestion and correction take it. */
export function eventBody({ dimensions, attributes, ...event }: SentEvent): object {
  return {
    ...event,
    attributes: attributes.map(({ name, value, unit }) => ({ name, value, ...(unit && { unit }) })),
    dimensions: dimensions ?? {},
  };
}
