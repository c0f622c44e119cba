import { expect, it } from 'vitest';
import type { CustomerEntry } from '../../../src/domain/customers/model.js';
import { customerNumbers, type NumberSources } from '../../../src/graphql/connections/customer-numbers.js';

const systemAt = (key: string, numbersCustomers: boolean) => {
  const upstream = { id: key.split('/')[0] ?? '', schema: { resolvers: [], nodes: [], numbersCustomers } };
  return { key, upstream } as unknown as NumberSources['systems'][number];
};
const systems = [systemAt('BILLING', true), systemAt('BILLING/eu', true), systemAt('USAGE', false)];
const asked: string[] = [];
const sources: NumberSources = {
  systems,
  sessionOf: (key) => ({
    async numbersOf({ externalIds }) {
      asked.push(key);
      return externalIds.filter(({ system }) => system === 'BILLING').map(({ value }) => value);
    },
  }),
};
const customer = (...ids: [system: string, value: string][]): CustomerEntry => ({
  ...{ id: 'c', name: 'C', email: null, createdAt: '', updatedAt: '' },
  externalIds: ids.map(([system, value]) => ({ system, value, kind: 'k', recordId: value, partOf: null })),
});

it('asks of a system the connection with the handle, else the default one, and only where it has the customer', async () => {
  const both = customer(['BILLING', 'A-1'], ['BILLING/eu', 'A-2'], ['USAGE', 'u']);
  expect(await customerNumbers(sources, null, both, 'ACCOUNT')).toEqual(['A-1']);
  expect(await customerNumbers(sources, 'eu', both, 'ACCOUNT')).toEqual(['A-2']);
  expect(await customerNumbers(sources, 'elsewhere', both, 'ACCOUNT')).toEqual(['A-1']);
  expect(asked).toEqual(['BILLING', 'BILLING/eu', 'BILLING']);
  // The same number of another tenant is another customer's.
  expect(await customerNumbers(sources, null, customer(['BILLING/eu', 'A-1']), 'ACCOUNT')).toEqual([]);
  expect(asked).toHaveLength(3);
});
