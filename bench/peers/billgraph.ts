import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ask } from './ask.js';
import { benchStore } from './bench-store.js';
import type { Peer, PeerOptions } from './peer.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
/** As in the image and in `npm start`. */
const AS_IN_PRODUCTION = ['--max-semi-space-size=16', '--max-old-space-size=1024'];
const ARENAS = { MALLOC_ARENA_MAX: '2' };
const READY_MS = 60_000;

export interface BillgraphOptions extends PeerOptions {
  readonly environment?: Record<string, string>;
  /** More arguments for Node, such as `--cpu-prof`. */
  readonly nodeOptions?: readonly string[];
}

/** The gateway as it is run in production, pointed at the simulator, with its directory filled. */
export async function startBillgraph(options: BillgraphOptions): Promise<Peer> {
  const { upstream, customers, cached, environment, nodeOptions } = options;
  const store = await benchStore();
  const peer = await spawnBillgraph(
    {
      ACCESS: 'OPEN',
      SYSTEMS: 'ZUORA_BILLING,TOGAI',
      ZUORA_BILLING_URL: `${upstream}/zuora`,
      ZUORA_BILLING_CLIENT_ID: 'bench',
      ZUORA_BILLING_CLIENT_SECRET: 'bench',
      TOGAI_URL: `${upstream}/togai`,
      TOGAI_API_KEY: 'bench',
      // The simulator has no quota; what counting costs is part of what is measured.
      TOGAI_REQUESTS_PER_SECOND: '100000',
      CACHE_MAX_ENTRIES: cached ? '50000' : '0',
      DISCOVERY_INTERVAL_MINUTES: '1440',
      DATABASE_URL: store.url,
      ...environment,
    },
    nodeOptions,
  );
  await discovered(peer.url, customers);
  return {
    ...peer,
    stop: async () => {
      await peer.stop();
      await store.drop();
    },
  };
}

/** Starts the compiled gateway, with nothing set but what is given. Its log goes to a file, as in production. */
export async function spawnBillgraph(
  environment: Record<string, string>,
  nodeOptions: readonly string[] = [],
): Promise<Peer> {
  const folder = await mkdtemp(join(tmpdir(), 'billgraph-bench-'));
  const printed = join(folder, 'log');
  const file = openSync(printed, 'a');
  const child = spawn(process.execPath, [...AS_IN_PRODUCTION, ...nodeOptions, MAIN], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: '0', SANDBOX_PORT: '0', ...ARENAS, ...environment },
    stdio: ['ignore', file, file],
  });
  closeSync(file);
  const exited = once(child, 'exit');
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await exited;
    await rm(folder, { recursive: true, force: true });
  };
  for (const until = Date.now() + READY_MS; Date.now() < until; await wait(10)) {
    const url = /GraphQL +(http\S+)\/graphql/.exec(readFileSync(printed, 'utf8'))?.[1];
    if (url) return { name: 'Billgraph', url, pid: child.pid ?? 0, stop };
    if (child.exitCode !== null) break;
  }
  const log = readFileSync(printed, 'utf8');
  await stop();
  throw new Error(`Billgraph did not start:\n${log}`);
}

/** Waits until the directory has every customer, with the ids of both systems. */
async function discovered(url: string, customers: number): Promise<void> {
  const query = '{ systems { system discovery { state failure } } }';
  for (const until = Date.now() + READY_MS; Date.now() < until; await wait(100)) {
    const { data } = (await ask(url, query)) as Discovery;
    const failure = data.systems.find(({ discovery }) => discovery?.state === 'FAILED')?.discovery?.failure;
    if (failure) throw new Error(`the directory was not filled: ${failure}`);
    if (data.systems.every(({ discovery }) => discovery?.state === 'SUCCEEDED')) return;
  }
  throw new Error(`the directory of ${customers} customers was not filled in time`);
}

interface Discovery {
  readonly data: {
    readonly systems: readonly { readonly discovery: { state: string; failure: string | null } | null }[];
  };
}
