import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ask } from '../peers/ask.js';
import { spawnBillgraph } from '../peers/billgraph.js';

interface ColdStart {
  /** Seconds from the start of the process to its first answer; the second start is that of a store that is there. */
  readonly firstStart: number;
  readonly secondStart: number;
}

/** With nothing configured: embedded store, sandboxes for all systems. */
export async function coldStart(): Promise<ColdStart> {
  const folder = await mkdtemp(join(tmpdir(), 'billgraph-bench-'));
  const start = async () => {
    const from = performance.now();
    const peer = await spawnBillgraph({ DATABASE_URL: `pglite:${join(folder, 'data')}` });
    await ask(peer.url, '{ customers(first: 1) { nodes { name } } }');
    const seconds = (performance.now() - from) / 1_000;
    await peer.stop();
    return Math.round(seconds * 100) / 100;
  };
  try {
    return { firstStart: await start(), secondStart: await start() };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
