import { expect, it } from 'vitest';
import { isInstalled, skippedPeers } from '../../../bench/peers/installed.js';

it('leaves out a peer whose own installation is missing, and says how to make it', () => {
  const asked: string[] = [];
  const nowhere = (path: URL) => {
    asked.push(path.pathname);
    return false;
  };
  expect(isInstalled('Hive Gateway', nowhere)).toBe(false);
  expect(asked).toEqual([new URL('../../../bench/peers/hive/node_modules', import.meta.url).pathname]);
  expect(skippedPeers(nowhere)).toEqual(['SKIPPED  Hive Gateway is not installed: npm ci --prefix bench/peers/hive']);
});

it('leaves out nobody else, and nobody who is installed', () => {
  expect(isInstalled('Billgraph', () => false)).toBe(true);
  expect(isInstalled('floor (a)', () => false)).toBe(true);
  expect(isInstalled('Hive Gateway', () => true)).toBe(true);
  expect(skippedPeers(() => true)).toEqual([]);
});
