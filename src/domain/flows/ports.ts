import type { ConnectionKey } from '../connections/key.js';
import type { Page } from '../customers/ports.js';
import type { EventName, Findings } from '../events/model.js';
import type { EventStream } from '../events/ports.js';
import type { Asking } from '../syncs/ports.js';
import type { WebhookReceiver } from '../webhooks/ports.js';
import type { Flow, FlowActionKind, FlowKind } from './model.js';

/** Where flows are kept. */
export interface FlowBook {
  /** In order of their making. A cursor that was not made here throws InvalidCursor. */
  page(request: { first: number; after: string | null }): Promise<Page<Flow>>;
  read(id: string): Promise<Flow | null>;
  add(flow: Flow): Promise<void>;
  /** Writes version n + 1 over version n; false if that is not what is there. */
  replace(flow: Flow): Promise<boolean>;
  /** Counts as a change, too. Null if there is none. */
  remove(id: string, at: number): Promise<Flow | null>;
  /** All there are, and those that were removed since. */
  all(removedSince: number): Promise<readonly Flow[]>;
  /** The enabled ones whose trigger is in a connection. */
  listening(connection: ConnectionKey): Promise<readonly Flow[]>;
  /** The names of those that name a connection anywhere. */
  using(connection: ConnectionKey): Promise<readonly string[]>;
}

/** What systems can be to flows. */
export interface FlowRole {
  /** Which way what happens in it leads. */
  readonly kind: FlowKind;
  readonly emits: readonly EventName[];
  readonly takes: readonly FlowActionKind[];
}

export interface FlowSystem extends FlowRole {
  /** Its value of the BillingSystem enum. */
  readonly system: string;
  readonly title: string;
}

/** The systems that flows can be between. */
export interface FlowSystems {
  /** All that have a part in flows, in the order of the registry. */
  readonly all: readonly FlowSystem[];
  /** Null for a connection that is not open, and for a system without a part in flows. */
  of(connection: ConnectionKey): FlowSystem | null;
  /** Which way what happens in a connection's system leads, be it open or not. */
  kindOf(connection: ConnectionKey): FlowKind;
}

/** What flows ask of the systems. */
export interface FlowWorld {
  readonly roles: FlowSystems;
  /** The last thing of its kind that happened; null if nothing did, or if the system cannot say. */
  lastEvent(connection: ConnectionKey, event: EventName, asking: Asking): Promise<Findings | null>;
  /** Empty for a connection that does not exist, and for a system that cannot be asked what happened. */
  streams(connection: ConnectionKey): readonly EventStream[];
  /** Undefined for a connection that does not exist or takes no webhooks. */
  receiver(connection: ConnectionKey): WebhookReceiver | undefined;
}
