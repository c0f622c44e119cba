import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { type Caller, mayAsk } from '../domain/access/model.js';
import type { AuditBook } from '../domain/audit/ports.js';
import type { ConnectionDesk } from '../domain/connections/desk.js';
import { type ConnectionKey, handleOf, systemOf } from '../domain/connections/key.js';
import { seenFrom } from '../domain/connections/view.js';
import type { CustomerChanges } from '../domain/customers/changes.js';
import type { CustomerEntry } from '../domain/customers/model.js';
import type { CustomerDirectory } from '../domain/customers/ports.js';
import { customerOfChangedRecord, customerOfRecord } from '../domain/customers/service.js';
import type { FlowDesk } from '../domain/flows/desk.js';
import type { DiscoveryControl } from '../domain/identity/discovery-status.js';
import type { ExternalRef } from '../domain/identity/model.js';
import type { DriftBook } from '../domain/reconciliation/ports.js';
import type { SyncDesk } from '../domain/syncs/desk.js';
import type { SyncWorld } from '../domain/syncs/ports.js';
import type { SaleDesk } from '../domain/syncs/sales/sale-desk.js';
import type { Inbox } from '../domain/webhooks/ports.js';
import { AccessDenied, DeadlineExceeded, UpstreamError } from '../kernel/errors.js';
import type { Logger } from '../kernel/logger.js';
import type { ChangeFeed } from '../kernel/reading/change-feed.js';
import type { CustomerLookup, RequestContext, SessionKey } from '../schema-kit/context.js';
import type { ConnectedSystem } from '../upstreams/connected.js';
import type { UpstreamSession } from '../upstreams/contract.js';
import { customerNumbers } from './connections/customer-numbers.js';
import { Routes } from './connections/routes.js';
import type { Sharing } from './execution/sharing.js';

/** What the gateway's own resolvers are given on top of what those of the systems get. */
export interface GatewayContext extends RequestContext {
  readonly directory: CustomerDirectory;
  readonly systems: readonly ConnectedSystem[];
  readonly connections: ConnectionDesk;
  readonly inbox: InboxDesk;
  readonly discovery: DiscoveryControl;
  readonly syncs: SyncDesk;
  readonly syncWorld: SyncWorld;
  readonly drifts: Pick<DriftBook, 'page'>;
  readonly flows: FlowDesk;
  readonly changes: ChangeFeed;
  readonly customerChanges: CustomerChanges;
  readonly audit: AuditDesk;
  readonly caller: Caller;
  /** Whether data of persons is for callers with the scope `personal` alone. */
  readonly hidesPersonalData: boolean;
  /** Whether a field, by its mutation and path, may hold what looks like the number of a payment card. */
  readonly mayHoldCardNumber: (path: readonly string[]) => boolean;
  /** What the request was found to weigh; filled in as it goes. */
  readonly tally: { cost: number | null };
  /** What it says of itself for those who ask the same meanwhile; null where nobody may join it. */
  readonly sharing: Sharing | null;
  /** The session of a system's default connection, or of another one. */
  sessionOf(key: ConnectionKey): UpstreamSession;
  /** The same request as one connection's system sees it: its session and its ids stand for those of the system. */
  via(key: ConnectionKey): GatewayContext;
  /** Which parts of the answer are read from other connections than the default ones. */
  readonly routes: Routes;
  /** What fields could not get although they have a value. */
  readonly failures: readonly PartialFailure[];
  /** Tells the caller of a failure that does not take the field's value away. */
  failedInPart(path: GraphQLResolveInfo['path'], error: unknown): void;
  /**
   * What the work comes to, or DeadlineExceeded when the request's time is over and it has not heeded that: a database that
   * is silent heeds no signal.
   */
  inTime<T>(work: Promise<T>): Promise<T>;
  /** Ends the request's deadline; without it the timer would outlive the request. */
  finish(): void;
}

export interface PartialFailure {
  readonly path: GraphQLResolveInfo['path'];
  readonly error: unknown;
}

/** Where it is written down who did what. */
export interface AuditDesk {
  readonly book: AuditBook;
  readonly nextId: () => string;
  readonly now: () => number;
}

/** What systems told, for people to look at. */
export interface InboxDesk extends Pick<Inbox, 'page' | 'read'> {
  /** False if it is not one that was given up. */
  revive(id: string): Promise<boolean>;
  /** There is something to do. */
  wake(): void;
}

export interface ContextServices {
  readonly directory: CustomerDirectory;
  readonly systems: readonly ConnectedSystem[];
  readonly connections: ConnectionDesk;
  readonly inbox: InboxDesk;
  readonly discovery: DiscoveryControl;
  readonly syncs: {
    readonly desk: SyncDesk;
    readonly sales: SaleDesk;
    readonly world: SyncWorld;
    readonly drifts: DriftBook;
  };
  readonly flows: FlowDesk;
  readonly changes: ChangeFeed;
  readonly customerChanges: CustomerChanges;
  readonly audit: AuditDesk;
  readonly log: Logger;
  readonly deadlineMs: number;
  readonly hidesPersonalData: boolean;
  readonly mayHoldCardNumber: (path: readonly string[]) => boolean;
}

export interface IncomingRequest {
  readonly id: string;
  readonly caller: Caller;
  /** Fires when the caller has hung up. */
  readonly gone: AbortSignal;
  /** Whether it goes on until the caller has had enough; it has no deadline then. */
  readonly lasting?: boolean;
  /** Milliseconds of its time that are gone already. */
  readonly spentMs?: number;
  readonly sharing?: Sharing | null;
}

// For what heeds the deadline to say in its own words what became of it.
const GRACE_MS = 250;

/** Opens the context of one request. */
export function createContext(
  services: ContextServices,
  { id, caller, gone, lasting = false, spentMs = 0, sharing = null }: IncomingRequest,
): GatewayContext {
  const {
    directory,
    systems,
    connections,
    inbox,
    discovery,
    syncs,
    flows,
    changes,
    customerChanges,
    audit,
    log,
    hidesPersonalData,
    mayHoldCardNumber,
  } = services;
  const deadlineMs = Math.max(0, services.deadlineMs - spentMs);
  // `AbortSignal.any` would do it, at the price of weak references that the garbage collector has to follow.
  const ended = new AbortController();
  const leave = () => ended.abort(gone.reason);
  if (gone.aborted) leave();
  else if (!lasting) gone.addEventListener('abort', leave, { once: true });
  const signal = lasting ? gone : ended.signal;
  const timer = lasting ? undefined : setTimeout(() => ended.abort(new DeadlineExceeded()), deadlineMs);
  const late = Promise.withResolvers<never>();
  late.promise.catch(() => {});
  const lastTimer = lasting ? undefined : setTimeout(() => late.reject(new DeadlineExceeded()), deadlineMs + GRACE_MS);
  const sessions = new Map<string, UpstreamSession>();
  const failures: PartialFailure[] = [];

  const sessionOf = (key: ConnectionKey): UpstreamSession => {
    const open = sessions.get(key);
    if (open) return open;
    if (!mayAsk(caller, key)) throw new AccessDenied('FORBIDDEN', `This caller may not ask ${key}.`);
    const connected = systems.find((one) => one.key === key);
    if (!connected) throw new UpstreamError(key, 'UPSTREAM_UNSUPPORTED', `${key} is switched off in this gateway.`);
    const session = connected.connection.openSession({ signal });
    sessions.set(key, session);
    return session;
  };

  const derived = new Map<ConnectionKey, GatewayContext>();
  const context: GatewayContext = {
    requestId: id,
    caller,
    hidesPersonalData,
    mayHoldCardNumber,
    tally: { cost: null },
    sharing,
    failures,
    failedInPart: (path, error) => void failures.push({ path, error }),
    signal,
    log,
    directory,
    systems,
    connections,
    inbox,
    discovery,
    syncs: syncs.desk,
    syncWorld: syncs.world,
    drifts: syncs.drifts,
    flows,
    changes,
    customerChanges,
    audit,
    customers: customerLookup(directory),
    numbersOf: (customer, kind) => customerNumbers(context, null, customer, kind),
    sales: syncs.sales.for({ id: caller.id, mayAsk: (system) => mayAsk(caller, system), signal }),
    sessionOf,
    session: <S>({ system }: SessionKey<S>) => sessionOf(system) as S,
    via(key) {
      if (key === systemOf(key)) return context;
      const known = derived.get(key) ?? contextVia(context, key);
      derived.set(key, known);
      return known;
    },
    routes: new Routes(),
    inTime: (work) => Promise.race([work, late.promise]),
    finish: () => {
      clearTimeout(timer);
      clearTimeout(lastTimer);
      gone.removeEventListener('abort', leave);
    },
  };
  return context;
}

function contextVia(context: GatewayContext, key: ConnectionKey): GatewayContext {
  const system = systemOf(key);
  const sessionOf = (asked: string) => context.sessionOf(asked === system ? key : asked);
  return {
    ...context,
    sessionOf,
    session: <S>(asked: SessionKey<S>) => sessionOf(asked.system) as S,
    customers: customersSeenFrom(context.customers, key),
    numbersOf: (customer, kind) => customerNumbers(context, handleOf(key), customer, kind),
  };
}

function customersSeenFrom(customers: CustomerLookup, key: ConnectionKey): CustomerLookup {
  const system = systemOf(key);
  const seen = (entry: CustomerEntry | null) => entry && seenFrom(entry, key);
  const own = <T extends { readonly system: string }>(one: T): T =>
    one.system === system ? { ...one, system: key } : one;
  return {
    byId: async (id) => seen(await customers.byId(id)),
    byRef: async (ref) => seen(await customers.byRef(own(ref))),
    ofRecord: async (record) => seenFrom(await customers.ofRecord(own(record)), key),
    changed: async (record) => seenFrom(await customers.changed(own(record)), key),
  };
}

function customerLookup(directory: CustomerDirectory): CustomerLookup {
  const byId = new DataLoader<string, CustomerEntry | null>(async (ids) => {
    const found = await directory.findByIds(ids);
    return ids.map((id) => found.get(id) ?? null);
  });
  const byRef = new DataLoader<ExternalRef, CustomerEntry | null, string>((refs) => directory.findByRefs(refs), {
    cacheKeyFn: ({ system, kind = '', value }) => JSON.stringify([system, kind, value]),
  });
  return {
    byId: (id) => byId.load(id),
    byRef: (ref) => byRef.load(ref),
    async ofRecord(record) {
      const [first] = record.externalIds;
      const known = first && (await byRef.load({ system: record.system, ...first }));
      return known ?? (await customerOfRecord(directory, record));
    },
    async changed(record) {
      const customer = await customerOfChangedRecord(directory, record);
      byId.clearAll();
      byRef.clearAll();
      return customer;
    },
  };
}
