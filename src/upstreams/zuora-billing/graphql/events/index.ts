import type { UpstreamSchema } from '../../../contract.js';
import { EVENT_TRIGGER_PREFIX } from '../../names.js';
import { zuoraBilling } from '../../session.js';
import { EventTriggerResolver } from './event-trigger.resolver.js';
import { EventTriggerMutations } from './event-trigger-mutations.resolver.js';

export const events: UpstreamSchema = {
  resolvers: [EventTriggerResolver, EventTriggerMutations],
  nodes: [
    {
      type: 'EventTrigger',
      prefix: EVENT_TRIGGER_PREFIX,
      load: (id, context) => context.session(zuoraBilling).events.triggers.load(id),
    },
  ],
};
