import { refusal } from '../../kernel/refusal.js';
import type { ConnectionKey } from '../connections/key.js';
import type { EventName, Findings } from '../events/model.js';
import { requireAccess, type SyncCaller } from '../syncs/caller.js';
import type { SyncDesk } from '../syncs/desk.js';
import type { SyncRun } from '../syncs/model.js';
import type { Asking } from '../syncs/ports.js';
import { runsFor } from './event-runs.js';
import { connectionsOf, type Flow } from './model.js';
import type { FlowBook, FlowSystems } from './ports.js';
import type { FlowSetup } from './setup.js';
import { changedFlow, type FlowShape, type FlowWish, newFlow, refuseImpossible } from './wish.js';

export interface FlowDeskDeps {
  readonly book: FlowBook;
  readonly systems: FlowSystems;
  readonly setup: FlowSetup;
  readonly syncs: Pick<SyncDesk, 'outlook'>;
  /** The last thing of its kind that happened in a connection's system; null if it cannot say. */
  readonly lastEvent: (connection: ConnectionKey, event: EventName, asking: Asking) => Promise<Findings | null>;
  readonly nextId: () => string;
  readonly now: () => number;
}

export interface FlowPreview {
  /** Null where nothing can be set up. */
  readonly setup: SyncRun | null;
  /** Empty where nothing of the kind ever happened. */
  readonly runs: readonly SyncRun[];
}

/** Makes, changes, tries and ends flows. */
export class FlowDesk {
  readonly #deps: FlowDeskDeps;

  constructor(deps: FlowDeskDeps) {
    this.#deps = deps;
  }

  get book(): FlowBook {
    return this.#deps.book;
  }

  get setup(): FlowSetup {
    return this.#deps.setup;
  }

  get systems(): FlowSystems {
    return this.#deps.systems;
  }

  /** @throws Refusal */
  async create(wish: FlowWish, caller: SyncCaller): Promise<Flow> {
    const flow = this.#draft(wish, caller);
    await this.book.add(flow);
    if (flow.since !== null) await this.setup.begin(flow, caller.asking);
    return flow;
  }

  /** What would be set up, and what the flow would have made of the last event of its trigger. @throws Refusal */
  async preview(wish: FlowWish, caller: SyncCaller): Promise<FlowPreview> {
    const flow = this.#draft(wish, caller);
    const { lastEvent, syncs } = this.#deps;
    const { connection, event } = flow.trigger;
    const [last] = (await lastEvent(connection, event, caller.asking))?.events ?? [];
    const runs: SyncRun[] = [];
    for (const request of last ? runsFor(flow, last, null) : []) {
      runs.push(await syncs.outlook({ ...request, requestedBy: caller.id, flowId: null }, caller.asking));
    }
    return { setup: await this.setup.plan(flow, caller.asking), runs };
  }

  /** @throws Refusal */
  async update(id: string, wish: FlowWish, caller: SyncCaller): Promise<Flow> {
    const before = await this.#existing(id, caller);
    const shape = changedFlow(before, wish);
    this.#check(shape, caller);
    const now = this.#deps.now();
    const flow: Flow = {
      ...before,
      ...shape,
      version: before.version + 1,
      // What happened while it was off is not made up for: that is what a backfill is for.
      since: shape.enabled && !before.enabled ? now : before.since,
      updatedAt: now,
    };
    if (!(await this.book.replace(flow))) {
      throw refusal('CONFLICT', 'Somebody else changed the flow at the same moment: look at it and try again.');
    }
    await this.setup.begin(flow, caller.asking);
    return flow;
  }

  /** @throws Refusal */
  async delete(id: string, caller: SyncCaller): Promise<Flow> {
    await this.#existing(id, caller);
    const flow = await this.book.remove(id, this.#deps.now());
    if (!flow) throw unknownFlow();
    await this.setup.begin(flow, caller.asking);
    return flow;
  }

  #draft(wish: FlowWish, caller: SyncCaller): Flow {
    const shape = newFlow(wish, this.systems);
    this.#check(shape, caller);
    const now = this.#deps.now();
    return {
      ...shape,
      id: this.#deps.nextId(),
      version: 1,
      since: shape.enabled ? now : null,
      createdBy: caller.id,
      createdAt: now,
      updatedAt: now,
    };
  }

  #check(shape: FlowShape, caller: SyncCaller): void {
    requireAccess(caller, ...connectionsOf(shape));
    refuseImpossible(shape, this.systems);
  }

  async #existing(id: string, caller: SyncCaller): Promise<Flow> {
    const flow = await this.book.read(id);
    if (!flow) throw unknownFlow();
    requireAccess(caller, ...connectionsOf(flow));
    return flow;
  }
}

const unknownFlow = () => refusal('NOT_FOUND', 'There is no such flow.', ['id']);
