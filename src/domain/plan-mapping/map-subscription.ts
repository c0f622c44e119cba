import type { FixedFee, Licence, Needs, Phase, PlanBlueprint, PlanMapping, Remark, UsageRate } from './blueprint.js';
import { cardOf, overrideOf, type PricedCard } from './cards.js';
import { cycleOf } from './cycle.js';
import { hashOf } from './ids.js';
import { type MappingOverrides, NO_OVERRIDES } from './overrides.js';
import { NoEqual } from './prices.js';
import type { SoldCharge, SoldSubscription } from './sold.js';

// As many changes of plans as are made at once; a subscription with more is better looked at by a person.
const MOST_PHASES = 10;
const LONGEST_NAME = 50;

/**
 * The price plans that a subscription comes to: one for each stretch of time between two changes of its charges. Pure:
 * the same version gives the same plans, to the last character.
 */
export function mapSubscription(sold: SoldSubscription, overrides: MappingOverrides = NO_OVERRIDES): PlanMapping {
  const problems: Remark[] = [];
  const notes: Remark[] = [];
  const charges = sold.charges.filter((charge) => !overrideOf(charge, overrides).skip);
  const phases: Phase[] = [];
  const until = sold.endDate ?? overrides.evergreenUntil;
  const used: PricedCard[] = [];
  for (const [at, [from, to]] of stretches(sold, until).entries()) {
    const inForce = charges.filter((charge) => isInForce(charge, from, to));
    if (inForce.length === 0) continue;
    const cycle = cycleOf(inForce);
    if (cycle === null) {
      problems.push({ charge: null, message: 'Charges by the week and by the month cannot be in one plan.' });
      break;
    }
    const cards = inForce.flatMap((charge) => cardOrRemark(charge, cycle.period, overrides, { problems, notes }));
    used.push(...cards);
    if (cards.length === 0) continue;
    const plan = planOf(sold, cycle.cycle, cards, at === 0 ? null : from);
    const last = phases.at(-1);
    // Only what is charged counts: two stretches that differ in nothing are one.
    if (last?.plan.contentHash === plan.contentHash && last.effectiveUntil === from) {
      phases[phases.length - 1] = { ...last, effectiveUntil: to };
    } else phases.push({ effectiveFrom: from, effectiveUntil: to, plan });
  }
  if (phases.length > MOST_PHASES) {
    problems.push({
      charge: null,
      message: `Its prices change ${phases.length - 1} times; ${MOST_PHASES - 1} at most.`,
    });
  }
  if (phases.length === 0 && problems.length === 0) {
    problems.push({ charge: null, message: 'It has no charge that a plan could be made of.' });
  }
  return { phases, needs: needsOf(used, charges), notes: distinct(notes), problems: distinct(problems) };
}

/** Days on which something begins or ends, within the time of the subscription. */
function stretches({ startDate, charges }: SoldSubscription, until: string): readonly (readonly [string, string])[] {
  const days = charges.flatMap((charge) => [
    charge.startDate,
    ...(charge.type === 'ONE_TIME' || charge.endDate === null ? [] : [charge.endDate]),
  ]);
  const cuts = [...new Set([startDate, ...days, until])].filter((day) => day >= startDate && day <= until).toSorted();
  return cuts.slice(0, -1).map((from, at) => [from, cuts[at + 1] ?? until] as const);
}

/** What is charged once belongs to the stretch in which it is due. */
function isInForce({ type, startDate, endDate }: SoldCharge, from: string, to: string): boolean {
  if (type === 'ONE_TIME') return startDate >= from && startDate < to;
  return startDate <= from && (endDate === null || endDate >= to);
}

function cardOrRemark(
  charge: SoldCharge,
  cycle: Parameters<typeof cardOf>[1],
  overrides: MappingOverrides,
  { problems, notes }: { problems: Remark[]; notes: Remark[] },
): readonly PricedCard[] {
  const named = `${charge.number} ${charge.name}`;
  try {
    const card = cardOf(charge, cycle, overrides);
    if (card?.note) notes.push({ charge: named, message: card.note });
    return card === null ? [] : [card];
  } catch (error) {
    if (!(error instanceof NoEqual)) throw error;
    problems.push({ charge: named, message: error.message });
    return [];
  }
}

function planOf(
  sold: SoldSubscription,
  cycle: PlanBlueprint['cycle'],
  cards: readonly PricedCard[],
  from: string | null,
): PlanBlueprint {
  const of = <K extends PricedCard['kind']>(kind: K) =>
    cards
      .filter((one): one is Extract<PricedCard, { kind: K }> => one.kind === kind)
      .map(({ card }) => card as Extract<PricedCard, { kind: K }>['card'])
      .toSorted((a, b) => (a.charge < b.charge ? -1 : 1));
  const content = {
    currency: sold.currency,
    cycle,
    fixedFees: of('fixedFee') as readonly FixedFee[],
    licences: of('licence') as readonly Licence[],
    usageRates: of('usageRate') as readonly UsageRate[],
    entitlements: of('entitlement'),
  };
  const suffix = from === null ? '' : ` from ${from}`;
  return {
    name: `${sold.number.slice(0, LONGEST_NAME - suffix.length)}${suffix}`,
    description: `Subscription ${sold.number}, version ${sold.version}`,
    ...content,
    contentHash: hashOf(JSON.stringify(content)).slice(0, 32),
  };
}

function needsOf(cards: readonly PricedCard[], charges: readonly SoldCharge[]): Needs {
  const unitOf = (number: string) => charges.find((charge) => charge.number === number)?.unit ?? '';
  const byId = <T extends { readonly id: string }>(all: readonly T[]) =>
    [...new Map(all.map((one) => [one.id, one])).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    addOns: byId(
      cards.flatMap((one): readonly Needs['addOns'][number][] => {
        if (one.kind === 'fixedFee')
          return [{ id: one.card.addOn, name: one.card.displayName, kind: 'FIXED_FEE' as const }];
        if (one.kind === 'licence')
          return [{ id: one.card.addOn, name: one.card.displayName, kind: 'LICENCE' as const }];
        return [];
      }),
    ),
    meters: byId(
      cards.flatMap((one) => (one.kind === 'usageRate' ? [{ id: one.card.meter, unit: unitOf(one.card.charge) }] : [])),
    ),
    features: byId(
      cards.flatMap((one) =>
        one.kind === 'entitlement' ? [{ id: one.card.feature, unit: unitOf(one.card.charge) }] : [],
      ),
    ),
  };
}

function distinct(remarks: readonly Remark[]): readonly Remark[] {
  return [...new Map(remarks.map((remark) => [JSON.stringify(remark), remark])).values()];
}
