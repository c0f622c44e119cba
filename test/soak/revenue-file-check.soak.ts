import { expect, it } from 'vitest';
import { checkFile } from '../../src/upstreams/zuora-revenue/check/check-file.js';
import { ORDER_LINES, ordersAndInvoices } from '../support/revenue-files.js';

const ROWS = Number(process.env.SOAK_ROWS ?? 1_000_000);
const MEGABYTE = 1_048_576;

it(`checks ${ROWS.toLocaleString('en')} rows in flat memory`, async () => {
  const samples: { rows: number; heap: number; resident: number }[] = [];
  const startedAt = Date.now();
  const checked = await checkFile(ordersAndInvoices(ROWS), {
    template: ORDER_LINES,
    rowsPerUpload: 19_999,
    onProgress: ({ rows }) => {
      if (rows % (ROWS / 20) !== 0) return;
      globalThis.gc?.();
      const { heapUsed, rss } = process.memoryUsage();
      samples.push({ rows, heap: heapUsed / MEGABYTE, resident: rss / MEGABYTE });
    },
  });
  const seconds = (Date.now() - startedAt) / 1_000;
  expect(checked).toMatchObject({ rows: ROWS, problems: [], problemCount: 0 });
  expect(checked.groups.length).toBe(ROWS / 10);
  const heaps = samples.slice(2).map(({ heap }) => heap);
  const resident = samples.map((sample) => sample.resident);
  process.stdout.write(
    `${ROWS} rows, ${(checked.bytes / MEGABYTE).toFixed(0)} MB in ${seconds.toFixed(1)} s; heap ${Math.min(...heaps).toFixed(0)} to ${Math.max(
      ...heaps,
    ).toFixed(0)} MB, resident up to ${Math.max(...resident).toFixed(0)} MB\n`,
  );
  // The table of ids doubles on its way; a file in memory would be three hundred megabytes.
  expect(Math.max(...resident) - (resident[1] ?? 0)).toBeLessThan(150);
  expect(Math.max(...heaps) - Math.min(...heaps)).toBeLessThan(100);
});
