import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/kernel/http/lines.js';
import { RowSpool, TooManyRows } from '../../../src/kernel/reading/row-spool.js';
import { SpoolShelf } from '../../../src/kernel/reading/spool-shelf.js';

const never = new AbortController().signal;
const MEGABYTE = 1_048_576;

/** Rows that come when they are told to. */
function tap() {
  const waiting: (readonly string[] | Error | null)[] = [];
  let wake = () => {};
  let asked = 0;
  const put = (item: readonly string[] | Error | null) => {
    waiting.push(item);
    wake();
  };
  async function* fill(signal: AbortSignal) {
    asked += 1;
    signal.addEventListener('abort', () => put(signal.reason));
    for (;;) {
      const item = waiting.shift();
      if (item === null) return;
      if (item instanceof Error) throw item;
      if (item) yield item;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  }
  return { fill, put, asked: () => asked };
}

async function* given(...batches: string[][]) {
  yield* batches;
}

describe('a spool', () => {
  it('gives rows while more of them arrive, and waits for those that are still to come', async () => {
    const { fill, put } = tap();
    const spool = await RowSpool.begin(fill, { mostBytes: MEGABYTE });
    put(['a', 'ä']);
    put(['c']);
    const first = await spool.rows(0, 2, never);
    expect(first).toEqual({ rows: ['a', 'ä'], ends: [2, 5], more: true });
    const rest = spool.rows(5, 10, never);
    put(['d']);
    put(null);
    expect(await rest).toEqual({ rows: ['c', 'd'], ends: [7, 9], more: false });
    expect(await spool.rows(9, 10, never)).toEqual({ rows: [], ends: [], more: false });
    await spool.close();
  });

  it('gives what arrived before an error, and the error to whoever asks for more', async () => {
    const { fill, put } = tap();
    const spool = await RowSpool.begin(fill, { mostBytes: MEGABYTE });
    put(['a', 'b', 'c']);
    put(new Error('cut off'));
    expect((await spool.rows(0, 2, never)).rows).toEqual(['a', 'b']);
    await expect(spool.rows(0, 3, never)).rejects.toThrow('cut off');
    await expect(spool.rows(4, 1, never)).rejects.toThrow('cut off');
    expect(spool.failed).toBe(true);
    await spool.close();
  });

  it('has rows of any length', async () => {
    const long = Array.from({ length: 5 }, (_, n) => String(n).repeat(1 + n * 70_000));
    const spool = await RowSpool.begin(() => given(long, ['end']), { mostBytes: MEGABYTE });
    const { rows, ends, more } = await spool.rows(0, 5, never);
    expect(rows).toEqual(long);
    expect(more).toBe(true);
    expect((await spool.rows(ends[2] ?? 0, 2, never)).rows).toEqual(long.slice(3));
    await spool.close();
  });

  it('does not take down more than it may', async () => {
    const spool = await RowSpool.begin(() => given(['12345'], ['67890']), { mostBytes: 10 });
    await expect(spool.rows(0, 2, never)).rejects.toThrow(TooManyRows);
    expect(spool.bytes).toBe(6);
    await spool.close();
  });

  it('lets go of who gives up, and of what still arrives when it is closed', async () => {
    const { fill, put } = tap();
    const spool = await RowSpool.begin(fill, { mostBytes: MEGABYTE });
    const leaving = new AbortController();
    const reading = spool.rows(0, 1, leaving.signal);
    leaving.abort(new Error('my deadline'));
    await expect(reading).rejects.toThrow('my deadline');
    const late = spool.rows(0, 2, never);
    put(['a']);
    await expect(Promise.all([late, spool.close()])).rejects.toThrow('not kept any longer');
  });
});

describe('a shelf of spools', () => {
  const shelfAt = (clock: { at: number }, over: object = {}) => {
    let id = 0;
    return new SpoolShelf({
      clock: { now: () => clock.at, wait: () => Promise.resolve() },
      ids: {
        next: () => {
          id += 1;
          return `spool-${id}`;
        },
      },
      freshMs: 60,
      keepMs: 600,
      mostBytes: MEGABYTE,
      mostBytesTogether: MEGABYTE,
      ...over,
    });
  };

  it('begins once for everybody who asks within its time, and keeps older ones for who knows them', async () => {
    const clock = { at: 0 };
    const shelf = shelfAt(clock);
    const { fill, put, asked } = tap();
    const [a, b] = await Promise.all([shelf.current('k', fill), shelf.current('k', fill)]);
    put(['a']);
    put(null);
    expect([a.id, b.id, asked()]).toEqual(['spool-1', 'spool-1', 1]);
    clock.at = 61;
    expect((await shelf.current('k', () => given(['b']))).id).toBe('spool-2');
    expect(await shelf.kept('k', 'spool-1')?.spool.rows(0, 5, never)).toMatchObject({ rows: ['a'] });
    expect(shelf.kept('other', 'spool-1')).toBeNull();
    clock.at = 700;
    await shelf.current('other', () => given(['c']));
    expect(shelf.kept('k', 'spool-1')).toBeNull();
    await shelf.close();
  });

  it('begins again after one that broke off', async () => {
    const clock = { at: 0 };
    const shelf = shelfAt(clock);
    const broken = await shelf.current('k', async function* () {
      yield ['a'];
      throw new Error('cut off');
    });
    await expect(broken.spool.rows(0, 2, never)).rejects.toThrow('cut off');
    expect(shelf.kept('k', broken.id)).toBeNull();
    const whole = await shelf.current('k', () => given(['a', 'b']));
    expect((await whole.spool.rows(0, 5, never)).rows).toEqual(['a', 'b']);
    await shelf.close();
  });

  it('lets go of what was not read for longest when there is too much', async () => {
    const clock = { at: 0 };
    const shelf = shelfAt(clock, { mostBytesTogether: 10 });
    for (const key of ['a', 'b']) {
      clock.at += 1;
      const { spool } = await shelf.current(key, () => given([`${key}`.repeat(7)]));
      await spool.rows(0, 5, never);
    }
    await shelf.current('c', () => given(['c']));
    expect([shelf.kept('a', 'spool-1'), shelf.kept('b', 'spool-2')?.id]).toEqual([null, 'spool-2']);
    await shelf.close();
  });
});

describe('lines', () => {
  async function lines(chunks: readonly (string | Uint8Array)[], longest = 20): Promise<string[]> {
    async function* bytes() {
      for (const chunk of chunks) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    }
    const all: string[] = [];
    for await (const some of linesOf(bytes(), { longest, tooLong: () => new Error('too long') })) all.push(...some);
    return all;
  }

  it('are the same however the text is cut', async () => {
    const text = new TextEncoder().encode('eins\r\nzwölf\n\ndreißig');
    for (let at = 0; at <= text.length; at += 1) {
      expect(await lines([text.subarray(0, at), text.subarray(at)])).toEqual(['eins', 'zwölf', '', 'dreißig']);
    }
    expect(await lines([])).toEqual([]);
    expect(await lines(['a\n'])).toEqual(['a']);
  });

  it('are not endless', async () => {
    await expect(lines(['12345', '67890'], 9)).rejects.toThrow('too long');
    await expect(lines(['1234567890\n'], 9)).rejects.toThrow('too long');
  });

  it('are UTF-8, to the last byte', async () => {
    await expect(lines([new Uint8Array([0x61, 0xff])])).rejects.toThrow(TypeError);
    await expect(lines([new Uint8Array([0x61, 0xc3])])).rejects.toThrow(TypeError);
  });
});
