import { startChild } from '../measure/child.js';
import { startBillgraph } from './billgraph.js';
import type { Peer, PeerName, PeerOptions } from './peer.js';

/** Starts a peer in a process of its own. */
export async function startPeer(name: PeerName, options: PeerOptions): Promise<Peer> {
  if (name === 'Billgraph') return await startBillgraph(options);
  const { upstream, customers } = options;
  const [program, last] = PROGRAMS[name];
  const child = await startChild(new URL(program, import.meta.url), { args: [upstream, String(customers), last] });
  return { name, ...child };
}

const PROGRAMS: Record<Exclude<PeerName, 'Billgraph'>, readonly [file: string, argument: string]> = {
  'Apollo with loaders': ['apollo-server.ts', 'true'],
  'Apollo without loaders': ['apollo-server.ts', 'false'],
  'Hive Gateway': ['hive/gateway.ts', ''],
  'floor (a)': ['floor-server.ts', 'false'],
  'floor (b)': ['floor-server.ts', 'true'],
};
