import { describe, expect, it } from 'vitest';
import type { CustomerEnd, Deed, HeldCustomer } from '../../../src/domain/syncs/customers/customer-end.js';
import { customerProcedure } from '../../../src/domain/syncs/customers/customer-sync.js';
import type { KnownCustomers } from '../../../src/domain/syncs/customers/known-customers.js';
import type { SyncWorld } from '../../../src/domain/syncs/ports.js';
import { saidOtherwise } from '../../../src/kernel/writing/said-otherwise.js';
import { countryCode } from '../../../src/upstreams/zuora-billing/syncing/countries.js';
import { linkValues } from '../../../src/upstreams/zuora-billing/syncing/link-fields.js';
import { profileOf, termOf } from '../../../src/upstreams/zuora-billing/syncing/profile.js';

const entry = { id: 'cus_1', name: 'Acme', email: null, createdAt: '', updatedAt: '', externalIds: [] };
const customers: KnownCustomers = {
  byId: async () => entry,
  byRefs: async (refs) => refs.map(() => entry),
  register: async () => [],
  met: async () => entry,
};
const address = { line1: null, line2: null, city: null, state: 'CA', postalCode: null, country: null, phone: null };
function held(id: string): HeldCustomer {
  const profile = { name: 'Acme', email: null, address, currency: 'USD', netTermDays: null };
  return { id, title: id, profile, records: [], ids: [], links: [], closed: null, unclear: null };
}
/** An end that writes CA as California, whatever it is told. */
function end(id: string, deeds: readonly Deed[]): CustomerEnd {
  return {
    keysOf: () => [id],
    read: async () => held(id),
    madeFor: async () => null,
    making: async () => Promise.reject(new Error('it is there')),
    linking: async () => [],
    cannotName: async () => null,
    following: () => deeds,
  };
}

it('writes once a run what a system keeps in a form of its own', async () => {
  const step = { system: 'B', action: 'update', name: 'Customer b', target: 'b', before: null, after: { state: 'CA' } };
  const deed = { step, carryOut: async () => {} };
  const ends = { A: end('a', []), B: end('b', [deed]) };
  const world = { customerEnd: (key: 'A' | 'B') => ends[key] } as unknown as SyncWorld;
  const subject = { customerKey: 'a', from: 'A', to: 'B' };
  const look = (steps: readonly object[]) =>
    customerProcedure({ world, customers }).look(
      { id: 'run', requestedBy: 'test', subject, customerId: null, steps: steps as never },
      {
        signal: AbortSignal.timeout(1_000),
        lane: 'background',
      },
    );
  expect((await look([])).left).toEqual([step]);
  expect((await look([{ ...step, status: 'RUNNING' }])).left).toEqual([step]);
  expect((await look([{ ...step, status: 'DONE' }])).left).toEqual([]);
  expect((await look([{ ...step, after: { state: 'NY' }, status: 'DONE' }])).left).toEqual([step]);
});

describe('what systems say in different words', () => {
  it.each([
    ['United Kingdom', 'GB'],
    ['uk', 'GB'],
    ['United States', 'US'],
    ['USA', 'US'],
    ['de', 'DE'],
    ['Korea, Republic of', 'KR'],
    ['Bosnia & Herzegovina', 'BA'],
    ['DD', null],
    ['EU', null],
    ['Atlantis', null],
    ['', null],
  ])('the country %s is %s', (name, code) => {
    expect(countryCode(name)).toBe(code);
  });

  it.each([
    ['Net 30', 30],
    ['net 45', 45],
    ['Due Upon Receipt', 0],
    ['End of month', null],
    [null, null],
  ])('the term %s is %s days', (paymentTerm, days) => {
    const account = { name: 'A', currency: 'EUR', paymentTerm, billToContact: null };
    expect(profileOf(account as Parameters<typeof profileOf>[0]).netTermDays).toBe(days);
  });

  it('days are a term', () => {
    expect([termOf(0), termOf(60)]).toEqual(['Due Upon Receipt', 'Net 60']);
  });

  it('link fields hold what their names say, of the system that their names say', () => {
    const ids = [
      { kind: 'customer', value: 'acme' },
      { kind: 'account', value: 'acme-eu' },
    ];
    const fields = ['TogaiCustomerId__c', 'TogaiAccountId__c', 'togai_id__c', 'CrmId__c'];
    expect(linkValues(fields, 'TOGAI', ids)).toEqual({
      TogaiCustomerId__c: 'acme',
      TogaiAccountId__c: 'acme-eu',
      togai_id__c: 'acme',
    });
    expect(linkValues(['TogaiAccountId__c'], 'TOGAI', ids.slice(0, 1))).toEqual({});
    expect(linkValues(fields, 'ZUORA_REVENUE', ids)).toEqual({});
  });

  it('only what a source has and a target has otherwise is a change', () => {
    expect(saidOtherwise({ a: 'x', b: null, c: 'z ', d: 'new' }, { a: 'x', b: 'y', c: 'z', d: null })).toEqual({
      d: 'new',
    });
  });
});
