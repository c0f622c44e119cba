import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { gatewayShape } from '../../src/config/gateway.js';
import { upstreams } from '../../src/upstreams/registry.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
let guide: string;
let metrics: string;

beforeAll(async () => {
  guide = await readFile('docs/operations.md', 'utf8');
  gateway = await startTestGateway({ sandbox: { customers: 2 } });
  await gateway.discovered();
  metrics = await (await fetch(`${gateway.url}/metrics`)).text();
});
afterAll(async () => gateway?.close());

const shapes: readonly Readonly<Record<string, z.ZodType>>[] = [
  gatewayShape,
  ...upstreams.map(({ settings }) => settings.shape),
];

it('has every setting with its default and meaning, and no other', () => {
  const rows = shapes.flatMap((shape) => Object.entries(shape).map(([name, type]) => rowOf(name, type)));
  const settings = guide.slice(guide.indexOf('## Settings'), guide.indexOf('## Probes'));
  expect(rows.length).toBeGreaterThan(50);
  expect(settings.match(/^\| `.*$/gm)?.sort()).toEqual(rows.sort());
});

function rowOf(name: string, type: z.ZodType): string {
  const { success, data } = type.safeParse(undefined);
  const standard = success && data !== undefined && data !== '' ? `\`${data}\`` : '';
  return `| \`${name}\` | ${standard} | ${type.description?.replaceAll('|', '\\|')} |`;
}

it('has every metric of its own, and no other', () => {
  const told = [...guide.matchAll(/^\| `(billgraph_\w+)` \|/gm)].map(([, name]) => name);
  const real = [...metrics.matchAll(/^# TYPE (billgraph_\w+) /gm)].map(([, name]) => name);
  expect(told.sort()).toEqual(real.sort());
});

it('comes with a dashboard of metrics that exist, with labels that they have', async () => {
  const dashboard = JSON.parse(await readFile('docs/grafana-dashboard.json', 'utf8')) as {
    readonly panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[];
  };
  const expressions = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
  const used = expressions.flatMap((expr) => expr.match(/\b(billgraph|nodejs|process)_\w+/g) ?? []);
  expect(expressions.filter((expr) => !/\b(billgraph|nodejs|process)_\w+/.test(expr))).toEqual([]);
  // A histogram is declared under its own name and written in buckets; a limit is written once its system has told it.
  const declared = new Set(
    [...metrics.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name, type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  );
  expect(used.filter((name) => !declared.has(name))).toEqual([]);
  const everyOwn = [...metrics.matchAll(/^# TYPE (billgraph_\w+) /gm)].map(([, name]) => name);
  expect(everyOwn.filter((name) => !used.some((one) => one.replace(/_bucket$/, '') === name))).toEqual([]);

  const labels = new Map(
    [...guide.matchAll(/^\| `(billgraph_\w+)` \| (.*?) \|/gm)].map(([, name = '', text = '']) => [
      name,
      new Set(['le', ...text.replaceAll('`', '').split(', ')]),
    ]),
  );
  for (const expr of expressions) {
    const metric = /billgraph_\w+/.exec(expr)?.[0].replace(/_bucket$/, '') ?? '';
    const by = /by \(([^)]*)\)/.exec(expr)?.[1]?.split(', ') ?? [];
    expect(
      by.filter((label) => !labels.get(metric)?.has(label)),
      expr,
    ).toEqual([]);
  }
});

it('tells the labels that metrics have', () => {
  for (const [, name = '', text = ''] of guide.matchAll(/^\| `(billgraph_\w+)` \| (.*?) \|/gm)) {
    const line = new RegExp(`^${name}(?:_count)?\\{(.*)\\} `, 'm').exec(metrics)?.[1];
    // The sandboxes tell some limits only when they are near.
    if (line === undefined) continue;
    const real = [...line.matchAll(/(\w+)="/g)].map(([, label]) => label);
    expect(text.replaceAll('`', '').split(', ').sort(), name).toEqual(real.sort());
  }
});
