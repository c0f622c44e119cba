import { ask } from '../peers/ask.js';
import { LIST } from '../peers/operations.js';
import type { PeerName } from '../peers/peer.js';
import type { PeerPool } from '../peers/peer-pool.js';
import type { Simulator } from '../upstream/start-simulator.js';
import { pagesOf } from './trials.js';

const PAGE = 50;
const PAGES_AT_ONCE = 4;

interface Throttled {
  readonly peer: PeerName;
  readonly customers: number;
  /** Came without what one of the systems has of them. */
  readonly lost: number;
  /** Calls that the upstream refused. */
  readonly refused: number;
  /** Seconds into the work at which it last did; null if it never had to. */
  readonly lastRefusedAt: number | null;
}

/** Four pages at once, again and again, from upstreams that refuse more than 40 requests in flight. */
export async function throttled(
  name: PeerName,
  { simulator, pool, turns }: { simulator: Simulator; pool: PeerPool; turns: number },
): Promise<Throttled> {
  const peer = await pool.peer(name, { cached: false });
  const pages = await pagesOf(peer, PAGES_AT_ONCE, PAGE);
  await simulator.behave({ latencyMs: 20, mostInFlight: 40 });
  let whole = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const answers = await Promise.all(pages.map((variables) => ask(peer.url, LIST, variables) as Promise<Answer>));
    for (const { data } of answers) {
      whole += (data?.customers?.nodes ?? []).filter(
        ({ zuoraAccount, togaiCustomer }) => zuoraAccount?.subscriptions && togaiCustomer,
      ).length;
    }
  }
  const { refused, lastRefusedAt } = await simulator.counts();
  const customers = turns * PAGES_AT_ONCE * PAGE;
  return {
    peer: name,
    customers,
    lost: customers - whole,
    refused,
    lastRefusedAt: lastRefusedAt === null ? null : lastRefusedAt / 1_000,
  };
}

interface Answer {
  readonly data: {
    readonly customers: {
      readonly nodes: readonly {
        zuoraAccount: { subscriptions: object | null } | null;
        togaiCustomer: object | null;
      }[];
    } | null;
  } | null;
}
