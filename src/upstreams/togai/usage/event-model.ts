import type { Money } from '../../../kernel/money.js';

/** One entry of the log of events. An id has several after a correction, and when it is used again after 45 days. */
export interface TogaiEvent {
  /** Togai's own id of the entry. */
  readonly togaiId: string;
  /** The id that the sender chose. */
  readonly eventId: string | null;
  readonly schemaName: string;
  readonly accountId: string;
  readonly customerId: string | null;
  readonly timestamp: string | null;
  readonly attributes: readonly TogaiEventAttribute[];
  readonly dimensions: Readonly<Record<string, unknown>>;
  /** As Togai writes it. */
  readonly status: string;
  readonly statusDescription: string | null;
  readonly source: string | null;
  readonly createdAt: string | null;
  /** Null in lists, which do not have it. */
  readonly processing: TogaiEventProcessing | null;
}

export interface TogaiEventAttribute {
  readonly name: string;
  /** Exact, of up to 512 digits. */
  readonly value: string;
  readonly unit: string | null;
}

export interface TogaiEventProcessing {
  readonly meters: readonly TogaiEventMeter[];
  readonly pricePlanIds: readonly string[];
  readonly statusBeforeReverting: string | null;
}

export interface TogaiEventMeter {
  readonly meterId: string;
  readonly name: string | null;
  readonly status: string | null;
  readonly units: string | null;
  readonly revenue: Money | null;
  readonly invoicedRevenue: Money | null;
}
