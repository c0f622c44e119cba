import type { Money } from '../../kernel/money.js';

/** Somebody who came through a promoter, as FirstPromoter last told it. */
export interface Referral {
  readonly id: string;
  readonly referralId: string;
  readonly email: string | null;
  /** The id that we gave them at sign-up. */
  readonly uid: string | null;
  /** FirstPromoter's word; null where the call does not tell. */
  readonly state: string | null;
  readonly promoter: ReferralPromoter | null;
  readonly cancelledAt: string | null;
  /** Ids of other systems that lead to the customer. */
  readonly references: readonly string[];
}

export interface ReferralPromoter {
  readonly promoterId: string;
  readonly email: string | null;
  readonly name: string | null;
}

export interface ReferralCommission {
  readonly commissionId: string;
  readonly status: string | null;
  /** Null where it is not money: points, months, … */
  readonly amount: Money | null;
  readonly units: string | null;
  readonly unit: string | null;
}

export type TrackingOutcome = 'TRACKED' | 'ALREADY_TRACKED' | 'NOT_REFERRED' | 'NOTHING_TO_DO';

/** What FirstPromoter made of an event. */
export interface Tracking {
  readonly outcome: TrackingOutcome;
  readonly referral: Referral | null;
  readonly commissions: readonly ReferralCommission[];
}
