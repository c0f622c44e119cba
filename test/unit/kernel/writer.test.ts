import { expect, it } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../../../src/kernel/clock.js';
import { DeadlineExceeded } from '../../../src/kernel/errors.js';
import { ulids } from '../../../src/kernel/ids.js';
import type { WriteLedger } from '../../../src/kernel/writing/write-ledger.js';
import { Writer } from '../../../src/kernel/writing/writer.js';

it('begins nothing for a caller whose time is over, and leaves no failure that nobody hears of', async () => {
  const asked: string[] = [];
  const unheard: unknown[] = [];
  const note = (error: unknown) => unheard.push(error);
  process.on('unhandledRejection', note);
  const refuse = (what: string) => async () => {
    asked.push(what);
    throw new Error(`${what} while the database is away`);
  };
  const ledger = {
    begin: refuse('begin'),
    release: refuse('release'),
    forget: refuse('forget'),
  } as unknown as WriteLedger;
  const writer = new Writer({ scope: 'test', ledger, clock: systemClock, ids: ulids, isSettled: () => true });
  const late = AbortSignal.abort(new DeadlineExceeded());
  for (const key of ['key-1', null]) {
    const steps = { result: z.string(), send: refuse('send'), find: refuse('find') };
    await expect(writer.once({ operation: 'op', key, input: {} }, steps, late)).rejects.toThrow(DeadlineExceeded);
  }
  // A rejection counts as unheard when the turn of the event loop is over.
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', note);
  expect({ asked, unheard }).toEqual({ asked: [], unheard: [] });
});
