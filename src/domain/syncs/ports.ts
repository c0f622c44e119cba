import type { Lane } from '../../kernel/http/lanes.js';
import type { ConnectionKey } from '../connections/key.js';
import type { CustomerEntry } from '../customers/model.js';
import type { Page } from '../customers/ports.js';
import type { EventStream } from '../events/ports.js';
import type { SystemRecord } from '../identity/model.js';
import type { PlanMapping } from '../plan-mapping/blueprint.js';
import type { SoldSubscription } from '../plan-mapping/sold.js';
import type { CreditSource, CreditTarget } from './credits/ports.js';
import type { CustomerEnd } from './customers/customer-end.js';
import type { Announcer } from './flow-setup/announcer.js';
import type { InvoiceSource, InvoiceTarget } from './invoices/ports.js';
import type { SyncRun, SyncRunStatus, TargetStep } from './model.js';
import type { SaleSubject, SyncKind } from './subjects.js';

export interface SyncRunFilter {
  readonly kind?: SyncKind | null | undefined;
  readonly status?: SyncRunStatus | null | undefined;
  readonly customerId?: string | null | undefined;
  readonly flowId?: string | null | undefined;
  readonly parentId?: string | null | undefined;
}

export type SyncRunChanges = Partial<
  Pick<SyncRun, 'status' | 'subject' | 'customerId' | 'steps' | 'failure' | 'attempt' | 'finishedAt'>
>;

/** Where runs are kept. */
export interface SyncBook {
  /** False if there is a run of this id. */
  add(run: SyncRun): Promise<boolean>;
  read(id: string): Promise<SyncRun | null>;
  /** Changes a run that is in one of these states, and in this attempt if one is named; false if it is not. */
  change(id: string, from: readonly SyncRunStatus[], changes: SyncRunChanges, attempt?: number): Promise<boolean>;
  /**
   * Whether an attempt of a run may change things now: it then may until it gives its turn back. One of an ended run may, too, or one
   * that is not the present one, and finds nothing to do. False while another run of its key has the turn or came before, or an
   * attempt before it has not given it back.
   */
  takeTurn(id: string, attempt: number): Promise<boolean>;
  giveTurnBack(id: string, attempt: number): Promise<void>;
  /** The newest first. A cursor that was not made here throws InvalidCursor. */
  page(request: { first: number; after: string | null; filter: SyncRunFilter }): Promise<Page<SyncRun>>;
  /** Those of these ids that there are runs of. */
  known(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** How many parts of a run are in each state. */
  partsOf(id: string): Promise<ReadonlyMap<SyncRunStatus, number>>;
}

/**
 * Where runs that were noted wait until a process carries them on: it does so with a number of them at a time. Nothing here fails:
 * what was noted or has ended stays so, and an error would tell who asked for it that it is not. What cannot be begun now is noted
 * still, and begun by a later look.
 */
export interface WaitingLine {
  /** Begins a noted run, at once if it is its turn and this process has room for it. One that was begun is not begun again. */
  join(run: Pick<SyncRun, 'id' | 'kind'>): Promise<void>;
  /** It is being carried on here. */
  carries(run: Pick<SyncRun, 'id' | 'kind'>): void;
  /** It waits for a system, and others need not wait for it. */
  rests(id: string): Promise<void>;
  /** Nothing is left to do of it: who waited for it is next. */
  leaves(run: Pick<SyncRun, 'id' | 'writerKey'>): Promise<void>;
}

/** A system in which accounts are under price plans. */
export interface PlanTarget {
  readonly system: string;
  /** The accounts of a customer that are known. */
  accountsOf(customer: CustomerEntry): readonly string[];
  /** Whether there is such an account. */
  hasAccount(accountId: string): Promise<boolean>;
  /**
   * What is left to be done until the account is under these plans, by what is there now; empty when all is done. Changes
   * nothing. Throws a Refusal for what a person has to do first.
   */
  stepsFor(accountId: string, mapping: PlanMapping): Promise<readonly TargetStep[]>;
  /** Does one of these steps, the first that is left; safe to be repeated. */
  carryOut(accountId: string, mapping: PlanMapping, step: TargetStep): Promise<void>;
  /** The billing day. */
  today(): string;
  /** The one plan in force by this id or, where no id is it, by this name. Throws a Refusal for none and for several. */
  planNamed(key: string): Promise<NamedPlan>;
  /** What is left to be done until the account is under the plan; empty when all is done. Changes nothing. */
  attachmentSteps(attachment: PlanAttachment): Promise<readonly TargetStep[]>;
  /** Puts the account under the plan; safe to be repeated. */
  attach(attachment: PlanAttachment): Promise<void>;
}

export interface NamedPlan {
  readonly id: string;
  readonly name: string;
}

export interface PlanAttachment {
  readonly accountId: string;
  readonly plan: NamedPlan;
  readonly effectiveFrom: string;
  readonly effectiveUntil: string;
}

/** A system that pays for referred sales. */
export interface SaleTracker {
  readonly system: string;
  /** Without data of persons. */
  stepFor(subject: SaleSubject): TargetStep;
  /** Tells it of the sale, once for its event. */
  track(subject: SaleSubject): Promise<TrackedSale>;
}

export interface TrackedSale {
  /** In the words of its system. */
  readonly outcome: string;
  /** Whether the sale counts there, now or since before. */
  readonly counts: boolean;
  /** The buyer, where the system said who they are and an id leads to their customer. */
  readonly record: SystemRecord | null;
}

/** Who bought, as far as the directory of customers tells. */
export interface Buyers {
  byId(id: string): Promise<CustomerEntry | null>;
  /** The customers whom an id of any system belongs to or, where none is it, an email address. */
  belonging(person: { readonly email: string | null; readonly uid: string | null }): Promise<readonly CustomerEntry[]>;
  /** Writes down what was told of a buyer. */
  met(record: SystemRecord): Promise<CustomerEntry>;
}

/** A sale that is asked to be followed by its plan. */
export interface SaleRequest {
  readonly eventId: string;
  readonly plan: string;
  readonly accountId?: string | null | undefined;
  readonly effectiveFrom?: string | null | undefined;
  readonly effectiveUntil?: string | null | undefined;
  /** The buyer, where the caller named them by our id. */
  readonly customerId: string | null;
  readonly sale: SaleSubject['sale'];
}

/** The runs that follow sales, for the caller of one request. */
export interface SaleRuns {
  /** The steps that a run would take, kept nowhere; null where nothing follows the sale. */
  plan(request: SaleRequest): Promise<SyncRun | null>;
  /**
   * Notes the run of a sale that is about to be told, so that it is told and followed whatever happens; null where nothing
   * follows it. The run of an event that is known is given again, and goes on if it needs somebody.
   */
  begin(request: SaleRequest): Promise<SyncRun | null>;
  /** Lets a run go on by itself, and gives it as it is then. */
  follow(run: SyncRun): Promise<SyncRun>;
  /** Ends a run whose sale was refused. */
  refused(run: SyncRun, reason: string): Promise<void>;
}

/** On whose behalf systems are asked. */
export interface Asking {
  readonly signal: AbortSignal;
  /** Whether nobody waits for the answer: what people wait for goes first then. */
  readonly lane: Lane;
}

/** What syncs ask of the systems. Where no connection is named it is the first that can. */
export interface SyncWorld {
  /** Null where nobody knows it. */
  sold(subscriptionKey: string, from: ConnectionKey | null, asking: Asking): Promise<SoldIn | null>;
  /** Null where the connection is not open, or its system keeps no customers. */
  customerEnd(key: ConnectionKey, asking: Asking): CustomerEnd | null;
  /** How a connection's system is asked what happened; empty for one that cannot be. */
  streams(from: ConnectionKey): readonly EventStream[];
  /** Null where no system has price plans. */
  planTarget(to: ConnectionKey | null, asking: Asking): Ended<PlanTarget> | null;
  /** Null for a connection that is not open, and where the system cannot be told what to tell of. */
  announcer(key: ConnectionKey, asking: Asking): Announcer | null;
  /** Null where no system pays for referrals. */
  saleTracker(asking: Asking): Ended<SaleTracker> | null;
  /** The numbers of the customer's subscriptions there. */
  subscriptionsOf(customer: CustomerEntry, at: ConnectionKey, asking: Asking): Promise<readonly string[]>;
  /** Null where no system grants credits. */
  creditSource(from: ConnectionKey | null, asking: Asking): Ended<CreditSource> | null;
  /** Null where no system books them. */
  creditTarget(to: ConnectionKey | null, asking: Asking): Ended<CreditTarget> | null;
  /** Null where no system issues invoices for others to book. */
  invoiceSource(from: ConnectionKey | null, asking: Asking): Ended<InvoiceSource> | null;
  /** Null where no system books them. */
  invoiceTarget(to: ConnectionKey | null, asking: Asking): Ended<InvoiceTarget> | null;
}

/** One end of a sync, and the connection that leads there. */
export interface Ended<T> {
  readonly key: ConnectionKey;
  readonly end: T;
}

export interface SoldIn {
  readonly key: ConnectionKey;
  readonly sold: SoldSubscription;
}
