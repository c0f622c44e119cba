import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PlanMapping } from '../../../domain/plan-mapping/blueprint.js';
import type { TargetStep } from '../../../domain/syncs/model.js';
import { whenClockShows } from '../../../kernel/dates.js';
import { jsonNumber } from '../../../kernel/json.js';
import { type Problem, Refusal } from '../../../kernel/refusal.js';
import { listAll } from '../lists.js';
import { SYSTEM } from '../names.js';
import { Exact, Instant } from '../schemas/wire.js';
import type { TogaiDesk } from '../writing/togai-desk.js';

/** https://docs.togai.com/api-reference/licenses */
const Update = z.object({
  quantity: Exact,
  effectiveFrom: z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString()),
  createdAt: Instant.optional(),
});
type Update = z.infer<typeof Update>;

/** What an account is to hold of a licence, from one instant until another one. */
export interface Holding {
  /** The add-on as the mapping calls it. */
  readonly addOn: string;
  readonly displayName: string;
  readonly quantity: string;
  readonly from: string;
  readonly until: string;
}

interface Correction {
  readonly addOn: string;
  readonly quantity: string;
  readonly effectiveFrom: string;
}

/** How many units of each licence the subscription has in each of its phases. Throws a Refusal where one add-on has two. */
export function holdingsOf({ phases }: PlanMapping, timeZone: string): readonly Holding[] {
  const startOf = (day: string) => new Date(whenClockShows(Date.parse(`${day}T00:00:00Z`), timeZone)).toISOString();
  const problems = phases.flatMap(({ plan: { licences } }) =>
    licences.flatMap(({ addOn, charge, displayName }, at): Problem[] => {
      const other = licences.findIndex((one) => one.addOn === addOn);
      if (other === at) return [];
      const message = `${charge} ${displayName}: the same add-on as ${licences[other]?.charge}, and an account holds one quantity of it: name another addOn for the charge in MAPPING_FILE.`;
      return [{ code: 'CONFLICT', message, field: ['input', 'subscriptionKey'] }];
    }),
  );
  if (problems.length > 0) throw new Refusal(problems);
  return phases.flatMap(({ plan, effectiveFrom, effectiveUntil }) =>
    plan.licences.map(({ addOn, displayName, quantity }) => {
      return { addOn, displayName, quantity, from: startOf(effectiveFrom), until: startOf(effectiveUntil) };
    }),
  );
}

/** The quantities that are left to be said, in order. `idOf` gives the id of an add-on that is there. */
export async function licenceSteps(
  desk: TogaiDesk,
  accountId: string,
  holdings: readonly Holding[],
  idOf: (addOn: string) => string | undefined,
): Promise<readonly TargetStep[]> {
  const byAddOn = [...Map.groupBy(holdings, ({ addOn }) => addOn)].map(async ([addOn, own]) => {
    const id = idOf(addOn);
    let updates = id === undefined ? [] : await updatesOf(desk, accountId, id);
    return own.flatMap(({ displayName, quantity, from, until }) => {
      const later = updates.map(({ effectiveFrom }) => effectiveFrom).filter((at) => at > from && at < until);
      return [from, ...new Set(later)].flatMap((effectiveFrom): TargetStep[] => {
        const held = heldAt(updates, effectiveFrom);
        if (held !== null && Number(held) === Number(quantity)) return [];
        // What the next phase begins with.
        updates = inOrder([...updates, { quantity, effectiveFrom }]);
        const after: Correction = { addOn, quantity, effectiveFrom };
        const name = `${displayName}: ${quantity} from ${effectiveFrom}`;
        const before = held === null ? null : { quantity: held };
        return [{ system: SYSTEM, action: ACTION, name, target: accountId, before, after }];
      });
    });
  });
  return (await Promise.all(byAddOn)).flat();
}

export const ACTION = 'addLicenseUpdateEntry';

/** Says a quantity, once: the same correction of the same entries has the same key. */
export async function correctLicence(
  desk: TogaiDesk,
  accountId: string,
  { quantity, effectiveFrom }: Correction,
  licenseId: string,
): Promise<void> {
  const known = await updatesOf(desk, accountId, licenseId);
  const idempotencyKey = createHash('sha256')
    .update(JSON.stringify(['v1', accountId, licenseId, effectiveFrom, quantity, known.length]))
    .digest('hex')
    .slice(0, 40);
  const body = {
    licenseId,
    accountId,
    updateType: 'ABSOLUTE',
    quantity: jsonNumber(quantity),
    effectiveFrom,
    idempotencyKey,
  };
  await desk.once(
    { operation: ACTION, key: null, input: { accountId, licenseId, effectiveFrom, quantity } },
    {
      result: z.unknown(),
      send: () =>
        desk.client.write({
          operation: ACTION,
          method: 'POST',
          path: '/license_updates',
          body,
          schema: z.unknown(),
          ...desk.options,
        }),
      find: async () => {
        const now = heldAt(await updatesOf(desk, accountId, licenseId), effectiveFrom);
        return now !== null && Number(now) === Number(quantity) ? { now } : null;
      },
    },
  );
}

async function updatesOf(desk: TogaiDesk, accountId: string, licenseId: string): Promise<readonly Update[]> {
  const query = { account_id: accountId, licenseId };
  const list = { operation: 'getLicenseUpdates', path: '/license_updates', query, row: Update, pageSize: 50 };
  return inOrder(await listAll(desk.client, list, desk.options));
}

/** By when they hold; of two from the same instant the later one counts. */
function inOrder(updates: readonly Update[]): readonly Update[] {
  const timeOf = ({ effectiveFrom, createdAt }: Update) => `${effectiveFrom} ${createdAt ?? '9999'}`;
  return updates.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0));
}

const heldAt = (updates: readonly Update[], at: string) =>
  updates.findLast(({ effectiveFrom }) => effectiveFrom <= at)?.quantity ?? null;
