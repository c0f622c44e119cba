import { defineConfig, mergeConfig } from 'vitest/config';
import { base } from './vitest.base.js';

// Longer than a suite may take: `npm run soak`.
export default mergeConfig(
  base,
  defineConfig({ test: { include: ['test/soak/**/*.soak.ts'], testTimeout: 1_800_000 } }),
);
