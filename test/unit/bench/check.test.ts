import { expect, it } from 'vitest';
import type { Row } from '../../../bench/measure/compare-peers.js';
import { median } from '../../../bench/measure/statistics.js';
import { losses } from '../../../bench/report/check.js';

const row = (peer: Row['peer'], requestsPerSecond: number): Row => ({
  peer,
  requestsPerSecond,
  p50: 1,
  p99: 2,
  upstreamPerQuery: 52,
  cpuMsPerQuery: 3,
  residentMb: 100,
  failed: 0,
});

it('finds a loss of more than 15% against another peer, and none where the machine is slower for all', () => {
  const committed = [row('Billgraph', 100), row('Apollo with loaders', 50), row('floor (a)', 200)];
  expect(losses(committed, [row('Billgraph', 10), row('Apollo with loaders', 5), row('floor (a)', 20)])).toEqual([]);
  expect(losses(committed, [row('Billgraph', 86), row('Apollo with loaders', 50), row('floor (a)', 200)])).toEqual([]);
  expect(losses(committed, [row('Billgraph', 84), row('Apollo with loaders', 50), row('floor (a)', 100)])).toEqual([
    { name: 'requests/s of Apollo with loaders', value: 1.68, before: 2 },
  ]);
});

it('takes the median', () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});
