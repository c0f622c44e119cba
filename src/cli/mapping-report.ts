import type { Phase, PlanMapping, RatePlan, Remark } from '../domain/plan-mapping/blueprint.js';
import type { SoldSubscription } from '../domain/plan-mapping/sold.js';

/** What a subscription comes to, for a person. */
export function mappingText(sold: SoldSubscription, { phases, needs, notes, problems }: PlanMapping): string {
  const until = sold.endDate ?? 'it is ended';
  const lines = [
    `Subscription ${sold.number}, version ${sold.version}, ${sold.currency}, from ${sold.startDate} until ${until}`,
    ...phases.flatMap((phase) => ['', ...phaseLines(phase)]),
    ...listed('Needed first', [
      ...needs.addOns.map(({ id, name, kind }) => `add-on ${id} (${kind}) for ${name}`),
      ...needs.meters.map(({ id, unit }) => `usage meter ${id} for ${unit}`),
      ...needs.features.map(({ id, unit }) => `feature ${id} for ${unit}`),
    ]),
    ...listed('Told in another way', notes.map(remarkText)),
    ...listed('PROBLEM: no price plan is made because of these', problems.map(remarkText)),
  ];
  return `${lines.join('\n')}\n`;
}

function phaseLines({ effectiveFrom, effectiveUntil, plan }: Phase): string[] {
  const money = (amount: string) => `${amount} ${plan.currency}`;
  return [
    `${plan.name}: ${plan.cycle}, from ${effectiveFrom} until ${effectiveUntil}  [${plan.contentHash.slice(0, 12)}]`,
    ...plan.fixedFees.map(({ displayName, amount, once, everyCycles, timing }) => {
      const often = once ? 'once' : everyCycles === 1 ? 'each cycle' : `every ${everyCycles} cycles`;
      return `  fixed fee    ${displayName}: ${money(amount)} ${often}, ${timing}`;
    }),
    ...plan.licences.map(({ displayName, quantity, rate, timing }) => {
      return `  licence      ${displayName}: ${quantity} at ${rateText(rate, plan.currency)}, ${timing}`;
    }),
    ...plan.usageRates.map(({ displayName, meter, rate }) => {
      return `  usage        ${displayName}: ${meter} at ${rateText(rate, plan.currency)}`;
    }),
    ...plan.entitlements.map(({ displayName, feature, units, amount }) => {
      return `  entitlement  ${displayName}: ${units} of ${feature} for ${money(amount)}`;
    }),
  ];
}

function rateText({ model, slabs }: RatePlan, currency: string): string {
  const parts = slabs.map(({ startAfter, priceType, rate }) => {
    const price = `${rate} ${currency}${priceType === 'FLAT' ? ' flat' : ' each'}`;
    return slabs.length === 1 ? price : `after ${startAfter}: ${price}`;
  });
  return slabs.length === 1 ? parts.join('') : `${model} (${parts.join('; ')})`;
}

const remarkText = ({ charge, message }: Remark) => (charge === null ? message : `${charge}: ${message}`);

function listed(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : ['', `${title}:`, ...items.map((item) => `  - ${item}`)];
}
