import { beforeAll, expect, it } from 'vitest';
import { refreshStatistics } from '../../../src/store/refresh-statistics.js';
import { describeStore, statementsOf } from '../../support/store.js';
import { directoryOn } from '../../support/store-records.js';

describeStore('searching 20,000 customers', (store) => {
  beforeAll(async () => {
    await store().pool.query(`insert into customer (id, name, sort_name, search_text, systems, created_at, updated_at)
      select 'c-' || n, 'Company ' || n, 'company ' || n,
        format(E'company %s\\nperson%s@host%s.example\\n8ad08c%s\\n客戶名稱 %s', n, n, n % 97, md5(n::text), n),
        '{BILLING}', now(), now()
      from generate_series(1, 20000) n`);
  });

  /** The plan of the statement that a search sends. */
  async function planOf(search: string): Promise<string> {
    const { directory } = directoryOn(store());
    const [statement] = await statementsOf(store(), () =>
      directory.page({ first: 50, after: null, filter: { search }, orderBy: 'NAME' }),
    );
    const { rows } = await store().pool.query<{ 'QUERY PLAN': string }>(`explain ${statement?.text}`, [
      ...(statement?.values ?? []),
    ]);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  const rare = ['any 1234', 'person777@', '8ad08cc4ca', 'nowhere', 'xyz', '稱 19999'];

  it.each([false, true])('for letters that few have reads the index of trigrams; statistics: %s', async (gathered) => {
    if (gathered) await refreshStatistics(store().db);
    // Three letters are one trigram, and without statistics the planner takes that for a common one.
    for (const search of rare.filter((text) => gathered || text !== 'xyz')) {
      const plan = await planOf(search);
      expect(plan, search).toContain('Bitmap Index Scan on customer_search');
      expect(plan, search).not.toContain('Seq Scan on customer c');
    }
  });

  it.each(['company', 'example'])('for %j, which most have, reads no more than the page', async (search) => {
    const plan = await planOf(search);
    expect(plan).toContain('Index Scan using customer_by_name');
    expect(plan).not.toContain('Seq Scan on customer c');
  });

  it('finds what is there', async () => {
    const { directory } = directoryOn(store());
    const found = await directory.page({ first: 50, after: null, filter: { search: 'ANY 1234' }, orderBy: 'NAME' });
    expect(found.items.map(({ node }) => node.id)).toEqual([
      'c-1234',
      ...Array.from({ length: 10 }, (_, at) => `c-1234${at}`),
    ]);
  });
});
