import { afterAll, beforeAll, expect, it } from 'vitest';
import { upstreams } from '../../src/upstreams/registry.js';
import { type Refusal, refusedInEveryText } from '../support/every-text.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

// JSON can write it, an address and the store cannot: a change would be made of which nothing could be found again.
const HALF = 'x\udfffy';

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

it('half a character is refused in every text of every mutation, by name, before anything is sent', async () => {
  const said = await refusedInEveryText(gateway.query, HALF, { scalars: ['String', 'JSON'], code: 'INVALID' });
  expect(said.length).toBeGreaterThan(200);
  expect(sent()).toEqual([]);
});

it('is found in the names of an object, and whole characters beyond 16 bits are let through', async () => {
  const query = `mutation ($input: ZuoraAccountUpdateInput!) {
    zuoraAccountUpdate(key: "A00000001", input: $input, dryRun: true) { plan { after } userErrors { code field message } }
  }`;
  const update = async (input: object) => (await gateway.query<{ zuoraAccountUpdate: Refusal }>(query, { input })).data;
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
