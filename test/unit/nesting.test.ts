import { describe, expect, it } from 'vitest';
import { refuseDeep } from '../../src/http/limits/levels.js';
import { findCardNumber } from '../../src/kernel/card-numbers.js';

const nested = (levels: number, open: string, close: string) => open.repeat(levels) + close.repeat(levels);
const LEVELS = { name: 'LimitExceeded', limit: 'levels' };
const refused = (sent: { query?: unknown; variables?: unknown }) => {
  try {
    refuseDeep(sent);
    return null;
  } catch (error) {
    const { name, limit, most } = error as { name: string; limit: string; most: number };
    return [name, limit, most];
  }
};

describe('nesting', () => {
  it.each([
    ['{', '}'],
    ['[', ']'],
    ['(', ')'],
    ['{a(b:[', '])}'],
  ])('of brackets %s in a document is counted to 250', (open, close) => {
    const each = open.replace(/[^{[(]/g, '').length;
    expect(refused({ query: nested(Math.floor(250 / each), open, close) })).toBeNull();
    expect(refused({ query: nested(Math.floor(250 / each) + 1, open, close) })).toEqual([
      'LimitExceeded',
      'levels',
      250,
    ]);
  });

  it('is not counted in texts and comments, and is behind them', () => {
    const many = '['.repeat(300);
    for (const text of [
      `"${many}"`,
      `"\\"${many}"`,
      `"""${many} "" \\""" ${many}"""`,
      `# "${many}\n`,
      `"" # ${many}`,
    ]) {
      expect(refused({ query: text })).toBeNull();
      expect(refused({ query: `${text}\n${many}` })).not.toBeNull();
    }
    for (const empty of ['""', '""""""', '"""a"""', '"\\\\"', '"'])
      expect(refused({ query: `${empty}\n${many}` })).not.toBeNull();
  });

  it('takes no stack and little time, however long the text is', () => {
    expect(refused({ query: '"""'.concat('a'.repeat(1_000_000)) })).toBeNull();
    expect(refused({ query: '"'.concat('\\\\'.repeat(500_000)) })).toBeNull();
    expect(refused({ query: '[]'.repeat(500_000) })).toBeNull();
  });

  it('of variables is counted to 64, as values and in an address', () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":[', ']}'],
    ] as const) {
      const each = open.length > 1 ? 2 : 1;
      const good = `{"v":${nested(62 / each, open, close)}}`;
      const bad = `{"v":${nested(64 / each, open, close)}}`;
      expect([refused({ variables: good }), refused({ variables: JSON.parse(good) })]).toEqual([null, null]);
      const limit = ['LimitExceeded', 'levels', 64];
      expect([refused({ variables: bad }), refused({ variables: JSON.parse(bad) })]).toEqual([limit, limit]);
    }
    expect(refused({ variables: JSON.parse(nested(100_000, '[', ']')) })).not.toBeNull();
  });

  it('of a value ends the look for card numbers', () => {
    const deep = JSON.parse(nested(5_000, '[', ']'));
    expect(() => findCardNumber({ deep })).toThrow(expect.objectContaining(LEVELS));
    expect(findCardNumber(JSON.parse(`${'['.repeat(60)}"4111111111111111"${']'.repeat(60)}`))).toMatchObject({
      line: null,
    });
  });
});
