import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import type { Row, Trial } from '../measure/compare-peers.js';
import { storeKind } from '../peers/bench-store.js';
import { chartOf } from './chart.js';

const RESULTS = new URL('../results/', import.meta.url);

/** One file of `bench/results`. */
export interface TrialResult {
  readonly title: string;
  readonly where: { readonly node: string; readonly processor: string; readonly cores: number; readonly store: string };
  readonly rows: readonly Row[];
}

export function trialResult({ title }: Trial, rows: readonly Row[]): TrialResult {
  return { title, where: whereabouts(), rows };
}

/** Absolute numbers mean nothing without it. */
export function whereabouts(): TrialResult['where'] {
  const processor = cpus()[0]?.model.trim() || 'unknown';
  return { node: process.version, processor, cores: availableParallelism(), store: storeKind };
}

export async function writeResult(key: string, result: object): Promise<void> {
  await mkdir(RESULTS, { recursive: true });
  await writeFile(new URL(`${key}.json`, RESULTS), `${JSON.stringify(result, null, 2)}\n`);
}

/** Null if it was never measured. */
export async function readResult(key: string): Promise<TrialResult | null> {
  try {
    return JSON.parse(await readFile(new URL(`${key}.json`, RESULTS), 'utf8')) as TrialResult;
  } catch {
    return null;
  }
}

/** Draws what there is of these trials into `bench/results/chart.svg`. */
export async function writeChart(keys: readonly string[]): Promise<void> {
  const results = await Promise.all(keys.map(readResult));
  await mkdir(RESULTS, { recursive: true });
  await writeFile(new URL('chart.svg', RESULTS), chartOf(results.filter((result) => result !== null)));
}
