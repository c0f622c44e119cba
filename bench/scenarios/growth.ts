import { runLoad } from '../load/run-load.js';
import { usageOf } from '../measure/process-usage.js';
import { rounded } from '../measure/statistics.js';
import { LIST } from '../peers/operations.js';
import type { PeerPool } from '../peers/peer-pool.js';
import type { Simulator } from '../upstream/start-simulator.js';

interface Growth {
  readonly of: string;
  readonly p50: number;
  readonly cpuMsPerQuery: number | null;
  readonly upstreamPerQuery: number;
}

const nested = (fields: string) =>
  `query Nested($first: Int!) { customers(first: $first) { nodes { name ${fields} } } }`;
const NESTING: readonly (readonly [string, string])[] = [
  ['customers alone', nested('')],
  ['and their accounts', nested('zuoraAccount { accountNumber }')],
  ['and subscriptions', nested('zuoraAccount { accountNumber subscriptions { nodes { subscriptionNumber } } }')],
  [
    'and rate plans with charges',
    nested(
      'zuoraAccount { accountNumber subscriptions { nodes { subscriptionNumber ratePlans { name charges { name } } } } }',
    ),
  ],
];
const PAGE_SIZES = [1, 10, 50, 100];
const WARM_UP = 20;

/** How a query grows with the size of its page and with what is asked for within each other; nothing is cached. */
export async function growth(simulator: Simulator, pool: PeerPool, requests: number): Promise<readonly Growth[]> {
  const peer = await pool.peer('Billgraph', { cached: false });
  const measure = async (of: string, query: string, first: number): Promise<Growth> => {
    const load = { url: peer.url, bodies: [JSON.stringify({ query, variables: { first } })], clients: 1, seconds: 0 };
    await runLoad({ ...load, requests: WARM_UP });
    await simulator.behave({ latencyMs: 0, mostInFlight: 0 });
    const before = usageOf(peer.pid);
    const { p50 } = await runLoad({ ...load, requests });
    const after = usageOf(peer.pid);
    const { requests: calls } = await simulator.counts();
    return {
      of,
      p50,
      cpuMsPerQuery: before && after ? rounded((after.cpuMs - before.cpuMs) / requests) : null,
      upstreamPerQuery: rounded(calls / requests),
    };
  };
  const found: Growth[] = [];
  for (const first of PAGE_SIZES) found.push(await measure(`page of ${first}`, LIST, first));
  for (const [of, query] of NESTING) found.push(await measure(`50 ${of}`, query, 50));
  return found;
}
