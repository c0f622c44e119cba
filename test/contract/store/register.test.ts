import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CustomerDirectory } from '../../../src/domain/customers/ports.js';
import type { SystemRecord } from '../../../src/domain/identity/model.js';
import { clearDirectory, describeStore, statementsOf } from '../../support/store.js';
import { BILLING, billing, directoryOn, METERING, metering, partner } from '../../support/store-records.js';

describeStore('registering records', (store) => {
  let directory: CustomerDirectory;
  let time: { now: number };
  beforeEach(async () => {
    await clearDirectory(store());
    ({ directory, time } = directoryOn(store()));
  });

  const outcomes = async (...records: SystemRecord[]) =>
    (await directory.register(records)).map(({ customerId, outcome }) => `${outcome} ${customerId}`);
  const entry = async (id: string) => (await directory.findByIds([id])).get(id) ?? null;
  const count = async (table: 'customer' | 'identity_conflict' | 'identity_event') =>
    (await store().db.selectFrom(table).select('id').execute()).length;

  it('makes a customer of a record that matches nothing', async () => {
    const found = billing('b1', {
      ids: [{ kind: 'number', value: 'A-1' }],
      name: 'Ångström',
      email: 'a@example.com',
      createdAt: '2020-01-01T00:00:00Z',
    });
    expect(await outcomes(found)).toEqual(['created c-0001']);
    expect(await entry('c-0001')).toEqual({
      id: 'c-0001',
      name: 'Ångström',
      email: 'a@example.com',
      createdAt: '2020-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
      externalIds: [
        { system: BILLING, kind: 'id', value: 'b1', recordId: 'b1', partOf: null },
        { system: BILLING, kind: 'number', value: 'A-1', recordId: 'b1', partOf: null },
      ],
    });
  });

  it.each<[string, SystemRecord, SystemRecord]>([
    ['a reference of the later record', billing('b1'), metering('m1', { references: ['b1'] })],
    ['a reference of the earlier record', metering('m1', { references: ['b1'] }), billing('b1')],
    [
      'a reference to another id of the record',
      billing('b1', { ids: [{ kind: 'number', value: 'A-1' }] }),
      metering('m1', { references: ['A-1'] }),
    ],
  ])('links records of two systems by %s', async (_, first, second) => {
    expect(await outcomes(first)).toEqual(['created c-0001']);
    expect(await outcomes(second)).toEqual(['attached c-0001']);
    expect((await entry('c-0001'))?.name).toBe('BILLING b1');
  });

  it('does not link by a reference to an id of the same system', async () => {
    expect(await outcomes(billing('b1'))).toEqual(['created c-0001']);
    expect(await outcomes(billing('b2', { references: ['b1'] }))).toEqual(['created c-0002']);
    expect(await count('identity_conflict')).toBe(0);
  });

  it('links within one batch, whatever the order, and makes one customer', async () => {
    const records = [
      metering('a1', { partOf: 'm1', references: ['b1'] }),
      billing('b1'),
      metering('a2', { partOf: 'm1' }),
      metering('m1'),
    ];
    expect(await outcomes(...records)).toEqual([
      'attached c-0001',
      'created c-0001',
      'attached c-0001',
      'attached c-0001',
    ]);
    expect(await count('customer')).toBe(1);
    expect(await count('identity_event')).toBe(0);
  });

  it('takes a part before its whole, under the name of the part until the whole is seen', async () => {
    const part = metering('a1', { partOf: 'm1', name: 'Account' });
    expect(await outcomes(part)).toEqual(['created c-0001']);
    expect((await entry('c-0001'))?.name).toBe('Account');
    expect(await outcomes(metering('a2', { partOf: 'm1', name: 'Another' }))).toEqual(['attached c-0001']);
    expect(await outcomes(metering('m1', { name: 'Whole' }))).toEqual(['attached c-0001']);
    expect(await entry('c-0001')).toMatchObject({
      name: 'Whole',
      externalIds: [
        { kind: 'id', value: 'm1', partOf: null },
        { kind: 'id', value: 'a1', partOf: 'm1' },
        { kind: 'id', value: 'a2', partOf: 'm1' },
      ],
    });
  });

  it('writes nothing when it is repeated', async () => {
    const records = [
      billing('b1', { createdAt: '2020-01-01T00:00:00.123456Z', email: 'a@example.com' }),
      metering('m1', { references: ['b1', 'elsewhere'] }),
      metering('m2', { references: ['b1'] }),
      metering('a1', { partOf: 'm1' }),
    ];
    await directory.register(records);
    const before = await rowVersions();
    time.now += 60_000;
    const again = await outcomes(...records);
    expect(again).toEqual(['unchanged c-0001', 'unchanged c-0001', 'conflict c-0002', 'unchanged c-0001']);
    expect(await rowVersions()).toEqual(before);
  });

  /** Every row with the transaction that wrote it. */
  async function rowVersions() {
    const tables = ['customer', 'customer_record', 'customer_external_id', 'customer_reference', 'identity_conflict'];
    const versions: unknown[] = [];
    for (const table of tables) {
      versions.push((await store().pool.query(`select xmin, t.*::text from ${table} t order by 2`)).rows);
    }
    versions.push((await store().pool.query('select count(*) from identity_event')).rows);
    return versions;
  }

  it('follows changes: name, email, ids and references, and moves updatedAt only then', async () => {
    await directory.register([billing('b1', { references: ['m1'], ids: [{ kind: 'number', value: 'A-1' }] })]);
    time.now += 60_000;
    const changed = billing('b1', { name: 'New', email: 'new@example.com', ids: [{ kind: 'number', value: 'A-2' }] });
    expect(await outcomes(changed)).toEqual(['updated c-0001']);
    expect(await entry('c-0001')).toMatchObject({
      name: 'New',
      email: 'new@example.com',
      updatedAt: '2026-01-01T00:01:00.000Z',
      externalIds: [
        { kind: 'id', value: 'b1' },
        { kind: 'number', value: 'A-2' },
      ],
    });
    expect(await outcomes(metering('m1'))).toEqual(['created c-0002']);
    expect(await directory.findByRefs([{ system: BILLING, kind: 'number', value: 'A-1' }])).toEqual([null]);
  });

  it('takes the name from the first system in the order, and the email from the first that has one', async () => {
    await directory.register([
      metering('m1', {
        name: 'Metered',
        email: 'm@example.com',
        references: ['b1'],
        createdAt: '2019-05-01T00:00:00Z',
      }),
    ]);
    await directory.register([billing('b1', { name: 'Billed', createdAt: '2021-01-01T00:00:00Z' })]);
    expect(await entry('c-0001')).toMatchObject({
      name: 'Billed',
      email: 'm@example.com',
      createdAt: '2019-05-01T00:00:00.000Z',
    });
  });

  it('lets an id pass from one record to another', async () => {
    const numbered = (id: string, number: string) => billing(id, { ids: [{ kind: 'number', value: number }] });
    await directory.register([numbered('b1', 'A-1'), numbered('b2', 'A-2')]);
    expect(await outcomes(numbered('b1', 'A-2'), numbered('b2', 'A-1'))).toEqual(['updated c-0001', 'updated c-0002']);
    const found = await directory.findByRefs([
      { system: BILLING, value: 'A-1' },
      { system: BILLING, value: 'A-2' },
    ]);
    expect(found.map((customer) => customer?.id)).toEqual(['c-0002', 'c-0001']);
    expect(await count('identity_conflict')).toBe(0);
  });

  it('keeps values with quotes, other scripts and 255 characters as they are', async () => {
    const long = `${'"\'\\{},%_'.repeat(31)}客戶Ж🙂`.padEnd(255, 'x');
    expect(long).toHaveLength(255);
    await directory.register([
      billing(long, { name: long, email: long, references: ['null', '"', "'; drop table x"] }),
    ]);
    await directory.register([metering('m1', { references: [long] })]);
    const found = await directory.findByRefs([{ system: BILLING, value: long }]);
    expect(found[0]).toMatchObject({ name: long, email: long });
    expect(found[0]?.externalIds.map((id) => id.value)).toEqual([long, 'm1']);
  });

  it('survives text that PostgreSQL cannot hold', async () => {
    await directory.register([billing('b\u00001', { name: 'half \ud800 pair\u0000', references: ['\u0000', ''] })]);
    const [found] = await directory.findByRefs([{ system: BILLING, value: 'b1' }]);
    expect(found?.name).toBe('half \ufffd pair');
    expect(await directory.findByRefs([{ system: BILLING, value: 'b\u00001' }])).toEqual([null]);
  });

  it('finds by position, whole records before parts, and null for what is unknown', async () => {
    await directory.register([
      metering('m1', { ids: [{ kind: 'code', value: 'same' }] }),
      metering('a9', { partOf: 'm9', ids: [{ kind: 'account', value: 'same' }] }),
    ]);
    const found = await directory.findByRefs([
      { system: METERING, value: 'same' },
      { system: METERING, kind: 'account', value: 'same' },
      { system: METERING, kind: 'code', value: 'same' },
      { system: METERING, kind: 'nothing', value: 'same' },
      { system: BILLING, value: 'same' },
      { system: METERING, value: 'same' },
    ]);
    expect(found.map((customer) => customer?.id ?? null)).toEqual(['c-0001', 'c-0002', 'c-0001', null, null, 'c-0001']);
    expect(await directory.findByRefs([])).toEqual([]);
  });

  const batch = (from: number, size: number) =>
    Array.from({ length: size }, (_, at) => [
      billing(`b${from + at}`),
      metering(`m${from + at}`, { references: [`b${from + at}`] }),
      partner(`p${from + at}`, { references: [`m${from + at}`] }),
    ]).flat();

  it('needs the same number of statements for 30 records as for 300', async () => {
    const some = await statementsOf(store(), () => directory.register(batch(0, 10)));
    const many = await statementsOf(store(), () => directory.register(batch(10, 100)));
    expect(many).toHaveLength(some.length);
    expect(some.length).toBeLessThanOrEqual(9);
    expect(await count('customer')).toBe(110);
  });

  it('needs one statement for a few records that say nothing new, and waits for no other registration', async () => {
    await directory.register(batch(0, 2));
    const known = await directory.register(batch(0, 2));
    const registrationUnderWay = store()
      .db.transaction()
      .execute(async (tx) => {
        // An embedded database has one connection, and cannot be asked in the meantime.
        if (store().embedded) return;
        await sql`select pg_advisory_xact_lock(4115201826)`.execute(tx);
        expect(await directory.register(batch(0, 2))).toEqual(known);
      });
    await registrationUnderWay;
    expect(known.map(({ outcome }) => outcome)).toEqual(Array(6).fill('unchanged'));
    expect(await statementsOf(store(), () => directory.register(batch(0, 2)))).toHaveLength(1);
    const changed = batch(0, 2).map((record, at) => (at === 0 ? { ...record, name: 'Another' } : record));
    expect((await directory.register(changed)).map(({ outcome }) => outcome)).toEqual([
      'updated',
      ...Array(5).fill('unchanged'),
    ]);
  });

  describe('at the same time', () => {
    it('makes one customer of two halves', async () => {
      const rounds = Array.from({ length: 8 }, (_, at) => at);
      await Promise.all(
        rounds.flatMap((at) => [
          directory.register([billing(`b${at}`, { references: [`m${at}`] })]),
          directory.register([metering(`m${at}`, { references: [`b${at}`] })]),
          directory.register([metering(`a${at}`, { partOf: `m${at}`, references: [`b${at}`] })]),
        ]),
      );
      expect(await count('customer')).toBe(8);
      expect(await count('identity_conflict')).toBe(0);
    });
  });
});
