import { z } from 'zod';
import { Amount, Exact, Instant, listOf, Text } from './wire.js';

/** Digits of any number, as text; the documentation allows 512 before the point. */
const Digits = z.union([z.string(), z.number()]).transform(String);

// Usually with an offset; the reference has an example without one, which Togai takes for UTC.
const Timestamp = z
  .string()
  .nullish()
  .transform((value) => value || null);

const Payload = z.object({
  id: Text,
  /** One level up in the model. */
  referenceId: Text,
  schemaName: z.string(),
  accountId: z.string(),
  timestamp: Timestamp,
  attributes: listOf(z.object({ name: z.string(), value: Digits, unit: Text })),
  dimensions: z.record(z.string(), z.unknown()).nullish(),
});

/** https://docs.togai.com/api-reference/event-management/get-a-list-of-usage-events-with-multiple-query-options */
export const EventRow = z.object({
  referenceId: Text,
  eventPayload: Payload,
  ingestionStatus: z.object({ status: Text, statusDescription: Text }).nullish(),
  customerId: Text,
  source: z.object({ id: Text, type: Text }).nullish(),
  createdAt: Instant,
});
export type EventRow = z.infer<typeof EventRow>;

const Pipeline = z.object({
  usageMeters: listOf(z.object({ id: z.string(), name: Text, status: Text, units: Amount })),
  pricePlans: listOf(z.object({ id: z.string(), name: Text, scheduleId: Text })),
  revenueDetails: listOf(
    z.object({ usageMeterId: z.string(), revenueBaseCurrency: Exact, revenueInvoiceCurrency: Exact }),
  ),
  statusBeforeReverting: Text,
  baseCurrency: Text,
  invoiceCurrency: Text,
});

/** https://docs.togai.com/api-reference/event-management/get-an-event-using-event-id */
export const EventInFull = EventRow.extend({ eventPipelineInfo: Pipeline.nullish() });
export type EventInFull = z.infer<typeof EventInFull>;

export const EventsInFull = z.object({ events: listOf(EventInFull) });

/** https://docs.togai.com/api-reference/event-management/correct-an-ingested-event */
export const Corrected = z.object({
  data: z.array(z.object({ eventPayload: z.object({ id: Text }).nullish(), status: z.string(), reason: Text })),
});
