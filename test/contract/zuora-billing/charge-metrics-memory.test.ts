import { expect, it } from 'vitest';
import { bytesOf, startMetricsServer } from '../../support/metrics-server.js';
import { startChild } from '../../support/store-process.js';

const MEGABYTE = 1_000_000;
const ROWS = 80_000;

// 200 MB in either format: `test/soak/charge-metrics-memory.soak.ts`.
it('60 MB of charge metrics do not pass through memory as a whole', async () => {
  expect(bytesOf(ROWS)).toBeGreaterThan(60 * MEGABYTE);
  const server = await startMetricsServer(ROWS);
  const child = startChild(
    new URL('../../support/metrics-child.ts', import.meta.url),
    [server.url, 'JSON_LINES'],
    ['--max-semi-space-size=4', '--max-old-space-size=60'],
  );
  try {
    const result = JSON.parse(await child.line('"done"'));
    expect(result).toMatchObject({ rows: ROWS, digest: ROWS });
    expect(result.grownBytes).toBeLessThan(55 * MEGABYTE);
    expect(server.asked).toHaveLength(2);
  } finally {
    await child.kill('SIGKILL');
    await server.close();
  }
});
