import { describe, expect, it } from 'vitest';
import { UpstreamError, type UpstreamErrorCode } from '../../../src/kernel/errors.js';
import { carryOut } from '../../../src/kernel/writing/carry-out.js';

const failure = (code: UpstreamErrorCode, options: ConstructorParameters<typeof UpstreamError>[3] = {}) =>
  new UpstreamError('TEST', code, 'no', options);
const LOST = failure('UPSTREAM_UNAVAILABLE', { outcome: 'unknown' });
const ANSWERED_500 = failure('UPSTREAM_UNAVAILABLE', { outcome: 'unknown', reasons: [{ code: '60', message: '' }] });
const LOCKED = failure('UPSTREAM_CONFLICT', { reasons: [{ code: '50', message: '' }] });
const RUNNING = failure('UPSTREAM_CONFLICT');
const REFUSED = failure('UPSTREAM_REJECTED', { reasons: [{ code: '30', message: '' }] });

/** Plays answers in turn; `there` says from which look on the change is found. */
async function play(
  answers: readonly (UpstreamError | string)[],
  {
    replayed = false,
    there = Number.POSITIVE_INFINITY,
    resumed = false,
    hours = 0,
    look = null as UpstreamError | null,
  } = {},
) {
  const log: string[] = [];
  let sent = 0;
  let looks = 0;
  const outcome = carryOut(
    {
      replayed,
      send: async (key) => {
        log.push(`send ${key}`);
        const answer = answers[sent++] ?? 'made';
        if (typeof answer === 'string') return answer;
        throw answer;
      },
      find: async () => {
        log.push('look');
        looks += 1;
        if (look) throw look;
        return looks >= there ? 'found' : null;
      },
    },
    {
      key: 'k',
      clock: { now: () => hours * 3_600_000, wait: async (ms) => void log.push(`wait ${ms}`) },
      since: 0,
      resumed,
      isSettled: ({ reasons }) => reasons.length > 0,
    },
  );
  const result = await outcome.catch((error: UpstreamError) => `${error.code} ${error.outcome}`);
  return { result, log };
}

describe('a change', () => {
  it('is sent once if nothing goes wrong', async () => {
    expect(await play([])).toEqual({ result: 'made', log: ['send k'] });
  });

  it('is looked for before it is repeated', async () => {
    expect(await play([LOST], { there: 1 })).toEqual({ result: 'found', log: ['send k', 'wait 200', 'look'] });
    expect(await play([LOST])).toEqual({ result: 'made', log: ['send k', 'wait 200', 'look', 'send k'] });
  });

  it('is sent again under its key where the system replays its answer', async () => {
    expect(await play([LOST], { replayed: true, there: 1 })).toEqual({
      result: 'made',
      log: ['send k', 'wait 200', 'send k'],
    });
  });

  it('gets a new key after an answer that the system would only replay', async () => {
    expect(await play([ANSWERED_500, ANSWERED_500], { replayed: true })).toEqual({
      result: 'made',
      log: ['send k', 'wait 200', 'look', 'send k.1', 'wait 400', 'look', 'send k.2'],
    });
  });

  it('stays in doubt where the look for it fails', async () => {
    const unsupported = failure('UPSTREAM_UNSUPPORTED');
    expect(await play([LOST], { look: unsupported })).toEqual({
      result: 'UPSTREAM_UNSUPPORTED unknown',
      log: ['send k', 'wait 200', 'look'],
    });
  });

  it('is not looked for after what surely was not applied', async () => {
    const busy = failure('UPSTREAM_RATE_LIMITED', { retryAfterMs: 700, reasons: [{ code: '70', message: '' }] });
    expect(await play([busy])).toEqual({ result: 'made', log: ['send k', 'wait 700', 'send k.1'] });
    expect(await play([REFUSED])).toEqual({ result: 'UPSTREAM_REJECTED not_applied', log: ['send k'] });
  });

  it('is tried twice at a lock, and waited for while it runs under its key', async () => {
    expect(await play([LOCKED, LOCKED])).toEqual({
      result: 'UPSTREAM_CONFLICT not_applied',
      log: ['send k', 'wait 200', 'send k.1'],
    });
    expect(await play([LOST, RUNNING, RUNNING], { replayed: true })).toEqual({
      result: 'made',
      log: ['send k', 'wait 200', 'send k', 'wait 400', 'send k', 'wait 800', 'send k'],
    });
  });

  it('is looked for a last time before it is given up, and never called undone in doubt', async () => {
    const often = Array.from({ length: 9 }, () => LOST);
    const given = await play(often, { replayed: true });
    expect(given.result).toBe('UPSTREAM_UNAVAILABLE unknown');
    expect(given.log.filter((line) => line.startsWith('send'))).toHaveLength(5);
    expect(given.log.at(-1)).toBe('look');
    expect(await play([LOST, REFUSED], { there: 2 })).toMatchObject({ result: 'found' });
    expect(await play([LOST, REFUSED])).toMatchObject({ result: 'UPSTREAM_REJECTED unknown' });
  });

  it('that another process began is looked for first, unless its key still answers', async () => {
    expect(await play([], { resumed: true, there: 1 })).toEqual({ result: 'found', log: ['look'] });
    expect(await play([], { resumed: true, replayed: true })).toEqual({ result: 'made', log: ['send k'] });
    expect(await play([], { resumed: true, replayed: true, hours: 24 })).toEqual({
      result: 'made',
      log: ['look', 'send k'],
    });
  });

  it('does not wait as long as nobody would', async () => {
    const late = failure('UPSTREAM_RATE_LIMITED', { retryAfterMs: 60_000 });
    expect(await play([late])).toEqual({ result: 'UPSTREAM_RATE_LIMITED not_applied', log: ['send k'] });
  });
});
