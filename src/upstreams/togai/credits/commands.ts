import { z } from 'zod';
import { jsonNumber } from '../../../kernel/json.js';
import { listAll, type TogaiList } from '../lists.js';
import { Credit } from '../schemas/credit.js';
import type { TogaiDesk } from '../writing/togai-desk.js';

export const CreditGrant = z
  .object({
    accountId: z.string().trim().min(1, 'must not be empty').max(50),
    purpose: z.string().trim().min(1, 'must not be empty').max(255, 'must not be longer than 255 characters'),
    amount: z.string().refine((text) => /[1-9]/.test(text) && !text.startsWith('-'), 'must be more than 0'),
    effectiveFrom: z.string().nullish(),
    effectiveUntil: z.string().nullish(),
    priority: z.int().min(1, 'must be 1 to 100').max(100, 'must be 1 to 100').nullish(),
    applicableEntityIds: z.array(z.string().min(1)).max(100).nullish(),
    grantorId: z.string().max(50).nullish(),
  })
  .check(({ value, issues }) => {
    if (!value.effectiveFrom || !value.effectiveUntil || value.effectiveUntil > value.effectiveFrom) return;
    issues.push({ code: 'custom', message: 'must be after effectiveFrom', path: ['effectiveUntil'], input: value });
  });
export type CreditGrant = z.infer<typeof CreditGrant>;

const Keyed = Credit.extend({ idempotencyKey: z.string().nullish() });
/** An object by the model, a bare array in every example of the documentation. */
const Granted = z.union([z.object({ credits: z.array(Keyed) }).transform(({ credits }) => credits), z.array(Keyed)]);

const LOWEST_PRIORITY = 100;

/** https://docs.togai.com/api-reference/credits/create-credits */
export function grantBody(desk: TogaiDesk, input: CreditGrant, idempotencyKey: string): Record<string, unknown> {
  const { amount, effectiveFrom, priority, ...rest } = input;
  return Object.fromEntries(
    Object.entries({
      ...rest,
      effectiveFrom: effectiveFrom ?? desk.today(),
      creditAmount: jsonNumber(amount.replace(/^0+(?=\d)/, '')),
      priority: priority ?? LOWEST_PRIORITY,
      idempotencyKey,
    }).filter(([, value]) => value != null),
  );
}

/** Grants a credit, once for a key. Gives its id. */
export async function grantCredit(desk: TogaiDesk, input: CreditGrant, key: string | null): Promise<string> {
  const own = desk.keyFor('credit', key);
  const { id } = await desk.once(
    { operation: 'createCredit', key, input },
    {
      result: z.object({ id: z.string() }),
      send: async () => {
        const [credit] = await desk.client.write({
          operation: 'createCredit',
          method: 'POST',
          path: '/credits',
          body: { creditRequests: [grantBody(desk, input, own)] },
          schema: Granted,
          ...desk.options,
        });
        if (!credit) throw new Error('a credit was granted, but not told');
        return { id: credit.id };
      },
      find: async () => {
        const credits = await listAll(desk.client, creditsOf(input.accountId), desk.options);
        const made = credits.find(({ idempotencyKey }) => idempotencyKey === own);
        return made ? { id: made.id } : null;
      },
    },
  );
  await desk.creditChanged({ id, accountId: input.accountId });
  return id;
}

/** Takes back what is left of a credit. */
export async function voidCredit(desk: TogaiDesk, { id, accountId }: { id: string; accountId: string }): Promise<void> {
  const path = `/credits/${encodeURIComponent(id)}`;
  await desk.once(
    { operation: 'voidCredit', key: null, input: { id } },
    {
      result: z.unknown(),
      send: () =>
        desk.client.write({
          operation: 'voidCredit',
          method: 'POST',
          path: `${path}/void`,
          schema: z.unknown(),
          ...desk.options,
        }),
      find: async () => {
        const credit = await desk.client.find({ operation: 'getCreditDetails', path, schema: Credit, ...desk.options });
        return credit?.status === 'VOIDED' ? credit : null;
      },
    },
  );
  await desk.creditChanged({ id, accountId });
}

function creditsOf(accountId: string): TogaiList<z.infer<typeof Keyed>> {
  return { operation: 'listCredits', path: '/credits', query: { account_id: accountId }, row: Keyed, pageSize: 50 };
}
