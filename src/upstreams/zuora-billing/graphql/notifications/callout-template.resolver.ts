import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { checked } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import { type Connection, PageArgs } from '../../../../schema-kit/connection.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import { CALLOUT_TEMPLATE_PREFIX } from '../../names.js';
import { CalloutTemplateCreate, CalloutTemplateUpdate } from '../../notifications/callout-template-inputs.js';
import { createNotice, deleteNotice, planned, readWhole, updateNotice } from '../../notifications/commands.js';
import { CALLOUT_TEMPLATES } from '../../notifications/kinds.js';
import type { CalloutTemplate } from '../../notifications/model.js';
import { calloutTemplateRequest, changedTemplate } from '../../notifications/requests.js';
import { zuoraBilling } from '../../session.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';
import { ownId } from '../own-id.js';
import { ZuoraCalloutTemplateCreateInput, ZuoraCalloutTemplateUpdateInput } from './callout-template.inputs.js';
import { ZuoraCalloutTemplateConnection, ZuoraCalloutTemplateType } from './callout-template.type.js';
import { existing, ID_DESCRIPTION } from './changes.js';

@ObjectType('ZuoraCalloutTemplatePayload', {
  simpleResolvers: true,
  description: 'What became of a change of a callout template.',
})
export class ZuoraCalloutTemplatePayload extends MutationPayload {
  @Field(() => ZuoraCalloutTemplateType, {
    nullable: true,
    description: 'The template as it is now; null if it was removed, or if nothing was done.',
  })
  calloutTemplate?: CalloutTemplate | null;
}

interface TemplateAnswer {
  readonly calloutTemplate: CalloutTemplate | null;
  readonly plan?: readonly PlannedCall[];
}

@ArgsType()
class CalloutTemplatesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only the one of this name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Only those for this event, by its name.' })
  eventTypeName?: string | null;

  @Field(() => Int, { nullable: true, description: 'Only those for this standard event, by its number.' })
  eventCategory?: number | null;
}

@Resolver()
export class ZuoraCalloutTemplateResolver {
  @Needs('read')
  @Query(() => ZuoraCalloutTemplateType, {
    nullable: true,
    description: 'A callout template of Zuora Billing; null if there is none.',
  })
  zuoraCalloutTemplate(
    @Arg('id', () => ID, { description: ID_DESCRIPTION }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<CalloutTemplate | null> {
    return context.session(zuoraBilling).notifications.calloutTemplates.load(ownId(CALLOUT_TEMPLATE_PREFIX, id));
  }

  @Needs('read')
  @Query(() => ZuoraCalloutTemplateConnection, {
    description: "Callout templates of Zuora Billing, in Zuora's own order.",
  })
  zuoraCalloutTemplates(
    @Args(() => CalloutTemplatesArgs) { first, after, name, eventTypeName, eventCategory }: CalloutTemplatesArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<CalloutTemplate>> {
    const filter = { eventCategory, eventTypeName, name };
    return context.session(zuoraBilling).notifications.page(CALLOUT_TEMPLATES, filter, { first, after: after ?? null });
  }

  @Needs('admin')
  @Mutation(() => ZuoraCalloutTemplatePayload, {
    description: 'Makes a callout template. It sends nothing until a notification definition names it.',
  })
  zuoraCalloutTemplateCreate(
    @Arg('input', () => ZuoraCalloutTemplateCreateInput, { description: 'The new template.' })
    input: ZuoraCalloutTemplateCreateInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraCalloutTemplatePayload> {
    const { desk, notifications } = context.session(zuoraBilling);
    return answered(async (): Promise<TemplateAnswer> => {
      const wanted = checked(CalloutTemplateCreate, input);
      const request = calloutTemplateRequest({ ...wanted, method: wanted.method ?? 'POST' });
      const { create } = CALLOUT_TEMPLATES.operations;
      if (dryRun) return { calloutTemplate: null, plan: planned(create, null, request) };
      const id = await createNotice(desk, CALLOUT_TEMPLATES, request, { name: wanted.name }, key ?? null);
      return { calloutTemplate: await notifications.calloutTemplates.load(id) };
    });
  }

  @Needs('admin')
  @Mutation(() => ZuoraCalloutTemplatePayload, {
    description: 'Changes a callout template. Secrets that are not given stay as they are.',
  })
  zuoraCalloutTemplateUpdate(
    @Arg('id', () => ID, { description: ID_DESCRIPTION }) id: string,
    @Arg('input', () => ZuoraCalloutTemplateUpdateInput, { description: 'What to change.' })
    input: ZuoraCalloutTemplateUpdateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraCalloutTemplatePayload> {
    const session = context.session(zuoraBilling);
    const { desk, notifications } = session;
    return answered(async (): Promise<TemplateAnswer> => {
      const wanted = checked(CalloutTemplateUpdate, input);
      const before = await existing(session, CALLOUT_TEMPLATES, id);
      const { zuoraId } = before;
      const whole = await readWhole(desk, CALLOUT_TEMPLATES, zuoraId);
      const request = changedTemplate(whole ?? {}, calloutTemplateRequest(wanted));
      const { update } = CALLOUT_TEMPLATES.operations;
      if (dryRun) return { calloutTemplate: before, plan: planned(update, zuoraId, request) };
      const { calloutTemplates } = notifications;
      await updateNotice(desk, CALLOUT_TEMPLATES, zuoraId, request).finally(() => calloutTemplates.drop(zuoraId));
      return { calloutTemplate: await calloutTemplates.load(zuoraId) };
    });
  }

  @Needs('admin')
  @Mutation(() => ZuoraCalloutTemplatePayload, { description: 'Removes a callout template.' })
  zuoraCalloutTemplateDelete(
    @Arg('id', () => ID, { description: ID_DESCRIPTION }) id: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraCalloutTemplatePayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<TemplateAnswer> => {
      const before = await existing(session, CALLOUT_TEMPLATES, id);
      const { zuoraId } = before;
      const remove = CALLOUT_TEMPLATES.operations.delete;
      if (dryRun) return { calloutTemplate: before, plan: planned(remove, zuoraId, null) };
      const { calloutTemplates } = session.notifications;
      await deleteNotice(session.desk, CALLOUT_TEMPLATES, zuoraId).finally(() => calloutTemplates.drop(zuoraId));
      return { calloutTemplate: null };
    });
  }
}
