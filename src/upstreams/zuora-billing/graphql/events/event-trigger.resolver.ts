import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { Needs } from '../../../../schema-kit/access.js';
import { type Connection, PageArgs } from '../../../../schema-kit/connection.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { zodInput } from '../../../../schema-kit/zod-input.js';
import { EVENT_NAME } from '../../events/inputs.js';
import type { EventTrigger } from '../../events/model.js';
import { EVENT_TRIGGER_PREFIX } from '../../names.js';
import { zuoraBilling } from '../../session.js';
import { ownId } from '../own-id.js';
import { EventTriggerConnection, EventTriggerType } from './event-trigger.type.js';

// Zuora refuses to look for what no event can be called.
@zodInput(z.looseObject({ eventTypeName: z.string().regex(EVENT_NAME, 'is no name of an event').nullish() }))
@ArgsType()
class EventTriggersArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only those of this kind of object.' })
  baseObject?: string | null;

  @Field(() => String, { nullable: true, description: 'Only those that make this kind of event, by its name.' })
  eventTypeName?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that make events now, or only those that do not.' })
  active?: boolean | null;
}

@Resolver()
export class EventTriggerResolver {
  @Needs('read')
  @Query(() => EventTriggerType, {
    nullable: true,
    description: 'An event trigger of Zuora Billing; null if there is none.',
  })
  eventTrigger(
    @Arg('id', () => ID, { description: "Its id, here or in Zuora's own words." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<EventTrigger | null> {
    return context.session(zuoraBilling).events.triggers.load(ownId(EVENT_TRIGGER_PREFIX, id));
  }

  @Needs('read')
  @Query(() => EventTriggerConnection, { description: "Event triggers of Zuora Billing, in Zuora's own order." })
  eventTriggers(
    @Args(() => EventTriggersArgs) { first, after, ...filter }: EventTriggersArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<EventTrigger>> {
    return context.session(zuoraBilling).events.page(filter, { first, after: after ?? null });
  }
}
