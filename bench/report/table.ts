import type { Row } from '../measure/compare-peers.js';

/** Columns for a terminal; the first one is text, the others are numbers. */
function table(head: readonly string[], lines: readonly (readonly (string | number | null)[])[]): string {
  const cells = [head, ...lines].map((line) => line.map((cell) => String(cell ?? '-')));
  const widths = head.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return cells
    .map((line) =>
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

export function peerTable(rows: readonly Row[]): string {
  const floor = rows.find(({ peer }) => peer.startsWith('floor'));
  return table(
    ['', 'requests/s', 'of the floor', 'p50 ms', 'p99 ms', 'upstream/query', 'CPU ms/query', 'MB', 'failed'],
    rows.map((row) => [
      row.peer,
      row.requestsPerSecond,
      floor ? (row.requestsPerSecond / floor.requestsPerSecond).toFixed(2) : null,
      row.p50,
      row.p99,
      row.upstreamPerQuery,
      row.cpuMsPerQuery,
      row.residentMb,
      row.failed,
    ]),
  );
}

/** Lines that all have the same names, which become the head. */
export function plainTable(lines: readonly object[]): string {
  return table(
    Object.keys(lines[0] ?? {}),
    lines.map((line) => Object.values(line).map((value) => (value === null ? null : String(value)))),
  );
}
