import { describe, expect, it } from 'vitest';
import type { CustomerEntry } from '../../../src/domain/customers/model.js';
import type { SyncCaller } from '../../../src/domain/syncs/caller.js';
import { creditRequest } from '../../../src/domain/syncs/credits/credit-request.js';
import { invoiceRequest } from '../../../src/domain/syncs/invoices/invoice-request.js';
import type { SyncWorld } from '../../../src/domain/syncs/ports.js';

const account = { kind: 'account', value: 'a1' };
const customer = { id: 'c1', externalIds: [] } as unknown as CustomerEntry;
const asked: string[] = [];
const world = {
  creditSource: (key: string) => ({ key, end: { credit: async (id: string) => ({ id, account }) } }),
  creditTarget: (key: string) => ({ key, end: { accountOf: () => 'z1' } }),
  invoiceSource: (key: string) => ({
    key,
    end: { invoice: async (id: string) => ({ id, account: id === 'nobody' ? null : account }) },
  }),
  invoiceTarget: (key: string) => ({ key, end: { accountOf: () => 'z1' } }),
} as unknown as SyncWorld;
const customerOf = async ({ system, value }: { system: string; value: string }) => {
  asked.push(`${system} ${value}`);
  return customer;
};
const callerFor = (...open: readonly string[]): SyncCaller => ({
  id: 'me',
  mayAsk: (key) => open.includes(key),
  asking: { signal: AbortSignal.timeout(1_000), lane: 'interactive' },
});
const ends = { from: 'USAGE/eu', to: 'BILLING/eu' };
const requests = {
  credit: (caller: SyncCaller) => creditRequest({ creditId: 'x', ...ends }, world, customerOf, caller),
  invoice: (caller: SyncCaller) =>
    invoiceRequest({ invoiceId: 'x', as: 'USAGE_REVENUE', ...ends }, world, customerOf, caller),
};

describe.each(['credit', 'invoice'] as const)('the request for a %s', (kind) => {
  it('needs the right to ask both ends', async () => {
    for (const open of [['USAGE/eu'], ['BILLING/eu'], ['USAGE', 'BILLING']]) {
      await expect(requests[kind](callerFor(...open))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(asked.splice(0)).toEqual([]);
  });

  it('is for the account that the links give the customer, and waits for other changes of theirs', async () => {
    expect(await requests[kind](callerFor('USAGE/eu', 'BILLING/eu'))).toEqual({
      kind: kind.toUpperCase(),
      subject: { [`${kind}Id`]: 'x', accountId: 'z1', ...(kind === 'invoice' && { as: 'USAGE_REVENUE' }), ...ends },
      customerId: 'c1',
      writerKey: 'c1',
      requestedBy: 'me',
    });
    expect(asked.splice(0)).toEqual(['USAGE/eu a1']);
  });
});

it('is refused for an invoice that says of nobody whose it is', async () => {
  const asking = invoiceRequest(
    { invoiceId: 'nobody', ...ends },
    world,
    customerOf,
    callerFor('USAGE/eu', 'BILLING/eu'),
  );
  await expect(asking).rejects.toMatchObject({ problems: [{ code: 'NOT_LINKED', field: ['input', 'invoiceId'] }] });
});
