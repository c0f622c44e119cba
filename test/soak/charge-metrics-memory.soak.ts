import { expect, it } from 'vitest';
import { bytesOf, startMetricsServer } from '../support/metrics-server.js';
import { startChild } from '../support/store-process.js';

const MEGABYTE = 1_000_000;
const ROWS = 270_000;

it.each(['JSON_LINES', 'CSV'])(
  '200 MB of charge metrics (%s) are read to the last row in a flat 100 MB',
  async (format) => {
    expect(bytesOf(ROWS)).toBeGreaterThan(200 * MEGABYTE);
    const server = await startMetricsServer(ROWS);
    // What is used, and not what the collector lets lie about because there is room.
    const child = startChild(
      new URL('../support/metrics-child.ts', import.meta.url),
      [server.url, format],
      ['--max-semi-space-size=4', '--max-old-space-size=80'],
    );
    try {
      const result = JSON.parse(await child.line('"done"'));
      console.log(`${format}: ${JSON.stringify(result)}`);
      expect(result).toMatchObject({ rows: ROWS, digest: ROWS });
      expect(result.grownBytes).toBeLessThan(100 * MEGABYTE);
      // One answer for all of its 270 pages.
      expect(server.asked).toHaveLength(2);
    } finally {
      await child.kill('SIGKILL');
      await server.close();
    }
  },
);
