import type { ConnectionKey } from '../connections/key.js';
import type { EventName } from '../events/model.js';

/** What a flow can do: the kinds of runs that follow something that happened. */
export const FLOW_ACTIONS = ['CUSTOMER', 'SUBSCRIPTION', 'CREDIT', 'INVOICE', 'SALE'] as const;
export type FlowActionKind = (typeof FLOW_ACTIONS)[number];

/** INBOUND: something happened in a connected system. OUTBOUND: something happened where usage is priced. */
export type FlowKind = 'INBOUND' | 'OUTBOUND';

/** What is to follow of itself when something happens in a system. */
export interface Flow {
  readonly id: string;
  /** For people. */
  readonly name: string;
  readonly description: string | null;
  readonly trigger: FlowTrigger;
  /** One or more; each makes a run of its own. */
  readonly actions: readonly FlowAction[];
  readonly enabled: boolean;
  /** The template that it was made from. */
  readonly template: string | null;
  /** Counts its changes. */
  readonly version: number;
  /** What happened before is not its business; milliseconds since the epoch, null while it was never enabled. */
  readonly since: number | null;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface FlowTrigger {
  readonly connection: ConnectionKey;
  readonly event: EventName;
}

export interface FlowAction {
  readonly action: FlowActionKind;
  /** Where it leads. */
  readonly connection: ConnectionKey;
  readonly settings: Readonly<Record<string, string>>;
}

/** Every connection that it names. */
export function connectionsOf({ trigger, actions }: Pick<Flow, 'trigger' | 'actions'>): readonly ConnectionKey[] {
  return [...new Set([trigger.connection, ...actions.map(({ connection }) => connection)])];
}
