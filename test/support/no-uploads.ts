import type { UpstreamKit } from '../../src/upstreams/contract.js';

const refuse = () => {
  throw new Error('there are no uploads here');
};

/** What a connection is lent for uploads, where a test has none. */
export const noUploads: Pick<
  UpstreamKit,
  'uploads' | 'changes' | 'changed' | 'tasks' | 'addressOf' | 'mayHoldCardNumber'
> = {
  changes: { watch: refuse },
  changed: () => {},
  uploads: new Proxy({} as UpstreamKit['uploads'], { get: () => refuse }),
  tasks: { start: refuse, startMissing: refuse },
  mayHoldCardNumber: () => false,
  addressOf: (path) => `http://gateway.example${path}`,
};
