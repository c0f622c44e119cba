import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory for an embedded store that a second gateway can open after the first has closed it. */
export async function temporaryStore(): Promise<{ url: string; remove: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'billgraph-'));
  return { url: `pglite:${join(directory, 'data')}`, remove: () => rm(directory, { recursive: true, force: true }) };
}
