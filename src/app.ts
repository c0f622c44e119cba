// Decorators of the schema need it before anything else is loaded.
import 'reflect-metadata';
import type { FastifyInstance } from 'fastify';
import { openAdmission } from './assembly/admission.js';
import { startDurableWork } from './assembly/durable-work.js';
import { openFoundations } from './assembly/foundations.js';
import type { Site } from './assembly/site.js';
import { openSystems } from './assembly/systems.js';
import { listOf } from './config/gateway.js';
import type { Config } from './config/load.js';
import { ConnectionDesk } from './domain/connections/desk.js';
import { startUnlessStopped } from './flows/discovery/discovery.js';
import { loadTrustedDocuments, OWN_OPERATIONS } from './graphql/documents/trusted-documents.js';
import { OpenCount } from './graphql/subscriptions/open-count.js';
import { graphiqlPage } from './http/graphiql.js';
import { consoleModeOf } from './http/graphiql-mode.js';
import { GatewayMetrics } from './http/observe/metrics.js';
import { observedState } from './http/observe/observed-state.js';
import { traceOperation } from './http/observe/request-span.js';
import { createHttpServer } from './http/server.js';
import { type Clock, systemClock } from './kernel/clock.js';
import { Closers } from './kernel/closers.js';
import { type IdSource, ulids } from './kernel/ids.js';
import type { Logger } from './kernel/logger.js';
import { PROGRAM_FOLDER } from './kernel/program/program-folder.js';
import { KnownSecrets } from './kernel/secrets/known-secrets.js';
import { openAuditBook } from './store/audit.js';
import { openCustomerChanges } from './store/changes/customer-changes.js';
import type { ConnectedSystem } from './upstreams/connected.js';
import type { Sandbox } from './upstreams/sandbox-kit/types.js';

/** A running gateway. */
export interface Gateway {
  readonly url: string;
  readonly systems: readonly ConnectedSystem[];
  /** Whether callers need no credentials. */
  readonly open: boolean;
  /** Whether GraphiQL is served. */
  readonly graphiql: boolean;
  /** By BillingSystem value; only of the systems that have no tenant configured. */
  readonly sandboxes: ReadonlyMap<string, Sandbox>;
  /** Lets running requests end, refuses new ones, and ends everything else. */
  close(): Promise<void>;
}

export interface GatewayDependencies {
  readonly log: Logger;
  readonly clock?: Clock;
  readonly ids?: IdSource;
  /** Told when the embedded database has broken down: only a new process can use it. */
  readonly onStoreLost?: (reason: Error) => void;
  /** What is taken out of everything that is written or told: secrets of connections are added. */
  readonly secrets?: KnownSecrets;
}

// Connections that the system keeps until the process takes them. Beyond Node's own 511, which come within a second of a busy
// gateway, clients try again after 1, 3, 7 and 15 s: nobody refuses them, and no deadline is kept.
const BACKLOG = 4_096;

/** Puts the gateway together and starts it. On failure everything that was started is ended again. */
export async function startGateway(config: Config, dependencies: GatewayDependencies): Promise<Gateway> {
  const { log, clock = systemClock, ids = ulids, secrets = new KnownSecrets(), onStoreLost } = dependencies;
  const { gateway } = config;
  const opened = new Closers();
  // Known as soon as the server listens, which is before anybody can ask.
  let listening = '';
  const addressOf = (path: string) => (gateway.PUBLIC_URL ?? listening).replace(/\/+$/, '') + path;
  const site: Site = { config, log, clock, ids, secrets, onStoreLost, addressOf, opened };
  try {
    const metrics = new GatewayMetrics();
    const foundations = await openFoundations(site);
    const { cache, cacheIsShared, store, changes } = foundations;
    const systems = await openSystems(site, foundations, metrics);
    const { access, rate, load, graphiql } = await openAdmission(site, foundations, systems);
    const trusted = await loadTrustedDocuments(OWN_OPERATIONS, listOf(gateway.PERSISTED_MANIFESTS));
    const durable = await startDurableWork(site, foundations, systems);
    const { directory, syncs, flows, happenings, discovery } = durable;
    const { inbox } = flows;
    const now = () => clock.now();

    const subscriptions = new OpenCount('subscriptions', gateway.MAX_SUBSCRIPTIONS);
    metrics.watch(observedState({ systems: systems.all, discovery, cache, store, subscriptions, load }));
    const app: FastifyInstance = await createHttpServer({
      services: {
        directory,
        systems: systems.all,
        inbox: { ...inbox, revive: (id) => inbox.revive(id, now()), wake: () => flows.wake() },
        connections: new ConnectionDesk({
          book: systems.book,
          kinds: systems.kinds,
          open: systems.connected,
          sealer: systems.sealer,
          usersOf: (key) => flows.desk.book.using(key),
          now,
          // Open for its sandboxes' sake: a real tenant would be open to every program of the machine.
          forSandboxesOnly: access.open && gateway.ACCESS === 'AUTO',
        }),
        discovery,
        syncs,
        flows: flows.desk,
        changes,
        customerChanges: openCustomerChanges(store.db, clock),
        audit: { book: openAuditBook(store.db), nextId: () => ids.next(), now },
        log,
        deadlineMs: gateway.REQUEST_DEADLINE_MS,
        hidesPersonalData: gateway.PERSONAL_DATA === 'HIDDEN',
        mayHoldCardNumber: systems.mayHoldCardNumber,
      },
      graphql: {
        log,
        introspection: graphiql,
        limits: { depth: gateway.MAX_QUERY_DEPTH, aliases: gateway.MAX_QUERY_ALIASES, calls: gateway.MAX_QUERY_COST },
        now,
        onOperation: (operation) => {
          metrics.noteOperation(operation);
          traceOperation(operation);
          log.info(operation, 'operation');
        },
      },
      documents: { documents: trusted, only: gateway.PERSISTED_ONLY === 'true' },
      rate,
      load,
      subscriptions: {
        open: subscriptions,
        mostConnections: gateway.MAX_SUBSCRIPTIONS,
        heartbeatMs: gateway.SUBSCRIPTION_HEARTBEAT_MS,
      },
      access,
      metrics,
      webhooks: { inbox, receiver: happenings.receiver, onTaken: () => flows.wake(), secrets, clock },
      ids,
      ready: () => store.ping(),
    });
    if (graphiql) {
      const root = new URL('dist/console/', PROGRAM_FOLDER);
      await app.register(graphiqlPage({ root, mode: () => consoleModeOf(systems.all, access.open) }));
    }
    opened.add(() => app.close());
    const url = await app.listen({ host: gateway.HOST, port: gateway.PORT, backlog: BACKLOG });
    listening = url;
    if (gateway.DISCOVERY_INTERVAL_MINUTES > 0) {
      // A cache of this process alone is empty now: the lists fill it again, whenever they were last read.
      if (!cacheIsShared) await startUnlessStopped(discovery);
      discovery.schedule(gateway.DISCOVERY_INTERVAL_MINUTES * 60_000);
    }
    return {
      url,
      systems: systems.all,
      open: access.open,
      graphiql,
      sandboxes: systems.sandboxes,
      close: () => opened.closeAll(),
    };
  } catch (error) {
    await opened.closeAll();
    throw error;
  }
}
