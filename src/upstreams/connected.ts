import type { ConnectionKey } from '../domain/connections/key.js';
import type { Upstream, UpstreamConnection } from './contract.js';
import type { CallMonitor } from './monitor.js';

/** A billing system of this process: what it is, where it is reached, and how its calls went. */
export interface ConnectedSystem {
  /** The upstream's id for the connection that the environment configures; see `ConnectionKey`. */
  readonly key: ConnectionKey;
  /** The connection's name for people. */
  readonly name: string;
  readonly upstream: Upstream;
  readonly connection: UpstreamConnection;
  readonly monitor: CallMonitor;
  /** Whether a sandbox stands in for the real tenant. */
  readonly sandbox: boolean;
}
