import type { Row } from '../measure/compare-peers.js';
import type { TrialResult } from './results.js';

// Pixels.
const WIDTH = 920;
const MARGIN = 24;
const LINE = 22;
const BAR = 14;
const LONGEST_BAR = 200;
const HEAD = 96;
const BLOCK_HEAD = 52;
const BLOCK_GAP = 26;
const FOOT = 46;

/** One of the two numbers that are drawn of each peer. */
interface Column {
  readonly title: string;
  readonly bars: number;
  readonly ratios: number;
  readonly value: (row: Row) => number | null;
}

const COLUMNS: readonly Column[] = [
  {
    title: 'Requests per second (longer is better)',
    bars: 196,
    ratios: 524,
    value: ({ requestsPerSecond }) => requestsPerSecond,
  },
  {
    title: 'CPU of a query, ms (shorter is better)',
    bars: 568,
    ratios: WIDTH - MARGIN,
    value: ({ cpuMsPerQuery }) => cpuMsPerQuery,
  },
];

// The picture has a ground of its own: a page's theme may be another than the reader's.
const STYLE = `
  .ground { fill: #ffffff; stroke: #d5d9e0 }
  text { font: 13px system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif; fill: #1c2330 }
  .title { font-size: 18px; font-weight: 600 }
  .block { font-size: 14px; font-weight: 600 }
  .quiet { font-size: 12px; fill: #5a6474 }
  .own text { font-weight: 600 }
  .bar { fill: #9aa5b5 }
  .own .bar { fill: #2563c9 }
  .floor .bar { fill: none; stroke: #5a6474; stroke-dasharray: 4 3 }
  .end { text-anchor: end }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #12161d; stroke: #333b48 }
    text { fill: #e6eaf0 }
    .quiet { fill: #9ba6b6 }
    .bar { fill: #69758a }
    .own .bar { fill: #6ea3ff }
    .floor .bar { stroke: #9ba6b6 }
  }
`;

/**
 * The comparison with the peers as an SVG picture that is readable on light and on dark. The same results give the same
 * picture. Each trial has a scale of its own; what was not measured is not drawn.
 */
export function chartOf(trials: readonly TrialResult[]): string {
  const heights = trials.map(({ rows }) => BLOCK_HEAD + rows.length * LINE + BLOCK_GAP);
  const height = HEAD + heights.reduce((sum, one) => sum + one, 0) + FOOT;
  const blocks = trials.map((trial, at) =>
    block(
      trial,
      heights.slice(0, at).reduce((top, one) => top + one, HEAD),
    ),
  );
  const where = [...new Set(trials.map((trial) => whereText(trial)))];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title">`,
    `<title id="title">Billgraph, its peers and the floor: requests per second and CPU time of a query</title>`,
    `<style>${STYLE}</style>`,
    `<rect class="ground" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8"/>`,
    text('title', MARGIN, 38, 'A list of 50 customers over two billing systems'),
    text(
      'quiet',
      MARGIN,
      60,
      'Each gives the same answer. The floor is written by hand on node:http for these operations,',
    ),
    text('quiet', MARGIN, 76, 'without GraphQL, limits, deadlines or checks. Each trial has its own scale.'),
    ...blocks,
    ...where.slice(0, 1).map((one) => text('quiet', MARGIN, height - 20, one)),
    '</svg>',
    '',
  ].join('\n');
}

function block({ title, rows }: TrialResult, top: number): string {
  const heads = COLUMNS.flatMap((column) => [
    text('quiet', column.bars, top + 38, column.title),
    text('quiet end', column.ratios, top + 38, 'of the floor'),
  ]);
  const lines = rows.map((row, at) => line(row, rows, top + BLOCK_HEAD + at * LINE));
  return ['<g>', text('block', MARGIN, top + 14, title), ...heads, ...lines, '</g>'].join('\n');
}

function line(row: Row, rows: readonly Row[], top: number): string {
  const floor = rows.find(isFloor);
  const failed = row.failed > 0 ? `, ${row.failed} failed` : '';
  const parts = COLUMNS.flatMap(({ bars, ratios, value }) => {
    const own = value(row);
    if (own === null) return [];
    const longest = Math.max(...rows.map((one) => value(one) ?? 0));
    const length = longest > 0 ? Math.max(1, Math.round((own / longest) * LONGEST_BAR)) : 1;
    const ofFloor = floor ? value(floor) : null;
    return [
      `<rect class="bar" x="${bars}" y="${top}" width="${length}" height="${BAR}" rx="2"/>`,
      text('', bars + length + 6, top + 12, String(own)),
      ...(ofFloor ? [text('quiet end', ratios, top + 12, (own / ofFloor).toFixed(2))] : []),
    ];
  });
  const kind = isFloor(row) ? 'floor' : row.peer === 'Billgraph' ? 'own' : 'peer';
  return [`<g class="${kind}">`, text('', MARGIN, top + 12, `${row.peer}${failed}`), ...parts, '</g>'].join('\n');
}

function isFloor({ peer }: Row): boolean {
  return peer.startsWith('floor');
}

function whereText({ where: { node, processor, cores, store } }: TrialResult): string {
  const kind = processor.replaceAll(/\(R\)|\(TM\)/g, '');
  return `Node ${node.replace(/^v/, '')}, ${kind}, ${cores} cores, store: ${store}. Ratios count, not absolute numbers.`;
}

function text(kind: string, x: number, y: number, content: string): string {
  const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<text${kind ? ` class="${kind}"` : ''} x="${x}" y="${y}">${escaped}</text>`;
}
