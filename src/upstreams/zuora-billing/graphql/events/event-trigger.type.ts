import { Field, ObjectType } from 'type-graphql';
import { connectionType } from '../../../../schema-kit/connection.js';
import { Node } from '../../../../schema-kit/node.js';
import type { EventTrigger, EventType } from '../../events/model.js';

@ObjectType('EventType', { simpleResolvers: true, description: 'What kind of event a trigger makes.' })
export class EventTypeType implements EventType {
  @Field(() => String, { description: 'Its name, by which notifications refer to it.' })
  name!: string;

  @Field(() => String, { description: 'Its name for people.' })
  displayName!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Who made it: `user.notification` for events of the tenant, `com.zuora.notification` for those of Zuora.',
  })
  namespace!: string | null;

  @Field(() => String, { nullable: true, description: 'Remarks.' })
  description!: string | null;
}

@ObjectType('EventTrigger', {
  implements: Node,
  simpleResolvers: true,
  description:
    'A rule of Zuora Billing: when an object changes so that the condition holds, an event happens, and notifications of that event go out.',
})
export class EventTriggerType extends Node implements EventTrigger {
  @Field(() => String, { description: "Zuora's id." })
  zuoraId!: string;

  @Field(() => Boolean, { description: 'Whether it makes events now.' })
  active!: boolean;

  @Field(() => String, {
    description:
      'The kind of object whose changes are watched: `Account`, or `default__` and the name of a custom one.',
  })
  baseObject!: string;

  @Field(() => String, { description: 'When an event happens: a JEXL expression over the object and its change.' })
  condition!: string;

  @Field(() => String, { nullable: true, description: 'Remarks.' })
  description!: string | null;

  @Field(() => EventTypeType, { description: 'What happens then.' })
  eventType!: EventTypeType;
}

export const EventTriggerConnection = connectionType('EventTrigger', () => EventTriggerType);
