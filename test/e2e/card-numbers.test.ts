import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { upstreams } from '../../src/upstreams/registry.js';
import { mutations, REFUSAL, type Refusal, refusedInEveryText } from '../support/every-text.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { csvOf, HEADER, orderLine } from '../support/revenue-files.js';
import { put, uploadsOf } from '../support/revenue-uploads.js';
import { operationOnAll } from '../support/schema-inputs.js';
import { dumpOf } from '../support/store-dump.js';
import { temporaryStore } from '../support/temporary-store.js';

const CARD = '4242424242424242';

let gateway: TestGateway;
let store: Awaited<ReturnType<typeof temporaryStore>>;
const lines: string[] = [];
const start = async (environment: Record<string, string> = {}) => {
  gateway = await startTestGateway({
    sandbox: { customers: 3 },
    verified: false,
    onLogLine: (line) => lines.push(line),
    environment: {
      DATABASE_URL: store.url,
      LOG_LEVEL: 'debug',
      DISCOVERY_INTERVAL_MINUTES: '0',
      ...environment,
    },
  });
};
beforeAll(async () => {
  store = await temporaryStore();
  await start();
});
afterAll(async () => {
  await gateway?.close();
  await store?.remove();
});

const sent = () => upstreams.flatMap(({ id }) => gateway.sandbox(id).requests());
async function send(name: string, given: Record<string, unknown>) {
  const field = mutations.find((one) => one.name === name);
  if (!field) throw new Error(`there is no mutation ${name}`);
  const { text, variables } = operationOnAll(field, [given], REFUSAL);
  const { data, errors } = await gateway.query<{ a0: Refusal } | null>(text, variables);
  return { problem: data?.a0.userErrors[0], errors };
}

describe('the number of a card', () => {
  it('is refused in every text of every mutation, by name, before anything is sent or kept', async () => {
    const scalars = ['String', 'ID', 'JSON', 'Decimal'];
    const said = await refusedInEveryText(gateway.query, CARD, { scalars, code: 'CARD_NUMBER' });
    expect(JSON.stringify(said)).not.toContain(CARD);
    expect(said.length).toBeGreaterThan(500);
    expect(sent()).toEqual([]);
  });

  it('is refused inside a text, as it is printed, as a number, as a key, and as a literal', async () => {
    const within = (Any__c: unknown) => send('zuoraAccountUpdate', { key: 'A1', input: { customFields: { Any__c } } });
    for (const value of [
      'paid with 4242 4242 4242 4242, thanks',
      'first line\nAmex 3782-822463-10005',
      Number(CARD),
      { deep: [{ deeper: CARD }] },
      { [CARD]: 'x' },
    ]) {
      expect((await within(value)).problem?.code, JSON.stringify(value)).toBe('CARD_NUMBER');
    }
    const { data } = await gateway.query<{ m: Refusal }>(
      `mutation { m: zuoraAccountUpdate(key: "A00000001", input: { notes: "${CARD}" }) { userErrors { code field } } }`,
    );
    expect(data.m.userErrors).toEqual([{ code: 'CARD_NUMBER', field: ['input', 'notes'] }]);
    expect(sent()).toEqual([]);
  });

  it('is refused in a file, by its line and column, and nothing of the row is said or kept', async () => {
    const uploads = uploadsOf(gateway.query);
    const [header = '', row = ''] = csvOf([orderLine('CARD-1', 1)]).split('\n');
    const cells = row.split(',');
    const { upload } = await uploads.create({});
    const file = [header, row, [...cells.slice(0, -1), CARD].join(','), [CARD, ...cells.slice(1)].join(',')].join('\n');
    const answer = await put(upload?.putUrl ?? '', file);
    expect(answer.status).toBe(422);
    const { problems } = answer.body as { problems: { line: number; column: string; reason: string }[] };
    const columns = HEADER;
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [3, columns.at(-1)],
      [4, columns[0]],
    ]);
    expect(problems[0]?.reason).toContain('number of a payment card');
    const heading = await uploads.create({});
    const named = await put(heading.upload?.putUrl ?? '', `${header},${CARD}\n${row},x\n`);
    expect(JSON.stringify(named.body)).toContain('number of a payment card');
    expect(gateway.sandbox('ZUORA_REVENUE').requests('POST /api/integration/v1/csv/upload')).toEqual([]);
  });

  it('is in no log line, no number for Prometheus, and nowhere in the store', async () => {
    await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': CARD },
      body: JSON.stringify({ query: '{ zuoraAccount(key: "A00000001") { name } }' }),
    });
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    await gateway.close();
    for (const text of [lines.join('\n'), metrics, await dumpOf(store.url)]) {
      expect(text.length).toBeGreaterThan(1_000);
      expect(text).not.toContain(CARD);
    }
  });
});

it('is let through where the operator says that such numbers are ids', async () => {
  await start({ CARD_NUMBERS_ALLOWED_IN: 'accountNumber, zuoraAccountUpdate.input.crmId' });
  const problem = async (input: object) => (await send('zuoraAccountUpdate', { key: 'A00000001', input })).problem;
  expect(await problem({ crmId: CARD })).toBeUndefined();
  expect((await problem({ notes: CARD }))?.code).toBe('CARD_NUMBER');
  expect((await problem({ crmId: CARD, notes: CARD }))?.field).toEqual(['input', 'notes']);
});
