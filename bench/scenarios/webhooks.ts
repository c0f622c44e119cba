import { createHmac } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'undici';
import { usageOf } from '../measure/process-usage.js';
import { ask } from '../peers/ask.js';
import { startBillgraph } from '../peers/billgraph.js';
import type { Simulator } from '../upstream/start-simulator.js';

interface Webhooks {
  readonly perSecond: number;
  readonly deliveries: number;
  /** Milliseconds until the answer. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly failed: number;
  /** Processor time of the gateway for each, with what is read of the system afterwards. */
  readonly cpuMsEach: number | null;
  /** Seconds from the last answer until all are settled. */
  readonly settledAfter: number;
}

const SECRET = 'a-signature-key-of-the-bench';
const PER_SECOND = 200;
const LONGEST_MS = 120_000;

/** Signed callouts at the rate that is promised, each of another notification about one of the customers. */
export async function webhooks(simulator: Simulator, customers: number, seconds: number): Promise<Webhooks> {
  await simulator.behave({ latencyMs: 0, mostInFlight: 0 });
  const peer = await startBillgraph({
    upstream: simulator.url,
    customers,
    cached: true,
    environment: { ZUORA_BILLING_WEBHOOK_SECRET: SECRET },
  });
  const pool = new Pool(peer.url, { connections: 20 });
  try {
    const send = async (number: number): Promise<number> => {
      const id = `bench-${number}`;
      const body = JSON.stringify({ accountNumber: `A${String(number % customers).padStart(6, '0')}` });
      const from = performance.now();
      const { statusCode, body: answer } = await pool.request({
        method: 'POST',
        path: '/webhooks/ZUORA_BILLING',
        headers: {
          'content-type': 'application/json',
          'zuora-notification-id': id,
          'x-billgraph-signature': createHmac('sha256', SECRET).update(id).update(body).digest('hex'),
        },
        body,
      });
      await answer.dump();
      return statusCode === 200 ? performance.now() - from : Number.NaN;
    };
    for (let number = 0; number < PER_SECOND; number += 1) await send(-number - 1);
    await settled(peer.url);

    const before = usageOf(peer.pid)?.cpuMs ?? Number.NaN;
    const began = performance.now();
    const sent: Promise<number>[] = [];
    for (let number = 0; number < PER_SECOND * seconds; number += 1) {
      const due = began + (number * 1_000) / PER_SECOND;
      await wait(Math.max(0, due - performance.now()));
      sent.push(send(number).catch(() => Number.NaN));
    }
    const took = await Promise.all(sent);
    const answered = performance.now();
    await settled(peer.url);
    const settledAfter = (performance.now() - answered) / 1_000;
    const cpuMs = (usageOf(peer.pid)?.cpuMs ?? Number.NaN) - before;
    const good = took.filter((ms) => !Number.isNaN(ms)).sort((a, b) => a - b);
    const at = (share: number) =>
      tenths(good[Math.min(good.length - 1, Math.floor(good.length * share))] ?? Number.NaN);
    return {
      perSecond: PER_SECOND,
      deliveries: took.length,
      p50: at(0.5),
      p99: at(0.99),
      max: at(1),
      failed: took.length - good.length,
      cpuMsEach: Number.isNaN(cpuMs) ? null : tenths(cpuMs / took.length),
      settledAfter: tenths(settledAfter),
    };
  } finally {
    await pool.close();
    await peer.stop();
  }
}

const tenths = (value: number) => Math.round(value * 10) / 10;

/** Waits until nothing is left to be settled. */
async function settled(url: string): Promise<void> {
  const left = (state: string) => `${state}: webhookDeliveries(first: 1, state: ${state}) { nodes { id } }`;
  const query = `{ ${left('PENDING')} ${left('PROCESSING')} }`;
  for (const until = performance.now() + LONGEST_MS; performance.now() < until; await wait(100)) {
    const { data } = (await ask(url, query)) as { data: Record<string, { nodes: readonly unknown[] }> };
    if (Object.values(data).every(({ nodes }) => nodes.length === 0)) return;
  }
  throw new Error('the webhooks were not settled in time');
}
