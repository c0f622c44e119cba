import { beforeEach, describe, expect, it } from 'vitest';
import type { CustomerDirectory } from '../../../src/domain/customers/ports.js';
import type { SystemRecord } from '../../../src/domain/identity/model.js';
import { InvalidCursor } from '../../../src/kernel/errors.js';
import { clearDirectory, describeStore } from '../../support/store.js';
import { BILLING, billing, directoryOn, METERING, metering, partner } from '../../support/store-records.js';

describeStore('joins and conflicts', (store) => {
  let directory: CustomerDirectory;
  let time: { now: number };
  beforeEach(async () => {
    await clearDirectory(store());
    ({ directory, time } = directoryOn(store()));
  });

  const outcomes = async (...records: SystemRecord[]) =>
    (await directory.register(records)).map(({ customerId, outcome }) => `${outcome} ${customerId}`);
  const conflicts = async () =>
    (await directory.conflicts({ first: 50, after: null })).items.map(({ node }) => ({
      record: `${node.system} ${node.recordId}`,
      customers: node.customerIds,
    }));
  const events = async () =>
    (await store().db.selectFrom('identity_event').selectAll().orderBy('id').execute()).map(
      ({ kind, system, record_id, customer_id, customer_ids }) =>
        `${kind} ${system} ${record_id} ${customer_id} [${customer_ids.join(' ')}]`,
    );

  describe('two halves of one customer', () => {
    beforeEach(async () => {
      await directory.register([billing('b1', { createdAt: '2022-01-01T00:00:00Z' })]);
      await directory.register([metering('m1', { createdAt: '2021-01-01T00:00:00Z', email: 'm@example.com' })]);
      await directory.register([metering('a1', { partOf: 'm1' })]);
    });

    it('are joined into the oldest by a link written later, and the old id keeps resolving', async () => {
      time.now += 60_000;
      const link = metering('a1', { partOf: 'm1', references: ['b1'] });
      expect(await outcomes(link)).toEqual(['joined c-0002']);
      const found = await directory.findByIds(['c-0001', 'c-0002', 'c-0003']);
      expect([...found.keys()].sort()).toEqual(['c-0001', 'c-0002']);
      expect(found.get('c-0001')).toEqual(found.get('c-0002'));
      expect(found.get('c-0001')).toMatchObject({
        id: 'c-0002',
        name: 'BILLING b1',
        email: 'm@example.com',
        createdAt: '2021-01-01T00:00:00.000Z',
        updatedAt: '2026-01-01T00:01:00.000Z',
        externalIds: [
          { system: BILLING, value: 'b1' },
          { system: METERING, value: 'm1', partOf: null },
          { system: METERING, value: 'a1', partOf: 'm1' },
        ],
      });
      expect(await events()).toEqual(['joined METERING a1 c-0002 [c-0001]']);
      expect(await outcomes(link, billing('b1', { createdAt: '2022-01-01T00:00:00Z' }))).toEqual([
        'unchanged c-0002',
        'unchanged c-0002',
      ]);
    });

    it('keep resolving over several joins', async () => {
      await directory.register([partner('p1', { createdAt: '2020-01-01T00:00:00Z' })]);
      await outcomes(metering('a1', { partOf: 'm1', references: ['b1'] }));
      const partnerAgain = partner('p1', { createdAt: '2020-01-01T00:00:00Z', references: ['m1'] });
      const [{ customerId } = { customerId: '' }] = await directory.register([partnerAgain]);
      const found = await directory.findByIds(['c-0001', 'c-0002', customerId]);
      expect([...found.values()].map((customer) => customer.id)).toEqual([customerId, customerId, customerId]);
      expect((await store().db.selectFrom('customer').select('id').execute()).map((row) => row.id)).toEqual([
        customerId,
      ]);
    });
  });

  describe('a record that refers to an account that is taken', () => {
    const first = metering('m1', { references: ['b1'] });
    const second = metering('m2', { references: ['b1'], name: 'Second' });
    beforeEach(async () => {
      await directory.register([billing('b1'), first]);
    });

    it('gets a customer of its own and is reported, once', async () => {
      expect(await outcomes(second)).toEqual(['conflict c-0002']);
      const page = await directory.conflicts({ first: 10, after: null });
      expect(page).toMatchObject({
        hasNextPage: false,
        items: [
          {
            node: {
              system: METERING,
              recordId: 'm2',
              customerIds: ['c-0001', 'c-0002'],
              reason: 'One customer cannot hold all that match: METERING has several records of it (m1, m2).',
              detectedAt: '2026-01-01T00:00:00.000Z',
            },
          },
        ],
      });
      time.now += 60_000;
      expect(await outcomes(second, billing('b1'), first)).toEqual([
        'conflict c-0002',
        'unchanged c-0001',
        'unchanged c-0001',
      ]);
      expect(await directory.conflicts({ first: 10, after: null })).toEqual(page);
      const ids = async (id: string) => (await directory.findByIds([id])).get(id)?.externalIds.map((e) => e.value);
      expect(await ids('c-0001')).toEqual(['b1', 'm1']);
      expect(await ids('c-0002')).toEqual(['m2']);
    });

    it('is settled when a later sighting matches one customer only', async () => {
      await outcomes(second);
      expect(await outcomes(metering('m2', { name: 'Second' }))).toEqual(['updated c-0002']);
      expect(await conflicts()).toEqual([]);
      expect(await events()).toEqual([
        'conflict METERING m2 c-0002 [c-0001 c-0002]',
        'resolved METERING m2 c-0002 [c-0002]',
      ]);
    });

    it('keeps its parts, and what refers to it, with it', async () => {
      await outcomes(second);
      expect(await outcomes(metering('a2', { partOf: 'm2' }), partner('p2', { references: ['m2'] }))).toEqual([
        'attached c-0002',
        'attached c-0002',
      ]);
      expect(await conflicts()).toHaveLength(1);
    });

    it('names the customers as they are after a join', async () => {
      await outcomes(second);
      await outcomes(partner('p9', { createdAt: '2019-01-01T00:00:00Z' }));
      const [{ customerId } = { customerId: '' }] = await directory.register([
        partner('p9', { createdAt: '2019-01-01T00:00:00Z', references: ['b1'] }),
      ]);
      expect(customerId).not.toBe('c-0001');
      expect(await conflicts()).toEqual([{ record: 'METERING m2', customers: [customerId, 'c-0002'] }]);
      expect(await outcomes(second)).toEqual(['conflict c-0002']);
      expect((await events()).filter((event) => event.startsWith('conflict'))).toHaveLength(1);
    });
  });

  describe('an account that two records claim before it is seen', () => {
    const claims = [metering('m1', { references: ['b1'] }), metering('m2', { references: ['b1'] })];
    beforeEach(async () => {
      await directory.register(claims);
    });

    it('is in conflict itself, and neither claim wins by being seen again', async () => {
      expect(await outcomes(billing('b1'))).toEqual(['conflict c-0003']);
      const found = [{ record: 'BILLING b1', customers: ['c-0001', 'c-0002', 'c-0003'] }];
      expect(await conflicts()).toEqual(found);
      expect(await outcomes(...claims, billing('b1'))).toEqual([
        'unchanged c-0001',
        'unchanged c-0002',
        'conflict c-0003',
      ]);
      expect(await conflicts()).toEqual(found);
    });

    it('is not given to a third that comes later', async () => {
      await outcomes(billing('b1'));
      const third = metering('m3', { references: ['b1'] });
      const [{ outcome, customerId } = { outcome: '', customerId: '' }] = await directory.register([third]);
      expect(outcome).toBe('conflict');
      expect((await directory.findByIds([customerId])).get(customerId)?.externalIds).toHaveLength(1);
      const before = await conflicts();
      expect(before).toHaveLength(2);
      expect(await outcomes(third, ...claims, billing('b1'))).toEqual([
        `conflict ${customerId}`,
        'unchanged c-0001',
        'unchanged c-0002',
        'conflict c-0003',
      ]);
      expect(await conflicts()).toEqual(before);
    });

    it('goes to the claim that is left', async () => {
      await outcomes(billing('b1'));
      await outcomes(metering('m2'));
      expect(await outcomes(billing('b1'))).toEqual(['joined c-0001']);
      expect(await conflicts()).toEqual([]);
      expect((await directory.findByIds(['c-0003'])).get('c-0003')?.id).toBe('c-0001');
    });
  });

  it('pages over conflicts, oldest first', async () => {
    await directory.register([billing('b1'), metering('m1', { references: ['b1'] })]);
    for (const id of ['m2', 'm3', 'm4']) {
      time.now += 1_000;
      await directory.register([metering(id, { references: ['b1'] })]);
    }
    const first = await directory.conflicts({ first: 2, after: null });
    expect(first.items.map(({ node }) => node.recordId)).toEqual(['m2', 'm3']);
    expect(first.hasNextPage).toBe(true);
    const after = first.items.at(-1)?.cursor ?? '';
    const rest = await directory.conflicts({ first: 2, after });
    expect(rest.items.map(({ node }) => node.recordId)).toEqual(['m4']);
    expect(rest.hasNextPage).toBe(false);
    await expect(directory.page({ first: 2, after, filter: {}, orderBy: 'NAME' })).rejects.toThrow(InvalidCursor);
  });
});
