import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { checked } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { zuoraBilling } from '../../session.js';
import type { SubscriptionChange } from '../../subscriptions/changes.js';
import {
  SubscriptionCancel,
  SubscriptionRenew,
  SubscriptionResume,
  SubscriptionSuspend,
} from '../../subscriptions/inputs.js';
import { DRY_RUN } from '../descriptions.js';
import { changed, SUBSCRIPTION_KEY } from './changed.js';
import { ZuoraSubscriptionPayload } from './subscription-payload.type.js';
import {
  ZuoraSubscriptionCancelInput,
  ZuoraSubscriptionRenewInput,
  ZuoraSubscriptionResumeInput,
  ZuoraSubscriptionSuspendInput,
} from './term.inputs.js';

@Resolver()
export class ZuoraSubscriptionTermMutations {
  @Needs('write')
  @Mutation(() => ZuoraSubscriptionPayload, { description: 'Ends a subscription.' })
  zuoraSubscriptionCancel(
    @Arg('key', () => String, { description: SUBSCRIPTION_KEY }) key: string,
    @Arg('input', () => ZuoraSubscriptionCancelInput, { description: 'When it ends.' })
    input: ZuoraSubscriptionCancelInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraSubscriptionPayload> {
    const wanted = (): SubscriptionChange => ({ kind: 'cancel', input: checked(SubscriptionCancel, input) });
    return changed(context.session(zuoraBilling), key, dryRun, wanted);
  }

  @Needs('write')
  @Mutation(() => ZuoraSubscriptionPayload, { description: 'Begins the next term of a subscription.' })
  zuoraSubscriptionRenew(
    @Arg('key', () => String, { description: SUBSCRIPTION_KEY }) key: string,
    @Arg('input', () => ZuoraSubscriptionRenewInput, { nullable: true, description: 'How it is billed.' })
    input: ZuoraSubscriptionRenewInput | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraSubscriptionPayload> {
    const wanted = (): SubscriptionChange => ({ kind: 'renew', input: checked(SubscriptionRenew, input ?? {}) });
    return changed(context.session(zuoraBilling), key, dryRun, wanted);
  }

  @Needs('write')
  @Mutation(() => ZuoraSubscriptionPayload, { description: 'Pauses a subscription.' })
  zuoraSubscriptionSuspend(
    @Arg('key', () => String, { description: SUBSCRIPTION_KEY }) key: string,
    @Arg('input', () => ZuoraSubscriptionSuspendInput, { description: 'When it pauses.' })
    input: ZuoraSubscriptionSuspendInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraSubscriptionPayload> {
    const wanted = (): SubscriptionChange => ({ kind: 'suspend', input: checked(SubscriptionSuspend, input) });
    return changed(context.session(zuoraBilling), key, dryRun, wanted);
  }

  @Needs('write')
  @Mutation(() => ZuoraSubscriptionPayload, { description: 'Lets a suspended subscription go on.' })
  zuoraSubscriptionResume(
    @Arg('key', () => String, { description: SUBSCRIPTION_KEY }) key: string,
    @Arg('input', () => ZuoraSubscriptionResumeInput, { description: 'When it goes on.' })
    input: ZuoraSubscriptionResumeInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraSubscriptionPayload> {
    const wanted = (): SubscriptionChange => ({ kind: 'resume', input: checked(SubscriptionResume, input) });
    return changed(context.session(zuoraBilling), key, dryRun, wanted);
  }
}
