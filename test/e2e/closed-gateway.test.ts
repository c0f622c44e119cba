import { expect, it } from 'vitest';
import { usedHeap } from '../fuzz/support/heap.js';
import { startTestGateway } from '../support/gateway.js';

const sandbox = { customers: 8 };

/** What a gateway can be recognised by when it has answered and is closed, without keeping it. */
async function closedGateway(): Promise<WeakRef<object>> {
  const gateway = await startTestGateway({ sandbox });
  await gateway.discovered();
  const { errors } = await gateway.query('{ customers(first: 5) { nodes { name zuoraAccount { accountNumber } } } }');
  expect(errors).toBeUndefined();
  await gateway.close();
  return new WeakRef(gateway.gateway.systems);
}

it('leaves nothing in memory when it is closed and another one has taken its place', async () => {
  const first = await closedGateway();
  await closedGateway();
  // To read it takes every piece of garbage away.
  await expect.poll(() => usedHeap() > 0 && first.deref() === undefined).toBe(true);
});
