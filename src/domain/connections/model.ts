import type { ConnectionKey } from './key.js';

/** What a charge id of a connection is the id of. */
export type ChargeKind = 'PRODUCT_RATE_PLAN_CHARGE' | 'SUBSCRIPTION_CHARGE';

/** The charge that credits of other systems are booked against; null if none is set. */
export interface CreditCharge {
  readonly chargeId: string | null;
  readonly chargeKind: ChargeKind | null;
}

/** A link to one tenant, or one entity of a tenant, of a billing system. */
export interface Connection extends CreditCharge {
  readonly key: ConnectionKey;
  readonly system: string;
  /** For people. */
  readonly name: string;
  readonly endpoint: string;
  /** Everything but secrets, by the names that its kind gives them. */
  readonly settings: Readonly<Record<string, string>>;
  /** The names of the secrets that it has. */
  readonly secretNames: readonly string[];
  /** Whether it comes from the environment: such a one cannot be changed here. */
  readonly builtIn: boolean;
  readonly check: ConnectionCheck | null;
  /** Milliseconds since the epoch; null for those of the environment. */
  readonly createdAt: number | null;
}

/** What the last look at the tenant found. */
export interface ConnectionCheck {
  readonly ok: boolean;
  readonly findings: readonly CheckFinding[];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface CheckFinding {
  readonly subject: string;
  readonly state: 'OK' | 'NOTE' | 'PROBLEM';
  readonly found: string;
  readonly advice: string | null;
}

/** What connections to a system need. */
export interface ConnectionKind {
  readonly system: string;
  readonly title: string;
  readonly settings: readonly KindSetting[];
}

export interface KindSetting {
  readonly name: string;
  readonly description: string;
  /** Whether it goes in and never comes out. */
  readonly secret: boolean;
}
