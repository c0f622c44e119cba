import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../../schema-kit/context.js';
import type { CalloutTemplate, EmailTemplate, NotificationDefinition } from '../../notifications/model.js';
import { zuoraBilling } from '../../session.js';
import { ZuoraCalloutTemplateType } from './callout-template.type.js';
import { ZuoraNotificationDefinitionType } from './definition.type.js';
import { ZuoraEmailTemplateType } from './email-template.type.js';

@Resolver(() => ZuoraNotificationDefinitionType)
export class ZuoraNotificationDefinitionLinks {
  @FieldResolver(() => [ZuoraCalloutTemplateType], {
    nullable: true,
    description: 'Its callout templates; those that are gone are left out.',
  })
  async calloutTemplates(
    @Root() { calloutTemplateIds }: NotificationDefinition,
    @Ctx() context: RequestContext,
  ): Promise<CalloutTemplate[]> {
    const templates = await context.session(zuoraBilling).notifications.calloutTemplates.loadMany(calloutTemplateIds);
    return templates.filter((template) => template !== null);
  }

  @FieldResolver(() => ZuoraEmailTemplateType, { nullable: true, description: 'Its email template.' })
  emailTemplate(
    @Root() { emailTemplateId }: NotificationDefinition,
    @Ctx() context: RequestContext,
  ): Promise<EmailTemplate | null> | null {
    return emailTemplateId === null
      ? null
      : context.session(zuoraBilling).notifications.emailTemplates.load(emailTemplateId);
  }
}
