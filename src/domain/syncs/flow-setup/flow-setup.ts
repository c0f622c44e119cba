import { refusal } from '../../../kernel/refusal.js';
import type { ConnectionKey } from '../../connections/key.js';
import type { EventName } from '../../events/model.js';
import type { Asking } from '../ports.js';
import type { Procedure } from '../procedure.js';
import type { SetupSubject } from '../subjects.js';
import type { Announcer } from './announcer.js';

export interface SetupMeans {
  readonly announcer: (connection: ConnectionKey, asking: Asking) => Announcer | null;
  /** Ids of the enabled flows that wait for an event of a connection. */
  readonly flowsWaiting: (connection: ConnectionKey, event: EventName) => Promise<readonly string[]>;
  /** Where the gateway takes webhooks of a connection. */
  readonly webhookAddress: (connection: ConnectionKey) => string;
}

/** Has a system tell of what flows wait for, and of nothing that none waits for. */
export function setupProcedure({ announcer, flowsWaiting, webhookAddress }: SetupMeans): Procedure {
  return {
    async look({ subject }, asking) {
      const { connection, event, planned } = subject as SetupSubject;
      const end = announcer(connection, asking);
      if (!end)
        throw refusal('UNSUPPORTED', `The connection ${connection} is gone: what it was set up to tell of stays.`);
      const waiting = await flowsWaiting(connection, event);
      const flows = [...new Set([...waiting, ...(planned === undefined ? [] : [planned])])].toSorted();
      const announcement = { event, address: webhookAddress(connection), flows };
      return {
        left: await end.stepsFor(announcement),
        carryOut: async (step) => {
          await end.carryOut(announcement, step);
          return undefined;
        },
      };
    },
  };
}
