import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked, refusal } from '../../../kernel/refusal.js';
import { Needs } from '../../../schema-kit/access.js';
import type { RequestContext } from '../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../schema-kit/mutation.js';
import type { EventFields, TrackedEvent } from '../client.js';
import type { FirstPromoterSettings } from '../config.js';
import type { Referral, ReferralCommission, TrackingOutcome } from '../model.js';
import { SYSTEM } from '../names.js';
import { firstPromoter } from '../session.js';
import { track } from '../tracking/commands.js';
import { CancellationInput, RefundInput, SaleInput, SignupInput } from '../tracking/inputs.js';
import { toRecord } from '../tracking/mapping.js';
import { cancellationFields, type Person, refundFields, saleFields, signupFields } from '../tracking/requests.js';
import { ReferralCommissionType, ReferralType, TrackingOutcomeEnum } from './referral.type.js';
import {
  ReferralCancellationTrackInput,
  ReferralRefundTrackInput,
  ReferralSaleTrackInput,
  ReferralSignupTrackInput,
} from './tracking.inputs.js';

@ObjectType({ simpleResolvers: true, description: 'What became of an event.' })
abstract class TrackingPayload extends MutationPayload {
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

@ObjectType('ReferralSignupPayload', { simpleResolvers: true, description: 'What became of a sign-up.' })
class ReferralSignupPayload extends TrackingPayload {}
@ObjectType('ReferralSalePayload', { simpleResolvers: true, description: 'What became of a sale.' })
class ReferralSalePayload extends TrackingPayload {}
@ObjectType('ReferralRefundPayload', { simpleResolvers: true, description: 'What became of a refund.' })
class ReferralRefundPayload extends TrackingPayload {}
@ObjectType('ReferralCancellationPayload', { simpleResolvers: true, description: 'What became of a cancellation.' })
class ReferralCancellationPayload extends TrackingPayload {}

const DRY_RUN = 'Whether to check everything and to say what would be sent, without sending it.';

@Resolver()
export class TrackingResolver {
  @Needs('write')
  @Mutation(() => ReferralSignupPayload, {
    description: 'Tells FirstPromoter that somebody signed up through a promoter. A second time changes nothing.',
  })
  referralSignupTrack(
    @Arg('input', () => ReferralSignupTrackInput, { description: 'Who signed up, and through whom.' })
    input: ReferralSignupTrackInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ReferralSignupPayload> {
    return tell(
      'signup',
      () => checked(SignupInput, input),
      dryRun,
      context,
      (wanted, person) => ({
        fields: signupFields(wanted, person),
        key: null,
      }),
    );
  }

  @Needs('write')
  @Mutation(() => ReferralSalePayload, {
    description:
      'Tells FirstPromoter of a sale, once for its event id. A buyer whom nobody referred is no failure: `referral` is null.',
  })
  referralSaleTrack(
    @Arg('input', () => ReferralSaleTrackInput, { description: 'The sale.' }) input: ReferralSaleTrackInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ReferralSalePayload> {
    return tell(
      'sale',
      () => checked(SaleInput, input),
      dryRun,
      context,
      (wanted, person, settings) => ({
        fields: saleFields(wanted, person, settings),
        key: wanted.eventId,
      }),
    );
  }

  @Needs('write')
  @Mutation(() => ReferralRefundPayload, {
    description: 'Tells FirstPromoter of a refund, once for its event id: takes commissions back.',
  })
  referralRefundTrack(
    @Arg('input', () => ReferralRefundTrackInput, { description: 'The refund.' }) input: ReferralRefundTrackInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ReferralRefundPayload> {
    return tell(
      'refund',
      () => checked(RefundInput, input),
      dryRun,
      context,
      (wanted, person, settings) => ({
        fields: refundFields(wanted, person, settings),
        key: wanted.eventId,
      }),
    );
  }

  @Needs('write')
  @Mutation(() => ReferralCancellationPayload, {
    description: 'Tells FirstPromoter that a person cancelled. A second time changes nothing.',
  })
  referralCancellationTrack(
    @Arg('input', () => ReferralCancellationTrackInput, { description: 'Who cancelled.' })
    input: ReferralCancellationTrackInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ReferralCancellationPayload> {
    return tell(
      'cancellation',
      () => checked(CancellationInput, input),
      dryRun,
      context,
      (_wanted, person) => ({
        fields: cancellationFields(person),
        key: null,
      }),
    );
  }
}

interface Told {
  readonly fields: EventFields;
  readonly key: string | null;
}
interface TrackingAnswer {
  readonly outcome: TrackingOutcome | null;
  readonly referral: Referral | null;
  readonly commissions: readonly ReferralCommission[] | null;
  readonly plan?: readonly PlannedCall[];
}
interface Named {
  readonly customer?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly uid?: string | null | undefined;
}

/** The way that all four events go: who it is, what to send, what came of it. */
function tell<T extends Named>(
  event: TrackedEvent,
  check: () => T,
  dryRun: boolean,
  context: RequestContext,
  compose: (input: T, person: Person, settings: FirstPromoterSettings) => Told,
): Promise<TrackingPayload> {
  const { desk } = context.session(firstPromoter);
  return answered(async (): Promise<TrackingAnswer> => {
    const input = check();
    const { person, references } = await personOf(input, context);
    const { fields, key } = compose(input, person, desk.settings);
    if (dryRun) {
      const plan = [{ system: SYSTEM, action: event, target: person.uid ?? person.email, after: fields }];
      return { outcome: null, referral: null, commissions: null, plan };
    }
    const tracking = await track(desk, { event, fields, key, references });
    const record = tracking.referral && toRecord(tracking.referral);
    if (record) await context.customers.changed(record);
    return tracking;
  });
}

/** A customer of ours lends the email, and its ids as what leads from the referral to the customer. */
async function personOf({ customer: id, email = null, uid = null }: Named, context: RequestContext) {
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
