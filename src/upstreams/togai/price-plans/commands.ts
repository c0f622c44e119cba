import { z } from 'zod';
import { refusal } from '../../../kernel/refusal.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { listAll } from '../lists.js';
import { SYSTEM } from '../names.js';
import { PricePlanV2 } from '../schemas/price-plan.js';
import type { TogaiDesk } from '../writing/togai-desk.js';
import { discard, fieldOfCard, planPath, refuseErrors } from './drafts.js';
import type { PricePlan } from './inputs.js';
import { cardOperations, shellBody } from './requests.js';

const Made = z.object({ id: z.string() });

export function planSteps(input: PricePlan): PlannedCall[] {
  const step = (action: string, after: unknown): PlannedCall => {
    return { system: SYSTEM, action, target: input.name, after: JSON.parse(JSON.stringify(after)) };
  };
  return [
    step('createPricePlanV2', shellBody(input)),
    step('bulkPricePlanRateCardOperations', { operations: cardOperations(input) }),
    step('finalizePricePlan', {}),
  ];
}

/**
 * Makes a price plan: a shell, its cards, and then the whole put into force. What Togai does not take is discarded, so that
 * no draft is left behind. A plan of that name that is in force is somebody's, and not touched. Gives its id.
 */
export async function createPricePlan(desk: TogaiDesk, input: PricePlan): Promise<string> {
  const there = await planNamed(desk, input.name);
  if (there?.status === 'ACTIVE') {
    throw refusal('CONFLICT', `There is a price plan ${input.name}: take another name.`, ['input', 'name']);
  }
  // A draft of that name is what an attempt before this one has left.
  if (there) await discard(desk, there.id);
  const { id } = await desk.once(
    { operation: 'createPricePlanV2', key: null, input },
    {
      result: Made,
      send: () =>
        desk.client.write({
          operation: 'createPricePlanV2',
          method: 'POST',
          path: '/v2/price_plans',
          body: shellBody(input),
          schema: Made,
          ...desk.options,
        }),
      find: () => planNamed(desk, input.name),
    },
  );
  try {
    await addCards(desk, id, input);
    await refuseErrors(desk, id, (name) => fieldOfCard(input, name));
    await finalize(desk, id);
  } catch (error) {
    // Before anybody is told: a draft that is left would be in the way of the next attempt.
    await discard(desk, id).catch(() => {});
    throw error;
  }
  await desk.pricePlanChanged(id);
  return id;
}

async function addCards(desk: TogaiDesk, id: string, input: PricePlan): Promise<void> {
  const operations = cardOperations(input);
  await desk.once(
    { operation: 'bulkPricePlanRateCardOperations', key: null, input: { id } },
    {
      result: z.unknown(),
      send: () =>
        desk.client.write({
          operation: 'bulkPricePlanRateCardOperations',
          method: 'POST',
          path: planPath(id, '/rate_cards'),
          body: { operations },
          schema: z.unknown(),
          ...desk.options,
        }),
      find: async () => {
        const row = z.object({ name: z.string() });
        const list = { operation: 'listPricePlanRateCards', path: planPath(id, '/rate_cards'), row, pageSize: 100 };
        const cards = await listAll(desk.client, list, desk.options);
        // All in one call: some of them are all of them.
        return cards.length > 0 ? cards : null;
      },
    },
  );
}

async function finalize(desk: TogaiDesk, id: string): Promise<void> {
  await desk.once(
    { operation: 'finalizePricePlan', key: null, input: { id } },
    {
      result: z.unknown(),
      send: () =>
        desk.client.write({
          operation: 'finalizePricePlan',
          method: 'POST',
          path: planPath(id, '/finalize'),
          body: {},
          schema: z.unknown(),
          ...desk.options,
        }),
      find: async () => {
        const plan = await readPlan(desk, id);
        return plan?.status === 'ACTIVE' ? plan : null;
      },
    },
  );
}

async function planNamed(desk: TogaiDesk, name: string): Promise<PricePlanV2 | null> {
  return (await plansOfSecondGeneration(desk)).find((plan) => plan.name === name) ?? null;
}

export function plansOfSecondGeneration(desk: TogaiDesk): Promise<readonly PricePlanV2[]> {
  const list = { operation: 'listPricePlansV2', path: '/v2/price_plans', row: PricePlanV2, pageSize: 100 };
  return listAll(desk.client, list, desk.options);
}

function readPlan(desk: TogaiDesk, id: string): Promise<PricePlanV2 | null> {
  return desk.client.find({ operation: 'getPricePlanV2', path: planPath(id), schema: PricePlanV2, ...desk.options });
}
