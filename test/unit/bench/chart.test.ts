import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Row } from '../../../bench/measure/compare-peers.js';
import { chartOf } from '../../../bench/report/chart.js';
import { readResult, type TrialResult } from '../../../bench/report/results.js';
import { DRAWN } from '../../../bench/scenarios/trials.js';

const row = (peer: Row['peer'], requestsPerSecond: number, cpuMsPerQuery: number | null, failed = 0): Row => ({
  peer,
  requestsPerSecond,
  p50: 1,
  p99: 2,
  upstreamPerQuery: 52,
  cpuMsPerQuery,
  residentMb: 100,
  failed,
});

const trial = (title: string, ...rows: Row[]): TrialResult => ({
  title,
  where: { node: 'v24.21.0', processor: 'Some(R) Processor', cores: 2, store: 'PostgreSQL' },
  rows,
});

/** What stands beside the name of a peer: its class, lengths of bars, texts. */
function lineOf(svg: string, peer: string) {
  const [, ...lines] = svg.split('<g class=');
  const line = lines.find((one) => one.includes(`>${peer}`)) ?? '';
  const own = line.slice(0, line.indexOf('</g>'));
  return {
    kind: /^"(\w+)"/.exec(own)?.[1],
    bars: [...own.matchAll(/width="(\d+)"/g)].map(([, width]) => Number(width)),
    texts: [...own.matchAll(/>([^<>\n]+)<\/text>/g)].map(([, content]) => content),
  };
}

it('draws each peer against the best of its trial, with its share of the floor', () => {
  const svg = chartOf([
    trial('A & <b>', row('Billgraph', 50, 20), row('Apollo with loaders', 100, 10), row('floor (a)', 200, 5)),
  ]);
  expect(lineOf(svg, 'Billgraph')).toEqual({
    kind: 'own',
    bars: [50, 200],
    texts: ['Billgraph', '50', '0.25', '20', '4.00'],
  });
  expect(lineOf(svg, 'Apollo with loaders')).toEqual({
    kind: 'peer',
    bars: [100, 100],
    texts: ['Apollo with loaders', '100', '0.50', '10', '2.00'],
  });
  expect(lineOf(svg, 'floor (a)')).toEqual({
    kind: 'floor',
    bars: [200, 50],
    texts: ['floor (a)', '200', '1.00', '5', '1.00'],
  });
  expect(svg).toContain('>A &amp; &lt;b&gt;</text>');
  expect(svg).toContain('>Node 24.21.0, Some Processor, 2 cores, store: PostgreSQL. Ratios count,');
  expect(svg).toContain('@media (prefers-color-scheme: dark)');
});

it('draws nothing of what was not measured, and says what failed', () => {
  const svg = chartOf([trial('No floor', row('Billgraph', 50, null), row('Hive Gateway', 25, 8, 3))]);
  expect(lineOf(svg, 'Billgraph')).toEqual({ kind: 'own', bars: [200], texts: ['Billgraph', '50'] });
  expect(lineOf(svg, 'Hive Gateway')).toEqual({
    kind: 'peer',
    bars: [100, 200],
    texts: ['Hive Gateway, 3 failed', '25', '8'],
  });
  expect(svg).not.toContain('floor (a)');
  expect(svg).not.toMatch(/NaN|null|undefined|Infinity/);
});

it('is as high as what it shows', () => {
  const height = (...trials: TrialResult[]) => Number(/height="(\d+)"/.exec(chartOf(trials))?.[1]);
  const one = trial('One', row('Billgraph', 50, 1));
  const two = trial('Two', row('Billgraph', 50, 1), row('floor (a)', 60, 1));
  expect(height(one, two) - height(one)).toBe(height(two) - height());
  expect(height(two) - height(one)).toBe(22);
});

it('lies beside the results as they would be drawn now', async () => {
  const results = await Promise.all(DRAWN.map(readResult));
  expect(DRAWN.length).toBeGreaterThan(0);
  const committed = readFileSync(new URL('../../../bench/results/chart.svg', import.meta.url), 'utf8');
  expect(committed).toBe(chartOf(results.filter((result) => result !== null)));
});
