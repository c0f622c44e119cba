import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { findCardNumber, holdsCardNumber } from '../../../src/kernel/card-numbers.js';
import { processorTime } from '../../support/processor-time.js';

// Test numbers of the brands and their processors: nobody's.
const CARDS = {
  Visa: '4111111111111111',
  'Mastercard of the old range': '5555555555554444',
  'Mastercard of the new range': '2223003122003222',
  'American Express': '378282246310005',
  Discover: '6011111111111117',
  JCB: '3530111333300000',
  Diners: '30569309025904',
  UnionPay: '6200000000000005',
  Maestro: '6304000000000000',
};

describe('the number of a card', () => {
  it.each(Object.entries(CARDS))('of %s is found, and with another check digit is not', (_brand, number) => {
    expect(holdsCardNumber(number)).toBe(true);
    const last = (Number(number.at(-1)) + 1) % 10;
    expect(holdsCardNumber(number.slice(0, -1) + last)).toBe(false);
  });

  it.each([
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '3782 822463 10005',
    'paid by card: 4111111111111111, thanks',
    'order 12 4111 1111 1111 1111 12/28',
    '4111\u00a01111\u00a01111\u00a01111',
    '4111\u20101111\u20101111\u20101111',
    '41111111\u200b11111111',
    '４１１１１１１１１１１１１１１１',
    '4111111111111111.00',
  ])('is found in %j', (text) => {
    expect(holdsCardNumber(text)).toBe(true);
  });

  it.each([
    'A4111111111111111',
    '0.4111111111111111',
    '1234567890123456',
    '4111 11111111 1111',
    '2026-11-21 12-30-45.123456',
    '+49 30 1234 5678 9012',
    '4111111111111111111111',
    '',
  ])('is not seen in %j', (text) => {
    expect(holdsCardNumber(text)).toBe(false);
  });

  it('is named by its way through a value of any shape', () => {
    const rows = [{ note: 'x' }, { note: 'one\ntwo 4111111111111111' }];
    expect(findCardNumber({ rows })).toEqual({ path: ['rows', '1', 'note'], line: 2 });
    expect(findCardNumber({ n: 4111111111111111 })).toEqual({ path: ['n'], line: null });
    expect(findCardNumber({ rows }, (path) => path.at(-1) === 'note')).toBeNull();
  });

  it('is looked for in time that grows with the length of the text alone', () => {
    const took = processorTime(() => {
      for (const hostile of [
        '1 '.repeat(500_000),
        '1'.repeat(1_000_000),
        '4111-'.repeat(200_000),
        '1\u00a0'.repeat(300_000),
      ]) {
        holdsCardNumber(hostile);
      }
    });
    expect(took).toBeLessThan(5_000);
  });
});

describe('ids as systems have them', () => {
  const TRIES = 50_000;
  /** Digits that look random, and are the same every time. */
  const digest = (kind: string, n: number) => createHash('sha256').update(`${kind} ${n}`).digest('hex');
  const digits = (kind: string, n: number, length: number) =>
    BigInt(`0x${digest(kind, n)}`)
      .toString()
      .slice(5, 5 + length);
  const share = (make: (n: number) => string) => {
    let taken = 0;
    for (let n = 0; n < TRIES; n += 1) if (holdsCardNumber(make(n))) taken += 1;
    return taken / TRIES;
  };

  it.each<[string, (n: number) => string]>([
    ['32 hexadecimal digits', (n) => digest('zuora', n).slice(0, 32)],
    ['account numbers', (n) => `A${String(n).padStart(8, '0')}`],
    ['ULIDs', (n) => ulid(1_700_000_000_000 + n)],
    ['milliseconds since the epoch', (n) => String(1_500_000_000_000 + n * 9_999_991)],
    ['UUIDs', (n) => digest('uuid', n).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5')],
    ['amounts and rates', (n) => `${n}.${digits('rate', n, 16)}`],
  ])('are never taken for one: %s', (_kind, make) => {
    expect(share(make)).toBe(0);
  });

  it('of sixteen random decimals are in three or four of a hundred: a bare check digit would take ten', () => {
    expect(share((n) => digits('decimal', n, 16))).toBeGreaterThan(0.03);
    expect(share((n) => digits('decimal', n, 16))).toBeLessThan(0.04);
    const snowflake = (n: number) => String((BigInt(400_000_000_000 + n * 1_999_993) << 22n) + BigInt(n % 4_096));
    expect(share(snowflake)).toBeLessThan(0.001);
  });
});
