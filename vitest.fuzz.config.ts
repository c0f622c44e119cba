import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.js';

// The fuzzer of the suite, as long as one likes: `npm run fuzz`.
const fuzz = mergeConfig(
  base,
  defineConfig({ test: { testTimeout: 7_200_000, env: { FUZZ_DOCUMENTS: process.env.FUZZ_DOCUMENTS ?? '1000000' } } }),
);
fuzz.test.include = ['test/fuzz/**/*.test.ts'];

export default fuzz;
