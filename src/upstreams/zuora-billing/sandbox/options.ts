import type { Sandbox, SandboxOptions } from '../../sandbox-kit/types.js';
import type { LegacyCredentials, ZuoraCredentials } from './access/authentication.js';
import type { ZuoraLimits } from './access/limits.js';
import type { Histories } from './notifications/histories.js';
import type { FieldValue, RecordKind, ZuoraRecord } from './state/record.js';

export interface ZuoraSandboxOptions extends SandboxOptions {
  /** Replaces some of a production tenant's limits; they hold unless `limits` is false. */
  tenantLimits?: Partial<ZuoraLimits>;
  /** The tenant's zone, in whose offsets times are written. Default America/Los_Angeles. */
  timeZone?: string;
  /** The tenant's entities. With more than one, each request must name its own. Default: one. */
  entityIds?: readonly string[];
  /** Whether the tenant has Object Query. Default true. */
  objectQuery?: boolean;
  /** Most records that Object Query puts into a page, whatever is asked for. Default 99, the most that can be asked for. */
  objectQueryPage?: number;
  /**
   * Whether subscriptions are changed by orders: true by nothing else, so that Subscribe and Amend is refused; false not
   * at all. Default: by both, as in a tenant with Orders Harmonization.
   */
  orders?: boolean;
  /** How often a job answers that it is at it before it answers what it did. Default once. */
  jobPolls?: number;
  /** How many event triggers the tenant may have. Default 20, as older pages say. */
  eventTriggers?: number;
  /** Whether the tenant has Invoice Settlement. Default true. */
  invoiceSettlement?: boolean;
}

export type RecordPatch = Readonly<Record<string, FieldValue>>;

export interface ZuoraSandbox extends Sandbox {
  readonly credentials: ZuoraCredentials;
  readonly legacyCredentials: LegacyCredentials;
  readonly entityIds: readonly string[];
  /** The zone whose days it bills by. */
  readonly timeZone: string;
  /** A charge of the catalog, for gateways that book credits against one. */
  readonly creditChargeId: string;
  /** Makes every token given out so far invalid. */
  expireTokens(): void;
  /** A record by id; null fields included. */
  record(kind: RecordKind, id: string): ZuoraRecord | undefined;
  /**
   * Changes fields of a record as somebody at Zuora would; `updatedDate` becomes now unless the patch sets it.
   * @throws Error if there is no such record
   */
  update(kind: RecordKind, id: string, patch: RecordPatch): ZuoraRecord;
  /** `update` for an account, by id or account number. */
  updateAccount(key: string, patch: RecordPatch): ZuoraRecord;
  /** Adds a record; without an `id` in the fields it gets one. */
  add(kind: RecordKind, fields: RecordPatch): ZuoraRecord;
  remove(kind: RecordKind, id: string): void;
  /** Holds a subscription as another process at Zuora would: writes to it are refused for lock contention. */
  lock(subscriptionNumber: string): void;
  unlock(subscriptionNumber: string): void;
  /** What became of callouts and emails, with their ids, which the API does not tell. */
  readonly histories: Pick<Histories, 'list' | 'addCallout' | 'addEmail'>;
}
