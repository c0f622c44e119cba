import type { ConnectionKey } from '../connections/key.js';
import type { CustomerDirectory } from '../customers/ports.js';
import type { Findings } from '../events/model.js';
import type { SyncDesk } from '../syncs/desk.js';
import { fits, runsFor } from './event-runs.js';
import type { FlowBook } from './ports.js';

export interface DispatcherDeps {
  readonly directory: Pick<CustomerDirectory, 'register'>;
  readonly flows: Pick<FlowBook, 'listening'>;
  readonly syncs: Pick<SyncDesk, 'start'>;
}

/** Takes what a connection's system said happened: customers become known, and flows begin their runs. */
export class Dispatcher {
  readonly #deps: DispatcherDeps;

  constructor(deps: DispatcherDeps) {
    this.#deps = deps;
  }

  /** When it is through nothing can be lost any more; told again, it changes nothing. Answers how many runs it is about. */
  async take(connection: ConnectionKey, { records, events }: Findings): Promise<number> {
    const { directory, flows, syncs } = this.#deps;
    const registered =
      records.length > 0 ? await directory.register(records.map((record) => ({ ...record, system: connection }))) : [];
    if (events.length === 0) return 0;
    const customers = new Map(records.map(({ id }, at) => [id, registered[at]?.customerId ?? null]));
    const listening = await flows.listening(connection);
    const requests = events.flatMap((event) => {
      const customerId = (event.recordId !== null && customers.get(event.recordId)) || null;
      return listening.filter((flow) => fits(flow, event)).flatMap((flow) => runsFor(flow, event, customerId));
    });
    for (const request of requests) await syncs.start(request);
    return requests.length;
  }
}
