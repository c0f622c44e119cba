import { amountIn } from '../../catalog/prices.js';
import { eventSchemaOf } from '../../catalog/usage-meters.js';
import { knownOnly, object } from '../../http/body.js';
import { FIFTY, pageOf, pageRequest } from '../../http/paging.js';
import { choice, idOf } from '../../http/query.js';
import { badRequest, notFound } from '../../http/refusals.js';
import { METERED } from '../../seed/events.js';
import { BASE_CURRENCY } from '../../seed/settings.js';
import { START } from '../../state/lazy-table.js';
import type { Organisation } from '../../state/organisation.js';
import type { LoggedEvent } from '../../wire/documents.js';
import type { Routes } from '../routes.js';
import { accountNamed, bringIn, eventIn } from './ingestion.js';

const DOLLARS_PER_UNIT = 0.01;
const REVERTED = 'REVERTED';

/** https://docs.togai.com/api-reference/event-management */
export const eventRoutes: Routes = {
  'GET /events': (asked, organisation) => {
    const request = pageRequest(asked, {
      ...FIFTY,
      tokenAtEnd: true,
      filters: ['status', 'account_id', 'schema_name'],
    });
    const [accountId, status, schema] = ['account_id', 'status', 'schema_name'].map((name) =>
      request.filters.get(name),
    );
    const accept = (entry: LoggedEvent) =>
      (status ?? entry.status) === entry.status && (schema ?? entry.event.schemaName) === entry.event.schemaName;
    const rows = accountId ? organisation.eventsOf(accountId) : organisation.eventLog;
    const { data: events, ...page } = pageOf(rows, request, (entry) => shown(organisation, entry), accept);
    // An answer holds one event at least, by the contract.
    if (events.length === 0) throw notFound('Event', 'of this kind');
    return { events, ...page };
  },

  'GET /events/:event_id': (asked, organisation) => {
    const entries = organisation.entriesOf(idOf(asked, 'event_id'));
    return {
      events: entries.map((entry) => ({
        ...shown(organisation, entry),
        eventPipelineInfo: pipelineOf(organisation, entry),
      })),
    };
  },

  'POST /events/correction': ({ query, body }, organisation, now) => {
    const action = choice(query, 'action', ['UNDO', 'REDO', 'REDO_EVENT']);
    if (action === undefined) throw badRequest('action is required');
    knownOnly(body, ['event']);
    const event = eventIn(object(body, 'event') ?? {});
    const entries = organisation.entriesOf(event.id);
    const target = entries.findLast(({ status }) => status !== REVERTED);
    if (!target) throw badRequest(`Event ${event.id} cannot be corrected`);
    const answer = (entry: LoggedEvent, status: string, reason: string) => ({
      data: [{ ...shown(organisation, { ...entry, old: false }), status, reason }],
    });
    if (!accountNamed(organisation, event.accountId)) return answer(target, 'FAILED', 'Account not found');
    if (!target.status.startsWith('INGESTION_COMPLETED')) return answer(target, 'FAILED', 'Event was not ingested');
    const reverted = { ...target, status: REVERTED, statusBeforeReverting: target.status };
    organisation.eventLog.put(reverted);
    const counted = organisation.events.get(event.id);
    if (counted) organisation.events.set(event.id, { ...counted, reverted: true });
    if (action === 'UNDO') return answer(reverted, REVERTED, 'Event Reverted');
    bringIn(organisation, action === 'REDO' ? target.event : event, now);
    return answer(reverted, 'REVERTED_AND_REINGESTED', 'Event Reverted and Reingested');
  },
};

function shown(organisation: Organisation, { referenceId, event, status, createdAt, old = false }: LoggedEvent) {
  const customerId = accountNamed(organisation, event.accountId)?.customerId;
  return {
    ...(!old && { referenceId }),
    eventPayload: { ...event, ...(old && { referenceId }) },
    ingestionStatus: { status, statusDescription: `Event is in status ${status}` },
    ...(!old && { ...(customerId && { customerId }), source: { id: 'API', type: 'INGEST' } }),
    createdAt,
  };
}

function pipelineOf(organisation: Organisation, { event, status, statusBeforeReverting }: LoggedEvent) {
  const account = accountNamed(organisation, event.accountId);
  const customer = organisation.customers.find(account?.customerId ?? '');
  const { rows } = organisation.usageMeters.page(START, 100, (meter) => eventSchemaOf(meter).name === event.schemaName);
  const meters = rows.map((meter) => {
    const [summed] = eventSchemaOf(meter).attributes;
    const attributes = event.attributes as readonly { name: string; value: string }[];
    const units = summed ? Number(attributes.find(({ name }) => name === summed.name)?.value ?? 0) : 1;
    return { ...{ id: meter.id, name: meter.name, version: 1, units }, status: 'PROCESSED_UNITS_COMPUTED' };
  });
  const invoiceCurrency = account?.invoiceCurrency ?? BASE_CURRENCY;
  const before = statusBeforeReverting ?? status;
  return {
    eventSchema: { name: event.schemaName, version: 1 },
    usageMeters: before === METERED ? meters : [],
    pricePlans: [],
    ...(account && { account: { id: account.id, name: account.name } }),
    ...(customer && { customer: { id: customer.id, name: customer.name } }),
    ...(before === METERED && {
      revenueDetails: meters.map(({ id: usageMeterId, units }) => ({
        usageMeterId,
        revenueBaseCurrency: amountIn(BASE_CURRENCY, units * DOLLARS_PER_UNIT),
        revenueInvoiceCurrency: amountIn(invoiceCurrency, units * DOLLARS_PER_UNIT),
      })),
    }),
    ...(statusBeforeReverting && { statusBeforeReverting }),
    ...{ baseCurrency: BASE_CURRENCY, invoiceCurrency },
  };
}
