import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

/** A directory with an empty embedded store of its own, which a second process can open after the first has closed it. */
export async function temporaryStore(): Promise<{ url: string; remove: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'billgraph-'));
  const data = join(directory, 'data');
  await cp(inject('templateStore'), data, { recursive: true });
  return { url: `pglite:${data}`, remove: () => rm(directory, { recursive: true, force: true }) };
}
