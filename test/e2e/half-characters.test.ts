import { afterAll, beforeAll, expect, it } from 'vitest';
import { gatewaySchema } from '../../src/graphql/schema.js';
import { upstreams } from '../../src/upstreams/registry.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { argumentsWith, operationOnAll, pathsTo } from '../support/schema-inputs.js';

// JSON can write it, an address and the store cannot: a change would be made of which nothing could be found again.
const HALF = 'x\udfffy';
// Fewer than an operation may have aliases.
const AT_ONCE = 40;
const TEXTS = new Set(['String', 'JSON']);
const mutations = Object.values(gatewaySchema().getMutationType()?.getFields() ?? {});

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: 3 },
    verified: false,
    environment: { DISCOVERY_INTERVAL_MINUTES: '0' },
  });
});
afterAll(() => gateway?.close());

const sent = () => upstreams.flatMap(({ id }) => gateway.sandbox(id).requests());
interface Answer {
  readonly userErrors: readonly { readonly code: string; readonly field: string[]; readonly message: string }[];
}

it('half a character is refused in every text of every mutation, by name, before anything is sent', async () => {
  let tried = 0;
  for (const mutation of mutations) {
    const paths = pathsTo(mutation, TEXTS);
    for (let from = 0; from < paths.length; from += AT_ONCE) {
      const some = paths.slice(from, from + AT_ONCE);
      const given = some.map((path) => argumentsWith(mutation, path, HALF));
      const { text, variables } = operationOnAll(mutation, given, '{ userErrors { code field message } }');
      const { data, errors } = await gateway.query<Record<string, Answer>>(text, variables);
      expect(errors, mutation.name).toBeUndefined();
      const problems = some.map((_path, n) => data[`a${n}`]?.userErrors[0]);
      expect(problems.map((problem) => [problem?.code, problem?.field])).toEqual(some.map((path) => ['INVALID', path]));
      tried += some.length;
    }
  }
  expect(tried).toBeGreaterThan(200);
  expect(sent()).toEqual([]);
});

it('is found in the names of an object, and whole characters beyond 16 bits are let through', async () => {
  const query = `mutation ($input: ZuoraAccountUpdateInput!) {
    zuoraAccountUpdate(key: "A00000001", input: $input, dryRun: true) { plan { after } userErrors { code field message } }
  }`;
  const update = async (input: object) => (await gateway.query<{ zuoraAccountUpdate: Answer }>(query, { input })).data;
  const named = await update({ customFields: { [`a${HALF}__c`]: 'x' } });
  expect(named.zuoraAccountUpdate.userErrors).toEqual([
    {
      code: 'INVALID',
      field: ['input', 'customFields'],
      message:
        'input.customFields holds half a character (one of two UTF-16 surrogates without the other): nothing was done.',
    },
  ]);
  const whole = await update({ notes: '\u{1f600}' });
  expect(whole.zuoraAccountUpdate).toMatchObject({ userErrors: [], plan: [{ after: { notes: '\u{1f600}' } }] });
});
