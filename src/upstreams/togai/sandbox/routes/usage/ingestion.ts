import { knownOnly, list, object, text } from '../../http/body.js';
import type { Organisation } from '../../state/organisation.js';
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
  const known = organisation.accounts.find(accountId) ?? organisation.aliases.find(accountId);
  if (!known) return `Account ${accountId} not found`;
  const timestamp = text(event, 'timestamp', 50);
  if (Number.isNaN(Date.parse(timestamp))) return 'timestamp must be an ISO 8601 date';
  organisation.events.set(id, {
    id,
    accountId,
    timestamp,
    schemaName: text(event, 'schemaName', 50),
    attributes: list(event, 'attributes', 10),
    dimensions: object(event, 'dimensions') ?? {},
    createdAt: new Date(now).toISOString(),
  });
  return null;
}
