import { defineConfig, mergeConfig } from 'vitest/config';
import { base, reportsOf } from './vitest.base.js';

// Kills gateways wherever they can be killed, on every kind of store: `npm run test:crash`, a part of `npm run check`.
export default mergeConfig(
  base,
  defineConfig({ test: { include: ['test/crash/**/*.crash.ts'], isolate: false, ...reportsOf('crash') } }),
);
