import { describe, expect, it } from 'vitest';
import { dayIn, isPlainDate, isTimeZone, parsePlainDate } from '../../../src/kernel/dates.js';
import { parseJson } from '../../../src/kernel/json.js';
import { decimal, money } from '../../../src/kernel/money.js';

describe('parseJson', () => {
  it('keeps every digit of numbers that a double cannot hold', () => {
    expect(parseJson('{"a":12345678901234567.89,"b":[-9007199254740993],"c":0.1234567890123456789}')).toEqual({
      a: '12345678901234567.89',
      b: ['-9007199254740993'],
      c: '0.1234567890123456789',
    });
  });

  it('leaves ordinary numbers, and long digits inside strings, as they are', () => {
    expect(parseJson('{"price":0.00012345,"jpy":1200000,"id":"12345678901234567890","big":1e21}')).toEqual({
      price: 0.00012345,
      jpy: 1_200_000,
      id: '12345678901234567890',
      big: 1e21,
    });
  });

  it('refuses what is not JSON', () => {
    expect(() => parseJson('<html>')).toThrow(SyntaxError);
    expect(() => parseJson('{"a":1234567890123456789')).toThrow(SyntaxError);
  });
});

describe('money', () => {
  it.each([
    [0.1 + 0.2, '0.30000000000000004'],
    ['0.30', '0.3'],
    [1e-8, '0.00000001'],
    [1e21, '1000000000000000000000'],
    ['-12.50', '-12.5'],
    ['12345678901234567.89', '12345678901234567.89'],
    [0, '0'],
  ])('writes %s as %s', (value, text) => {
    expect(decimal(value)).toBe(text);
  });

  it.each(['', 'abc', Number.NaN, Number.POSITIVE_INFINITY])('refuses %s', (value) => {
    expect(() => decimal(value)).toThrow();
  });

  it('carries its currency', () => {
    expect(money(1200, 'JPY')).toEqual({ amount: '1200', currency: 'JPY' });
  });
});

describe('billing days', () => {
  it.each(['2026-02-28', '2024-02-29', '9999-12-31'])('accepts %s', (text) => {
    expect(parsePlainDate(text)).toBe(text);
  });

  it.each([1900, 1999, 2000, 2023, 2024, 2100])('has the days that the calendar has: %i', (year) => {
    const two = (number: number) => String(number).padStart(2, '0');
    const told: string[] = [];
    const real: string[] = [];
    for (let month = 0; month <= 13; month += 1) {
      for (let day = 0; day <= 32; day += 1) {
        const text = `${year}-${two(month)}-${two(day)}`;
        if (isPlainDate(text)) told.push(text);
        const at = new Date(`${text}T00:00:00Z`);
        if (!Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)) real.push(text);
      }
    }
    expect(told).toEqual(real);
    expect(told.length).toBe(year % 4 === 0 && (year % 100 !== 0 || year === 2000) ? 366 : 365);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-2-3', '2026-02-28T00:00:00Z', '', '0000-00-00'])(
    'refuses %s',
    (text) => {
      expect(isPlainDate(text)).toBe(false);
    },
  );

  it('depends on the time zone', () => {
    const instant = new Date('2026-03-01T01:30:00Z');
    expect(dayIn('America/Los_Angeles', instant)).toBe('2026-02-28');
    expect(dayIn('Asia/Tokyo', instant)).toBe('2026-03-01');
  });

  it('knows which names are time zones', () => {
    expect(isTimeZone('Europe/Berlin')).toBe(true);
    expect(isTimeZone('Middle/Earth')).toBe(false);
  });
});
