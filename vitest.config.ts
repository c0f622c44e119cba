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

/**
 * V8 would look for garbage in the whole heap whenever 64 MB lie outside of it, which each embedded database does with what it
 * reads at its start; in a process that has loaded everything that took a quarter of all its processor time. Now it does so
 * when heap and outside together have grown past what they may begin with.
 */
const SELDOM_COLLECTED = ['--external-memory-accounted-in-global-limit', '--initial-heap-size=500'];

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
          test: {
            name: 'together',
            include: ['test/**/*.test.ts'],
            exclude: ALONE,
            isolate: false,
            execArgv: SELDOM_COLLECTED,
          },
        },
        { extends: true, test: { name: 'alone', include: ALONE } },
      ],
    },
  }),
);
