import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runLoad } from '../load/run-load.js';
import { startBillgraph } from '../peers/billgraph.js';
import { LIST } from '../peers/operations.js';
import type { Simulator } from '../upstream/start-simulator.js';
import { usageOf } from './process-usage.js';

const WARM_UP = 400;
const REQUESTS = 600;

interface Share {
  /** A package, a folder of Billgraph, or what the engine does itself. */
  readonly name: string;
  /** Of the time in which the process was not idle. */
  readonly share: number;
}

/** Where the processor's time goes while one client asks for lists: the sampled self time, by package and by function. */
export async function profileList(
  simulator: Simulator,
  { customers, cached }: { customers: number; cached: boolean },
): Promise<{ cpuMsPerQuery: number; packages: readonly Share[]; functions: readonly Share[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'billgraph-profile-'));
  const peer = await startBillgraph({
    upstream: simulator.url,
    customers,
    cached,
    nodeOptions: ['--cpu-prof', `--cpu-prof-dir=${folder}`],
  });
  const bodies = [JSON.stringify({ query: LIST, variables: { first: 50 } })];
  const load = { url: peer.url, bodies, clients: 1, seconds: 0 };
  await runLoad({ ...load, requests: WARM_UP });
  const before = usageOf(peer.pid)?.cpuMs ?? 0;
  await runLoad({ ...load, requests: REQUESTS });
  const cpuMsPerQuery = ((usageOf(peer.pid)?.cpuMs ?? 0) - before) / REQUESTS;
  await peer.stop();
  const [file = ''] = await readdir(folder);
  const profile = JSON.parse(await readFile(join(folder, file), 'utf8')) as Profile;
  await rm(folder, { recursive: true });
  return { cpuMsPerQuery, packages: sharesOf(profile, packageOf), functions: sharesOf(profile, functionOf) };
}

interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: CallFrame;
}

interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

function sharesOf({ nodes, samples, timeDeltas }: Profile, nameOf: (node: ProfileNode) => string): Share[] {
  const names = new Map(nodes.map((node) => [node.id, nameOf(node)]));
  const time = new Map<string, number>();
  const whole = timeDeltas.reduce((sum, delta) => sum + delta, 0);
  // The second load is the last part of the profile: what comes before is start and warm-up.
  let at = 0;
  samples.forEach((sample, index) => {
    const delta = timeDeltas[index] ?? 0;
    at += delta;
    const name = names.get(sample) ?? '';
    if (at < whole * 0.5 || name === '(idle)') return;
    time.set(name, (time.get(name) ?? 0) + delta / 1_000);
  });
  const busy = [...time.values()].reduce((sum, ms) => sum + ms, 0);
  return [...time].map(([name, ms]) => ({ name, share: ms / busy })).sort((a, b) => b.share - a.share);
}

function packageOf({ callFrame }: ProfileNode): string {
  if (callFrame.url === '') return callFrame.functionName;
  const { path } = sourceOf(callFrame);
  if (path.startsWith('node:')) return 'node';
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
  return (
    name ??
    path
      .replace(/^.*\/src\//, '')
      .split('/')
      .slice(0, -1)
      .join('/')
  );
}

function functionOf({ callFrame }: ProfileNode): string {
  const { path, line } = sourceOf(callFrame);
  return `${callFrame.functionName || '(anonymous)'} ${path.replace(/^.*\/(node_modules|src)\//, '')}:${line}`;
}

const maps = new Map<string, SourceMap | null>();

/** Where a function was written: the built program has its packages and folders in a few files. */
function sourceOf({ url, lineNumber, columnNumber }: CallFrame): { path: string; line: number } {
  if (!url.startsWith('file:')) return { path: url, line: lineNumber + 1 };
  let map = maps.get(url);
  if (map === undefined) {
    map = mapOf(fileURLToPath(url));
    maps.set(url, map);
  }
  const entry = map?.findEntry(lineNumber, columnNumber);
  if (entry && 'originalSource' in entry) return { path: entry.originalSource, line: entry.originalLine + 1 };
  return { path: url, line: lineNumber + 1 };
}

function mapOf(file: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  } catch {
    return null;
  }
}
