import { Arg, Ctx, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked } from '../../../kernel/refusal.js';
import { Needs } from '../../../schema-kit/access.js';
import type { RequestContext } from '../../../schema-kit/context.js';
import { answered } from '../../../schema-kit/mutation.js';
import type { EventFields, TrackedEvent } from '../client.js';
import type { FirstPromoterSettings } from '../config.js';
import { SYSTEM } from '../names.js';
import { firstPromoter } from '../session.js';
import { track } from '../tracking/commands.js';
import { CancellationInput, RefundInput, SignupInput } from '../tracking/inputs.js';
import { toRecord } from '../tracking/mapping.js';
import { cancellationFields, type Person, refundFields, signupFields } from '../tracking/requests.js';
import {
  ReferralCancellationTrackInput,
  ReferralRefundTrackInput,
  ReferralSignupTrackInput,
} from './tracking.inputs.js';
import { DRY_RUN, type Named, personOf, type TrackingAnswer, TrackingPayload, UNTOLD } from './tracking.payload.js';

@ObjectType('ReferralSignupPayload', { simpleResolvers: true, description: 'What became of a sign-up.' })
class ReferralSignupPayload extends TrackingPayload {}
@ObjectType('ReferralRefundPayload', { simpleResolvers: true, description: 'What became of a refund.' })
class ReferralRefundPayload extends TrackingPayload {}
@ObjectType('ReferralCancellationPayload', { simpleResolvers: true, description: 'What became of a cancellation.' })
class ReferralCancellationPayload extends TrackingPayload {}

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
/** The way that all events go but a sale: who it is, what to send, what came of it. */
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
      return { ...UNTOLD, plan };
    }
    const tracking = await track(desk, { event, fields, key, references });
    const record = tracking.referral && toRecord(tracking.referral);
    if (record) await context.customers.changed(record);
    return tracking;
  });
}
