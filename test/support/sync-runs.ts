import type { SyncRun } from '../../src/domain/syncs/model.js';

/** A run that was just asked for, with what is given in place of what it would be. */
export function queuedRun(given: Partial<SyncRun> = {}): SyncRun {
  return {
    id: 'run',
    kind: 'SUBSCRIPTION',
    status: 'QUEUED',
    subject: { subscriptionKey: 'S', accountId: 'a' },
    customerId: null,
    writerKey: null,
    requestedBy: 'test',
    reason: null,
    flowId: null,
    parentId: null,
    steps: [],
    failure: null,
    attempt: 1,
    createdAt: 1,
    finishedAt: null,
    ...given,
  };
}
