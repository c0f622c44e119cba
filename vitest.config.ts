import { defineConfig, mergeConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.js';
import { base, reportsOf } from './vitest.base.js';

/** They measure the memory of the process that they run in, or watch what a module of Node's is asked. */
const ALONE = [
  'test/contract/togai-sandbox/scale.test.ts',
  'test/contract/zuora-sandbox/data.test.ts',
  'test/fuzz/graphql.test.ts',
  'test/unit/webhook-secrets.test.ts',
];

export default mergeConfig(
  base,
  defineConfig({
    test: {
      ...reportsOf('suite'),
      sequence: { sequencer: LongestFirst },
      coverage: {
        provider: 'v8',
        include: ['src/**/*.ts'],
        exclude: ['src/console/**'],
        reporter: ['text-summary', 'html'],
      },
      projects: [
        // Files follow each other in one process: to load the gateway anew costs more than most of them.
        {
          extends: true,
          test: { name: 'together', include: ['test/**/*.test.ts'], exclude: ALONE, isolate: false },
        },
        { extends: true, test: { name: 'alone', include: ALONE } },
      ],
    },
  }),
);
