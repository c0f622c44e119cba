import type { CustomerDirectory } from '../../domain/customers/ports.js';
import { FlowDesk, type FlowDeskDeps } from '../../domain/flows/desk.js';
import { Dispatcher } from '../../domain/flows/dispatcher.js';
import type { FlowSystems } from '../../domain/flows/ports.js';
import type { Clock } from '../../kernel/clock.js';
import type { IdSource } from '../../kernel/ids.js';
import { openFlowBook } from '../../store/flows/flow-book.js';
import type { Store } from '../../store/open-store.js';
import type { Syncs } from '../syncs/open-syncs.js';

export interface FlowOptions {
  readonly store: Pick<Store, 'db'>;
  readonly systems: FlowSystems;
  readonly lastEvent: FlowDeskDeps['lastEvent'];
  readonly directory: CustomerDirectory;
  readonly syncs: Pick<Syncs, 'desk'>;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** All that follows of itself when something happens. */
export interface Flows {
  readonly desk: FlowDesk;
  readonly dispatcher: Dispatcher;
}

export function openFlows({ store, systems, lastEvent, directory, syncs, clock, ids }: FlowOptions): Flows {
  const book = openFlowBook(store.db);
  const dispatcher = new Dispatcher({ directory, flows: book, syncs: syncs.desk });
  const desk = new FlowDesk({
    ...{ book, systems, lastEvent, syncs: syncs.desk },
    nextId: () => ids.next(),
    now: () => clock.now(),
  });
  return { desk, dispatcher };
}
