import { expect, it } from 'vitest';
import type { Drift } from '../../../src/domain/reconciliation/model.js';
import { InvalidCursor } from '../../../src/kernel/errors.js';
import { openDriftBook } from '../../../src/store/syncs/drift-book.js';
import { describeStore } from '../../support/store.js';

const drift = (more: Partial<Drift>): Drift => ({
  ...{ customerId: 'c1', kind: 'CUSTOMER', key: 'c1', field: 'name', problem: null, detectedAt: 1_700_000_000_000 },
  left: { connection: 'A', value: 'new' },
  right: { connection: 'B', value: { deep: [1, 'two'] } },
  ...more,
});
const ends = ['A', 'B'] as const;

describeStore('differences', (store) => {
  it('are those of the last look at a customer, in its scope alone, and come page by page', async () => {
    const book = openDriftBook(store().db);
    const all = async (filter = {}) =>
      (await book.page({ first: 10, after: null, filter })).items.map(({ node }) => node);
    const credit = drift({ kind: 'CREDIT', key: 'cr', field: 'step', problem: 'decide' });
    const elsewhere = drift({ left: { connection: 'A', value: 1 }, right: { connection: 'C', value: null } });
    const other = drift({ customerId: 'c2', key: 'c2', field: 'email' });
    const kinds = ['CUSTOMER', 'CREDIT'] as const;
    await book.replace({ customerId: 'c1', connections: ends, kinds }, [drift({}), drift({ field: 'email' }), credit]);
    await book.replace({ customerId: 'c1', connections: ['A', 'C'], kinds }, [elsewhere]);
    await book.replace({ customerId: 'c2', connections: ends, kinds }, [other]);
    expect(await all()).toEqual([credit, drift({ field: 'email' }), drift({}), elsewhere, other]);
    expect(await all({ customerId: 'c2' })).toEqual([other]);
    expect(await all({ kind: 'CREDIT' })).toEqual([credit]);
    expect(await all({ needsPerson: true })).toEqual([credit]);
    expect(await all({ needsPerson: false, customerId: 'c1' })).toHaveLength(3);

    const paged: Drift[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await book.page({ first: 2, after, filter: {} });
      paged.push(...page.items.map(({ node }) => node));
      after = page.items.at(-1)?.cursor ?? null;
      more = page.hasNextPage;
    }
    expect(paged).toEqual(await all());
    await expect(book.page({ first: 2, after: 'nonsense', filter: {} })).rejects.toThrow(InvalidCursor);

    await book.replace({ customerId: 'c1', connections: ends, kinds: ['CUSTOMER'] }, []);
    expect(await all()).toEqual([credit, elsewhere, other]);
    // Two of one field are one.
    await book.replace({ customerId: 'c2', connections: ends, kinds }, [other, { ...other, problem: 'again' }]);
    expect(await all({ customerId: 'c2' })).toEqual([other]);
  });
});
