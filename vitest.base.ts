import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { ViteUserConfig } from 'vitest/config';

/** What the suite, the soaks and the fuzzer have in common. */
export const base: ViteUserConfig = {
  // Without the alias some packages load graphql's CommonJS build: "another module or realm".
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    globalSetup: ['test/support/template-store.ts'],
    pool: 'forks',
    // Much of a test's time is waiting for processes and sockets, so even two cores take three files at a time.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A second is little on a busy machine.
    expect: { poll: { timeout: 15_000 } },
  },
};

/** What came of each test, as JSON in the folder that `TEST_REPORTS` names, where one does. */
export function reportsOf(name: string): Pick<NonNullable<ViteUserConfig['test']>, 'reporters'> {
  const { TEST_REPORTS: folder } = process.env;
  return folder ? { reporters: ['default', ['json', { outputFile: join(folder, `${name}.json`) }]] } : {};
}
