import { Writer } from '../../kernel/writing/writer.js';
import type { SessionRequest, UpstreamConnection, UpstreamKit } from '../contract.js';
import { FirstPromoterClient } from './client.js';
import type { FirstPromoterSettings } from './config.js';
import { diagnose } from './diagnose.js';
import { SYSTEM } from './names.js';
import { referralBook } from './referral-book.js';
import { FirstPromoterSession } from './session.js';
import { saleReceiver } from './webhooks/receiver.js';

export function connect(settings: FirstPromoterSettings, kit: UpstreamKit): UpstreamConnection {
  const { clock, ids } = kit;
  const client = new FirstPromoterClient(settings, kit);
  const scope = `${SYSTEM}:${settings.url}:${settings.accountId ?? ''}`;
  // No idempotency header here: whatever key it would have, an event is the same by its own id.
  const writer = new Writer({ scope, ledger: kit.writes, clock, ids, isSettled: () => false });
  const book = referralBook(kit.kept, scope, clock);
  const openSession = (request: SessionRequest) =>
    new FirstPromoterSession({ client, settings, writer, book, clock }, request);
  return {
    // The tracking API lists nothing: referrals are known from what it answers.
    discovery: [],
    openSession,
    webhooks: saleReceiver(settings.webhookSecret ?? null, (signal) => openSession({ signal })),
    health: () => ({ breaker: client.breaker, waiting: client.waiting }),
    diagnose: ({ signal }) => diagnose(client, settings, signal),
    close: () => client.close(),
  };
}
