import type { ExternalRef } from '../identity/model.js';

/** A subscription as it was sold, in words that no billing system owns. Days are billing days; amounts exact decimals. */
export interface SoldSubscription {
  /** The record of whoever bought it. */
  readonly owner: ExternalRef;
  readonly number: string;
  readonly version: number;
  readonly currency: string;
  readonly startDate: string;
  /** First day on which it no longer counts; null if it goes on until it is ended. */
  readonly endDate: string | null;
  /** Every segment of every charge. */
  readonly charges: readonly SoldCharge[];
}

export type ChargeType = 'ONE_TIME' | 'RECURRING' | 'USAGE' | 'UNKNOWN';
export type ChargeModel =
  | 'FLAT_FEE'
  | 'PER_UNIT'
  | 'TIERED'
  | 'VOLUME'
  | 'OVERAGE'
  | 'TIERED_WITH_OVERAGE'
  | 'DISCOUNT_AMOUNT'
  | 'DISCOUNT_PERCENTAGE'
  | 'UNKNOWN';
export type Period = 'WEEK' | 'MONTH' | 'QUARTER' | 'HALF_YEAR' | 'YEAR';

/** What one charge costs between two days. */
export interface SoldCharge {
  readonly number: string;
  /** Of the product's charge; the same for all who bought it. */
  readonly productChargeId: string | null;
  readonly name: string;
  readonly planName: string;
  readonly type: ChargeType;
  readonly model: ChargeModel;
  /** Type and model in the seller's own words, for people. */
  readonly kindText: string;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly period: Period | null;
  /** In the seller's own words. */
  readonly periodText: string | null;
  readonly timing: 'IN_ADVANCE' | 'IN_ARREARS' | null;
  /** Where there is just one. */
  readonly price: string | null;
  readonly tiers: readonly SoldTier[];
  readonly includedUnits: string | null;
  readonly overagePrice: string | null;
  /** Units that were paid beforehand; null where none were. */
  readonly prepaidUnits: string | null;
  readonly startDate: string;
  readonly endDate: string | null;
}

/** Counts from the first unit of the tier. */
export interface SoldTier {
  readonly startingUnit: string;
  readonly endingUnit: string | null;
  readonly price: string | null;
  readonly perUnit: boolean;
  readonly isOverage: boolean;
}
