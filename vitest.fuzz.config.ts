import { defineConfig, mergeConfig } from 'vitest/config';
import { base } from './vitest.base.js';

// The fuzzer of the suite, as long as one likes: `npm run fuzz`.
export default mergeConfig(
  base,
  defineConfig({
    test: {
      include: ['test/fuzz/**/*.test.ts'],
      testTimeout: 7_200_000,
      env: {
        FUZZ_DOCUMENTS: process.env.FUZZ_DOCUMENTS ?? '1000000',
        PROPERTY_RUNS: process.env.PROPERTY_RUNS ?? '500',
      },
    },
  }),
);
