import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { checked } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import { type Connection, PageArgs } from '../../../../schema-kit/connection.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import { EMAIL_TEMPLATE_PREFIX } from '../../names.js';
import { createNotice, deleteNotice, planned, updateNotice } from '../../notifications/commands.js';
import { EmailTemplateCreate, EmailTemplateUpdate } from '../../notifications/email-template-inputs.js';
import { EMAIL_TEMPLATES } from '../../notifications/kinds.js';
import type { EmailTemplate } from '../../notifications/model.js';
import { emailTemplateRequest } from '../../notifications/requests.js';
import { zuoraBilling } from '../../session.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';
import { ownId } from '../own-id.js';
import { existing, ID_DESCRIPTION } from './changes.js';
import { ZuoraEmailTemplateCreateInput, ZuoraEmailTemplateUpdateInput } from './email-template.inputs.js';
import { ZuoraEmailTemplateConnection, ZuoraEmailTemplateType } from './email-template.type.js';

@ObjectType('ZuoraEmailTemplatePayload', {
  simpleResolvers: true,
  description: 'What became of a change of an email template.',
})
export class ZuoraEmailTemplatePayload extends MutationPayload {
  @Field(() => ZuoraEmailTemplateType, {
    nullable: true,
    description: 'The template as it is now; null if it was removed, or if nothing was done.',
  })
  emailTemplate?: EmailTemplate | null;
}

interface TemplateAnswer {
  readonly emailTemplate: EmailTemplate | null;
  readonly plan?: readonly PlannedCall[];
}

@ArgsType()
class EmailTemplatesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only the one of this name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Only those for this event, by its name.' })
  eventTypeName?: string | null;

  @Field(() => Int, { nullable: true, description: 'Only those for this standard event, by its number.' })
  eventCategory?: number | null;
}

@Resolver()
export class ZuoraEmailTemplateResolver {
  @Needs('read')
  @Query(() => ZuoraEmailTemplateType, {
    nullable: true,
    description: 'An email template of Zuora Billing; null if there is none.',
  })
  zuoraEmailTemplate(
    @Arg('id', () => ID, { description: ID_DESCRIPTION }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<EmailTemplate | null> {
    return context.session(zuoraBilling).notifications.emailTemplates.load(ownId(EMAIL_TEMPLATE_PREFIX, id));
  }

  @Needs('read')
  @Query(() => ZuoraEmailTemplateConnection, {
    description: "Email templates of Zuora Billing, in Zuora's own order.",
  })
  zuoraEmailTemplates(
    @Args(() => EmailTemplatesArgs) { first, after, name, eventTypeName, eventCategory }: EmailTemplatesArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<EmailTemplate>> {
    const filter = { eventCategory, eventTypeName, name };
    return context.session(zuoraBilling).notifications.page(EMAIL_TEMPLATES, filter, { first, after: after ?? null });
  }

  @Needs('admin')
  @Mutation(() => ZuoraEmailTemplatePayload, {
    description: 'Makes an email template. It sends nothing until a notification definition names it.',
  })
  zuoraEmailTemplateCreate(
    @Arg('input', () => ZuoraEmailTemplateCreateInput, { description: 'The new template.' })
    input: ZuoraEmailTemplateCreateInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraEmailTemplatePayload> {
    const { desk, notifications } = context.session(zuoraBilling);
    return answered(async (): Promise<TemplateAnswer> => {
      const wanted = checked(EmailTemplateCreate, input);
      const request = emailTemplateRequest(wanted);
      const { create } = EMAIL_TEMPLATES.operations;
      if (dryRun) return { emailTemplate: null, plan: planned(create, null, request) };
      const id = await createNotice(desk, EMAIL_TEMPLATES, request, { name: wanted.name }, key ?? null);
      return { emailTemplate: await notifications.emailTemplates.load(id) };
    });
  }

  @Needs('admin')
  @Mutation(() => ZuoraEmailTemplatePayload, {
    description: 'Changes an email template.',
  })
  zuoraEmailTemplateUpdate(
    @Arg('id', () => ID, { description: ID_DESCRIPTION }) id: string,
    @Arg('input', () => ZuoraEmailTemplateUpdateInput, { description: 'What to change.' })
    input: ZuoraEmailTemplateUpdateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraEmailTemplatePayload> {
    const session = context.session(zuoraBilling);
    const { desk, notifications } = session;
    return answered(async (): Promise<TemplateAnswer> => {
      const wanted = checked(EmailTemplateUpdate, input);
      const before = await existing(session, EMAIL_TEMPLATES, id);
      const { zuoraId } = before;
      const request = emailTemplateRequest(wanted);
      const { update } = EMAIL_TEMPLATES.operations;
      if (dryRun) return { emailTemplate: before, plan: planned(update, zuoraId, request) };
      const { emailTemplates } = notifications;
      await updateNotice(desk, EMAIL_TEMPLATES, zuoraId, request).finally(() => emailTemplates.drop(zuoraId));
      return { emailTemplate: await emailTemplates.load(zuoraId) };
    });
  }

  @Needs('admin')
  @Mutation(() => ZuoraEmailTemplatePayload, { description: 'Removes an email template.' })
  zuoraEmailTemplateDelete(
    @Arg('id', () => ID, { description: ID_DESCRIPTION }) id: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraEmailTemplatePayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<TemplateAnswer> => {
      const before = await existing(session, EMAIL_TEMPLATES, id);
      const { zuoraId } = before;
      const remove = EMAIL_TEMPLATES.operations.delete;
      if (dryRun) return { emailTemplate: before, plan: planned(remove, zuoraId, null) };
      const { emailTemplates } = session.notifications;
      await deleteNotice(session.desk, EMAIL_TEMPLATES, zuoraId).finally(() => emailTemplates.drop(zuoraId));
      return { emailTemplate: null };
    });
  }
}
