import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.js';

// Longer than a suite may take: `npm run soak`.
const soak = mergeConfig(base, defineConfig({ test: { testTimeout: 1_800_000 } }));
soak.test.include = ['test/soak/**/*.soak.ts'];

export default soak;
