export type UsagePeriod = 'HOUR' | 'DAY' | 'WEEK' | 'MONTH';

/** A stretch of time and how finely it is told. Instants, the end excluded. */
export interface UsageWindow {
  readonly from: string;
  readonly to: string;
  readonly period: UsagePeriod;
}

/** What one meter counted for one account in one period. */
export interface UsagePoint {
  readonly accountId: string;
  readonly meterId: string;
  readonly meter: string;
  /** When the period begins. */
  readonly at: string;
  readonly quantity: string;
}

export interface RevenuePoint {
  readonly at: string;
  readonly amount: string;
}

export interface TogaiUsageMeter {
  readonly togaiId: string;
  readonly name: string;
  readonly displayName: string | null;
  readonly description: string | null;
  readonly status: string;
  readonly aggregation: string | null;
  readonly createdAt: string | null;
}
