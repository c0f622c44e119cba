import { isInstalled } from '../peers/installed.js';
import type { PeerName } from '../peers/peer.js';
import type { PeerPool } from '../peers/peer-pool.js';
import type { Simulator } from '../upstream/start-simulator.js';
import { coldStart } from './cold-start.js';
import { crowd } from './crowd.js';
import { directorySize } from './directory-size.js';
import { growth } from './growth.js';
import { machinery } from './machinery.js';
import { revenueFile } from './revenue-file.js';
import { throttled } from './throttled.js';
import { traces } from './traces.js';
import { CUSTOMERS } from './trials.js';
import { webhooks } from './webhooks.js';

interface Surroundings {
  readonly simulator: Simulator;
  readonly pool: PeerPool;
  readonly quick: boolean;
}

export interface Other {
  /** Name of its file among the results. */
  readonly key: string;
  readonly title: string;
  /** Lines with the same names in each. */
  readonly measure: (around: Surroundings) => Promise<readonly object[]>;
}

const THROTTLED: readonly PeerName[] = ['Billgraph', 'Apollo with loaders', 'Hive Gateway'];

/** What is measured of Billgraph beside the comparison. */
export const OTHERS: readonly Other[] = [
  {
    key: 'throttled',
    title: 'Four pages at once, from upstreams that refuse more than 40 requests in flight',
    measure: async ({ simulator, pool, quick }) => {
      const turns = quick ? 2 : 10;
      const lines: object[] = [];
      for (const name of THROTTLED.filter((name) => isInstalled(name))) {
        lines.push(await throttled(name, { simulator, pool, turns }));
      }
      return lines;
    },
  },
  {
    key: 'crowd',
    title: 'A thousand clients at once, one customer each, everything cached',
    measure: async ({ simulator, pool, quick }) => [await crowd(simulator, pool, quick ? 2 : 8)],
  },
  {
    key: 'growth',
    title: 'Growth with the page and with what is nested, 1 client, nothing cached',
    measure: ({ simulator, pool, quick }) => growth(simulator, pool, quick ? 10 : 60),
  },
  {
    key: 'directory-size',
    title: 'A page and a search by the size of the directory',
    measure: ({ quick }) => directorySize(quick ? [1_000, 10_000] : [1_000, 10_000, 100_000]),
  },
  {
    key: 'machinery',
    title: 'What stands around a call to an upstream: turn, deadline, breaker, retries',
    measure: async () => [await machinery()],
  },
  {
    key: 'traces',
    title: 'What traces cost: a list of 50, 1 client, nothing cached',
    measure: ({ simulator, quick }) => traces(simulator, CUSTOMERS, quick ? 40 : 200),
  },
  {
    key: 'webhooks',
    title: 'Signed callouts of Zuora, 200 a second',
    measure: async ({ simulator, quick }) => [await webhooks(simulator, CUSTOMERS, quick ? 3 : 20)],
  },
  {
    key: 'cold-start',
    title: 'From the start of the process to its first answer, with nothing configured',
    measure: async () => [await coldStart()],
  },
  {
    key: 'revenue-file',
    title: 'The check of a CSV for Zuora Revenue',
    measure: async ({ quick }) => [await revenueFile(quick ? 100_000 : 1_000_000)],
  },
];
