import { afterEach, describe, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { signIn } from '../contract/zuora-sandbox/client.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { movableClock } from '../support/movable-clock.js';

let test: TestGateway | null = null;
afterEach(async () => {
  await test?.close();
  test = null;
});

const ACCOUNT = 'query ($key: String!) { zuoraAccount(key: $key) { accountNumber } }';
const CUSTOMER = 'query ($id: String!) { togaiCustomer(id: $id) { togaiId } }';

it('a host that does not exist is told by its system, and is no reason for others not to answer', async () => {
  test = await startTestGateway({
    sandbox: { customers: 5 },
    verified: false,
    environment: { ZUORA_BILLING_URL: 'http://no-such-host.invalid', DISCOVERY_INTERVAL_MINUTES: '0' },
  });
  const { data, errors } = await test.query<{ zuoraAccount: unknown; togaiCustomer: unknown }>(
    `{ zuoraAccount(key: "A00000001") { accountNumber } togaiPricePlans(first: 1) { nodes { name } } }`,
  );
  expect(errors).toHaveLength(1);
  expect(errors?.[0]).toMatchObject({
    path: ['zuoraAccount'],
    extensions: { code: 'UPSTREAM_UNAVAILABLE', system: 'ZUORA_BILLING', retryable: true },
  });
  // Where it was looked for is nobody's business but the operator's, whose log has it.
  expect(JSON.stringify(errors)).not.toContain('no-such-host');
  expect(data).toMatchObject({ togaiPricePlans: { nodes: [expect.anything()] } });
});

describe.each([
  ['two hours ahead', 7_200_000],
  ['two hours behind', -7_200_000],
])('a clock that is %s', (_name, ms) => {
  it('asks every system all the same, and again when it is put right', async () => {
    const clock = movableClock();
    clock.advance(ms);
    test = await startTestGateway({
      sandbox: { customers: 5 },
      clock,
      environment: { DISCOVERY_INTERVAL_MINUTES: '0' },
    });
    const ids = await idsIn(test);
    const answers = async () => {
      const asked = await Promise.all([
        test?.query(ACCOUNT, { key: ids.account }),
        test?.query(CUSTOMER, { id: ids.customer }),
      ]);
      return asked.map((answer) => ({ data: answer?.data, errors: answer?.errors }));
    };
    const right = [
      { data: { zuoraAccount: { accountNumber: ids.account } }, errors: undefined },
      { data: { togaiCustomer: { togaiId: ids.customer } }, errors: undefined },
    ];
    expect(await answers()).toEqual(right);
    clock.advance(-ms);
    expect(await answers()).toEqual(right);
    // Anything that was kept under the wrong time is asked for anew.
    clock.advance(86_400_000);
    expect(await answers()).toEqual(right);
  });
});

/** One id of each system. */
async function idsIn({ sandbox }: TestGateway) {
  const [[account], { body }] = await Promise.all([
    signIn(sandbox('ZUORA_BILLING') as ZuoraSandbox).then((zuora) => zuora.all('accounts')),
    callerOf(sandbox('TOGAI') as TogaiSandbox).get('/customers'),
  ]);
  return { account: account.accountNumber as string, customer: body.data[0].id as string };
}
