import DataLoader from 'dataloader';
import { type Caller, mayAsk } from '../domain/access/model.js';
import type { CustomerEntry } from '../domain/customers/model.js';
import type { CustomerDirectory } from '../domain/customers/ports.js';
import { customerOfChangedRecord, customerOfRecord } from '../domain/customers/service.js';
import type { DiscoveryControl } from '../domain/identity/discovery-status.js';
import type { ExternalRef } from '../domain/identity/model.js';
import type { SyncDesk } from '../domain/syncs/desk.js';
import { AccessDenied, DeadlineExceeded, UpstreamError } from '../kernel/errors.js';
import type { Logger } from '../kernel/logger.js';
import type { CustomerLookup, RequestContext, SessionKey } from '../schema-kit/context.js';
import type { ConnectedSystem } from '../upstreams/connected.js';
import type { UpstreamSession } from '../upstreams/contract.js';

/** What the gateway's own resolvers are given on top of what those of the systems get. */
export interface GatewayContext extends RequestContext {
  readonly directory: CustomerDirectory;
  readonly systems: readonly ConnectedSystem[];
  readonly discovery: DiscoveryControl;
  readonly syncs: SyncDesk;
  readonly caller: Caller;
  /** Whether data of persons is for callers with the scope `personal` alone. */
  readonly hidesPersonalData: boolean;
  /** What the request was found to weigh; filled in as it goes. */
  readonly tally: { cost: number | null };
  sessionOf(system: string): UpstreamSession;
  /** Ends the request's deadline; without it the timer would outlive the request. */
  finish(): void;
}

export interface ContextServices {
  readonly directory: CustomerDirectory;
  readonly systems: readonly ConnectedSystem[];
  readonly discovery: DiscoveryControl;
  readonly syncs: SyncDesk;
  readonly log: Logger;
  readonly deadlineMs: number;
  readonly hidesPersonalData: boolean;
}

export interface IncomingRequest {
  readonly id: string;
  readonly caller: Caller;
  /** Fires when the caller has hung up. */
  readonly gone: AbortSignal;
}

/** Opens the context of one request. */
export function createContext(services: ContextServices, { id, caller, gone }: IncomingRequest): GatewayContext {
  const { directory, systems, discovery, syncs, log, deadlineMs, hidesPersonalData } = services;
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(new DeadlineExceeded()), deadlineMs);
  const signal = AbortSignal.any([deadline.signal, gone]);
  const sessions = new Map<string, UpstreamSession>();

  const sessionOf = (system: string): UpstreamSession => {
    const open = sessions.get(system);
    if (open) return open;
    if (!mayAsk(caller, system)) throw new AccessDenied('FORBIDDEN', `This caller may not ask ${system}.`);
    const connected = systems.find(({ upstream }) => upstream.id === system);
    if (!connected)
      throw new UpstreamError(system, 'UPSTREAM_UNSUPPORTED', `${system} is switched off in this gateway.`);
    const session = connected.connection.openSession({ signal });
    sessions.set(system, session);
    return session;
  };

  return {
    requestId: id,
    caller,
    hidesPersonalData,
    tally: { cost: null },
    signal,
    log,
    directory,
    systems,
    discovery,
    syncs,
    customers: customerLookup(directory),
    sessionOf,
    session: <S>({ system }: SessionKey<S>) => sessionOf(system) as S,
    finish: () => clearTimeout(timer),
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
