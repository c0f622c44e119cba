import { expect, it } from 'vitest';
import { InboxPump, type PumpOptions } from '../../../src/flows/inbox/pump.js';
import { systemClock } from '../../../src/kernel/clock.js';
import { silentLogger } from '../../../src/kernel/logger.js';
import { openInbox } from '../../../src/store/connections/inbox.js';
import { describeStore } from '../../support/store.js';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-06-01T12:00:00Z');

describeStore('the inbox of webhooks', (store) => {
  const inbox = () => openInbox(store().db);
  let made = 0;
  const delivery = (key: string, connection = 'ZUORA_BILLING', receivedAt = NOW) => {
    made += 1;
    const id = `01HZZZZZZZZZZZZZZZZZZZ${String(made).padStart(4, '0')}`;
    return { id, connection, key, kind: null, ids: { accountId: 'x' }, receivedAt, traceparent: null };
  };

  it('takes one of many that are the same at the same moment, and of each connection one', async () => {
    const taken = await Promise.all(Array.from({ length: 30 }, () => inbox().take(delivery('same'))));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await inbox().take(delivery('same', 'ZUORA_BILLING/eu'))).toBe(true);
    expect(await inbox().take(delivery('other'))).toBe(true);
  });

  it('knows what was settled for thirty days, and what was not for good: nothing of it is taken again', async () => {
    for (const key of ['replayed', 'stuck']) expect(await inbox().take(delivery(key))).toBe(true);
    const { items } = await inbox().page({ first: 100, after: null });
    const settled = items.find(({ node }) => node.key === 'replayed')?.node.id ?? '';
    await inbox().done([settled], null, NOW);

    /** A worker looks once, at its time. */
    const cleared = async (now: number) => {
      const before = Promise.withResolvers<number>();
      const { clear } = inbox();
      const pump = new InboxPump({
        inbox: {
          ...inbox(),
          claim: async () => [],
          clear: async (at) => {
            await clear(at);
            before.resolve(at);
          },
        },
        receiver: () => undefined,
        take: async () => {},
        times: { settleMs: 1_000, leaseMs: 1_000, lookMs: 1_000 },
        owner: 'this',
        alone: false,
        clock: { ...systemClock, now: () => now },
        log: silentLogger,
      } satisfies PumpOptions);
      pump.start();
      expect(await before.promise).toBe(now - 30 * DAY_MS);
      await pump.stop();
    };
    await cleared(NOW + 30 * DAY_MS);
    expect(await inbox().take(delivery('replayed'))).toBe(false);
    await cleared(NOW + 30 * DAY_MS + 1);
    expect(await inbox().take(delivery('replayed'))).toBe(true);
    await cleared(NOW + 400 * DAY_MS);
    expect(await inbox().take(delivery('stuck'))).toBe(false);
  });
});
