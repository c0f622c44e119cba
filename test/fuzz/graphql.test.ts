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
const MOST_GROWN_BYTES = 64_000_000;

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
    // What is compiled, cached and kept of the latest requests fills up first.
    const middle = FIRST + Math.floor(DOCUMENTS / 2);
    await run(FIRST, middle);
    const before = usedHeap();
    await run(middle, FIRST + DOCUMENTS);
    const grown = usedHeap() - before;
    const { user, system } = process.cpuUsage(began);
    const measured = { cpuSeconds: (user + system) / 1e6, grownMegabytes: grown / 1e6 };
    console.log(JSON.stringify({ seed: SEED, documents: DOCUMENTS, ...measured, ...reach.told() }));
    expect(found.join('\n\n')).toBe('');
    expect(grown).toBeLessThan(MOST_GROWN_BYTES);
    if (DOCUMENTS < 1_000) return;
    expect(reach.shareCarriedOut('valid')).toBeGreaterThan(0.3);
    expect(reach.shareCarriedOut('hostile values')).toBeGreaterThan(0.1);
  },
  TIMEOUT_MS,
);
