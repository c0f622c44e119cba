import { Field, ObjectType } from 'type-graphql';
import { refusal } from '../../../kernel/refusal.js';
import type { RequestContext } from '../../../schema-kit/context.js';
import { MutationPayload, type PlannedCall } from '../../../schema-kit/mutation.js';
import type { Referral, ReferralCommission, TrackingOutcome } from '../model.js';
import { SYSTEM } from '../names.js';
import type { Person } from '../tracking/requests.js';
import { ReferralCommissionType, ReferralType, TrackingOutcomeEnum } from './referral.type.js';

@ObjectType({ simpleResolvers: true, description: 'What became of an event.' })
export abstract class TrackingPayload extends MutationPayload {
  @Field(() => TrackingOutcomeEnum, {
    nullable: true,
    description: 'What FirstPromoter made of it; null if nothing was done.',
  })
  outcome?: TrackingOutcome | null;

  @Field(() => ReferralType, {
    nullable: true,
    description: 'The referral that the event counted for; null if there is none, or if it had been tracked before.',
  })
  referral?: Referral | null;

  @Field(() => [ReferralCommissionType], { nullable: true, description: 'What promoters get for it.' })
  commissions?: readonly ReferralCommission[] | null;
}

export const DRY_RUN = 'Whether to check everything and to say what would be sent, without sending it.';

export interface TrackingAnswer {
  readonly outcome: TrackingOutcome | null;
  readonly referral: Referral | null;
  readonly commissions: readonly ReferralCommission[] | null;
  readonly plan?: readonly PlannedCall[];
}
export interface Named {
  readonly customer?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly uid?: string | null | undefined;
}

/** Where nothing was told, or not yet. */
export const UNTOLD = { outcome: null, referral: null, commissions: null } as const;

/** A customer of ours lends the email, and its ids as what leads from the referral to the customer. */
export async function personOf(
  { customer: id, email = null, uid = null }: Named,
  context: RequestContext,
): Promise<{ person: Person; references: string[] }> {
  if (id == null) return { person: { email, uid }, references: [] };
  const customer = await context.customers.byId(id);
  if (!customer) throw refusal('NOT_FOUND', `There is no customer ${id}.`, ['input', 'customer']);
  const known = email ?? customer.email;
  if (known === null && uid === null) {
    throw refusal('INVALID', 'The customer has no email address: give email or uid.', ['input', 'customer']);
  }
  const elsewhere = customer.externalIds.filter(({ system }) => system !== SYSTEM);
  return { person: { email: known, uid }, references: elsewhere.map(({ value }) => value) };
}
