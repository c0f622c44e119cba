import { expect, it } from 'vitest';
import { subscriptionEvents } from '../../../src/upstreams/zuora-billing/flows/events.js';
import { Subscription } from '../../../src/upstreams/zuora-billing/schemas/subscription.js';

const CHANGED = {
  ...{ id: 'v2', name: 'A-S1', version: 2, status: 'Active', accountId: 'a1', notes: 'as it is' },
  updatedDate: '2026-06-01T10:00:00Z',
};
const versionOf = (row: object) => subscriptionEvents(Subscription.parse(row))[0]?.version;

it('tells of one change in one version, whether a poll through ZOQL has found it or a callout had it read', () => {
  const readAnew = { ...CHANGED, isLatestVersion: true, currency: 'EUR', ratePlans: [] };
  expect(versionOf(readAnew)).toBe(versionOf(CHANGED));
});

it('tells of two changes within one second in two', () => {
  expect(versionOf({ ...CHANGED, notes: 'as it became' })).not.toBe(versionOf(CHANGED));
  expect(versionOf({ ...CHANGED, status: 'Draft' })).toBeUndefined();
});
