import type { NodeKind } from '../../schema-kit/node.js';
import { SYNC_RUN_PREFIX, toSyncRun } from '../../schema-kit/syncs/sync-run.type.js';
import type { GatewayContext } from '../context.js';

export const syncRunNode: NodeKind = {
  type: 'SyncRun',
  prefix: SYNC_RUN_PREFIX,
  load: async (key, context) => {
    const run = await (context as GatewayContext).syncs.book.read(key);
    return run && toSyncRun(run);
  },
};
