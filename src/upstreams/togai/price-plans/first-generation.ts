import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import { refusal } from '../../../kernel/refusal.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { listAll, type TogaiList } from '../lists.js';
import { SYSTEM } from '../names.js';
import { PricePlanV1 } from '../schemas/price-plan.js';
import { Schedule } from '../schemas/schedule.js';
import type { TogaiDesk } from '../writing/togai-desk.js';
import type { Association, PricePlan } from './inputs.js';
import type { PlanWriting } from './plan-writing.js';
import { wholePlanBody } from './requests.js';
import { isInForce } from './spans.js';

const Made = z.object({ id: z.string() });

/**
 * Price plans as Togai had them first: a plan and all its cards in one call, in force when its currencies are activated, and
 * accounts put under it at once. What Togai does not take, it refuses in that one call.
 */
export const firstGeneration: PlanWriting = {
  actions: { create: 'createPricePlan', associate: 'updatePricingSchedule' },
  revising: null,
  planSteps: (input) => [
    step('createPricePlan', input.name, wholePlanBody(input)),
    step('activatePricePlan', input.name, activation(input)),
  ],
  associationSteps: (input) => [step('updatePricingSchedule', input.accountId, associationBody(input))],
  plans: plansOfFirstGeneration,
  createPricePlan,
  associate,
};

const planPath = (id: string, rest = '') => `/price_plans/${encodeURIComponent(id)}${rest}`;
const activation = ({ currency }: PricePlan) => ({ currencies: [currency] });

async function createPricePlan(desk: TogaiDesk, input: PricePlan): Promise<string> {
  const named = async () => (await plansOfFirstGeneration(desk)).find((plan) => plan.name === input.name) ?? null;
  const there = await named();
  if (there?.status === 'ACTIVE') {
    throw refusal('CONFLICT', `There is a price plan ${input.name}: take another name.`, ['input', 'name']);
  }
  // A draft of that name is what an attempt before this one has left.
  if (there) await archive(desk, there.id);
  const { id } = await post(desk, 'createPricePlan', '/price_plans', wholePlanBody(input), Made, named);
  try {
    await post(desk, 'activatePricePlan', planPath(id, '/activate'), activation(input), z.unknown(), async () => {
      const call = { operation: 'getPricePlan', path: planPath(id), schema: PricePlanV1, ...desk.options };
      const plan = await desk.client.find(call);
      return plan?.status === 'ACTIVE' ? plan : null;
    });
  } catch (error) {
    // There is no discarding here: archived, it is in nobody's way.
    await archive(desk, id).catch(() => {});
    throw error;
  }
  await desk.pricePlanChanged(id);
  return id;
}

async function archive(desk: TogaiDesk, id: string): Promise<void> {
  const call = { operation: 'archivePricePlan', method: 'DELETE', path: planPath(id), repeatable: true } as const;
  try {
    await desk.client.write({ ...call, schema: z.unknown(), ...desk.options });
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.code !== 'UPSTREAM_NOT_FOUND') throw error;
  }
}

/** https://docs.togai.com/api-reference/accounts/associate-a-price-plan-with-an-account */
function associationBody({ pricePlanId, effectiveFrom, effectiveUntil }: Association): Record<string, unknown> {
  const days = { effectiveFrom, effectiveUntil };
  return pricePlanId ? { mode: 'ASSOCIATE', pricePlanId, ...days } : { mode: 'DISASSOCIATE', ...days };
}

async function associate(desk: TogaiDesk, input: Association): Promise<void> {
  const path = `/accounts/${encodeURIComponent(input.accountId)}`;
  const schedules: TogaiList<Schedule> = {
    operation: 'getPricingSchedules',
    path: `${path}/pricing_schedules`,
    query: { compact: 'true' },
    row: Schedule,
    pageSize: 50,
  };
  try {
    const body = associationBody(input);
    await post(desk, 'updatePricingSchedule', `${path}/price_plans`, body, z.unknown(), async () => {
      const active = await listAll(desk.client, schedules, desk.options);
      return isInForce(active, input) ? active : null;
    });
  } finally {
    await desk.schedulesChanged(input.accountId);
  }
}

async function plansOfFirstGeneration(desk: TogaiDesk): Promise<readonly PricePlanV1[]> {
  const list = { operation: 'getPricePlans', path: '/price_plans', row: PricePlanV1, pageSize: 100 };
  return (await listAll(desk.client, list, desk.options)).filter(({ status }) => status !== 'ARCHIVED');
}

function post<T>(
  desk: TogaiDesk,
  operation: string,
  path: string,
  body: object,
  schema: z.ZodType<T>,
  find: () => Promise<T | null>,
): Promise<T> {
  const call = { operation, method: 'POST', path, body, schema } as const;
  return desk.once(
    { operation, key: null, input: body },
    { result: schema, send: () => desk.client.write({ ...call, ...desk.options }), find },
  );
}

function step(action: string, target: string, after: unknown): PlannedCall {
  return { system: SYSTEM, action, target, after: JSON.parse(JSON.stringify(after)) };
}
