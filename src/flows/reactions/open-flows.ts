import type { CustomerDirectory } from '../../domain/customers/ports.js';
import { FlowDesk } from '../../domain/flows/desk.js';
import { Dispatcher } from '../../domain/flows/dispatcher.js';
import type { FlowWorld } from '../../domain/flows/ports.js';
import { FlowSetup } from '../../domain/flows/setup.js';
import type { Inbox } from '../../domain/webhooks/ports.js';
import type { Clock } from '../../kernel/clock.js';
import type { IdSource } from '../../kernel/ids.js';
import type { Logger } from '../../kernel/logger.js';
import { openInbox } from '../../store/connections/inbox.js';
import { openBookmarks } from '../../store/flows/bookmarks.js';
import { openFlowBook } from '../../store/flows/flow-book.js';
import type { Store } from '../../store/open-store.js';
import { InboxPump } from '../inbox/pump.js';
import { LeftBehind } from '../syncs/left-behind.js';
import type { Syncs } from '../syncs/open-syncs.js';
import type { TakeoverTimes } from '../worker-silence.js';
import { Poller } from './poller.js';

export interface FlowOptions {
  readonly store: Pick<Store, 'db' | 'embedded'>;
  readonly world: FlowWorld;
  readonly directory: CustomerDirectory;
  readonly syncs: Pick<Syncs, 'desk' | 'world' | 'startLeftBehind'>;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Logger;
  /** How often systems are asked what happened, in minutes; 0: never. */
  readonly pollMinutes: number;
  readonly times: TakeoverTimes;
  readonly addressOf: (path: string) => string;
  /** Starts what the systems' own work was left behind at; how much that was. */
  readonly resumeSystems: () => Promise<number>;
}

/** All that follows of itself when something happens, and how what happened comes in. */
export interface Flows {
  readonly desk: FlowDesk;
  readonly inbox: Inbox;
  /** Starts what was left behind, and from now on settles what came in and asks for what nobody told. */
  start(): Promise<void>;
  /** There is something new in the inbox. */
  wake(): void;
  stop(): Promise<void>;
}

export function openFlows({
  store,
  world,
  directory,
  syncs,
  clock,
  ids,
  log,
  pollMinutes,
  times,
  addressOf,
  resumeSystems,
}: FlowOptions): Flows {
  const book = openFlowBook(store.db);
  const dispatcher = new Dispatcher({ directory, flows: book, syncs: syncs.desk });
  const setup = new FlowSetup({ book, syncs: syncs.desk, world: syncs.world });
  const desk = new FlowDesk({
    ...{ book, setup, systems: world.roles, lastEvent: world.lastEvent, syncs: syncs.desk },
    nextId: () => ids.next(),
    now: () => clock.now(),
  });
  const inbox = openInbox(store.db);
  const { receiver } = world;
  const take = dispatcher.take.bind(dispatcher);
  const pump = new InboxPump({ inbox, receiver, take, owner: ids.next(), alone: store.embedded, times, clock, log });
  const webhookAddress = (key: string) => addressOf(`/webhooks/${key}`);
  const asking = { book, bookmarks: openBookmarks(store.db), streams: world.streams, webhookAddress, dispatcher };
  const poller = pollMinutes > 0 ? new Poller({ ...asking, everyMs: pollMinutes * 60_000, clock, log }) : null;
  const leftBehind = new LeftBehind({
    start: async (minAgeMs) =>
      (await resumeSystems()) +
      (await syncs.startLeftBehind(minAgeMs)) +
      (await setup.startLeftBehind({ now: clock.now(), minAgeMs })),
    ...{ minAgeMs: times.leftBehindMs, lookMs: times.lookMs * 2, clock, log },
  });
  return {
    desk,
    inbox,
    async start() {
      pump.start();
      poller?.start();
      await leftBehind.start();
    },
    wake: () => pump.wake(),
    stop: async () => void (await Promise.all([pump.stop(), poller?.stop(), leftBehind.stop()])),
  };
}
