import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOffsetMs, dayIn, isPlainDate, parsePlainDate, whenClockShows } from '../../../src/kernel/dates.js';
import { ulids } from '../../../src/kernel/ids.js';
import { jsonNumber, parseJson } from '../../../src/kernel/json.js';
import { decimal, isLess, minus, plus, shifted, sum, times } from '../../../src/kernel/money.js';

const RUNS = { numRuns: 1_000 };

/** Digits and where the point is: the value is `units` / 10^`scale`. */
const parts = fc.record({
  units: fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
  scale: fc.integer({ min: 0, max: 12 }),
});
type Parts = { units: bigint; scale: number };
function written({ units, scale }: Parts): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const at = digits.length - scale;
  return `${units < 0n ? '-' : ''}${digits.slice(0, at)}${scale > 0 ? `.${digits.slice(at)}` : ''}`;
}
/** Without a zero that says nothing, as amounts are kept. */
const plain = (text: string) => {
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
};
const at12 = ({ units, scale }: Parts) => units * 10n ** BigInt(12 - scale);

describe('amounts', () => {
  it('are written in one way, exactly, and read again as what they are', () => {
    fc.assert(
      fc.property(parts, (one) => {
        expect(decimal(written(one))).toBe(plain(written(one)));
        expect(decimal(decimal(written(one)))).toBe(decimal(written(one)));
      }),
      RUNS,
    );
  });

  it('are added, taken away, multiplied and compared as whole numbers of their smallest unit are', () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const [left, right] = [written(a), written(b)];
        const exact = (units: bigint, scale: number) => plain(written({ units, scale }));
        expect(plus(left, right)).toBe(exact(at12(a) + at12(b), 12));
        expect(minus(left, right)).toBe(exact(at12(a) - at12(b), 12));
        expect(times(left, right)).toBe(exact(a.units * b.units, a.scale + b.scale));
        expect(isLess(left, right)).toBe(at12(a) < at12(b));
      }),
      RUNS,
    );
  });

  it('come to the same sum in any order', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 20 }), (all) => {
        const texts = all.map(written);
        const exact = all.reduce((total, one) => total + at12(one), 0n);
        expect(sum(texts)).toBe(plain(written({ units: exact, scale: 12 })));
        expect(sum(texts.toReversed())).toBe(sum(texts));
      }),
      RUNS,
    );
  });

  it('are shifted to a whole number that a double holds, or not at all', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 12 }), (one, digits) => {
        const units = one.units * 10n ** BigInt(digits);
        const whole = units % 10n ** BigInt(one.scale) === 0n ? units / 10n ** BigInt(one.scale) : null;
        const held = whole !== null && whole <= 9007199254740991n && whole >= -9007199254740991n;
        const found = shifted(written(one), digits);
        expect(found === null ? null : BigInt(found)).toBe(held ? whole : null);
      }),
      RUNS,
    );
  });

  it('are refused where they are no number, whatever they are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.double()), (value) => {
        let text: string;
        try {
          text = decimal(value);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          expect(typeof value === 'number' ? Number.isFinite(value) : false).toBe(false);
          return;
        }
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        if (typeof value === 'number') expect(Number(text)).toBe(value === 0 ? 0 : value);
      }),
      RUNS,
    );
  });
});

describe('numbers of JSON', () => {
  it('keep all of their digits, coming and going', () => {
    fc.assert(
      fc.property(parts, (one) => {
        const text = written(one);
        const read = parseJson(`{"a":[${text}]}`) as { a: (string | number)[] };
        expect(decimal(read.a[0] ?? '')).toBe(plain(text));
        const amount = decimal(text);
        expect(JSON.stringify({ a: jsonNumber(amount) })).toBe(`{"a":${amount}}`);
      }),
      RUNS,
    );
  });

  it('are the only thing that is read otherwise than JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        const asNumbers = JSON.parse(JSON.stringify(parseJson(text)), (_key, value) => value);
        const digits = (value: unknown): unknown =>
          JSON.parse(JSON.stringify(value), (_key, inner) => (typeof inner === 'number' ? String(inner) : inner));
        const loose = (value: unknown): unknown =>
          JSON.parse(JSON.stringify(value), (_key, inner) =>
            typeof inner === 'string' && /^-?\d[\d.]{15,}$/.test(inner) ? String(Number(inner)) : inner,
          );
        expect(loose(digits(asNumbers))).toEqual(loose(digits(JSON.parse(text))));
      }),
      RUNS,
    );
  });
});

const ZONES = ['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Chatham', 'America/St_Johns'];
const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const zone = fc.constantFrom(...ZONES);

describe('days', () => {
  it('are those that the calendar has, and no text besides', () => {
    const pad = (value: number, length: number) => String(value).padStart(length, '0');
    const number = (max: number, min = 0) => fc.integer({ min, max });
    fc.assert(
      fc.property(number(9999, 1), number(14), number(33), (year, month, day) => {
        const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
        const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
        const last = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
        expect(isPlainDate(text), text).toBe(day >= 1 && day <= last);
      }),
      { numRuns: 3_000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        if (isPlainDate(text)) expect(text).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        else expect(() => parsePlainDate(text)).toThrow(RangeError);
      }),
      RUNS,
    );
  });

  it('are what the clock of the zone shows, and that clock is read back to the instant', () => {
    fc.assert(
      fc.property(instant, zone, (at, where) => {
        const shown = at.getTime() + clockOffsetMs(at.getTime(), where);
        expect(dayIn(where, at)).toBe(new Date(shown).toISOString().slice(0, 10));
        // An hour that is shown twice may be either of the two.
        const back = whenClockShows(shown, where);
        expect(back + clockOffsetMs(back, where)).toBe(shown);
      }),
      RUNS,
    );
  });
});

describe('ids', () => {
  it('are never made twice, and are in the order of their making', () => {
    const ids = Array.from({ length: 20_000 }, () => ulids.next());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(ids);
    for (const id of ids) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  });
});
