import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { checked, refusal } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import { type Connection, PageArgs } from '../../../../schema-kit/connection.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import { EMAIL_TEMPLATE_PREFIX, NOTIFICATION_DEFINITION_PREFIX } from '../../names.js';
import { createNotice, deleteNotice, planned, updateNotice } from '../../notifications/commands.js';
import { NotificationDefinitionCreate, NotificationDefinitionUpdate } from '../../notifications/definition-inputs.js';
import { NOTIFICATION_DEFINITIONS } from '../../notifications/kinds.js';
import type { NotificationDefinition } from '../../notifications/model.js';
import { definitionRequest } from '../../notifications/requests.js';
import { zuoraBilling } from '../../session.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';
import { ownId } from '../own-id.js';
import { existing, ID_DESCRIPTION, referencesIn } from './changes.js';
import { ZuoraNotificationDefinitionCreateInput, ZuoraNotificationDefinitionUpdateInput } from './definition.inputs.js';
import { ZuoraNotificationDefinitionConnection, ZuoraNotificationDefinitionType } from './definition.type.js';

@ObjectType('ZuoraNotificationDefinitionPayload', {
  simpleResolvers: true,
  description: 'What became of a change of a notification definition.',
})
export class ZuoraNotificationDefinitionPayload extends MutationPayload {
  @Field(() => ZuoraNotificationDefinitionType, {
    nullable: true,
    description: 'The definition as it is now; null if it was removed, or if nothing was done.',
  })
  notificationDefinition?: NotificationDefinition | null;
}

interface DefinitionAnswer {
  readonly notificationDefinition: NotificationDefinition | null;
  readonly plan?: readonly PlannedCall[];
}

@ArgsType()
class NotificationDefinitionsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only those for this event, by its name.' })
  eventTypeName?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those with this email template.' })
  emailTemplateId?: string | null;

  @Field(() => String, { nullable: true, description: "Only those of this communication profile, by Zuora's id." })
  communicationProfileId?: string | null;
}

@Resolver()
export class ZuoraNotificationDefinitionResolver {
  @Needs('read')
  @Query(() => ZuoraNotificationDefinitionType, {
    nullable: true,
    description: 'A notification definition of Zuora Billing; null if there is none.',
  })
  zuoraNotificationDefinition(
    @Arg('id', () => ID, { description: ID_DESCRIPTION }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<NotificationDefinition | null> {
    return context.session(zuoraBilling).notifications.definitions.load(ownId(NOTIFICATION_DEFINITION_PREFIX, id));
  }

  @Needs('read')
  @Query(() => ZuoraNotificationDefinitionConnection, {
    description: "Notification definitions of Zuora Billing, in Zuora's own order.",
  })
  zuoraNotificationDefinitions(
    @Args(() => NotificationDefinitionsArgs) { first, after, ...wanted }: NotificationDefinitionsArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<NotificationDefinition>> {
    const { communicationProfileId: profileId, eventTypeName, emailTemplateId: template } = wanted;
    const emailTemplateId = template == null ? null : ownId(EMAIL_TEMPLATE_PREFIX, template);
    const filter = { profileId, eventTypeName, emailTemplateId };
    return context
      .session(zuoraBilling)
      .notifications.page(NOTIFICATION_DEFINITIONS, filter, { first, after: after ?? null });
  }

  @Needs('admin')
  @Mutation(() => ZuoraNotificationDefinitionPayload, {
    description: 'Makes a notification definition: from then on emails or callouts go out when its event happens.',
  })
  zuoraNotificationDefinitionCreate(
    @Arg('input', () => ZuoraNotificationDefinitionCreateInput, { description: 'The new definition.' })
    input: ZuoraNotificationDefinitionCreateInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraNotificationDefinitionPayload> {
    const session = context.session(zuoraBilling);
    const { desk, notifications } = session;
    return answered(async (): Promise<DefinitionAnswer> => {
      const given = checked(NotificationDefinitionCreate, input);
      const wanted = await referencesIn(session, given, given.eventTypeName);
      const request = definitionRequest(wanted, wanted.eventTypeName);
      const { create } = NOTIFICATION_DEFINITIONS.operations;
      if (dryRun) return { notificationDefinition: null, plan: planned(create, null, request) };
      const id = await createNotice(
        desk,
        NOTIFICATION_DEFINITIONS,
        request,
        { eventTypeName: wanted.eventTypeName },
        key ?? null,
      );
      return { notificationDefinition: await notifications.definitions.load(id) };
    });
  }

  @Needs('admin')
  @Mutation(() => ZuoraNotificationDefinitionPayload, {
    description: 'Changes a notification definition.',
  })
  zuoraNotificationDefinitionUpdate(
    @Arg('id', () => ID, { description: ID_DESCRIPTION }) id: string,
    @Arg('input', () => ZuoraNotificationDefinitionUpdateInput, { description: 'What to change.' })
    input: ZuoraNotificationDefinitionUpdateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraNotificationDefinitionPayload> {
    const session = context.session(zuoraBilling);
    const { desk, notifications } = session;
    return answered(async (): Promise<DefinitionAnswer> => {
      const given = checked(NotificationDefinitionUpdate, input);
      const before = await existing(session, NOTIFICATION_DEFINITIONS, id);
      const { zuoraId } = before;
      const wanted = await referencesIn(session, given, before.eventTypeName);
      refuseNothingToSend(before, wanted);
      const request = definitionRequest(wanted, before.eventTypeName);
      const { update } = NOTIFICATION_DEFINITIONS.operations;
      if (dryRun) return { notificationDefinition: before, plan: planned(update, zuoraId, request) };
      const { definitions } = notifications;
      await updateNotice(desk, NOTIFICATION_DEFINITIONS, zuoraId, request).finally(() => definitions.drop(zuoraId));
      return { notificationDefinition: await definitions.load(zuoraId) };
    });
  }

  @Needs('admin')
  @Mutation(() => ZuoraNotificationDefinitionPayload, { description: 'Removes a notification definition.' })
  zuoraNotificationDefinitionDelete(
    @Arg('id', () => ID, { description: ID_DESCRIPTION }) id: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraNotificationDefinitionPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<DefinitionAnswer> => {
      const before = await existing(session, NOTIFICATION_DEFINITIONS, id);
      const { zuoraId } = before;
      const remove = NOTIFICATION_DEFINITIONS.operations.delete;
      if (dryRun) return { notificationDefinition: before, plan: planned(remove, zuoraId, null) };
      const { definitions } = session.notifications;
      await deleteNotice(session.desk, NOTIFICATION_DEFINITIONS, zuoraId).finally(() => definitions.drop(zuoraId));
      return { notificationDefinition: null };
    });
  }
}

/** Throws a Refusal where something is to go out that there is no template of. */
function refuseNothingToSend(before: NotificationDefinition, wanted: NotificationDefinitionUpdate): void {
  if (wanted.emailActive && !(wanted.emailTemplateId ?? before.emailTemplateId)) {
    throw refusal('INVALID', 'has to be given where emails go out', ['input', 'emailTemplateId']);
  }
  const templates = wanted.calloutTemplateIds ?? before.calloutTemplateIds;
  if (wanted.calloutActive && templates.length === 0 && !(wanted.callout ?? before.callout)) {
    throw refusal('INVALID', 'have to be given where callouts go out', ['input', 'calloutTemplateIds']);
  }
}
