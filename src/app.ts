import { hostname } from 'node:os';
import type { FastifyInstance } from 'fastify';
import { connectionKinds, describedBy } from './config/connection-kinds.js';
import { connectionKeys, listOf, sandboxPort, tokenSettings } from './config/gateway.js';
import type { Config } from './config/load.js';
import { upstreamSettings } from './config/load.js';
import { loadMappingOverrides } from './config/mapping-overrides.js';
import { tracingSettings } from './config/tracing.js';
import { ConnectionDesk } from './domain/connections/desk.js';
import { createDiscovery, startUnlessStopped } from './flows/discovery/discovery.js';
import { startEngine } from './flows/engine.js';
import { openFlows } from './flows/reactions/open-flows.js';
import { openSyncs, syncTask } from './flows/syncs/open-syncs.js';
import { Tasks } from './flows/tasks/tasks.js';
import { takeoverTimes } from './flows/worker-silence.js';
import { exemptFields } from './graphql/access/card-door.js';
import { loadTrustedDocuments, OWN_OPERATIONS } from './graphql/documents/trusted-documents.js';
import { OpenCount } from './graphql/subscriptions/open-count.js';
import { accessPolicy } from './http/access/access-policy.js';
import { trusting } from './http/access/caller-address.js';
import { guessLimit } from './http/access/guess-limit.js';
import { graphiqlPage } from './http/graphiql.js';
import { consoleModeOf } from './http/graphiql-mode.js';
import { rateCounters } from './http/limits/rate-limit.js';
import { GatewayMetrics } from './http/observe/metrics.js';
import { observedState } from './http/observe/observed-state.js';
import { traceOperation } from './http/observe/request-span.js';
import { createHttpServer } from './http/server.js';
import { type Clock, systemClock } from './kernel/clock.js';
import { Closers } from './kernel/closers.js';
import { lookupFor } from './kernel/http/endpoint.js';
import { isLoopback } from './kernel/http/loopback.js';
import type { FinishedCall } from './kernel/http/upstream-http.js';
import { type IdSource, ulids } from './kernel/ids.js';
import { atMostOnceAMinute, type Logger } from './kernel/logger.js';
import { PROGRAM_FOLDER } from './kernel/program/program-folder.js';
import { createEntityCache } from './kernel/reading/entity-cache.js';
import { countCall } from './kernel/request-scope.js';
import { KnownSecrets } from './kernel/secrets/known-secrets.js';
import { Sealer } from './kernel/secrets/sealer.js';
import { openTraces } from './kernel/tracing/open-traces.js';
import { CUSTOMER_PREFIX } from './schema-kit/customer.type.js';
import { globalId } from './schema-kit/global-id.js';
import { openApiKeys } from './store/api-keys.js';
import { openAuditBook } from './store/audit.js';
import { openCustomerChanges, StoredChangeNoter } from './store/changes/customer-changes.js';
import { openChangeFeed } from './store/changes/open-change-feed.js';
import { openConnectionBook } from './store/connections/connection-book.js';
import { openCustomerDirectory } from './store/customer-directory/open-customer-directory.js';
import { openKeptDocuments } from './store/kept-documents.js';
import { openStore } from './store/open-store.js';
import { sharedCache } from './store/shared-cache.js';
import { openUploadBook } from './store/uploads/open-upload-book.js';
import { openWriteLedger } from './store/write-ledger.js';
import type { ConnectedSystem } from './upstreams/connected.js';
import { ConnectedSystems, type Opening } from './upstreams/connected-systems.js';
import { flowWorld } from './upstreams/flow-systems.js';
import { ConnectionWork, openBuiltIn, openConnection } from './upstreams/opening.js';
import type { Sandbox } from './upstreams/sandbox-kit/types.js';
import { syncWorld } from './upstreams/sync-world.js';

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
  /** What the log takes out of its lines: secrets of connections are added. */
  readonly secrets?: KnownSecrets;
}

/** Puts the gateway together and starts it. On failure everything that was started is ended again. */
export async function startGateway(config: Config, dependencies: GatewayDependencies): Promise<Gateway> {
  const { log, clock = systemClock, ids = ulids, secrets = new KnownSecrets(), onStoreLost } = dependencies;
  const { gateway } = config;
  const opened = new Closers();
  try {
    const untraced = (problem: unknown) => log.warn({ problem }, 'traces are not taken');
    opened.add(await openTraces(tracingSettings(gateway), atMostOnceAMinute(clock, untraced)));
    const shared = gateway.REDIS_URL ? await sharedCache(gateway.REDIS_URL) : null;
    const cache = createEntityCache({
      maxEntries: gateway.CACHE_MAX_ENTRIES,
      ...(shared && { shared }),
      onError: atMostOnceAMinute(clock, (error) => log.warn({ err: error }, 'the shared cache does not answer')),
    });
    opened.add(() => cache.close());

    const store = await openStore({ url: gateway.DATABASE_URL, logger: log, onLost: onStoreLost });
    opened.add(() => store.close());
    const writes = await openWriteLedger(store);
    const kept = openKeptDocuments(store.db);
    const uploads = await openUploadBook(store);
    const changes = await openChangeFeed({
      store,
      clock,
      onSilence: (error) => log.warn({ err: error }, 'the database gives no notice of changes: they are looked for'),
    });
    const noter = new StoredChangeNoter({
      db: store.db,
      clock,
      onError: (error) => log.warn({ err: error }, 'changes of customers were not told to those who follow them'),
    });
    opened.add(() => noter.close());
    const tasks = new Tasks();
    // Known as soon as the server listens, which is before anybody can ask.
    let listening = '';
    const addressOf = (path: string) => (gateway.PUBLIC_URL ?? listening).replace(/\/+$/, '') + path;

    const mayHoldCardNumber = exemptFields(listOf(gateway.CARD_NUMBERS_ALLOWED_IN));
    const metrics = new GatewayMetrics();
    const sandboxes = new Map<string, Sandbox>();
    opened.add(() => Promise.all([...sandboxes.values()].map((sandbox) => sandbox.close())));
    const lent = { cache, clock, ids, writes, kept, uploads, changes, addressOf, mayHoldCardNumber };
    const onCall = (key: string, call: FinishedCall) => {
      countCall();
      metrics.noteCall(key, call);
      log.debug({ system: key, ...call }, 'upstream call');
    };
    const open = (opening: Opening) =>
      openConnection(opening, { lent, noter, tasksOf: (key) => tasks.of(key), log, onCall });
    const switchedOn = config.upstreams.map(({ upstream }) => upstream);
    const kinds = connectionKinds(switchedOn, listOf(gateway.CONNECTION_HOSTS));
    const work = new ConnectionWork();
    const book = openConnectionBook(store.db);
    const sealer = new Sealer(connectionKeys(gateway));
    const connected = new ConnectedSystems({
      upstreams: switchedOn,
      book,
      sealer,
      secrets,
      open,
      settings: kinds.settings,
      lookup: (upstream, endpoint) => lookupFor(endpoint, kinds.rules(upstream)),
      onChange: () => work.list(connected.all),
      clock,
      log,
    });
    opened.add(() => connected.close());
    for (const [index, { upstream, settings, values }] of config.upstreams.entries()) {
      const sandbox = { port: sandboxPort(gateway, index), customers: gateway.SANDBOX_CUSTOMERS };
      const means = { open, lent, settings: upstreamSettings, described: describedBy, sandboxes };
      const opening = { upstream, settings, variables: values, sandbox };
      const { system, described } = await openBuiltIn(opening, means);
      connected.addBuiltIn(system, described);
    }
    const systems = connected.all;

    const counters = await rateCounters({
      redisUrl: gateway.REDIS_URL,
      onError: atMostOnceAMinute(clock, (error) => log.warn({ err: error }, 'callers are counted without Redis')),
    });
    opened.add(() => counters.close());
    const rate = counters.counter({ limit: 'rate', perMinute: gateway.RATE_LIMIT_PER_MINUTE, counted: 'operations' });
    const guessesAMinute = { limit: 'guesses', perMinute: gateway.FAILED_LOGINS_PER_MINUTE };
    const guesses = counters.counter({ ...guessesAMinute, counted: 'keys or tokens that are not good' });
    const loopback = isLoopback(gateway.HOST);
    const access = await accessPolicy({
      mode: gateway.ACCESS,
      loopback,
      sandboxOnly: systems.every(({ sandbox }) => sandbox) && (await book.list()).length === 0,
      token: tokenSettings(gateway),
      keys: openApiKeys(store.db),
      guesses: guesses && guessLimit(guesses, clock),
      trusts: trusting(listOf(gateway.TRUSTED_PROXIES)),
      clock,
      onError: (error) => log.warn({ err: error }, 'the use of an API key was not noted'),
    });
    const graphiql = gateway.GRAPHIQL === 'AUTO' ? loopback : gateway.GRAPHIQL === 'ON';

    const trusted = await loadTrustedDocuments(OWN_OPERATIONS, listOf(gateway.PERSISTED_MANIFESTS));

    const directory = openCustomerDirectory({
      db: store.db,
      clock,
      ids: () => globalId(CUSTOMER_PREFIX, ids.next()),
      systemOrder: switchedOn.map(({ id }) => id),
    });
    const times = takeoverTimes(gateway.WORKER_SILENCE_SECONDS * 1_000);
    const engine = await startEngine({
      store,
      executorId: store.embedded ? 'embedded' : `${hostname()}:${process.pid}`,
      ...{ applicationVersion: '1', heartbeatMs: times.heartbeatMs, logger: log },
    });
    opened.add(() => engine.stop());
    const now = () => clock.now();
    const overrides = await loadMappingOverrides(gateway.MAPPING_FILE);
    const world = syncWorld(systems);
    const syncs = openSyncs({ store, world, systems, directory, overrides, tasks, clock, ids, addressOf });
    work.list(systems);
    tasks.attach({
      engine,
      find: (system, kind) => syncTask(syncs, system, kind) ?? work.task(system, kind),
      refresh: () => connected.refresh(),
      clock,
      logger: log,
    });
    await connected.refresh();
    const happenings = flowWorld(switchedOn, systems, now);
    const resumeSystems = () => connected.resume();
    const means = { store, world: happenings, directory, syncs, times, clock, ids, log, addressOf, resumeSystems };
    const flows = openFlows({ ...means, pollMinutes: gateway.FLOW_POLL_MINUTES });
    const { inbox } = flows;
    opened.add(() => flows.stop());
    await flows.start();
    const freshness = connected.keepFresh();
    opened.add(async () => freshness.stop());
    const discovery = createDiscovery({
      engine,
      directory,
      db: store.db,
      clock,
      sources: work.sources,
      logger: log,
    });

    const subscriptions = new OpenCount('subscriptions', gateway.MAX_SUBSCRIPTIONS);
    metrics.watch(observedState({ systems, discovery, cache, store, subscriptions }));
    const app: FastifyInstance = await createHttpServer({
      services: {
        directory,
        systems,
        inbox: { ...inbox, revive: (id) => inbox.revive(id, clock.now()), wake: () => flows.wake() },
        connections: new ConnectionDesk({
          book,
          kinds,
          open: connected,
          sealer,
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
        mayHoldCardNumber,
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
      subscriptions: {
        open: subscriptions,
        mostConnections: gateway.MAX_SUBSCRIPTIONS,
        heartbeatMs: gateway.SUBSCRIPTION_HEARTBEAT_MS,
      },
      access,
      metrics,
      webhooks: { inbox, receiver: happenings.receiver, onTaken: () => flows.wake(), clock },
      ids,
      ready: () => store.ping(),
    });
    if (graphiql) {
      const root = new URL('dist/console/', PROGRAM_FOLDER);
      await app.register(graphiqlPage({ root, mode: () => consoleModeOf(systems, access.open) }));
    }
    opened.add(() => app.close());
    const url = await app.listen({ host: gateway.HOST, port: gateway.PORT });
    listening = url;
    if (gateway.DISCOVERY_INTERVAL_MINUTES > 0) {
      // A cache of this process alone is empty now: the lists fill it again, whenever they were last read.
      if (!shared) await startUnlessStopped(discovery);
      discovery.schedule(gateway.DISCOVERY_INTERVAL_MINUTES * 60_000);
    }
    return { url, systems, open: access.open, graphiql, sandboxes, close: () => opened.closeAll() };
  } catch (error) {
    await opened.closeAll();
    throw error;
  }
}
