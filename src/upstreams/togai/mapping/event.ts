import { type Money, money } from '../../../kernel/money.js';
import type { EventInFull, EventRow } from '../schemas/event.js';
import type { TogaiEvent, TogaiEventProcessing } from '../usage/event-model.js';

const OFFSET = /(Z|[+-]\d{2}:?\d{2})$/i;

/** An entry as lists have it. */
export function toEvent({ referenceId, eventPayload, ingestionStatus, source, ...row }: EventRow): TogaiEvent {
  const { id, referenceId: deeper, schemaName, accountId, timestamp, attributes, dimensions } = eventPayload;
  return {
    // Old entries have no id of Togai's; theirs is one by time, then.
    togaiId: referenceId ?? deeper ?? `${id ?? ''}@${row.createdAt ?? ''}`,
    eventId: id,
    ...{ schemaName, accountId, attributes },
    customerId: row.customerId,
    timestamp: instantOf(timestamp),
    dimensions: dimensions ?? {},
    status: ingestionStatus?.status ?? 'UNKNOWN',
    statusDescription: ingestionStatus?.statusDescription ?? null,
    source: source?.type ?? null,
    createdAt: row.createdAt,
    processing: null,
  };
}

export function toEventInFull({ eventPipelineInfo, ...row }: EventInFull): TogaiEvent {
  return { ...toEvent(row), processing: eventPipelineInfo ? toProcessing(eventPipelineInfo) : null };
}

function toProcessing({
  usageMeters,
  pricePlans,
  revenueDetails,
  ...info
}: NonNullable<EventInFull['eventPipelineInfo']>): TogaiEventProcessing {
  return {
    meters: usageMeters.map(({ id: meterId, ...meter }) => {
      const revenue = revenueDetails.find(({ usageMeterId }) => usageMeterId === meterId);
      return {
        meterId,
        ...meter,
        revenue: moneyIn(revenue?.revenueBaseCurrency, info.baseCurrency),
        invoicedRevenue: moneyIn(revenue?.revenueInvoiceCurrency, info.invoiceCurrency),
      };
    }),
    pricePlanIds: pricePlans.map(({ id }) => id),
    statusBeforeReverting: info.statusBeforeReverting,
  };
}

/** An amount without a currency is none. */
function moneyIn(amount: string | undefined, currency: string | null): Money | null {
  return amount === undefined || currency === null ? null : money(amount, currency);
}

function instantOf(timestamp: string | null): string | null {
  if (timestamp === null) return null;
  const at = Date.parse(OFFSET.test(timestamp) ? timestamp : `${timestamp}Z`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
