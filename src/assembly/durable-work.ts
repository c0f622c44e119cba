import { hostname } from 'node:os';
import { loadMappingOverrides } from '../config/mapping-overrides.js';
import { createDiscovery } from '../flows/discovery/discovery.js';
import { startEngine } from '../flows/engine.js';
import { openFlows } from '../flows/reactions/open-flows.js';
import { openSyncs, syncTask } from '../flows/syncs/open-syncs.js';
import { takeoverTimes } from '../flows/worker-silence.js';
import { CUSTOMER_PREFIX } from '../schema-kit/customer.type.js';
import { globalId } from '../schema-kit/global-id.js';
import { openCustomerDirectory } from '../store/customer-directory/open-customer-directory.js';
import { flowWorld } from '../upstreams/flow-systems.js';
import { syncWorld } from '../upstreams/sync-world.js';
import type { Foundations } from './foundations.js';
import type { Site } from './site.js';
import type { Systems } from './systems.js';

/** What goes on whoever asks, and after a crash: the directory and its discovery, syncs, flows, and tasks of the systems. */
export async function startDurableWork(site: Site, { store }: Foundations, systems: Systems) {
  const { config, log, clock, ids, addressOf, opened } = site;
  const { gateway } = config;
  const { all, connected, switchedOn, work, tasks } = systems;
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
    applicationVersion: '1',
    heartbeatMs: times.heartbeatMs,
    logger: log,
  });
  opened.add(() => engine.stop());

  const overrides = await loadMappingOverrides(gateway.MAPPING_FILE);
  const world = syncWorld(all);
  const syncs = openSyncs({
    store,
    world,
    systems: all,
    directory,
    overrides,
    tasks,
    clock,
    ids,
    log,
    addressOf,
    atOnce: gateway.SYNC_RUNS_AT_ONCE,
    leftBehindMs: times.leftBehindMs,
  });
  work.list(all);
  tasks.attach({
    engine,
    find: (system, kind) => syncTask(syncs, system, kind) ?? work.task(system, kind),
    refresh: () => connected.refresh(),
    clock,
    logger: log,
  });
  await connected.refresh();

  const happenings = flowWorld(switchedOn, all, () => clock.now());
  const flows = openFlows({
    store,
    world: happenings,
    directory,
    syncs,
    times,
    clock,
    ids,
    log,
    addressOf,
    pollMinutes: gateway.FLOW_POLL_MINUTES,
    resumeSystems: () => connected.resume(),
  });
  opened.add(() => flows.stop());
  await flows.start();
  const freshness = connected.keepFresh();
  opened.add(async () => freshness.stop());
  const discovery = createDiscovery({ engine, directory, db: store.db, clock, sources: work.sources, logger: log });
  return { directory, syncs, flows, happenings, discovery };
}
