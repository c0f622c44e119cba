import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { startEngine } from '../../src/flows/engine.js';
import { silentLogger } from '../../src/kernel/logger.js';
import { openStore } from '../../src/store/open-store.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** A directory with an embedded store that is up to date and empty: a copy of it saves seconds of initdb. */
    templateStore: string;
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Makes the template once for each state of the migrations, and keeps it with the installed packages. */
export default async function setup(project: TestProject): Promise<void> {
  const cache = join(ROOT, 'node_modules/.cache/billgraph');
  const template = join(cache, `store-${await fingerprint()}`);
  if (!existsSync(template)) {
    await mkdir(cache, { recursive: true });
    const making = await mkdtemp(join(cache, 'making-'));
    const store = await openStore({ url: `pglite:${making}` });
    const engine = await startEngine({ store, executorId: 'template', applicationVersion: '1', logger: silentLogger });
    await engine.stop();
    await store.close();
    await rename(making, template).catch(() => rm(making, { recursive: true }));
  }
  project.provide('templateStore', template);
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(ROOT, 'package-lock.json')));
  for (const folder of ['src/store', 'src/store/migrations', 'src/flows']) {
    for (const { name } of (await readdir(join(ROOT, folder), { withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    )) {
      hash.update(await readFile(join(ROOT, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
