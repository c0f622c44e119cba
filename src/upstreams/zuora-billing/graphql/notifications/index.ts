import type { UpstreamSchema } from '../../../contract.js';
import { CALLOUT_TEMPLATE_PREFIX, EMAIL_TEMPLATE_PREFIX, NOTIFICATION_DEFINITION_PREFIX } from '../../names.js';
import { zuoraBilling } from '../../session.js';
import { ZuoraCalloutTemplateResolver } from './callout-template.resolver.js';
import { ZuoraNotificationDefinitionResolver } from './definition.resolver.js';
import { ZuoraNotificationDefinitionLinks } from './definition-links.resolver.js';
import { ZuoraEmailTemplateResolver } from './email-template.resolver.js';

export const notifications: UpstreamSchema = {
  resolvers: [
    ZuoraCalloutTemplateResolver,
    ZuoraEmailTemplateResolver,
    ZuoraNotificationDefinitionResolver,
    ZuoraNotificationDefinitionLinks,
  ],
  nodes: [
    {
      type: 'ZuoraCalloutTemplate',
      prefix: CALLOUT_TEMPLATE_PREFIX,
      load: (id, context) => context.session(zuoraBilling).notifications.calloutTemplates.load(id),
    },
    {
      type: 'ZuoraEmailTemplate',
      prefix: EMAIL_TEMPLATE_PREFIX,
      load: (id, context) => context.session(zuoraBilling).notifications.emailTemplates.load(id),
    },
    {
      type: 'ZuoraNotificationDefinition',
      prefix: NOTIFICATION_DEFINITION_PREFIX,
      load: (id, context) => context.session(zuoraBilling).notifications.definitions.load(id),
    },
  ],
};
