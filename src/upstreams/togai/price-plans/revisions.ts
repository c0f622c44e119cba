import { z } from 'zod';
import { refusal } from '../../../kernel/refusal.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { listAll } from '../lists.js';
import { SYSTEM } from '../names.js';
import { PricePlanV2 } from '../schemas/price-plan.js';
import { RateCardRow } from '../schemas/rate-card.js';
import type { TogaiDesk } from '../writing/togai-desk.js';
import { cardChanges } from './card-changes.js';
import { discard, fieldOfCard, planPath, refuseErrors } from './drafts.js';
import type { Revision } from './inputs.js';

/** What is left to be done until a plan is as it is wanted. */
interface RevisionLook {
  readonly plan: PricePlanV2;
  /** Operations on rate cards; none where the cards are as they are wanted. */
  readonly operations: readonly object[];
  /** Whether the cards are those of a draft, which an attempt before has left. */
  readonly begun: boolean;
}

const MIGRATIONS = { KEEP: 'NONE', NEXT_CYCLE: 'NEXT_CYCLE', NOW: 'IMMEDIATE' } as const;

/** https://docs.togai.com/api-reference/price-plans-v2/finalize-a-price-plan */
function finalizeBody({ accounts }: Revision): object {
  return { migrationMode: MIGRATIONS[accounts], ...(accounts !== 'KEEP' && { versionsToMigrate: 'LATEST_VERSION' }) };
}

/**
 * Compares a plan with what is wanted of it. A draft that is just that is what an attempt before has left; any other one is
 * somebody's work. Changes nothing. @throws Refusal
 */
async function lookAtRevision(desk: TogaiDesk, id: string, wanted: Revision): Promise<RevisionLook> {
  const plan = await readPlan(desk, id);
  if (!plan) throw refusal('NOT_FOUND', `There is no price plan ${id} of the second generation.`, ['id']);
  const currencies = plan.supportedCurrencies ?? [];
  const [currency = ''] = currencies;
  if (currencies.length !== 1 && wanted.fixedFees.length + wanted.licences.length + wanted.usageRates.length > 0) {
    const message = `Price plan ${plan.name} has prices in ${currencies.length} currencies: change them in Togai.`;
    throw refusal('UNSUPPORTED', message, ['id']);
  }
  const list = { operation: 'listPricePlanRateCards', path: planPath(id, '/rate_cards'), row: RateCardRow };
  const there = await listAll(desk.client, { ...list, pageSize: 100 }, desk.options);
  const operations = cardChanges(there, { ...wanted, currency });
  if (plan.status === 'ACTIVE') return { plan, operations, begun: false };
  if (isNext(plan) && operations.length === 0) return { plan, operations, begun: true };
  const message = `Price plan ${plan.name} has a draft: finalize or discard it in Togai first.`;
  throw refusal('CONFLICT', message, ['id']);
}

/** The calls that are left; none where the plan is as it is wanted. @throws Refusal */
export async function revisionSteps(desk: TogaiDesk, id: string, wanted: Revision): Promise<PlannedCall[]> {
  const { plan, operations, begun } = await lookAtRevision(desk, id, wanted);
  const step = (action: string, after: unknown): PlannedCall => {
    return { system: SYSTEM, action, target: plan.id, after: JSON.parse(JSON.stringify(after)) };
  };
  return [
    ...(operations.length > 0 ? [step('bulkPricePlanRateCardOperations', { operations })] : []),
    ...(operations.length > 0 || begun ? [step('finalizePricePlan', finalizeBody(wanted))] : []),
  ];
}

/**
 * Makes the next version of a plan and puts it into force, if there is anything to change. What Togai does not take is told
 * card by card, and discarded, so that no draft is left behind.
 */
export async function revisePricePlan(desk: TogaiDesk, id: string, wanted: Revision): Promise<void> {
  const { plan, operations, begun } = await lookAtRevision(desk, id, wanted);
  if (operations.length === 0 && !begun) return;
  const before = begun ? (plan.version ?? 1) - 1 : (plan.version ?? 1);
  const once = (operation: string, path: string, body: object, is: (now: PricePlanV2) => boolean) =>
    desk.once(
      { operation, key: null, input: { id, before } },
      {
        result: z.unknown(),
        send: () => desk.client.write({ operation, method: 'POST', path, body, schema: z.unknown(), ...desk.options }),
        find: async () => {
          const now = await readPlan(desk, id);
          return now && is(now) ? now : null;
        },
      },
    );
  try {
    if (!begun) {
      const path = planPath(id, '/rate_cards');
      // All of them in one call: with a draft they are there.
      await once('bulkPricePlanRateCardOperations', path, { operations }, ({ status }) => status === 'DRAFT');
    }
    await refuseErrors(desk, id, (name) => fieldOfCard(wanted, name));
    await once('finalizePricePlan', planPath(id, '/finalize'), finalizeBody(wanted), ({ status, version }) => {
      return status === 'ACTIVE' && (version ?? 1) > before;
    });
  } catch (error) {
    // Before anybody is told: a draft that is left would be in the way of the next attempt.
    await discard(desk, id).catch(() => {});
    throw error;
  } finally {
    await desk.pricePlanChanged(id);
  }
}

/** A draft of a plan that has been in force. */
const isNext = ({ version }: { readonly version?: number | null | undefined }) => (version ?? 1) > 1;

function readPlan(desk: TogaiDesk, id: string): Promise<PricePlanV2 | null> {
  return desk.client.find({ operation: 'getPricePlanV2', path: planPath(id), schema: PricePlanV2, ...desk.options });
}
