import type { ConnectionKey } from '../../connections/key.js';
import type { CustomerEntry } from '../../customers/model.js';
import type { RecordId, SystemRecord } from '../../identity/model.js';
import type { TargetStep } from '../model.js';

/** A system that has customers of its own, and lets them be made, changed and linked. Its steps are safe to be repeated. */
export interface CustomerEnd {
  /** The ids of its own customers that the directory has for one; mostly one, or none. */
  keysOf(customer: CustomerEntry): readonly string[];
  /** A customer by any of its ids, read afresh; null if there is none. `known` is what the directory has of it. */
  read(key: string, known: CustomerEntry | null): Promise<HeldCustomer | null>;
  /**
   * The customer that was made here out of another system's before; null if none was. Throws a Refusal where its id is that
   * of somebody else.
   */
  madeFor(origin: Origin): Promise<HeldCustomer | null>;
  /** What makes a customer out of another system's, linked from its first moment. Throws a Refusal for what it lacks. */
  making(origin: Origin): Promise<Making>;
  /** What is left to be done until the customer names the other system's. Throws a Refusal where a person has to choose. */
  linking(held: HeldCustomer, other: Origin): Promise<readonly Deed[]>;
  /** Why the ids of the other system cannot be written down here; null if they can. The other side then names this one alone. */
  cannotName(other: Origin): Promise<string | null>;
  /** What is left to be done until name, email and address are those of the other system, as far as it has them. */
  following(held: HeldCustomer, origin: Origin): readonly Deed[];
}

/** A customer as one system has it. */
export interface HeldCustomer {
  /** Of the whole record. */
  readonly id: string;
  /** For people, for example `account A00000001`. */
  readonly title: string;
  readonly profile: CustomerProfile;
  /** What the directory is told of it: the whole record first, then its parts. */
  readonly records: readonly SystemRecord[];
  /** Its own ids that other systems may write down. */
  readonly ids: readonly RecordId[];
  /** Ids of other systems that are written on it. */
  readonly links: readonly string[];
  /** Why it takes no changes any more, for example `archived`; null if it does. */
  readonly closed: string | null;
  /** What has to be chosen before another system's customer can be made of it; null if nothing. */
  readonly unclear: string | null;
}

/** The other system's customer, and the connection that it was read through. */
export interface Origin {
  readonly key: ConnectionKey;
  readonly system: string;
  /** What tells the connection from others of the system; null for its default one. */
  readonly handle: string | null;
  readonly held: Pick<HeldCustomer, 'id' | 'title' | 'profile' | 'ids'>;
}

export interface Making {
  readonly deed: Deed;
  /** The ids that it will have, as far as they can be known before. */
  readonly ids: readonly RecordId[];
  readonly title: string;
}

/** A step, and how it is done. */
export interface Deed {
  readonly step: TargetStep;
  carryOut(): Promise<void>;
}

/** Who a customer is, in words that all systems understand. */
export interface CustomerProfile {
  readonly name: string;
  readonly email: string | null;
  readonly address: PostalAddress;
  /** ISO 4217. */
  readonly currency: string | null;
  /** In how many days they pay. */
  readonly netTermDays: number | null;
}

export interface PostalAddress {
  readonly line1: string | null;
  readonly line2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly phone: string | null;
}
