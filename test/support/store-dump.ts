import { openStore } from '../../src/store/open-store.js';

/** Everything that a store holds, as text: every row of every table, those of the durable work included. */
export async function dumpOf(url: string): Promise<string> {
  const store = await openStore({ url });
  try {
    const { rows } = await store.pool.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    const texts: string[] = [];
    for (const { name } of rows) {
      const found = await store.pool.query<{ text: string }>(`select t::text as text from ${name} t`);
      texts.push(`== ${name}`, ...found.rows.map(({ text }) => readable(text)));
    }
    return texts.join('\n');
  } finally {
    await store.close();
  }
}

/** Bytes are written in hexadecimal digits; what they say is added. */
function readable(row: string): string {
  const bytes = [...row.matchAll(/\\\\?x((?:[0-9a-f]{2})+)/g)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex').toString(),
  );
  return [row, ...bytes].join('\n');
}
