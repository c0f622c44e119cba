import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFile } from '../../src/upstreams/zuora-revenue/check/check-file.js';
import { ORDER_LINES, ordersAndInvoices } from './revenue-files.js';

// Checks a file of so many rows in a process of its own, and prints what that took as JSON: `tsx revenue-check-child.ts 1000000`.
const MEGABYTE = 1_048_576;
const wanted = Number(process.argv[2] ?? 1_000_000);
const folder = await mkdtemp(join(tmpdir(), 'billgraph-'));
const path = join(folder, 'orders.csv');
try {
  await writeFile(path, ordersAndInvoices(wanted));
  globalThis.gc?.();
  const resident = () => process.memoryUsage().rss / MEGABYTE;
  const before = resident();
  let peak = before;
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  const { rows, bytes, problemCount } = await checkFile(createReadStream(path), {
    template: ORDER_LINES,
    rowsPerUpload: 19_999,
    onProgress: () => {
      peak = Math.max(peak, resident());
    },
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  const cpuSeconds = (user + system) / 1_000_000;
  const measured = {
    rows,
    megabytes: bytes / MEGABYTE,
    problemCount,
    seconds,
    cpuSeconds,
    rowsPerSecond: rows / seconds,
  };
  process.stdout.write(`${JSON.stringify({ ...measured, residentBefore: before, residentPeak: peak })}\n`);
} finally {
  await rm(folder, { recursive: true });
}
