import 'reflect-metadata';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '../../src/kernel/clock.js';
import { ulids } from '../../src/kernel/ids.js';
import { KnownSecrets } from '../../src/kernel/secrets/known-secrets.js';
import type { UpstreamKit } from '../../src/upstreams/contract.js';
import { ZuoraClient } from '../../src/upstreams/zuora-billing/client.js';
import { ChargeMetrics } from '../../src/upstreams/zuora-billing/metrics/charge-metrics.js';
import { CHARGE_METRICS } from '../../src/upstreams/zuora-billing/metrics/metric-streams.js';
import { endWithParent } from './store-process.js';

/** Pages through all charge metrics of a server, and says how many rows there were and how much memory that took. */
endWithParent();
const [url = '', format = 'JSON_LINES'] = process.argv.slice(2);
const settings = {
  url,
  credentials: { kind: 'legacy', accessKeyId: 'a', secretAccessKey: 'b' },
  entityId: null,
  orgIds: [],
  timeZone: 'UTC',
  apiVersion: '2025-08-12',
  wsdlVersion: '79',
  objectQuery: 'AUTO',
  metricsFormat: format === 'CSV' ? 'CSV' : 'JSON_LINES',
  subscriptionChanges: 'SUBSCRIBE_AND_AMEND',
  linkFields: [],
  appUrl: null,
} as const;
const client = new ZuoraClient(settings, { clock: systemClock, secrets: new KnownSecrets(), onCall: () => {} });
const metrics = new ChargeMetrics(client, settings, { clock: systemClock, ids: ulids } as UpstreamKit);
const signal = AbortSignal.timeout(600_000);

let peak = 0;
const measure = () => {
  peak = Math.max(peak, process.memoryUsage.rss());
};

async function readAll(to: string): Promise<{ rows: number; digest: number }> {
  const window = { from: '2026-01-01T00:00:00Z', to };
  let rows = 0;
  let digest = 0;
  let after: string | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof metrics.page>> = await metrics.page(
      CHARGE_METRICS,
      window,
      { first: 1_000, after },
      signal,
    );
    for (const node of page.nodes) digest += Number((node as { mrrNet: { amount: string } }).mrrNet.amount);
    rows += page.nodes.length;
    measure();
    if (!page.pageInfo.hasNextPage) return { rows, digest };
    after = page.pageInfo.endCursor;
  }
}

// What code and buffers take anyway.
await readAll('2026-01-02T00:00:00Z');
const before = process.memoryUsage.rss();
peak = before;
const timer = setInterval(measure, 20);
const { rows, digest } = await readAll('2026-02-01T00:00:00Z');
clearInterval(timer);
process.stdout.write(`${JSON.stringify({ done: true, rows, digest, grownBytes: peak - before, peakBytes: peak })}\n`);
await metrics.close();
await client.close();
await wait(0);
process.exit(0);
