import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { oncePerRow, pageShape } from '../../../src/kernel/http/page-shape.js';
import { wireList, wireValue } from '../../../src/kernel/reading/wire-values.js';

const Count = wireValue<number>('a count', (sent) => {
  if (sent === '') return null;
  return typeof sent === 'number' && sent >= 0 ? sent : undefined;
});
const Row = z.object({ id: z.string(), count: Count, parts: wireList(z.object({ size: Count })) });

describe('a value of the wire', () => {
  it.each([
    ['what is read', { id: 'a', count: 3, parts: [{ size: 1 }] }, { id: 'a', count: 3, parts: [{ size: 1 }] }],
    ['null as nothing', { id: 'a', count: null, parts: null }, { id: 'a', count: null, parts: [] }],
    ['what is missing as nothing', { id: 'a' }, { id: 'a', count: null, parts: [] }],
    ['what stands for nothing', { id: 'a', count: '', parts: [{}] }, { id: 'a', count: null, parts: [{ size: null }] }],
  ])('gives %s', (_, sent, read) => {
    expect(Row.parse(sent)).toEqual(read);
  });

  it('says where and what it is that does not fit, of all that does not', () => {
    const { error } = Row.safeParse({ id: 'a', count: -1, parts: [{ size: 1 }, { size: 'x' }, 7] });
    expect(error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
      'count: Invalid input: expected a count',
      'parts.1.size: Invalid input: expected a count',
      'parts.2: Invalid input: expected object, received number',
    ]);
  });

  it('takes no single thing for a list', () => {
    expect(Row.safeParse({ id: 'a', parts: {} }).error?.issues).toMatchObject([
      { path: ['parts'], message: 'Invalid input: expected array' },
    ]);
  });

  it('can be made optional, null and another value as any schema', () => {
    expect(z.object({ count: Count.transform((count) => (count ?? 0) + 1) }).parse({ count: 2 })).toEqual({ count: 3 });
  });
});

describe('the schema of a page', () => {
  it('is made once of that of its rows', () => {
    let made = 0;
    const pageOf = oncePerRow((row) => {
      made += 1;
      return pageShape({ data: z.array(row).nullish() });
    });
    expect(pageOf(Row)).toBe(pageOf(Row));
    expect(pageOf(Count)).not.toBe(pageOf(Row));
    expect(made).toBe(2);
    expect(pageOf(Row).parse({ data: [{ id: 'a' }] })).toEqual({ data: [{ id: 'a', count: null, parts: [] }] });
  });
});
