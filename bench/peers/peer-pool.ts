import { runLoad } from '../load/run-load.js';
import type { Simulator } from '../upstream/start-simulator.js';
import { LIST } from './operations.js';
import type { Peer, PeerName } from './peer.js';
import { startPeer } from './start-peer.js';

/** The peers that were started so far. They stay, warm and idle, until the benchmark is over. */
export class PeerPool {
  readonly #simulator: Simulator;
  readonly #customers: number;
  readonly #warmUpRequests: number;
  readonly #peers = new Map<string, Peer>();

  constructor(simulator: Simulator, { customers, warmUpRequests }: { customers: number; warmUpRequests: number }) {
    this.#simulator = simulator;
    this.#customers = customers;
    this.#warmUpRequests = warmUpRequests;
  }

  /** `cached`: whether answers of the upstreams are kept, for peers that can. */
  async peer(name: PeerName, { cached }: { cached: boolean }): Promise<Peer> {
    const key = `${name} ${cached}`;
    const started = this.#peers.get(key) ?? (await this.#start(name, cached));
    this.#peers.set(key, started);
    return started;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#peers.values()].map((peer) => peer.stop()));
  }

  async #start(name: PeerName, cached: boolean): Promise<Peer> {
    await this.#simulator.behave({ latencyMs: 0, mostInFlight: 0 });
    const peer = await startPeer(name, { upstream: this.#simulator.url, customers: this.#customers, cached });
    // What runs for the first time is slower than it will be.
    const bodies = [JSON.stringify({ query: LIST, variables: { first: 50 } })];
    await runLoad({ url: peer.url, bodies, clients: 2, seconds: 0, requests: this.#warmUpRequests });
    return peer;
  }
}
