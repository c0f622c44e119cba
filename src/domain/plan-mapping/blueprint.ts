/** A price plan that should be there, in words that no billing system owns. */
export interface PlanBlueprint {
  /** At most 50 characters. */
  readonly name: string;
  readonly description: string;
  readonly currency: string;
  readonly cycle: Cycle;
  readonly fixedFees: readonly FixedFee[];
  readonly licences: readonly Licence[];
  readonly usageRates: readonly UsageRate[];
  readonly entitlements: readonly Entitlement[];
  /** What is charged, and nothing else: equal for equal plans, whatever they are called. */
  readonly contentHash: string;
}

export type Cycle = 'WEEKLY' | 'MONTHLY' | 'QUARTERLY' | 'HALF_YEARLY' | 'ANNUALLY';
export type Timing = 'IN_ADVANCE' | 'IN_ARREARS';

interface Card {
  /** Number of the charge that it stands for. */
  readonly charge: string;
  readonly displayName: string;
}

export interface FixedFee extends Card {
  readonly addOn: string;
  readonly once: boolean;
  readonly amount: string;
  readonly timing: Timing;
  readonly prorated: boolean;
  /** Charged in every n-th cycle; 1 for each. */
  readonly everyCycles: number;
}

export interface Licence extends Card {
  readonly addOn: string;
  readonly quantity: string;
  readonly timing: Timing;
  readonly prorated: boolean;
  readonly rate: RatePlan;
}

export interface UsageRate extends Card {
  readonly meter: string;
  readonly rate: RatePlan;
}

export interface Entitlement extends Card {
  readonly feature: string;
  readonly units: string;
  readonly amount: string;
  readonly timing: Timing;
}

export interface RatePlan {
  readonly model: 'TIERED' | 'VOLUME';
  readonly slabs: readonly Slab[];
}

export interface Slab {
  /** Units before the slab. */
  readonly startAfter: string;
  readonly priceType: 'FLAT' | 'PER_UNIT';
  readonly rate: string;
}

/** What must be there before a plan can name it. */
export interface Needs {
  readonly addOns: readonly { readonly id: string; readonly name: string; readonly kind: 'FIXED_FEE' | 'LICENCE' }[];
  readonly meters: readonly { readonly id: string; readonly unit: string }[];
  readonly features: readonly { readonly id: string; readonly unit: string }[];
}

/** A plan, and from when until when it holds. */
export interface Phase {
  readonly effectiveFrom: string;
  /** First day on which it no longer holds. */
  readonly effectiveUntil: string;
  readonly plan: PlanBlueprint;
}

export interface PlanMapping {
  readonly phases: readonly Phase[];
  readonly needs: Needs;
  /** What is told in another way than it was sold; the money is the same. */
  readonly notes: readonly Remark[];
  /** What has no equal. With any of these, nothing may be written. */
  readonly problems: readonly Remark[];
}

export interface Remark {
  /** Number and name of the charge; null for the subscription as a whole. */
  readonly charge: string | null;
  readonly message: string;
}
