import { beforeAll, describe, expect, it } from 'vitest';
import type { CustomerFilter, CustomerOrder } from '../../../src/domain/customers/model.js';
import type { CustomerDirectory } from '../../../src/domain/customers/ports.js';
import { InvalidCursor, InvalidInput } from '../../../src/kernel/errors.js';
import { clearDirectory, describeStore, statementsOf } from '../../support/store.js';
import { BILLING, billing, directoryOn, METERING, metering } from '../../support/store-records.js';

const NAMES = [
  'beta',
  'Alpha',
  'élan',
  'Zeta',
  '客戶',
  'alpha',
  'Ökonom',
  'Echo',
  'alpha 100%',
  'under_score',
  'back\\slash',
];
const day = (at: number) => new Date(Date.UTC(2020, 0, 1 + at)).toISOString();

describeStore('pages of customers', (store) => {
  let directory: CustomerDirectory;
  let time: { now: number };
  beforeAll(async () => {
    await clearDirectory(store());
    ({ directory, time } = directoryOn(store()));
    for (const [at, name] of NAMES.entries()) {
      time.now += 1_000;
      await directory.register([billing(`b${at}`, { name, email: `${at}@mail.example`, createdAt: day(at % 4) })]);
    }
    await directory.register([metering('m1', { references: ['b1'], ids: [{ kind: 'alias', value: 'ALIAS-"1"' }] })]);
    await directory.register([metering('m77', { name: 'Only metered', createdAt: day(9) })]);
  });

  const page = (first: number, after: string | null, orderBy: CustomerOrder = 'NAME', filter: CustomerFilter = {}) =>
    directory.page({ first, after, filter, orderBy });
  const names = async (filter: CustomerFilter) =>
    (await page(100, null, 'NAME', filter)).items.map(({ node }) => node.name);

  /** All names, page by page; `between` runs after every page. */
  async function walk(orderBy: CustomerOrder, size: number, between: () => Promise<unknown> = async () => {}) {
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { items, hasNextPage } = await page(size, after, orderBy);
      seen.push(...items.map(({ node }) => node.name));
      after = items.at(-1)?.cursor ?? null;
      if (!hasNextPage) return seen;
      expect(items).toHaveLength(size);
      await between();
    }
  }

  it.each<[CustomerOrder, string[]]>([
    [
      'NAME',
      [
        'Alpha',
        'alpha',
        'alpha 100%',
        'back\\slash',
        'beta',
        'Echo',
        'élan',
        'Ökonom',
        'Only metered',
        'under_score',
        'Zeta',
        '客戶',
      ],
    ],
    [
      'CREATED_AT',
      [
        'Only metered',
        'Echo',
        'Zeta',
        'back\\slash',
        'Ökonom',
        'élan',
        'under_score',
        'alpha',
        'Alpha',
        'alpha 100%',
        '客戶',
        'beta',
      ],
    ],
    [
      'UPDATED_AT',
      [
        'Only metered',
        'back\\slash',
        'Alpha',
        'under_score',
        'alpha 100%',
        'Echo',
        'Ökonom',
        'alpha',
        '客戶',
        'Zeta',
        'élan',
        'beta',
      ],
    ],
  ])('come in the order %s, the same in any page size', async (orderBy, expected) => {
    const whole = await walk(orderBy, 100);
    expect(whole).toEqual(expected);
    for (const size of [1, 2, 3, 5, 12]) expect(await walk(orderBy, size)).toEqual(whole);
  });

  it('neither skip nor repeat a customer when others are added and renamed meanwhile', async () => {
    const before = await walk('NAME', 100);
    let added = 0;
    const seen = await walk('NAME', 3, async () => {
      added += 1;
      await directory.register([
        billing(`new-a${added}`, { name: `aaa ${added}` }),
        billing(`new-z${added}`, { name: 'zzz' }),
      ]);
    });
    expect(seen.filter((name) => before.includes(name))).toEqual(before);
    expect(seen.filter((name) => name.startsWith('aaa'))).toEqual([]);
    expect(seen.filter((name) => name === 'zzz')).toHaveLength(added);
  });

  it('take one statement, external ids included', async () => {
    expect(await statementsOf(store(), () => page(50, null))).toHaveLength(1);
  });

  describe('cursors', () => {
    it.each([
      ['', 'nothing'],
      ['!!!', 'not base64url'],
      ['bm90anNvbg', 'not JSON'],
      [Buffer.from('null').toString('base64url'), 'null'],
      [Buffer.from('["NAME","a"]').toString('base64url'), 'too short'],
      [Buffer.from('["NAME",{},"a"]').toString('base64url'), 'of another type'],
      [Buffer.from('["NAME","\\u0000","a"]').toString('base64url'), 'with NUL'],
      [Buffer.from('["NAME","\\ud800","a"]').toString('base64url'), 'with half a character'],
      [Buffer.from('["CREATED_AT","2020-01-01T00:00:00.000Z","a"]').toString('base64url'), 'of another order'],
      ['a'.repeat(100_000), 'endless'],
    ])('%.20s (%s) are refused', async (cursor) => {
      await expect(page(2, cursor)).rejects.toThrow(InvalidCursor);
    });

    it('of a date must hold a date', async () => {
      const cursor = Buffer.from(`["CREATED_AT","'); drop table customer; --","a"]`).toString('base64url');
      await expect(page(2, cursor, 'CREATED_AT')).rejects.toThrow(InvalidCursor);
    });

    it.each([0, -1, 1.5, 1_001, Number.NaN])('a page of %s is refused', async (first) => {
      await expect(page(first, null)).rejects.toThrow(InvalidInput);
    });
  });

  describe('filters', () => {
    it.each<[string, string[]]>([
      ['ALPHA', ['Alpha', 'alpha', 'alpha 100%']],
      ['0%', ['alpha 100%']],
      ['%', ['alpha 100%']],
      ['_', ['under_score']],
      ['r_s', ['under_score']],
      ['\\', ['back\\slash']],
      ['k\\s', ['back\\slash']],
      ['elan', ['élan']],
      ['ÉLAN', ['élan']],
      ['okonom', ['Ökonom']],
      ['客', ['客戶']],
      ['7@mail', ['Echo']],
      ['alias-"1', ['Alpha']],
      ['m77', ['Only metered']],
      [" ' or 1=1 --", []],
      ["'; drop table customer; --", []],
      ['al%pha', []],
      ['b_ta', []],
      ['\u0000', []],
      ['\ud800', []],
      ['nowhere', []],
    ])('search %j finds %j', async (search, expected) => {
      expect(await names({ search, system: search === 'm77' ? METERING : BILLING })).toEqual(expected);
    });

    it('search for blanks is no filter; an endless one is refused', async () => {
      expect(await names({ search: '  ' })).toEqual(await names({}));
      await expect(names({ search: 'x'.repeat(256) })).rejects.toThrow(InvalidInput);
    });

    it('by system and by being linked', async () => {
      expect(await names({ system: METERING })).toEqual(['Alpha', 'Only metered']);
      expect(await names({ linked: true })).toEqual(['Alpha']);
      expect(await names({ linked: false, system: METERING })).toEqual(['Only metered']);
      expect(await names({ system: 'NOBODY' })).toEqual([]);
    });

    it('by an external id of any kind', async () => {
      expect(await names({ externalId: { system: METERING, value: 'ALIAS-"1"' } })).toEqual(['Alpha']);
      expect(await names({ externalId: { system: BILLING, value: 'ALIAS-"1"' } })).toEqual([]);
      expect(await names({ externalId: { system: METERING, value: 'm1\u0000' } })).toEqual([]);
      expect(await names({ externalId: { system: METERING, value: 'm1' }, search: 'zeta' })).toEqual([]);
    });

    it('page with the filter too', async () => {
      const first = await page(2, null, 'NAME', { search: 'alpha' });
      expect(first.hasNextPage).toBe(true);
      const rest = await page(2, first.items.at(-1)?.cursor ?? null, 'NAME', { search: 'alpha' });
      expect(rest.items.map(({ node }) => node.name)).toEqual(['alpha 100%']);
      expect(rest.hasNextPage).toBe(false);
    });
  });
});
