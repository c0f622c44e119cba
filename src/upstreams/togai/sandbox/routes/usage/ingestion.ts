import { eventSchemaOf } from '../../catalog/usage-meters.js';
import { knownOnly, list, object, text } from '../../http/body.js';
import { METERED } from '../../seed/events.js';
import { madeId } from '../../seed/ids.js';
import { START } from '../../state/lazy-table.js';
import type { Organisation } from '../../state/organisation.js';
import type { AccountDocument, LoggedEvent } from '../../wire/documents.js';
import { type Routes, Sent } from '../routes.js';

type Body = Readonly<Record<string, unknown>>;

const FIELDS = ['id', 'schemaName', 'timestamp', 'accountId', 'attributes', 'dimensions'];
const MOST = 1_000;

/** https://docs.togai.com/api-reference/event-ingestion. What a partial answer holds in `details` is not documented. */
export const usageRoutes: Routes = {
  'POST /ingest': ({ body }, organisation, now) => {
    const problem = take(object(body, 'event') ?? {}, organisation, now);
    if (problem === null) return new Sent(202, { success: true, statusCode: 202, message: 'Event accepted' });
    return new Sent(400, { success: false, statusCode: 400, message: problem });
  },

  'POST /ingestBatch': ({ body }, organisation, now) => {
    knownOnly(body, ['events']);
    const failedEvents = list(body, 'events', MOST).flatMap((event) => {
      const problem = take(event, organisation, now);
      return problem === null ? [] : [{ eventId: event.id, message: problem }];
    });
    if (failedEvents.length === 0) return new Sent(202, { success: true, statusCode: 202, message: 'Events accepted' });
    const message = `${failedEvents.length} events were not accepted`;
    return new Sent(207, { success: false, statusCode: 207, message, details: { failedEvents } });
  },
};

/** Null if it was taken, else why not. */
function take(event: Body, organisation: Organisation, now: number): string | null {
  knownOnly(event, FIELDS, 'event');
  const id = text(event, 'id', 512);
  const accountId = text(event, 'accountId', 512);
  if (organisation.events.has(id)) return `Event with id ${id} already ingested`;
  // An alias may belong to nobody yet.
  if (!accountNamed(organisation, accountId)) return `Account ${accountId} not found`;
  const timestamp = text(event, 'timestamp', 50);
  if (Number.isNaN(Date.parse(timestamp))) return 'timestamp must be an ISO 8601 date';
  bringIn(organisation, eventIn(event), now);
  return null;
}

/** What an event says. Throws a refusal where that cannot be. */
export function eventIn(event: Body): LoggedEvent['event'] {
  knownOnly(event, FIELDS, 'event');
  return {
    id: text(event, 'id', 512),
    accountId: text(event, 'accountId', 512),
    timestamp: text(event, 'timestamp', 50),
    schemaName: text(event, 'schemaName', 50),
    attributes: list(event, 'attributes', 10),
    dimensions: object(event, 'dimensions') ?? {},
  };
}

/** Counts an event and logs it. */
export function bringIn(organisation: Organisation, event: LoggedEvent['event'], now: number): void {
  const createdAt = new Date(now).toISOString();
  organisation.events.set(event.id, { ...event, createdAt });
  const { rows } = organisation.usageMeters.page(START, 100, (meter) => eventSchemaOf(meter).name === event.schemaName);
  organisation.eventLog.put({
    referenceId: madeId(organisation.seed, 'event', organisation.nextIndex()),
    event,
    status: rows.length > 0 ? METERED : 'INGESTION_COMPLETED_NO_MATCHING_METERS',
    createdAt,
  });
}

/** By its id or by an alias. */
export function accountNamed({ accounts, aliases }: Organisation, name: string): AccountDocument | null {
  return accounts.find(name) ?? accounts.find(aliases.find(name)?.accountId ?? '');
}
