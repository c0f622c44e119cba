import { connectionKinds, describedBy } from '../config/connection-kinds.js';
import { connectionKeys, listOf, sandboxPort } from '../config/gateway.js';
import { upstreamSettings } from '../config/load.js';
import { Tasks } from '../flows/tasks/tasks.js';
import { exemptFields } from '../graphql/access/card-door.js';
import type { GatewayMetrics } from '../http/observe/metrics.js';
import type { FinishedCall } from '../kernel/http/upstream-http.js';
import { countCall } from '../kernel/request-scope.js';
import { Sealer } from '../kernel/secrets/sealer.js';
import { openConnectionBook } from '../store/connections/connection-book.js';
import { ConnectedSystems, type Opening } from '../upstreams/connected-systems.js';
import { ConnectionWork, openBuiltIn, openConnection } from '../upstreams/opening.js';
import type { Sandbox } from '../upstreams/sandbox-kit/types.js';
import type { Foundations } from './foundations.js';
import type { Site } from './site.js';

export type Systems = Awaited<ReturnType<typeof openSystems>>;

/** The billing systems: those of the environment with their tenants or sandboxes, and connections made at run time. */
export async function openSystems(site: Site, foundations: Foundations, metrics: GatewayMetrics) {
  const { config, log, clock, ids, secrets, addressOf, opened } = site;
  const { gateway } = config;
  const { cache, store, writes, kept, uploads, changes, noter } = foundations;
  const sandboxes = new Map<string, Sandbox>();
  opened.add(() => Promise.all([...sandboxes.values()].map((sandbox) => sandbox.close())));

  const mayHoldCardNumber = exemptFields(listOf(gateway.CARD_NUMBERS_ALLOWED_IN));
  const lent = { cache, clock, secrets, ids, writes, kept, uploads, changes, addressOf, mayHoldCardNumber };
  const tasks = new Tasks();
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
    kinds,
    onChange: () => work.list(connected.all),
    clock,
    log,
  });
  opened.add(() => connected.close());
  const means = { open, lent, settings: upstreamSettings, described: describedBy, sandboxes };
  for (const [index, { upstream, settings, values }] of config.upstreams.entries()) {
    const sandbox = { port: sandboxPort(gateway, index), customers: gateway.SANDBOX_CUSTOMERS };
    const { system, described } = await openBuiltIn({ upstream, settings, variables: values, sandbox }, means);
    connected.addBuiltIn(system, described);
  }
  return {
    all: connected.all,
    connected,
    switchedOn,
    sandboxes,
    kinds,
    book,
    sealer,
    work,
    tasks,
    mayHoldCardNumber,
  };
}
