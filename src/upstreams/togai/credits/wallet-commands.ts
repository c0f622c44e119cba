import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import { jsonNumber } from '../../../kernel/json.js';
import { decimal } from '../../../kernel/money.js';
import { listAll } from '../lists.js';
import { SYSTEM, TITLE } from '../names.js';
import { walletEntryList } from '../reading/credits.js';
import type { WalletEntry } from '../schemas/wallet.js';
import type { TogaiDesk } from '../writing/togai-desk.js';

export const WalletTopUp = z.object({
  accountId: z.string().trim().min(1, 'must not be empty').max(50),
  amount: z.string().refine((text) => /[1-9]/.test(text) && !text.startsWith('-'), 'must be more than 0'),
});
export type WalletTopUp = z.infer<typeof WalletTopUp>;

// Togai's clock may be this far behind ours.
const SKEW_MS = 5_000;

/** https://docs.togai.com/api-reference/wallet/topup-wallet-for-an-account */
export function topUpBody({ amount }: WalletTopUp): Record<string, unknown> {
  return { topupAmount: jsonNumber(decimal(amount)) };
}

/**
 * Puts money into a wallet. Togai has no key for it: after a lost answer its entries are looked through for one of this
 * amount that was not there before.
 */
export async function topUpWallet(desk: TogaiDesk, input: WalletTopUp, key: string | null): Promise<void> {
  const { accountId } = input;
  const amount = decimal(input.amount);
  const entries = () => listAll(desk.client, walletEntryList(accountId), desk.options);
  let known: ReadonlySet<string> | null = null;
  await desk.once(
    { operation: 'topUpWalletForAccount', key, input },
    {
      result: z.object({ done: z.literal(true) }),
      send: async () => {
        known ??= new Set((await entries()).map(({ id }) => id));
        await desk.client.write({
          operation: 'topUpWalletForAccount',
          method: 'POST',
          path: `/accounts/${encodeURIComponent(accountId)}/wallet_topup`,
          body: topUpBody(input),
          schema: z.unknown(),
          ...desk.options,
        });
        return { done: true as const };
      },
      find: async (since) => {
        const isNew = (entry: WalletEntry) =>
          known ? !known.has(entry.id) : entry.createdAt !== null && Date.parse(entry.createdAt) >= since - SKEW_MS;
        const fits = (await entries()).filter(
          (entry) => entry.transactionType === 'CREDITED' && entry.amount === amount && isNew(entry),
        );
        if (fits.length > 1) throw several(fits.length);
        return fits.length === 1 ? { done: true as const } : null;
      },
    },
  );
  await desk.walletChanged(accountId);
}

function several(count: number): UpstreamError {
  return new UpstreamError(
    SYSTEM,
    'UPSTREAM_CONFLICT',
    `${TITLE} did not answer, and ${count} entries of the wallet could be what was asked for: look there before you ask again.`,
    { outcome: 'unknown', retryable: false },
  );
}
