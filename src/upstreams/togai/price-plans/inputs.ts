import { z } from 'zod';

const text = (most: number) =>
  z.string().trim().min(1, 'must not be empty').max(most, `must not be longer than ${most} characters`);
const notNegative = z.string().refine((value) => !value.startsWith('-'), 'must not be negative');
const timing = z.enum(['IN_ADVANCE', 'IN_ARREARS']);
/** Unique within the plan: changes of the plan name the card by it. */
const name = text(50);
const card = { name, displayName: text(255) };

const Slab = z.object({ startAfter: notNegative, priceType: z.enum(['FLAT', 'PER_UNIT']), rate: notNegative });
const Rate = z
  .object({ model: z.enum(['TIERED', 'VOLUME']), slabs: z.array(Slab).min(1, 'must hold a slab').max(100) })
  .check(({ value, issues }) => {
    for (const [at, { startAfter }] of value.slabs.entries()) {
      const before = value.slabs[at - 1]?.startAfter;
      const right = before === undefined ? Number(startAfter) === 0 : Number(startAfter) > Number(before);
      if (right) continue;
      const message = at === 0 ? 'must be 0 for the first slab' : 'must be more than that of the slab before';
      issues.push({ code: 'custom', message, path: ['slabs', at, 'startAfter'], input: value });
    }
  });

const cards = {
  fixedFees: z
    .array(
      z.object({
        ...card,
        addOnId: text(50),
        once: z.boolean().default(false),
        amount: notNegative,
        timing,
        prorated: z.boolean().default(true),
        everyCycles: z.int().min(1, 'must be 1 or more').max(120).default(1),
      }),
    )
    .default([]),
  licences: z
    .array(z.object({ ...card, addOnId: text(50), timing, prorated: z.boolean().default(true), rate: Rate }))
    .default([]),
  usageRates: z.array(z.object({ ...card, usageMeterId: text(50), rate: Rate })).default([]),
};
type CardsGiven = z.infer<z.ZodObject<typeof cards>>;

/** Names that more than one card has. */
function* namesTwice(value: CardsGiven) {
  const seen = new Set<string>();
  for (const kind of ['fixedFees', 'licences', 'usageRates'] as const) {
    for (const [at, { name: own }] of value[kind].entries()) {
      const path = [kind, at, 'name'];
      if (seen.has(own)) {
        yield { code: 'custom' as const, message: 'is the name of another card, too', path, input: value };
      }
      seen.add(own);
    }
  }
}

const countOf = ({ fixedFees, licences, usageRates }: CardsGiven) =>
  fixedFees.length + licences.length + usageRates.length;

export const PricePlan = z
  .object({
    name: text(50),
    description: text(255).nullish(),
    currency: z.string(),
    cycle: z.enum(['WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'ANNUALLY']),
    /** Whether a later change may hold from the beginning of the cycle under way. */
    allowOngoingCycleUpdates: z.boolean().default(false),
    /** Past events are still taken for so many days. */
    graceDays: z.int().min(0, 'must not be negative').max(60, 'must not be more than 60').default(3),
    ...cards,
  })
  .check(({ value, issues }) => {
    issues.push(...namesTwice(value));
    if (countOf(value) > 0) return;
    issues.push({ code: 'custom', message: 'must have a rate card', path: [], input: value });
  });
export type PricePlan = z.infer<typeof PricePlan>;
/** The rate cards of a plan. */
export type Cards = Pick<PricePlan, 'currency' | 'fixedFees' | 'licences' | 'usageRates'>;

/** What is to change of a plan: cards that are to be there as they are given, and cards that are not to be there. */
export const Revision = z
  .object({
    ...cards,
    remove: z.array(text(50)).max(100).default([]),
    accounts: z.enum(['KEEP', 'NEXT_CYCLE', 'NOW']).default('KEEP'),
  })
  .check(({ value, issues }) => {
    issues.push(...namesTwice(value));
    const names = new Set([...value.fixedFees, ...value.licences, ...value.usageRates].map((one) => one.name));
    for (const [at, one] of value.remove.entries()) {
      if (!names.has(one)) continue;
      issues.push({ code: 'custom', message: 'is to be there, too', path: ['remove', at], input: value });
    }
    if (countOf(value) + value.remove.length > 0) return;
    issues.push({ code: 'custom', message: 'must change something', path: [], input: value });
  });
/** `OTHERS`: no card that is not given. */
export type Revision = Omit<z.infer<typeof Revision>, 'remove'> & { readonly remove: readonly string[] | 'OTHERS' };
export type Rate = z.infer<typeof Rate>;

const day = z.string();
export const Association = z
  .object({
    accountId: text(50),
    pricePlanId: text(50).nullish(),
    effectiveFrom: day,
    effectiveUntil: day,
  })
  .check(({ value, issues }) => {
    if (value.effectiveUntil > value.effectiveFrom) return;
    issues.push({ code: 'custom', message: 'must be after effectiveFrom', path: ['effectiveUntil'], input: value });
  });
export type Association = z.infer<typeof Association>;
