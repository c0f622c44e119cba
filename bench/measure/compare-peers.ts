import { runLoad } from '../load/run-load.js';
import { ask } from '../peers/ask.js';
import type { Peer, PeerName } from '../peers/peer.js';
import type { PeerPool } from '../peers/peer-pool.js';
import type { Simulator } from '../upstream/start-simulator.js';
import { usageOf } from './process-usage.js';
import { median, rounded } from './statistics.js';

/** One kind of work for several peers. */
export interface Trial {
  /** Name of its file among the results. */
  readonly key: string;
  readonly title: string;
  readonly peers: readonly PeerName[];
  readonly query: string;
  /** Variables of the requests, which every client sends in turn, each beginning at another one. */
  readonly variables: (peer: Peer) => Promise<readonly object[]>;
  readonly clients: number;
  readonly latencyMs: number;
  readonly cached: boolean;
}

/** What one peer did; medians of the rounds. */
export interface Row {
  readonly peer: PeerName;
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly upstreamPerQuery: number;
  /** Of the peer's own process; null where the system does not tell. */
  readonly cpuMsPerQuery: number | null;
  readonly residentMb: number | null;
  /** In all rounds together. */
  readonly failed: number;
}

export interface Effort {
  readonly rounds: number;
  readonly seconds: number;
}

type Measured = Omit<Row, 'peer'>;

/** Asks the peers in turn, as often as there are rounds, so that what disturbs the machine disturbs all of them. */
export async function comparePeers(
  trial: Trial,
  { rounds, seconds }: Effort,
  simulator: Simulator,
  pool: PeerPool,
): Promise<readonly Row[]> {
  const peers: Peer[] = [];
  for (const name of trial.peers) peers.push(await pool.peer(name, trial));
  await simulator.behave({ latencyMs: 0, mostInFlight: 0 });
  await sameAnswers(peers, trial);
  const bodies = new Map<Peer, readonly string[]>();
  for (const peer of peers) {
    const variables = await trial.variables(peer);
    bodies.set(
      peer,
      variables.map((one) => JSON.stringify({ query: trial.query, variables: one })),
    );
  }
  const measured = new Map(peers.map((peer) => [peer, [] as Measured[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const peer of peers) {
      measured.get(peer)?.push(await once(peer, bodies.get(peer) ?? [], seconds, trial, simulator));
    }
  }
  return [...measured].map(([{ name: peer }, all]) => ({ peer, ...mediansOf(all) }));
}

async function once(
  { url, pid }: Peer,
  bodies: readonly string[],
  seconds: number,
  { clients, latencyMs }: Trial,
  simulator: Simulator,
): Promise<Measured> {
  await simulator.behave({ latencyMs, mostInFlight: 0 });
  const before = usageOf(pid);
  const load = await runLoad({ url, bodies, clients, seconds });
  const after = usageOf(pid);
  const { requests } = await simulator.counts();
  return {
    requestsPerSecond: load.requests / load.seconds,
    p50: load.p50,
    p99: load.p99,
    // What was under way at the end has made its calls, too.
    upstreamPerQuery: requests / load.sent,
    cpuMsPerQuery: before && after ? (after.cpuMs - before.cpuMs) / load.requests : null,
    residentMb: after?.residentMb ?? null,
    failed: load.failed,
  };
}

function mediansOf(all: readonly Measured[]): Measured {
  return {
    requestsPerSecond: rounded(median(all.map((one) => one.requestsPerSecond))),
    p50: rounded(median(all.map((one) => one.p50))),
    p99: rounded(median(all.map((one) => one.p99))),
    upstreamPerQuery: rounded(median(all.map((one) => one.upstreamPerQuery))),
    cpuMsPerQuery: medianOrNull(all.map((one) => one.cpuMsPerQuery)),
    residentMb: medianOrNull(all.map((one) => one.residentMb)),
    failed: all.reduce((total, one) => total + one.failed, 0),
  };
}

function medianOrNull(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? rounded(median(known)) : null;
}

/** A peer that answers something else has done other work. */
async function sameAnswers(peers: readonly Peer[], { query, variables }: Trial): Promise<void> {
  const answers = new Map<string, string>();
  for (const peer of peers) {
    const [first = {}] = await variables(peer);
    // Cursors are each peer's own.
    const answer = JSON.stringify(await ask(peer.url, query, first)).replace(/"endCursor":"[^"]*"/, '');
    answers.set(answer, `${answers.get(answer) ?? ''} ${peer.name},`);
  }
  if (answers.size === 1) return;
  const groups = [...answers].map(([answer, names]) => `${names} ${answer.slice(0, 400)}`);
  throw new Error(`the peers do not answer alike:\n${groups.join('\n')}`);
}
