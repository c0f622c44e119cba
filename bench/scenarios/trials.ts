import type { Trial } from '../measure/compare-peers.js';
import { ask } from '../peers/ask.js';
import { LIST, ONE } from '../peers/operations.js';
import type { Peer } from '../peers/peer.js';

export const CUSTOMERS = 2_000;
const PAGE = 50;
const MANY_PAGES = 16;

const firstPage = async () => [{ first: PAGE }];

/** The first pages, with the cursors that the peer itself gives. */
export async function pagesOf(peer: Peer, pages = MANY_PAGES, first = PAGE): Promise<object[]> {
  const query = `query ($first: Int!, $after: String) { customers(first: $first, after: $after) { pageInfo { endCursor } } }`;
  const variables: { first: number; after: string | null }[] = [{ first, after: null }];
  while (variables.length < pages) {
    const answer = (await ask(peer.url, query, variables.at(-1))) as Page;
    variables.push({ first, after: answer.data.customers.pageInfo.endCursor });
  }
  return variables;
}

interface Page {
  readonly data: { readonly customers: { readonly pageInfo: { readonly endCursor: string } } };
}

/** What is compared with the peers. */
export const TRIALS: readonly Trial[] = [
  {
    key: 'list-8-clients',
    title: 'List of 50 customers, 8 clients, nothing cached, upstream at 0 ms',
    peers: ['Billgraph', 'Apollo with loaders', 'Apollo without loaders', 'Hive Gateway', 'floor (a)'],
    query: LIST,
    variables: firstPage,
    clients: 8,
    latencyMs: 0,
    cached: false,
  },
  {
    key: 'lists-8-clients',
    title: 'The same, each client on another page: nothing to share',
    peers: ['Billgraph', 'Apollo with loaders', 'Hive Gateway', 'floor (a)'],
    query: LIST,
    variables: (peer) => pagesOf(peer),
    clients: 8,
    latencyMs: 0,
    cached: false,
  },
  {
    key: 'list-1-client',
    title: 'List of 50 customers, 1 client, nothing cached, upstream at 0 ms',
    peers: ['Billgraph', 'Apollo with loaders', 'Apollo without loaders', 'Hive Gateway', 'floor (a)'],
    query: LIST,
    variables: firstPage,
    clients: 1,
    latencyMs: 0,
    cached: false,
  },
  {
    key: 'list-warm',
    title: 'List of 50 customers, 8 clients, everything cached, upstream at 0 ms',
    peers: ['Billgraph', 'Apollo with loaders', 'floor (b)'],
    query: LIST,
    variables: firstPage,
    clients: 8,
    latencyMs: 0,
    cached: true,
  },
  {
    key: 'one-customer',
    title: 'One customer, 1 client, nothing cached, upstream at 20 ms',
    peers: ['Billgraph', 'Apollo with loaders', 'Hive Gateway', 'floor (a)'],
    query: ONE,
    variables: async () => [{ number: 'A000001' }],
    clients: 1,
    latencyMs: 20,
    cached: false,
  },
];

/** The keys of what the chart shows. */
export const DRAWN = TRIALS.map(({ key }) => key).filter((key) => key.startsWith('list'));
