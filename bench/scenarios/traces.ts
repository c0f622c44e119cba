import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runLoad } from '../load/run-load.js';
import { usageOf } from '../measure/process-usage.js';
import { median, rounded } from '../measure/statistics.js';
import { startBillgraph } from '../peers/billgraph.js';
import { LIST } from '../peers/operations.js';
import type { Simulator } from '../upstream/start-simulator.js';

interface Traced {
  readonly traced: string;
  readonly p50: number;
  readonly cpuMsPerQuery: number;
  /** What the collector is sent of a query, compressed as it came. */
  readonly kilobytesPerQuery: number;
}

const WARM_UP = 300;
const ROUNDS = 5;

/** What a list of 50 costs by how many operations are traced, 1 client, nothing cached. The gateways take turns. */
export async function traces(simulator: Simulator, customers: number, requests: number): Promise<readonly Traced[]> {
  const collector = await startSink();
  const settings: readonly (readonly [string, Record<string, string>])[] = [
    ['nothing', {}],
    ['one in ten', { ...collector.settings, OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.1' }],
    ['everything', { ...collector.settings, OTEL_TRACES_SAMPLER: 'always_on' }],
  ];
  const started = await Promise.all(
    settings.map(async ([traced, environment]) => ({
      traced,
      peer: await startBillgraph({ upstream: simulator.url, customers, cached: false, environment }),
      rounds: [] as { p50: number; cpuMs: number; bytes: number }[],
    })),
  );
  try {
    const bodies = [JSON.stringify({ query: LIST, variables: { first: 50 } })];
    const loadOf = (url: string, requests: number) => runLoad({ url, bodies, clients: 1, seconds: 0, requests });
    await simulator.behave({ latencyMs: 0, mostInFlight: 0 });
    for (const { peer } of started) await loadOf(peer.url, WARM_UP);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { peer, rounds } of started) {
        const before = { cpuMs: usageOf(peer.pid)?.cpuMs ?? 0, bytes: collector.bytes() };
        const { p50 } = await loadOf(peer.url, requests);
        const cpuMs = (usageOf(peer.pid)?.cpuMs ?? 0) - before.cpuMs;
        rounds.push({ p50, cpuMs, bytes: collector.bytes() - before.bytes });
      }
    }
    return started.map(({ traced, rounds }) => ({
      traced,
      p50: median(rounds.map(({ p50 }) => p50)),
      cpuMsPerQuery: rounded(median(rounds.map(({ cpuMs }) => cpuMs)) / requests),
      kilobytesPerQuery: rounded(median(rounds.map(({ bytes }) => bytes)) / requests / 1_000),
    }));
  } finally {
    await Promise.all(started.map(({ peer }) => peer.stop()));
    collector.close();
  }
}

/** A collector that takes everything and keeps nothing. Spans come in batches: those of the end of a round are in the next one. */
async function startSink() {
  let bytes = 0;
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
    request.on('end', () => response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    settings: { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`, OTEL_BSP_SCHEDULE_DELAY: '500' },
    bytes: () => bytes,
    close: () => server.close().closeAllConnections(),
  };
}
