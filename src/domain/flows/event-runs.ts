import type { SystemEvent } from '../events/model.js';
import type { SyncRequest } from '../syncs/desk.js';
import { runIdOf } from '../syncs/run-id.js';
import type { Flow, FlowAction } from './model.js';

// Clocks of systems differ from ours.
const SKEW_MS = 120_000;

/** Whether an event is one that a flow waits for. */
export function fits({ enabled, trigger, since }: Flow, { event, at }: SystemEvent): boolean {
  if (!enabled || trigger.event !== event) return false;
  return at === null || since === null || at >= since - SKEW_MS;
}

/** The runs that an event begins: the same ones however often it is told. */
export function runsFor(flow: Flow, event: SystemEvent, customerId: string | null): readonly SyncRequest[] {
  return flow.actions.map((action, place) => runFor(flow, { action, place }, event, customerId));
}

function runFor(
  flow: Flow,
  { action, place }: { action: FlowAction; place: number },
  event: SystemEvent,
  customerId: string | null,
): SyncRequest {
  const { id, trigger } = flow;
  const { key, version, details } = event;
  return {
    id: runIdOf('flow', [id, place, action.action, event.event, key, version]),
    kind: action.action,
    subject: {
      happened: { event: event.event, key, version, ...(details && { details }) },
      from: trigger.connection,
      to: action.connection,
      settings: action.settings,
    },
    customerId,
    writerKey: customerId ?? `${trigger.connection} ${event.event} ${key}`,
    requestedBy: `flow:${id}`,
    reason: `${event.event} ${key}`,
    flowId: id,
  };
}
