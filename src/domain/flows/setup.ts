import type { SyncDesk, SyncRequest } from '../syncs/desk.js';
import type { SyncRun } from '../syncs/model.js';
import type { Asking, SyncWorld } from '../syncs/ports.js';
import { runIdOf } from '../syncs/run-id.js';
import type { Flow } from './model.js';
import type { FlowBook } from './ports.js';

export interface SetupDeps {
  readonly book: FlowBook;
  readonly syncs: Pick<SyncDesk, 'start' | 'outlook' | 'book'>;
  readonly world: Pick<SyncWorld, 'announcer'>;
}

// A flow that ended longer ago was taken down, or a person has been told why not.
const REMEMBERED_MS = 7 * 86_400_000;

/** Has systems tell of what flows wait for: a run for each version of a flow. */
export class FlowSetup {
  readonly #deps: SetupDeps;

  constructor(deps: SetupDeps) {
    this.#deps = deps;
  }

  /** Null where the system cannot be set up. */
  async begin(flow: Flow, asking: Asking): Promise<SyncRun | null> {
    const { syncs, world } = this.#deps;
    if (world.announcer(flow.trigger.connection, asking) === null) return null;
    return await syncs.start(requestFor(flow));
  }

  /** What making the flow would set up. */
  async plan(flow: Flow, asking: Asking): Promise<SyncRun | null> {
    const { syncs, world } = this.#deps;
    if (world.announcer(flow.trigger.connection, asking) === null || !flow.enabled) return null;
    const { id: _, subject, ...request } = requestFor(flow);
    return await syncs.outlook({ ...request, subject: { ...subject, planned: flow.id } }, asking);
  }

  /** The run of the flow as it is now. */
  async of(flow: Pick<Flow, 'id' | 'version'>): Promise<SyncRun | null> {
    return await this.#deps.syncs.book.read(runId(flow));
  }

  /** Begins what was to be begun when a process ended in between, and is at least so old; how much that was. */
  async startLeftBehind({ now, minAgeMs }: { now: number; minAgeMs: number }): Promise<number> {
    const { book, syncs } = this.#deps;
    const flows = (await book.all(now - REMEMBERED_MS)).filter(
      ({ since, updatedAt }) => since !== null && updatedAt <= now - minAgeMs,
    );
    const begun = await syncs.book.known(flows.map(runId));
    const asking: Asking = { signal: AbortSignal.timeout(60_000), lane: 'background' };
    let started = 0;
    for (const flow of flows.filter((one) => !begun.has(runId(one)))) {
      if ((await this.begin(flow, asking)) !== null) started += 1;
    }
    return started;
  }
}

function requestFor(
  flow: Flow,
): SyncRequest & { readonly subject: { connection: string; event: Flow['trigger']['event'] } } {
  const { connection, event } = flow.trigger;
  return {
    id: runId(flow),
    kind: 'FLOW_SETUP',
    subject: { connection, event },
    customerId: null,
    // Two at once would each find something missing, and make it twice.
    writerKey: `${connection} set-up`,
    requestedBy: `flow:${flow.id}`,
    reason: flow.name,
  };
}

function runId({ id, version }: Pick<Flow, 'id' | 'version'>): string {
  return runIdOf('setup', [id, version]);
}
