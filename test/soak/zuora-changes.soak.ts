import { expect, it } from 'vitest';
import { type Random, randomFor } from '../../src/upstreams/sandbox-kit/random.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway } from '../support/gateway.js';
import { tenantRows } from '../support/zuora-rows.js';
import { faultMaker } from './support/faults.js';
import { nothingIntended } from './support/intended.js';
import { OPERATIONS } from './support/operations.js';
import type { SoakOperation } from './support/send.js';

const COUNT = Number(process.env.SOAK_OPERATIONS ?? 500);
const SEED = process.env.SOAK_SEED ?? 'soak';
const AT_ONCE = 4;
const FAULTY_PERCENT = 40;
const EXPIRING_PERCENT = 8;

it(`${COUNT} changes among faults end in exactly the intended state (seed ${SEED})`, async () => {
  const gateway = await startTestGateway({
    sandbox: { customers: 5 },
    environment: { DISCOVERY_INTERVAL_MINUTES: '0', REQUEST_DEADLINE_MS: '60000' },
  });
  try {
    const sandbox = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
    const tenant = tenantRows(sandbox);
    const [charge] = await tenant('product-rate-plan-charges');
    const [plan] = await tenant('product-rate-plans');
    const intended = nothingIntended();
    const faults = faultMaker(sandbox, { seed: SEED, percent: FAULTY_PERCENT });
    let done = 0;
    let faulty = 0;
    let expiring = false;
    const work = async () => {
      while (done < COUNT) {
        const at = done++;
        const random = randomFor(SEED, 'operation', at);
        const operation = pick(random);
        if (faults.next(operation.match)) faulty += 1;
        const context = {
          gateway,
          intended,
          chargeId: String(charge?.id),
          planId: String(plan?.id),
          name: `${SEED}-${at}`,
          random,
        };
        const expires = !expiring && random.chance(EXPIRING_PERCENT);
        if (expires) {
          expiring = true;
          sandbox.expireTokens();
        }
        await operation.run(context);
        if (expires) expiring = false;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    sandbox.clearFaults();
    console.log(`${COUNT} operations, ${faulty} with a fault, ${sandbox.requests().length} requests`);

    const accounts = await tenant('accounts', `name.SW:${SEED}-`);
    expect(accounts.map(({ name, notes, crmId }) => [name, notes ?? null, crmId ?? null]).sort()).toEqual(
      [...intended.accounts].map(([name, { notes, crmId }]) => [name, notes, crmId]).sort(),
    );
    for (const { zuoraId, contacts } of intended.accounts.values()) {
      expect(await tenant('contacts', `accountid.EQ:${zuoraId}`)).toHaveLength(contacts);
    }
    const ids = [...intended.accounts.values()].map(({ zuoraId }) => zuoraId);
    const usages = (await Promise.all(ids.map((id) => tenant('usages', `accountid.EQ:${id}`)))).flat();
    expect(usages.map(({ uniqueKey, quantity }) => [uniqueKey, String(quantity)]).sort()).toEqual(
      [...intended.usages].sort(),
    );
    for (const { number, versions } of intended.subscriptions.values()) {
      expect(await tenant('subscriptions', `name.EQ:${number}`), number).toHaveLength(versions);
    }
    const all = (await Promise.all(ids.map((id) => tenant('subscriptions', `accountid.EQ:${id}`)))).flat();
    expect(new Set(all.map(({ name }) => name)).size).toBe(intended.subscriptions.size);
    const orders = (await Promise.all(ids.map((id) => tenant('orders', `accountid.EQ:${id}`)))).flat();
    expect(orders.map(({ orderNumber }) => orderNumber).sort()).toEqual([...intended.orders.values()].sort());
    const memos = (await Promise.all(ids.map((id) => tenant('credit-memos', `accountid.EQ:${id}`)))).flat();
    const kept = [...intended.memos.values()].filter(({ status }) => status !== 'Deleted');
    expect(
      memos.map(({ id, totalAmount, status, reasonCode }) => [id, totalAmount, status, reasonCode]).sort(),
    ).toEqual(
      kept
        .map(({ id, amount, status, reasonCode = 'Correcting invoice error' }) => [
          id,
          amount / 100,
          status,
          reasonCode,
        ])
        .sort(),
    );
    const invoices = (await Promise.all(ids.map((id) => tenant('invoices', `accountid.EQ:${id}`)))).flat();
    expect(invoices.map(({ id, amount, comments, status }) => [id, amount, comments ?? null, status]).sort()).toEqual(
      [...intended.invoices.values()]
        .map(({ id, cents, comments, status }) => [id, cents / 100, comments, status])
        .sort(),
    );
    const products = await tenant('products', `name.SW:${SEED}-`);
    expect(products.map(({ id }) => id).sort()).toEqual([...intended.products.values()].map(({ id }) => id).sort());
    for (const { id, planId, chargeId, price, description } of intended.products.values()) {
      const plans = await tenant('product-rate-plans', `productid.EQ:${id}`);
      expect(plans.map((row) => row.id)).toEqual([planId]);
      const charges = await tenant('product-rate-plan-charges', `productrateplanid.EQ:${planId}`);
      expect(charges.map((row) => [row.id, row.description ?? null])).toEqual([[chargeId, description]]);
      const tiers = await tenant('product-rate-plan-charge-tiers', `productrateplanchargeid.EQ:${chargeId}`);
      expect(tiers.map((row) => [row.currency, row.price])).toEqual([['EUR', Number(price)]]);
    }
  } finally {
    await gateway.close();
  }
});

function pick(random: Random): SoakOperation {
  let at = random.int(OPERATIONS.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, operation] of OPERATIONS) {
    if (at < weight) return operation;
    at -= weight;
  }
  throw new Error('no operation');
}
