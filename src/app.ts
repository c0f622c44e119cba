import { hostname } from 'node:os';
import type { FastifyInstance } from 'fastify';
import { type GatewayVariables, tokenSettings } from './config/gateway.js';
import type { Config, UpstreamConfig } from './config/load.js';
import { isLoopback, upstreamSettings } from './config/load.js';
import { loadMappingOverrides } from './config/mapping-overrides.js';
import { SYNC_TASK, SyncDesk } from './domain/syncs/desk.js';
import { createDiscovery, type Discovery } from './flows/discovery/discovery.js';
import { startEngine } from './flows/engine.js';
import { Tasks } from './flows/tasks/tasks.js';
import { loadTrustedDocuments, OWN_OPERATIONS } from './graphql/documents/trusted-documents.js';
import { accessPolicy } from './http/access/access-policy.js';
import { graphiqlPage } from './http/graphiql.js';
import type { ConsoleMode } from './http/graphiql-mode.js';
import { type CallerRateLimit, callerRateLimit } from './http/limits/rate-limit.js';
import { GatewayMetrics, type ObservedState } from './http/observe/metrics.js';
import { createHttpServer } from './http/server.js';
import { type Clock, systemClock } from './kernel/clock.js';
import { type IdSource, ulids } from './kernel/ids.js';
import type { Logger } from './kernel/logger.js';
import { createEntityCache, type EntityCache } from './kernel/reading/entity-cache.js';
import { countCall } from './kernel/request-scope.js';
import { CUSTOMER_PREFIX } from './schema-kit/customer.type.js';
import { globalId } from './schema-kit/global-id.js';
import { openApiKeys } from './store/api-keys.js';
import { openCustomerDirectory } from './store/customer-directory/open-customer-directory.js';
import { openKeptDocuments } from './store/kept-documents.js';
import { openStore } from './store/open-store.js';
import { sharedCache } from './store/shared-cache.js';
import { openSyncBook } from './store/sync-runs.js';
import { openUploadBook } from './store/uploads/open-upload-book.js';
import { openWriteLedger } from './store/write-ledger.js';
import type { ConnectedSystem } from './upstreams/connected.js';
import type { UpstreamKit } from './upstreams/contract.js';
import { CallMonitor } from './upstreams/monitor.js';
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
}

/** What the durable tasks of syncs are kept under, where those of systems have their name. */
const SYNCS = 'SYNCS';

/** Puts the gateway together and starts it. On failure everything that was started is ended again. */
export async function startGateway(config: Config, dependencies: GatewayDependencies): Promise<Gateway> {
  const { log, clock = systemClock, ids = ulids } = dependencies;
  const { gateway } = config;
  const opened = new Closers();
  try {
    const shared = gateway.REDIS_URL ? sharedCache(gateway.REDIS_URL) : null;
    const cache = createEntityCache({
      maxEntries: gateway.CACHE_MAX_ENTRIES,
      ...(shared && { shared }),
      onError: atMostOnceAMinute(clock, (error) => log.warn({ err: error }, 'the shared cache does not answer')),
    });
    opened.add(() => cache.close());

    const store = await openStore({ url: gateway.DATABASE_URL, logger: log });
    opened.add(() => store.close());
    const writes = await openWriteLedger(store);
    const kept = openKeptDocuments(store.db);
    const uploads = await openUploadBook(store);
    const tasks = new Tasks();
    // Known as soon as the server listens, which is before anybody can ask.
    let listening = '';
    const addressOf = (path: string) => (gateway.PUBLIC_URL ?? listening).replace(/\/+$/, '') + path;

    const metrics = new GatewayMetrics();
    const sandboxes = new Map<string, Sandbox>();
    const systems: ConnectedSystem[] = [];
    for (const [index, upstream] of config.upstreams.entries()) {
      const lent = { cache, clock, ids, writes, kept, uploads, addressOf };
      const system = await connectSystem(upstream, index, { config, lent, tasks, log, metrics, sandboxes });
      opened.add(() => system.connection.close());
      systems.push(system);
    }
    opened.add(async () => {
      await Promise.all([...sandboxes.values()].map((sandbox) => sandbox.close()));
    });

    const loopback = isLoopback(gateway.HOST);
    const access = await accessPolicy({
      mode: gateway.ACCESS,
      loopback,
      sandboxOnly: systems.every(({ sandbox }) => sandbox),
      token: tokenSettings(gateway),
      keys: openApiKeys(store.db),
      clock,
      onError: (error) => log.warn({ err: error }, 'the use of an API key was not noted'),
    });
    const graphiql = gateway.GRAPHIQL === 'AUTO' ? loopback : gateway.GRAPHIQL === 'ON';

    const trusted = await loadTrustedDocuments(OWN_OPERATIONS, listOf(gateway.PERSISTED_MANIFESTS));

    const directory = openCustomerDirectory({
      db: store.db,
      clock,
      ids: () => globalId(CUSTOMER_PREFIX, ids.next()),
      systemOrder: systems.map(({ upstream }) => upstream.id),
    });
    const engine = await startEngine({
      store,
      executorId: store.embedded ? 'embedded' : `${hostname()}:${process.pid}`,
      applicationVersion: '1',
      logger: log,
    });
    opened.add(() => engine.stop());
    const book = openSyncBook(store.db);
    const overrides = await loadMappingOverrides(gateway.MAPPING_FILE);
    const world = syncWorld(systems);
    const now = () => clock.now();
    const syncs = new SyncDesk({ book, world, overrides, now }, tasks.of(SYNCS), () => ids.next());
    tasks.attach({
      engine,
      systems: [
        ...systems.map(({ upstream, connection }) => ({ system: upstream.id, tasks: connection.tasks ?? [] })),
        { system: SYNCS, tasks: [{ kind: SYNC_TASK, advance: (id, signal) => syncs.advance(id, signal) }] },
      ],
      clock,
      logger: log,
    });
    for (const { connection } of systems) await connection.resume?.();
    await syncs.resume();
    const discovery = createDiscovery({
      engine,
      directory,
      db: store.db,
      clock,
      sources: systems
        .filter(({ connection }) => connection.discovery.length > 0)
        .map(({ upstream, connection }) => ({ system: upstream.id, streams: connection.discovery })),
      logger: log,
    });

    metrics.watch(observedState(systems, discovery, cache));
    const rate = await callerLimit(gateway, log);
    opened.add(async () => rate?.close());
    const app: FastifyInstance = await createHttpServer({
      services: {
        directory,
        systems,
        discovery,
        syncs,
        log,
        deadlineMs: gateway.REQUEST_DEADLINE_MS,
        hidesPersonalData: gateway.PERSONAL_DATA === 'HIDDEN',
      },
      graphql: {
        log,
        introspection: graphiql,
        limits: { depth: gateway.MAX_QUERY_DEPTH, aliases: gateway.MAX_QUERY_ALIASES, calls: gateway.MAX_QUERY_COST },
        now,
        onOperation: (operation) => {
          metrics.noteOperation(operation);
          log.info(operation, 'operation');
        },
      },
      documents: { documents: trusted, only: gateway.PERSISTED_ONLY === 'true' },
      rate,
      access,
      metrics,
      ids,
      ready: () => store.ping(),
    });
    if (graphiql) {
      const root = new URL('../dist/console/', import.meta.url);
      await app.register(graphiqlPage({ root, mode: () => consoleMode(systems, access.open) }));
    }
    opened.add(() => app.close());
    const url = await app.listen({ host: gateway.HOST, port: gateway.PORT });
    listening = url;
    if (gateway.DISCOVERY_INTERVAL_MINUTES > 0) {
      // A cache of this process alone is empty now: the lists fill it again, whenever they were last read.
      if (!shared) await startDiscovery(discovery);
      discovery.schedule(gateway.DISCOVERY_INTERVAL_MINUTES * 60_000);
    }
    return { url, systems, open: access.open, graphiql, sandboxes, close: () => opened.closeAll() };
  } catch (error) {
    await opened.closeAll();
    throw error;
  }
}

/** Null where callers are not counted. */
async function callerLimit(gateway: GatewayVariables, log: Logger): Promise<CallerRateLimit | null> {
  const { RATE_LIMIT_PER_MINUTE: perMinute, REDIS_URL: redisUrl } = gateway;
  if (perMinute === 0) return null;
  const quiet = atMostOnceAMinute(systemClock, (error) =>
    log.warn({ err: error }, 'callers are counted without Redis'),
  );
  return await callerRateLimit({ perMinute, redisUrl, onError: quiet });
}

function observedState(systems: readonly ConnectedSystem[], discovery: Discovery, cache: EntityCache): ObservedState {
  return {
    systems: () =>
      systems.map(({ upstream, connection }) => {
        const { breaker, waiting, quota = [] } = connection.health();
        return { system: upstream.id, breaker, waiting, quota };
      }),
    runs: () => discovery.status(),
    cache: () => cache.reads,
  };
}

const listOf = (text: string) => text.split(',').flatMap((one) => one.trim() || []);

function consoleMode(systems: readonly ConnectedSystem[], open: boolean): ConsoleMode {
  const modes = systems.map(({ upstream: { title }, sandbox }) => {
    return { name: title, mode: sandbox ? ('SANDBOX' as const) : ('TENANT' as const) };
  });
  return { keyNeeded: !open, systems: modes };
}

/** Every read and write of a cache that is away fails; its log line is wanted once. */
function atMostOnceAMinute(clock: Clock, tell: (error: unknown) => void): (error: unknown) => void {
  let quietUntil = 0;
  return (error) => {
    if (clock.now() < quietUntil) return;
    quietUntil = clock.now() + 60_000;
    tell(error);
  };
}

/** What somebody stopped stays stopped. */
async function startDiscovery(discovery: Discovery): Promise<void> {
  for (const { system, state } of await discovery.status()) {
    if (state !== 'STOPPED') await discovery.start(system);
  }
}

interface Connecting {
  readonly config: Config;
  readonly lent: Omit<UpstreamKit, 'log' | 'tasks' | 'onCall'>;
  readonly tasks: Tasks;
  readonly log: Logger;
  readonly metrics: GatewayMetrics;
  readonly sandboxes: Map<string, Sandbox>;
}

/** Connects a system to its tenant or, where none is configured, to a sandbox that is started for it. */
async function connectSystem(
  { upstream, settings }: UpstreamConfig,
  index: number,
  { config: { gateway }, lent, tasks, log, metrics, sandboxes }: Connecting,
): Promise<ConnectedSystem> {
  const { clock } = lent;
  let usable = settings;
  if (usable === null) {
    const port = gateway.SANDBOX_PORT === 0 ? 0 : gateway.SANDBOX_PORT + index;
    const started = await upstream.startSandbox({ port, customers: gateway.SANDBOX_CUSTOMERS, clock });
    sandboxes.set(upstream.id, started.sandbox);
    usable = upstreamSettings(upstream, started.environment);
  }
  const monitor = new CallMonitor(clock);
  const connection = upstream.connect(usable, {
    ...lent,
    tasks: tasks.of(upstream.id),
    log: log.child({ system: upstream.id }),
    onCall: (call) => {
      monitor.note(call);
      countCall();
      metrics.noteCall(upstream.id, call);
      log.debug({ system: upstream.id, ...call }, 'upstream call');
    },
  });
  return { upstream, connection, monitor, sandbox: sandboxes.has(upstream.id) };
}

/** What has to be ended, last opened first. */
class Closers {
  readonly #closers: (() => Promise<unknown>)[] = [];

  add(close: () => Promise<unknown>): void {
    this.#closers.push(close);
  }

  async closeAll(): Promise<void> {
    for (const close of this.#closers.splice(0).reverse()) await close();
  }
}
