import type { SystemRecord } from '../identity/model.js';

/** What can happen in a system, in words that none of them owns. */
export const EVENT_NAMES = [
  'CUSTOMER_CREATED',
  'CUSTOMER_CHANGED',
  'SUBSCRIPTION_CHANGED',
  'CREDIT_GRANTED',
  'INVOICE_GENERATED',
  'SALE_MADE',
] as const;
export type EventName = (typeof EVENT_NAMES)[number];

/** Something that happened in a system, as the system itself tells it when it is asked. */
export interface SystemEvent {
  readonly event: EventName;
  /** The system's key of what it happened to. */
  readonly key: string;
  /** Another one each time that it happens to the same, and the same however often it is told. */
  readonly version: string;
  /** When it happened by the system's clock, milliseconds since the epoch; null where it does not say. */
  readonly at: number | null;
  /** The record of the customer whose it is; null where the system does not say. */
  readonly recordId: string | null;
  /** What cannot be read again by the key. */
  readonly details?: Readonly<Record<string, string>>;
}

/** What a system says of ids that it was asked for. */
export interface Findings {
  readonly records: readonly SystemRecord[];
  readonly events: readonly SystemEvent[];
}
