import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { Pool } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { usedHeap } from './support/heap.js';
import { type FuzzAnswer, faultOf, Reach } from './support/judgement.js';
import { requestFor } from './support/requests.js';

const SEED = Number(process.env.FUZZ_SEED ?? 1);
const FIRST = Number(process.env.FUZZ_FIRST ?? 0);
const DOCUMENTS = Number(process.env.FUZZ_DOCUMENTS ?? 1_000);
const AT_ONCE = 16;
const DEADLINE_MS = 10_000;
// A document takes 6 ms of processor time; machines may be busy.
const TIMEOUT_MS = 60_000 + DOCUMENTS * 40;
/** The heap is measured after each. */
const PARTS = 12;
const MOST_GROWN_BYTES = 48_000_000;
/** From the middle third to the last, when everything that is bounded is full. */
const MOST_GROWN_SHARE = 0.05;
const ENOUGH_TO_FILL = 15_000;

let gateway: TestGateway;
let pool: Pool;
let schema: GraphQLSchema;
beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: 20 },
    verified: false,
    environment: { DISCOVERY_INTERVAL_MINUTES: '0', REQUEST_DEADLINE_MS: String(DEADLINE_MS) },
  });
  pool = new Pool(gateway.url, { connections: AT_ONCE, headersTimeout: 2 * DEADLINE_MS, bodyTimeout: DEADLINE_MS });
  const introspected = await gateway.query<IntrospectionQuery>(getIntrospectionQuery({ oneOf: true }));
  schema = buildClientSchema(introspected.data);
});
afterAll(async () => {
  await pool?.close();
  await gateway?.close();
});

async function send(body: string): Promise<FuzzAnswer> {
  const began = performance.now();
  const { statusCode, body: answer } = await pool.request({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body,
  });
  return { status: statusCode, text: await answer.text(), tookMs: performance.now() - began };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

it(
  `answers ${DOCUMENTS} documents of any kind in time, without an unexpected error and without growing`,
  async () => {
    const reach = new Reach();
    const began = process.cpuUsage();
    const found: string[] = [];
    const run = async (from: number, to: number) => {
      let next = from;
      const worker = async () => {
        while (next < to && found.length < 20) {
          const index = next++;
          const { kind, body } = requestFor(schema, SEED, index);
          const answer = await send(body).catch((error: unknown) => ({ status: 599, text: String(error), tookMs: 0 }));
          reach.note(kind, answer);
          const fault = faultOf(answer, DEADLINE_MS + 2_000);
          if (fault === null) continue;
          const again = `FUZZ_SEED=${SEED} FUZZ_FIRST=${index} FUZZ_DOCUMENTS=1`;
          found.push(
            `${again} (${kind}): ${fault}\n  ${body.slice(0, 600)}\n  ${answer.status} ${answer.text.slice(0, 600)}`,
          );
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
    };
    const heaps: number[] = [];
    for (let part = 0; part < PARTS; part += 1) {
      await run(FIRST + Math.floor((DOCUMENTS * part) / PARTS), FIRST + Math.floor((DOCUMENTS * (part + 1)) / PARTS));
      // What the sandboxes were made to keep is not the gateway's.
      for (const system of gateway.gateway.systems) gateway.sandbox(system.upstream.id).reset();
      heaps.push(usedHeap());
    }
    const third = (n: number) => mean(heaps.slice((n * PARTS) / 3, ((n + 1) * PARTS) / 3));
    const grown = third(2) - third(0);
    const { user, system } = process.cpuUsage(began);
    const megabytes = heaps.map((bytes) => Math.round(bytes / 1e6));
    const measured = { cpuSeconds: (user + system) / 1e6, megabytes, grownMegabytes: grown / 1e6 };
    console.log(JSON.stringify({ seed: SEED, documents: DOCUMENTS, ...measured, ...reach.told() }));
    expect(found.join('\n\n')).toBe('');
    expect(grown).toBeLessThan(MOST_GROWN_BYTES);
    if (DOCUMENTS >= ENOUGH_TO_FILL) expect(third(2) / third(1) - 1).toBeLessThan(MOST_GROWN_SHARE);
    if (DOCUMENTS < 1_000) return;
    expect(reach.shareCarriedOut('valid')).toBeGreaterThan(0.3);
    expect(reach.shareCarriedOut('hostile values')).toBeGreaterThan(0.1);
  },
  TIMEOUT_MS,
);
