import { runLoad } from '../load/run-load.js';
import { usageOf } from '../measure/process-usage.js';
import { ONE } from '../peers/operations.js';
import type { PeerPool } from '../peers/peer-pool.js';
import type { Simulator } from '../upstream/start-simulator.js';

const CLIENTS = 1_000;

interface Crowd {
  readonly clients: number;
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
  readonly residentMb: number | null;
}

/** A thousand clients at once, each asking for one customer after the other. */
export async function crowd(simulator: Simulator, pool: PeerPool, seconds: number): Promise<Crowd> {
  const peer = await pool.peer('Billgraph', { cached: true });
  await simulator.behave({ latencyMs: 0, mostInFlight: 0 });
  const bodies = Array.from({ length: 100 }, (_, number) =>
    JSON.stringify({ query: ONE, variables: { number: `A${String(number).padStart(6, '0')}` } }),
  );
  const {
    requests,
    seconds: took,
    p50,
    p99,
    failed,
  } = await runLoad({ url: peer.url, bodies, clients: CLIENTS, seconds });
  const residentMb = Math.round(usageOf(peer.pid)?.residentMb ?? 0) || null;
  return { clients: CLIENTS, requestsPerSecond: Math.round(requests / took), p50, p99, failed, residentMb };
}
