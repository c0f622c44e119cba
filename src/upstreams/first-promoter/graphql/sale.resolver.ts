import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { SyncRun } from '../../../domain/syncs/model.js';
import { UpstreamError } from '../../../kernel/errors.js';
import { checked, Refusal } from '../../../kernel/refusal.js';
import { Needs } from '../../../schema-kit/access.js';
import type { RequestContext } from '../../../schema-kit/context.js';
import { answered } from '../../../schema-kit/mutation.js';
import { SyncRunType, toSyncRun } from '../../../schema-kit/syncs/sync-run.type.js';
import { SYSTEM } from '../names.js';
import { firstPromoter } from '../session.js';
import { type EventToTrack, track } from '../tracking/commands.js';
import { SaleInput } from '../tracking/inputs.js';
import { toRecord } from '../tracking/mapping.js';
import { saleFields } from '../tracking/requests.js';
import { noticeOf } from '../tracking/sale-tracker.js';
import { ReferralSaleTrackInput } from './tracking.inputs.js';
import { DRY_RUN, personOf, type TrackingAnswer, TrackingPayload, UNTOLD } from './tracking.payload.js';

@ObjectType('ReferralSalePayload', { simpleResolvers: true, description: 'What became of a sale.' })
class ReferralSalePayload extends TrackingPayload {
  @Field(() => SyncRunType, {
    nullable: true,
    description:
      "What tells of the sale and puts the buyer's account under its plan, and goes on by itself, whatever fails; null where no " +
      'plan is named or no system has price plans. A buyer whom nobody referred is put under none.',
  })
  run?: SyncRunType | null;
}

interface SaleAnswer extends TrackingAnswer {
  readonly run: SyncRunType | null;
}

@Resolver()
export class SaleResolver {
  @Needs('write')
  @Mutation(() => ReferralSalePayload, {
    description:
      'Tells FirstPromoter of a sale, once for its event id, and puts the account of the buyer under the plan that it names. A ' +
      'buyer whom nobody referred is no failure: `referral` is null. Without `outcome` and user errors the run goes on telling.',
  })
  referralSaleTrack(
    @Arg('input', () => ReferralSaleTrackInput, { description: 'The sale.' }) given: ReferralSaleTrackInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ReferralSalePayload> {
    const { desk } = context.session(firstPromoter);
    return answered(async (): Promise<SaleAnswer> => {
      const input = checked(SaleInput, given);
      const { eventId, plan, accountId, effectiveFrom, effectiveUntil, customer: customerId = null } = input;
      const { person, references } = await personOf(input, context);
      const event: EventToTrack & { key: string } = {
        ...{ event: 'sale', key: eventId, references },
        fields: saleFields(input, person, desk.settings),
      };
      const followed = { eventId, accountId, effectiveFrom, effectiveUntil, customerId, sale: noticeOf(person, event) };
      if (dryRun) {
        const run = plan == null ? null : await context.sales.plan({ ...followed, plan });
        const sale = { system: SYSTEM, action: 'sale', target: person.uid ?? person.email, after: event.fields };
        const rest = run?.steps
          .slice(1)
          .map(({ system, action, target, after }) => ({ system, action, target, after }));
        return { ...UNTOLD, plan: [sale, ...(rest ?? [])], run: run && toSyncRun(run) };
      }
      const run = plan == null ? null : await context.sales.begin({ ...followed, plan });
      return await told(event, run, context);
    });
  }
}

/** Tells at once; what cannot be told now is told by the run. */
async function told(event: EventToTrack, run: SyncRun | null, context: RequestContext): Promise<SaleAnswer> {
  const { desk } = context.session(firstPromoter);
  const follow = async () => run && toSyncRun(await context.sales.follow(run));
  try {
    const tracking = await track(desk, event);
    const record = tracking.referral && toRecord(tracking.referral);
    if (record) await context.customers.changed(record);
    return { ...tracking, run: await follow() };
  } catch (error) {
    if (run === null) throw error;
    if (isRefused(error)) {
      await context.sales.refused(run, error.message);
      throw error;
    }
    return { ...UNTOLD, run: await follow() };
  }
}

/** Whether it is certain that nothing was counted, and that telling it again would be no use. */
function isRefused(error: unknown): error is Error {
  return (
    error instanceof Refusal || (error instanceof UpstreamError && !error.retryable && error.outcome === 'not_applied')
  );
}
