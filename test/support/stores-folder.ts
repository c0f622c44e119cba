import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where stores are made that are needed for a test only; without it where everything is that lasts for a while. */
    storesFolder?: string;
  }
}

/** Linux keeps files in memory there. */
const IN_MEMORY = '/dev/shm';
// A store takes 50 MB. Containers have 64 MB there unless they are given more.
const ROOM = 4e9;

/** Stores lie in memory where there is room: on a disk it takes several times the processor time to copy one, and to delete it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join((await roomIn(IN_MEMORY)) >= ROOM ? IN_MEMORY : tmpdir(), 'billgraph-'));
  project.provide('storesFolder', folder);
  // Memory is not to be left with the stores of tests that were broken off.
  return () => rm(folder, { recursive: true, force: true });
}

async function roomIn(folder: string): Promise<number> {
  const found = await statfs(folder).catch(() => null);
  return found === null ? 0 : found.bavail * found.bsize;
}
