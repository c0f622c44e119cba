import type { SyncCaller } from '../caller.js';
import type { SyncRequest } from '../desk.js';
import type { Procedure } from '../procedure.js';
import type { EventSubject } from '../subjects.js';

/** Makes the request that an event comes to. @throws Refusal for what a person has to do first */
export type RequestOfEvent = (subject: EventSubject, caller: SyncCaller) => Promise<SyncRequest>;

/**
 * Lets the runs of a kind begin with something that happened. What they are about is found out at their first look, and what
 * stands in the way of that is a reason to wait for a person like any other: so an event is never lost.
 */
export function orFromEvent(procedure: Procedure, requestOf: RequestOfEvent): Procedure {
  return {
    async look(run, asking) {
      if (!('happened' in run.subject)) return await procedure.look(run, asking);
      const { from, to } = run.subject;
      // Whoever made the flow may ask both.
      const mayAsk = (key: string) => key === from || key === to;
      const { subject, customerId } = await requestOf(run.subject, { id: 'flow', mayAsk, asking });
      const known = { ...run, subject, customerId: customerId ?? run.customerId };
      const work = await procedure.look(known, asking);
      return { ...(known.customerId !== null && { customerId: known.customerId }), ...work, subject };
    },
  };
}
