import { z } from 'zod';
import type { Clock } from '../../../kernel/clock.js';
import { UpstreamError } from '../../../kernel/errors.js';
import type { Writer } from '../../../kernel/writing/writer.js';
import type { EventFields, FirstPromoterClient, TrackedEvent } from '../client.js';
import type { FirstPromoterSettings } from '../config.js';
import type { Said } from '../errors.js';
import type { Tracking } from '../model.js';
import { SYSTEM, TITLE } from '../names.js';
import type { ReferralBook } from '../referral-book.js';
import { toTracking } from './mapping.js';
import { TrackAnswer } from './schemas.js';

export interface TrackingDesk {
  readonly client: FirstPromoterClient;
  readonly settings: FirstPromoterSettings;
  readonly writer: Writer;
  readonly book: ReferralBook;
  readonly clock: Clock;
  /** Fires when the caller has gone. */
  readonly signal: AbortSignal;
}

export interface EventToTrack {
  readonly event: TrackedEvent;
  readonly fields: EventFields;
  /** What makes the event the same one: sent again under it, it is not tracked twice. */
  readonly key: string | null;
  /** Ids of other systems that lead to the customer. */
  readonly references: readonly string[];
}

const LONGEST_MS = 300_000;
const Result = z.custom<Tracking>();

/**
 * Tells FirstPromoter of an event, once for its key: what came of it is kept, and an attempt whose answer was lost is
 * made again, because FirstPromoter knows the event's own id. Throws UpstreamError or Refusal.
 */
export async function track(desk: TrackingDesk, { event, fields, key, references }: EventToTrack): Promise<Tracking> {
  const tracking = await desk.writer.once(
    { operation: event, key: key && `${event}:${key}`, keyField: ['input', 'eventId'], input: fields },
    {
      result: Result,
      send: async () => {
        const said = await desk.client.track(event, fields, AbortSignal.timeout(LONGEST_MS));
        return meaningOf(said, event, desk.settings.currency, references);
      },
      // Nothing can be looked up here: sending it again tells.
      find: async () => null,
    },
    desk.signal,
  );
  if (tracking.referral) await desk.book.note(tracking.referral);
  return tracking;
}

function meaningOf(
  { status, body }: Said,
  event: TrackedEvent,
  currency: string,
  references: readonly string[],
): Tracking {
  const nobody = { referral: null, commissions: [] };
  if (status === 409 || status === 422) return { outcome: 'ALREADY_TRACKED', ...nobody };
  // v2 says 404 and v1 says 204 of a buyer who was not referred; of a refund 204 means that there was nothing to take back.
  if (status === 404 || (status === 204 && event === 'sale')) return { outcome: 'NOT_REFERRED', ...nobody };
  if (status === 204) return { outcome: 'NOTHING_TO_DO', ...nobody };
  const answer = TrackAnswer.safeParse(body);
  if (answer.success) return toTracking(answer.data, currency, references);
  const [issue] = answer.error.issues;
  const message = `${TITLE} answered the ${event} in an unexpected form: ${issue?.message}`;
  throw new UpstreamError(SYSTEM, 'UPSTREAM_INVALID_RESPONSE', message, { outcome: 'unknown', cause: answer.error });
}
