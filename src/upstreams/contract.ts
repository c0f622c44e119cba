import type { LookupFunction } from 'node:net';
import type { Command } from 'commander';
import type { z } from 'zod';
import type { CustomerEntry } from '../domain/customers/model.js';
import type { EventName, Findings } from '../domain/events/model.js';
import type { EventStream } from '../domain/events/ports.js';
import type { FlowRole } from '../domain/flows/ports.js';
import type { SystemRecord } from '../domain/identity/model.js';
import type { DiscoveryStream } from '../domain/identity/ports.js';
import type { InvoicePage, InvoicePageRequest } from '../domain/invoices/ports.js';
import type { SoldSubscription } from '../domain/plan-mapping/sold.js';
import type { CreditSource, CreditTarget } from '../domain/syncs/credits/ports.js';
import type { CustomerEnd } from '../domain/syncs/customers/customer-end.js';
import type { Announcer } from '../domain/syncs/flow-setup/announcer.js';
import type { InvoiceSource, InvoiceTarget } from '../domain/syncs/invoices/ports.js';
import type { PlanTarget, SaleTracker } from '../domain/syncs/ports.js';
import type { NumberKind } from '../domain/uploads/model.js';
import type { UploadBook } from '../domain/uploads/ports.js';
import type { WebhookReceiver } from '../domain/webhooks/ports.js';
import type { Clock } from '../kernel/clock.js';
import type { Lane } from '../kernel/http/lanes.js';
import type { GatewayRoute } from '../kernel/http/route.js';
import type { BreakerState, FinishedCall } from '../kernel/http/upstream-http.js';
import type { IdSource } from '../kernel/ids.js';
import type { Logger } from '../kernel/logger.js';
import type { Money } from '../kernel/money.js';
import type { ChangeFeed } from '../kernel/reading/change-feed.js';
import type { EntityCache } from '../kernel/reading/entity-cache.js';
import type { KeptDocuments } from '../kernel/reading/kept-documents.js';
import type { KnownSecrets } from '../kernel/secrets/known-secrets.js';
import type { DurableTask, TaskStarter } from '../kernel/writing/durable-task.js';
import type { WriteLedger } from '../kernel/writing/write-ledger.js';
import type { NodeKind } from '../schema-kit/node.js';
import type { Sandbox, SandboxOptions } from './sandbox-kit/types.js';

/** One billing system: all that the gateway has to know of it. Registered by one line in `registry.ts`. */
export interface Upstream<Settings = unknown> {
  /** Its value of the BillingSystem enum, for example `ZUORA_BILLING`; the prefix of its environment variables. */
  readonly id: string;
  /** Its name for people. */
  readonly title: string;
  readonly description: string;
  /** How many objects one call to the system reads: what an operation costs is reckoned with it. */
  readonly keysPerCall: number;
  readonly settings: UpstreamSettings<Settings>;
  connect(settings: Settings, kit: UpstreamKit): UpstreamConnection;
  startSandbox(options: SandboxOptions): Promise<StartedSandbox>;
  readonly schema: UpstreamSchema;
  /** What it can be to flows, for systems that can tell of something or have something done in them. */
  readonly flows?: FlowRole;
  /** Adds its commands to the command line. */
  readonly commands?: (program: Command) => void;
}

/** Writes an upstream down with its settings' type, and hands it on without it. */
export function defineUpstream<Settings>(upstream: Upstream<Settings>): Upstream {
  return upstream as Upstream;
}

export interface UpstreamSettings<Settings> {
  /** Keys are environment variables, values describe themselves with zod's `describe`. */
  readonly shape: Readonly<Record<string, z.ZodType>>;
  /** The variable that decides: set, the system is a real tenant; unset, its sandbox is started. */
  readonly decidedBy: string;
  /** Variables that make no sense without that one: forgetting it must not start a sandbox in silence. */
  readonly credentials: readonly string[];
  /** Variables whose values are never shown to anybody. */
  readonly secrets: readonly string[];
  /** The vendor's own domains: connections made at run time lead to hosts below them, unless others are allowed. */
  readonly domains: readonly string[];
  /** The variables with the charge that credits of other systems are booked against and with its kind, for systems with charges. */
  readonly charge?: { readonly id: string; readonly kind: string };
  /** Turns the parsed variables into settings, or says what is wrong with their combination. */
  readonly combine: (
    parsed: Readonly<Record<string, unknown>>,
  ) => { settings: Settings } | { problems: readonly string[] };
}

/** What the gateway lends to a connection. */
export interface UpstreamKit {
  /** What the connection is called in keys, metrics and traces; its system's id unless given. */
  readonly connection?: string;
  readonly cache: EntityCache;
  readonly clock: Clock;
  /** Of all connections: no answer of the system is read with one of them in it. */
  readonly secrets: KnownSecrets;
  readonly log: Logger;
  readonly ids: IdSource;
  /** Where changes are noted that must be made exactly once. */
  readonly writes: WriteLedger;
  /** For what the system tells once and cannot be asked for again. */
  readonly kept: KeptDocuments;
  /** Files of rows on their way into the system. */
  readonly uploads: UploadBook;
  /** Tells of changes of those files, whichever process made them. */
  readonly changes: ChangeFeed;
  /** Told of every object that was changed, here or by others: ids of any kind that the system gave to it or to whose it is. */
  readonly changed: (ids: readonly string[]) => void;
  /** Starts the connection's tasks. */
  readonly tasks: TaskStarter;
  /** The whole address of a route of the gateway, for people and programs. */
  readonly addressOf: (path: string) => string;
  /** Whether a field, by its path, may hold what looks like the number of a payment card. */
  readonly mayHoldCardNumber: (path: readonly string[]) => boolean;
  readonly onCall: (call: FinishedCall) => void;
  /** How the tenant's host is looked up, where not every address will do. */
  readonly lookup?: LookupFunction | undefined;
}

/** What of it the wire needs. */
export type ClientKit = Pick<UpstreamKit, 'connection' | 'clock' | 'secrets' | 'onCall' | 'lookup'>;

/** One tenant of a billing system, for the life of the process. */
export interface UpstreamConnection {
  readonly discovery: readonly DiscoveryStream[];
  /** Its work that outlives requests and processes. */
  readonly tasks?: readonly DurableTask[];
  /** Starts tasks that were stored and not started because a process ended in between; how many. Called again and again. */
  resume?(): Promise<number>;
  /** What it says of what happened when it is asked, for systems that flows can wait for. */
  readonly eventStreams?: readonly EventStream[];
  /** How the system tells of changes unasked; null where no secret for it is configured. */
  readonly webhooks?: WebhookReceiver | null;
  /** Addresses beside GraphQL. */
  readonly routes?: readonly GatewayRoute[];
  /** Opens what a single GraphQL request holds of the system. */
  openSession(request: SessionRequest): UpstreamSession;
  health(): UpstreamHealth;
  /** Looks whether the tenant can be used and what it can do, by calls that change nothing. Does not throw for what it finds. */
  diagnose?(request: SessionRequest): Promise<readonly Finding[]>;
  close(): Promise<void>;
}

/** One thing that was looked at. No text holds a credential. */
export interface Finding {
  /** What was looked at, for example `Credentials`. */
  readonly subject: string;
  /** NOTE: it works, but there is something to know. PROBLEM: something has to be done. */
  readonly state: 'OK' | 'NOTE' | 'PROBLEM';
  /** What was found. */
  readonly found: string;
  /** What the gateway does about it, or what a person has to do; null if nothing follows. */
  readonly advice: string | null;
}

export interface SessionRequest {
  /** Fires at the request's deadline. */
  readonly signal: AbortSignal;
  /** Whether a person waits for it, which is so unless said otherwise. Heeded by what changes things. */
  readonly lane?: Lane;
}

/** What the unified model asks of a system on behalf of one request. Every answer is batched with its neighbours. */
export interface UpstreamSession {
  /** How current the system's own record of the customer is; null if the system does not have the customer. */
  source(customer: CustomerEntry): Promise<SourceReading | null>;
  /** The records behind an id that the directory does not know; empty if the system does not know it either. */
  find(value: string): Promise<readonly SystemRecord[]>;
  /** What the customer owes according to the system; null if it does not keep balances for them. */
  balance?(customer: CustomerEntry): Promise<Money | null>;
  /** The invoices of a customer, newest first, for systems that bill; see `UpstreamSchema.invoice`. */
  invoicesOf?(customer: CustomerEntry, request: InvoicePageRequest): Promise<InvoicePage>;
  /** The numbers of the customer's accounts or subscriptions, for systems that say `numbersCustomers`. */
  numbersOf?(customer: CustomerEntry, kind: NumberKind): Promise<readonly string[]>;
  /** A subscription as it was sold, by any key that the system knows it by; null if it does not know it. */
  soldSubscription?(key: string): Promise<SoldSubscription | null>;
  /** Where customers are made, changed and linked, for systems that keep customers of their own. */
  customerEnd?(): CustomerEnd;
  /** Where accounts are put under price plans, for systems that have them. */
  planTarget?(): PlanTarget;
  /** Where sales are told that somebody may have referred, for systems that pay for them. */
  saleTracker?(): SaleTracker;
  /** Where it is told what to tell of unasked, for systems that can be told so. */
  announcer?(): Announcer;
  /** Where credits are granted that other systems book, for systems that grant them. */
  creditSource?(): CreditSource;
  /** Where credits of other systems are booked. */
  creditTarget?(): CreditTarget;
  /** Where invoices are issued that other systems book, for systems that issue them. */
  invoiceSource?(): InvoiceSource;
  /** Where invoices of other systems are booked. */
  invoiceTarget?(): InvoiceTarget;
  /** The last thing of its kind that happened; null if nothing did. For systems that tell of any. */
  lastEvent?(event: EventName): Promise<Findings | null>;
  /** The record's page in the system's own user interface. */
  recordUrl?(kind: string, value: string): string | null;
}

export interface SourceReading {
  /** Milliseconds since the epoch at which the system was asked. */
  readonly fetchedAt: number;
  readonly stale: boolean;
}

export interface UpstreamHealth {
  readonly breaker: BreakerState;
  /** Calls that wait for their turn under the system's limits. */
  readonly waiting: number;
  /** What is left of its limits, for systems that say so. */
  readonly quota?: readonly QuotaReading[];
}

/** One limit of a system, as it was last told. */
export interface QuotaReading {
  /** What it counts, in the system's words. */
  readonly name: string;
  readonly limit: number;
  /** What everybody together has left; null if the system has not said. */
  readonly remaining: number | null;
  /** How many the gateway uses at most as of now; null if it uses what there is. */
  readonly share: number | null;
  /** Milliseconds since the epoch at which the limit is whole again; null where that is not a matter of time. */
  readonly resetsAt: number | null;
  /** Milliseconds since the epoch at which the system said so; null if it has not. */
  readonly readAt: number | null;
}

export interface StartedSandbox {
  readonly sandbox: Sandbox;
  /** The variables that make the gateway use it. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface UpstreamSchema {
  /** type-graphql resolver classes. */
  readonly resolvers: readonly (new () => unknown)[];
  readonly nodes: readonly NodeKind[];
  /** The type of its invoices, a node, for systems that bill: their sessions have `invoicesOf`. */
  readonly invoice?: new () => object;
  /** Whether files of other systems name customers by its numbers: its sessions have `numbersOf`. */
  readonly numbersCustomers?: boolean;
}
