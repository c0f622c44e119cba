import { z } from 'zod';

const Id = z.union([z.number(), z.string()]).transform(String);
const Text = z
  .string()
  .nullish()
  .transform((value) => value || null);
const Units = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value) => (value == null ? null : String(value)));

const Person = z.object({ id: Id, email: Text, name: Text.optional() });
const Lead = z.object({ id: Id, email: Text, uid: Text, state: Text.optional(), cancelled_at: Text.optional() });
const Reward = z.object({ id: Id, status: Text, amount: Units, unit: Text });

/** v2 sign-up and sale. https://docs.firstpromoter.com/api-reference-v2/tracking */
const EventAnswer = z.object({
  id: Id,
  etype: z.string(),
  referral: Lead,
  commissions: z
    .array(Reward.extend({ promoter_campaign: z.object({ promoter: Person.nullish() }).nullish() }))
    .nullish()
    .transform((all) => all ?? []),
});

/** All of v1, and v2's refund and cancellation. https://docs.firstpromoter.com/api-reference-v1 */
const LeadAnswer = z.object({
  id: Id,
  type: z.string(),
  lead: Lead,
  reward: z
    .union([Reward, z.string()])
    .nullish()
    .transform((reward) => (typeof reward === 'object' ? reward : null)),
  promoter: Person.nullish(),
});

export const TrackAnswer = z.union([EventAnswer, LeadAnswer]);
export type TrackAnswer = z.infer<typeof TrackAnswer>;
