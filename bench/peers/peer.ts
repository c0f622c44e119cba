/** A server under test: `POST /graphql` answers the operations of the benchmark. */
export interface Peer {
  readonly name: PeerName;
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export type PeerName =
  | 'Billgraph'
  | 'Apollo with loaders'
  | 'Apollo without loaders'
  | 'Hive Gateway'
  | 'floor (a)'
  | 'floor (b)';

export interface PeerOptions {
  /** Address of the simulator. */
  readonly upstream: string;
  /** How many customers there are. */
  readonly customers: number;
  /** Whether answers of the upstreams are kept, for peers that can. */
  readonly cached: boolean;
}
