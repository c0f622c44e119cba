import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openAuditBook } from '../../../src/store/audit.js';
import { describeStore } from '../../support/store.js';

describeStore('the audit', (store) => {
  it.each(['audit_entry', 'audit_outcome'])('keeps what is in %s, whoever may write to the database', async (table) => {
    const book = openAuditBook(store().db);
    const id = `of ${table}`;
    const entry = { id, at: 1, who: 'me', action: 'do', reason: null, detail: {}, runId: null, requestId: null };
    await book.begin(entry);
    await book.end(id, { at: 2, state: 'DONE', detail: { made: 'it' } });
    // The first outcome is what happened.
    await book.end(id, { at: 3, state: 'FAILED', detail: {} });
    const read = () => book.page({ first: 1, after: null, filter: { who: 'me' } });
    const before = await read();
    expect(before.items.map(({ node }) => node)).toEqual([
      { ...entry, outcome: { at: 2, state: 'DONE', detail: { made: 'it' } } },
    ]);
    for (const statement of [
      `update ${table} set detail = '{}'`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      await expect(sql.raw(statement).execute(store().db)).rejects.toThrow('neither changed nor removed');
    }
    expect(await read()).toEqual(before);
  });

  it('writes down what a database does not take, without it', async () => {
    const book = openAuditBook(store().db);
    const detail = { '\u0000key': ['a\u0000\u0000b', '\ud800 half', '\\u0000 as text', '\\\\\u0000', '😀'] };
    const entry = {
      id: 'odd',
      at: 9,
      who: 'odd',
      action: 'do',
      reason: 'x\u0000y',
      detail,
      runId: null,
      requestId: null,
    };
    await book.begin(entry);
    const { items } = await book.page({ first: 1, after: null, filter: { who: 'odd' } });
    expect(items.map(({ node }) => [node.reason, node.detail])).toEqual([
      ['x\ufffdy', { '\ufffdkey': ['a\ufffd\ufffdb', '\ufffd half', '\\u0000 as text', '\\\\\ufffd', '😀'] }],
    ]);
  });
});
