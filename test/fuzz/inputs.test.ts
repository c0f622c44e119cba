import fc from 'fast-check';
import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  isInputObjectType,
} from 'graphql';
import { Pool } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { arbitraries, nearly } from './support/arbitraries.js';
import { type Call, callsOf, exampleArguments, inputsOf } from './support/calls.js';
import { REFUSED } from './support/codes.js';
import { faultOf } from './support/judgement.js';
import { knownTexts, writeWatch } from './support/tenant.js';

const SEED = Number(process.env.FUZZ_SEED ?? 1);
const RUNS = Number(process.env.PROPERTY_RUNS ?? 12);
const DEADLINE_MS = 10_000;
const SEALING_KEY = `first:${Buffer.alloc(32, 'k').toString('base64')}`;

interface Payload {
  readonly userErrors?: readonly { readonly code: string; readonly message: string; readonly field: string[] | null }[];
}
interface Answer {
  readonly data?: Readonly<Record<string, Payload | null>> | null;
  readonly errors?: readonly { readonly path?: readonly unknown[]; readonly extensions: { readonly code: string } }[];
}

let gateway: TestGateway;
let pool: Pool;
let schema: GraphQLSchema;
let known: readonly string[];
let newWrites: () => string[];
let writes = 0;
const outcomes = { data: 0, problems: 0, errors: 0 };
beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: 20 },
    verified: false,
    environment: { REQUEST_DEADLINE_MS: String(DEADLINE_MS), CONNECTION_KEYS: SEALING_KEY },
  });
  pool = new Pool(gateway.url, { connections: 1, headersTimeout: 2 * DEADLINE_MS });
  const introspected = await gateway.query<IntrospectionQuery>(getIntrospectionQuery({ oneOf: true }));
  schema = buildClientSchema(introspected.data);
  await gateway.discovered();
  known = await knownTexts(gateway);
  newWrites = writeWatch(gateway);
  newWrites();
});
afterAll(async () => {
  await pool?.close();
  await gateway?.close();
});

async function ask({ text }: Call, variables: Record<string, unknown>) {
  const began = performance.now();
  const { statusCode, body } = await pool.request({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: text, variables }),
  });
  return { status: statusCode, text: await body.text(), tookMs: performance.now() - began };
}

// An update of a subscription is previewed by the same request, with a mark in its body.
const PREVIEW = /PUT \/v1\/subscriptions\/[^/]+$/;

/** Says what is wrong with what came of a call; null if nothing is. */
async function faultIn(call: Call, variables: Record<string, unknown>): Promise<string | null> {
  const answer = await ask(call, variables);
  const fault = faultOf(answer, DEADLINE_MS + 2_000);
  if (fault !== null) return `${fault}: ${answer.text.slice(0, 300)}`;
  const planned = variables.dryRun === true;
  const written = newWrites().filter((one) => !(planned && PREVIEW.test(one)));
  writes += written.length;
  const { data, errors = [] } = JSON.parse(answer.text) as Answer;
  const problems = data?.[call.field.name]?.userErrors ?? [];
  for (const { message, field } of problems) {
    if (message.length === 0) return 'a problem without words';
    if (field !== null && !call.field.args.some(({ name }) => name === field[0]))
      return `a problem of ${field.join('.')}, which is no argument`;
  }
  const refused = problems.length > 0 ? problems.every(({ code }) => ['INVALID', 'CARD_NUMBER'].includes(code)) : false;
  outcomes[problems.length > 0 ? 'problems' : errors.length > 0 ? 'errors' : 'data'] += 1;
  const typed = errors.some(({ path = [], extensions }) => path.length < 2 && REFUSED.has(extensions.code));
  const idle = !call.changes || planned || refused || typed;
  return idle && written.length > 0 ? `it sent ${written.join(', ')}` : null;
}

// What goes on after the answer is told apart from the next call by not letting it begin: it is planned only.
const DURABLE = /^(Mutation\.(backfillStart|flow\w+|\w+Sync|reconciliationStart|referralSaleTrack|revenue\w+))$/;

describe('whatever the arguments of a field are', () => {
  it(
    'comes to data, to problems or to a typed error, and what is refused writes nothing',
    async () => {
      const calls = callsOf(schema);
      const names = Object.values(schema.getTypeMap())
        .filter(isInputObjectType)
        .map(({ name }) => name);
      expect(inputsOf(calls)).toEqual(new Set(names));
      const examples = exampleArguments();
      const { valuesOf, anyOf } = arbitraries(known);
      const found: string[] = [];
      for (const [at, call] of calls.entries()) {
        const ready = call.changes ? (examples.get(call.field.name) ?? []) : [];
        const made = valuesOf(call.field.args);
        const good = ready.length > 0 ? fc.oneof(made, fc.constantFrom(...ready)) : made;
        const given = fc.oneof(good, good, nearly(good), nearly(good), anyOf(call.field.args));
        const outcome = await fc.check(
          fc.asyncProperty(given, async (values) => {
            const variables = {
              ...(values as Record<string, unknown>),
              ...(DURABLE.test(call.name) && { dryRun: true }),
            };
            const fault = await faultIn(call, variables);
            if (fault !== null) throw new Error(fault);
          }),
          { seed: SEED + at, numRuns: RUNS },
        );
        if (!outcome.failed) continue;
        const example = JSON.stringify(outcome.counterexample?.[0])?.slice(0, 600);
        found.push(`${call.name}: ${String(outcome.errorInstance)}\n  ${example}`);
      }
      expect(found.join('\n\n')).toBe('');
      // What is never done cannot go wrong.
      console.log(JSON.stringify({ fields: calls.length, ...outcomes, writes }));
    },
    120_000 + RUNS * 20_000,
  );
});
