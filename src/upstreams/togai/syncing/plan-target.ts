import { z } from 'zod';
import type { CustomerEntry } from '../../../domain/customers/model.js';
import type { PlanBlueprint, PlanMapping } from '../../../domain/plan-mapping/blueprint.js';
import type { TargetStep } from '../../../domain/syncs/model.js';
import type { NamedPlan, PlanAttachment, PlanTarget } from '../../../domain/syncs/ports.js';
import { type Problem, Refusal, refusal } from '../../../kernel/refusal.js';
import { accountIdsOf, customerIdOf } from '../known-ids.js';
import { listAll } from '../lists.js';
import { SYSTEM } from '../names.js';
import { planWriting } from '../price-plans/generation.js';
import { PricePlan } from '../price-plans/inputs.js';
import type { ListedPlan, PlanWriting } from '../price-plans/plan-writing.js';
import { dayOf, isInForce } from '../price-plans/spans.js';
import { Account } from '../schemas/account.js';
import { Schedule } from '../schemas/schedule.js';
import type { TogaiDesk } from '../writing/togai-desk.js';
import { correctLicence, holdingsOf, ACTION as LICENCE_ACTION, licenceSteps } from './licences.js';

const AddOn = z.object({ id: z.string(), name: z.string(), type: z.string(), status: z.string().nullish() });
type AddOn = z.infer<typeof AddOn>;
const Named = z.object({ id: z.string(), name: z.string() });

const HASH_DIGITS = 8;
const LONGEST_NAME = 50;

/** Puts accounts under the price plans that a subscription comes to. Everything it does it first looks for. */
export class TogaiPlanTarget implements PlanTarget {
  readonly system = SYSTEM;
  readonly #desk: TogaiDesk;
  readonly #writing: PlanWriting;

  constructor(desk: TogaiDesk) {
    this.#desk = desk;
    this.#writing = planWriting(desk.settings);
  }

  accountsOf(customer: CustomerEntry): readonly string[] {
    const id = customerIdOf(customer);
    return id === null ? [] : accountIdsOf(customer, id);
  }

  async hasAccount(accountId: string): Promise<boolean> {
    const path = `/accounts/${encodeURIComponent(accountId)}`;
    const account = await this.#desk.client.find({
      operation: 'getAccount',
      path,
      schema: Account,
      ...this.#desk.options,
    });
    return account !== null && account.status !== 'ARCHIVED';
  }

  async stepsFor(accountId: string, mapping: PlanMapping): Promise<readonly TargetStep[]> {
    refuseWithoutEqual(mapping);
    const [addOns, meters] = await Promise.all([this.#addOns(), this.#meters()]);
    refuseUnknownMeters(mapping, meters);
    const missing = mapping.needs.addOns.filter(({ id, kind }) => !addOnOf(addOns, id, kind));
    const all = await this.#writing.plans(this.#desk);
    const plans = mapping.phases.map(({ plan }) => {
      return all.find(({ name, status }) => name === planName(plan) && status === 'ACTIVE') ?? null;
    });
    const holdings = holdingsOf(mapping, this.#desk.settings.timeZone);
    const idOf = (addOn: string) => addOnOf(addOns, addOn, 'LICENCE')?.id;
    const [schedules, licences] = await Promise.all([
      this.#schedules(accountId),
      licenceSteps(this.#desk, accountId, holdings, idOf),
    ]);
    const { create, associate } = this.#writing.actions;
    const step = (action: string, name: string, target: string, before: unknown, after: unknown): TargetStep => {
      return { system: SYSTEM, action, name, target, before, after };
    };
    return [
      ...missing.map(({ id, name, kind }) =>
        step('createAddOn', `Add-on for ${name}`, id, null, { name: id, type: ADD_ON_TYPES[kind], billableName: name }),
      ),
      ...mapping.phases.flatMap(({ plan }, at) =>
        plans[at] ? [] : [step(create, `Price plan ${plan.name}`, planName(plan), null, plan)],
      ),
      // Before anything is billed by them.
      ...licences,
      ...mapping.phases.flatMap(({ plan, effectiveFrom, effectiveUntil }, at) => {
        const planId = plans[at]?.id ?? null;
        if (schedules.some((one) => one.pricePlanId === planId && covers(one, effectiveFrom, effectiveUntil)))
          return [];
        const before = schedules.filter((one) => overlaps(one, effectiveFrom, effectiveUntil)).map(shown);
        const after = { pricePlan: planName(plan), effectiveFrom, effectiveUntil };
        return [step(associate, `Account ${accountId} under ${plan.name}`, accountId, before, after)];
      }),
      ...this.#overdue(mapping, all, schedules).map(({ from, until, before }) =>
        step(associate, `Account ${accountId} without plan from ${from}`, accountId, before, {
          ...{ pricePlan: null, effectiveFrom: from, effectiveUntil: until },
        }),
      ),
    ];
  }

  /** What still holds of the plans of the subscription after its end. */
  #overdue({ phases }: PlanMapping, all: readonly ListedPlan[], schedules: readonly Schedule[]) {
    const root = phases[0]?.plan.name;
    const end = phases.at(-1)?.effectiveUntil;
    if (root === undefined || end === undefined) return [];
    const ours = new Set(all.flatMap(({ id, name }) => (isOf(root, name) ? [id] : [])));
    return schedules
      .filter(({ pricePlanId, endDate }) => ours.has(pricePlanId) && dayOf(endDate) > end)
      .map((one) => {
        const from = dayOf(one.startDate) > end ? dayOf(one.startDate) : end;
        return { from, until: dayOf(one.endDate), before: shown(one) };
      });
  }

  async carryOut(accountId: string, mapping: PlanMapping, step: TargetStep): Promise<void> {
    if (step.action === 'createAddOn') return await this.#makeAddOn(step);
    if (step.action === LICENCE_ACTION) {
      const correction = step.after as Parameters<typeof correctLicence>[2];
      const licence = addOnOf(await this.#addOns(), correction.addOn, 'LICENCE');
      if (!licence) throw new Error(`the add-on ${correction.addOn} is gone`);
      return await correctLicence(this.#desk, accountId, correction, licence.id);
    }
    const wanted = step.after as { pricePlan?: string | null; effectiveFrom: string; effectiveUntil: string };
    if (wanted.pricePlan === null) {
      const { effectiveFrom, effectiveUntil } = wanted;
      return await this.#writing.associate(this.#desk, { accountId, pricePlanId: null, effectiveFrom, effectiveUntil });
    }
    const phase = mapping.phases.find(({ plan }) => step.name.endsWith(` ${plan.name}`));
    if (!phase) throw new Error(`the step ${step.name} is none of this mapping`);
    if (step.action === this.#writing.actions.create) {
      await this.#writing.createPricePlan(this.#desk, await this.#pricePlan(phase.plan));
      return;
    }
    const { plan, effectiveFrom, effectiveUntil } = phase;
    const pricePlanId = (await this.#writing.plans(this.#desk)).find(({ name }) => name === planName(plan))?.id;
    if (pricePlanId === undefined) throw new Error(`the price plan ${planName(plan)} is gone`);
    await this.#writing.associate(this.#desk, { accountId, pricePlanId, effectiveFrom, effectiveUntil });
  }

  today(): string {
    return this.#desk.today();
  }

  async planNamed(key: string): Promise<NamedPlan> {
    const all = (await this.#writing.plans(this.#desk)).filter(({ status }) => status === 'ACTIVE');
    const [plan, another] = all.some(({ id }) => id === key)
      ? all.filter(({ id }) => id === key)
      : all.filter(({ name }) => name === key);
    if (plan && !another) return { id: plan.id, name: plan.name };
    throw plan
      ? refusal(
          'CONFLICT',
          `Several price plans in force are called ${key}: name one by its id in MAPPING_FILE (salePlans).`,
        )
      : refusal(
          'NOT_FOUND',
          `No price plan in force is ${key}: make it, or say in MAPPING_FILE (salePlans) which is meant.`,
        );
  }

  async attachmentSteps(attachment: PlanAttachment): Promise<readonly TargetStep[]> {
    const { accountId, plan, effectiveFrom, effectiveUntil } = attachment;
    const schedules = await this.#schedules(accountId);
    if (isInForce(schedules, associationOf(attachment))) return [];
    return [
      {
        system: SYSTEM,
        action: this.#writing.actions.associate,
        name: `Account ${accountId} under ${plan.name}`,
        target: accountId,
        before: schedules.filter((one) => overlaps(one, effectiveFrom, effectiveUntil)).map(shown),
        after: { pricePlan: plan.name, pricePlanId: plan.id, effectiveFrom, effectiveUntil },
      },
    ];
  }

  async attach(attachment: PlanAttachment): Promise<void> {
    await this.#writing.associate(this.#desk, associationOf(attachment));
  }

  /** Its name is what makes it once: Togai gives ids of its own. */
  async #makeAddOn({ after }: TargetStep): Promise<void> {
    const body = after as { name: string; type: string };
    await this.#desk.once(
      { operation: 'createAddOn', key: null, input: body },
      {
        result: z.unknown(),
        send: () =>
          this.#desk.client.write({
            operation: 'createAddOn',
            method: 'POST',
            path: '/addons',
            body,
            schema: z.unknown(),
            ...this.#desk.options,
          }),
        find: async () =>
          (await this.#addOns()).find(({ name, type }) => name === body.name && type === body.type) ?? null,
      },
    );
  }

  async #pricePlan(plan: PlanBlueprint): Promise<PricePlan> {
    const [addOns, meters] = await Promise.all([this.#addOns(), this.#meters()]);
    return PricePlan.parse({
      name: planName(plan),
      description: `${plan.description} [${plan.contentHash}]`,
      currency: plan.currency,
      cycle: plan.cycle,
      fixedFees: plan.fixedFees.map(({ charge, addOn, ...fee }) => {
        return { ...fee, name: charge, addOnId: addOnOf(addOns, addOn, 'FIXED_FEE')?.id };
      }),
      licences: plan.licences.map(({ charge, addOn, quantity: _, ...licence }) => {
        return { ...licence, name: charge, addOnId: addOnOf(addOns, addOn, 'LICENCE')?.id };
      }),
      usageRates: plan.usageRates.map(({ charge, meter, ...usage }) => {
        return { ...usage, name: charge, usageMeterId: meterOf(meters, meter)?.id };
      }),
    });
  }

  #addOns(): Promise<readonly AddOn[]> {
    const list = { operation: 'getAddOns', path: '/addons', row: AddOn, pageSize: 100 };
    return listAll(this.#desk.client, list, this.#desk.options);
  }

  #meters(): Promise<readonly z.infer<typeof Named>[]> {
    const list = { operation: 'getUsageMetersForEventSchema', path: '/usage_meters', row: Named, pageSize: 100 };
    return listAll(this.#desk.client, list, this.#desk.options);
  }

  #schedules(accountId: string): Promise<readonly Schedule[]> {
    const path = `/v2/accounts/${encodeURIComponent(accountId)}/schedules`;
    const list = { operation: 'listaccountSchedules', path, query: { mode: 'ACTIVE' }, row: Schedule, pageSize: 50 };
    return listAll(this.#desk.client, list, this.#desk.options);
  }
}

const ADD_ON_TYPES = { FIXED_FEE: 'FIXED_FEE', LICENCE: 'LICENSE' } as const;

function addOnOf(addOns: readonly AddOn[], key: string, kind: keyof typeof ADD_ON_TYPES): AddOn | undefined {
  return addOns.find(({ id, name, type, status }) => {
    return (name === key || id === key) && type === ADD_ON_TYPES[kind] && status !== 'ARCHIVED';
  });
}

const meterOf = (meters: readonly z.infer<typeof Named>[], key: string) =>
  meters.find(({ id, name }) => id === key || name === key);

/** Plans that charge the same have one name, and another price makes another plan: what is in force is never rewritten. */
function planName({ name, contentHash }: PlanBlueprint): string {
  return `${name.slice(0, LONGEST_NAME - HASH_DIGITS - 1)} ${contentHash.slice(0, HASH_DIGITS)}`;
}

/** Whether a plan was made for the subscription whose first plan is called `root`. */
function isOf(root: string, name: string): boolean {
  return (
    name.startsWith(`${root} from `) ||
    (new RegExp(`^[0-9a-f]{${HASH_DIGITS}}$`).test(name.slice(root.length + 1)) && name.startsWith(`${root} `))
  );
}

const covers = ({ startDate, endDate }: Schedule, from: string, until: string) =>
  dayOf(startDate) <= from && dayOf(endDate) >= until;
const associationOf = ({ accountId, plan, effectiveFrom, effectiveUntil }: PlanAttachment) => {
  return { accountId, pricePlanId: plan.id, effectiveFrom, effectiveUntil };
};
const overlaps = ({ startDate, endDate }: Schedule, from: string, until: string) =>
  dayOf(startDate) < until && dayOf(endDate) > from;
const shown = ({ pricePlanId, startDate, endDate }: Schedule) => {
  return { pricePlanId, effectiveFrom: dayOf(startDate), effectiveUntil: dayOf(endDate) };
};

/** An entitlement without its units would bill nothing. */
function refuseWithoutEqual({ phases }: PlanMapping): void {
  const problems = phases.flatMap(({ plan }): Problem[] =>
    plan.entitlements.map(({ charge, displayName }) => {
      const message = `${charge} ${displayName}: entitlements are not brought to Togai yet.`;
      return { code: 'UNSUPPORTED', message, field: ['input', 'subscriptionKey'] };
    }),
  );
  if (problems.length > 0) throw new Refusal(problems);
}

function refuseUnknownMeters({ needs }: PlanMapping, meters: readonly z.infer<typeof Named>[]): void {
  const problems = needs.meters
    .filter(({ id }) => !meterOf(meters, id))
    .map(({ id, unit }): Problem => {
      const message = `There is no usage meter ${id} for ${unit}: make one of that name in Togai, or name another one for the unit in MAPPING_FILE.`;
      return { code: 'NOT_FOUND', message, field: ['input', 'subscriptionKey'] };
    });
  if (problems.length > 0) throw new Refusal(problems);
}
