import { expect } from 'vitest';
import type { Sandbox } from '../../src/upstreams/sandbox-kit/types.js';
import type { killableGateway } from './killable-gateway.js';

export interface WalkOptions<Scene, Run> {
  readonly gateway: ReturnType<typeof killableGateway>;
  readonly databaseUrl: string;
  readonly sandboxes: readonly Sandbox[];
  /** What one run is about, of its own. */
  readonly scene: () => Promise<Scene>;
  readonly begin: (scene: Scene) => Promise<Run>;
  readonly ended: (run: Run) => Promise<unknown>;
  /** Everything that came of it, in words that are the same for all. */
  readonly outcomeOf: (scene: Scene, run: Run) => Promise<unknown>;
}

const EVERYWHERE = process.env.CRASH_WALK === 'ALL';
const isWrite = (call: string | undefined) => call !== undefined && !call.startsWith('GET ');

/**
 * In each write, and in the first call after it, which is where one step is over and the next one begins. In a system that is only
 * read, in every fourth call. `CRASH_WALK=ALL`: in all of them.
 */
function isPlaceToDie(calls: readonly string[], at: number): boolean {
  if (EVERYWHERE) return true;
  if (!calls.some(isWrite)) return at % 4 === 3;
  return isWrite(calls[at]) || isWrite(calls[at - 1]);
}

/** As many runs as go on at once in a process, but for one: those that hang leave room for the next. */
const AT_ONCE = 7;
/** What is late has been carried out: its answer is what never comes. */
const LATE = { kind: 'latency', ms: 600_000 } as const;
const NEWEST = '{ syncRuns(first: 1) { nodes { id } } }';

/**
 * Kills a gateway inside the calls that a run makes, has another one go on, and expects what comes of an undisturbed run. How many deaths
 * it were. The gateway runs when it begins and when it ends; it keeps no cache, or runs would differ.
 */
export async function walkCrashes<Scene, Run>(options: WalkOptions<Scene, Run>): Promise<number> {
  const { gateway, databaseUrl, sandboxes, scene, begin, ended, outcomeOf } = options;
  const sent = (sandbox: Sandbox) =>
    sandbox.requests().flatMap(({ method, path }) => (path.startsWith('/oauth') ? [] : `${method} ${path}`));
  const newest = async () =>
    (await gateway.ask<{ syncRuns: { nodes: { id: string }[] } }>(NEWEST)).syncRuns.nodes[0]?.id;

  const first = await scene();
  const before = sandboxes.map((sandbox) => sent(sandbox).length);
  const run = await begin(first);
  await ended(run);
  const traces = sandboxes.map((sandbox, at) => sent(sandbox).slice(before[at]));
  const undisturbed = await outcomeOf(first, run);

  const dying: { readonly name: string; readonly own: Scene; readonly run: Run }[] = [];
  let deaths = 0;
  const die = async () => {
    await gateway.kill();
    await gateway.start(databaseUrl);
    for (const one of dying) {
      await ended(one.run);
      expect(await outcomeOf(one.own, one.run), one.name).toEqual(undisturbed);
    }
    deaths += dying.splice(0).length;
  };
  for (const [which, sandbox] of sandboxes.entries()) {
    const calls = traces[which] ?? [];
    for (const at of calls.keys()) {
      if (!isPlaceToDie(calls, at)) continue;
      const own = await scene();
      const met = sent(sandbox).length;
      const last = await newest();
      sandbox.fault('*', { ...LATE, after: at });
      const begun = begin(own).catch(() => null);
      await expect.poll(() => sent(sandbox).length, { interval: 5, timeout: 10_000 }).toBeGreaterThan(met + at);
      // Those that are made for the one who asks are no part of a run.
      if ((await newest()) === last) continue;
      const hung = await begun;
      if (hung !== null) dying.push({ name: `${calls[at]} (${at})`, own, run: hung });
      if (dying.length === AT_ONCE) await die();
    }
  }
  if (dying.length > 0) await die();
  return deaths;
}
