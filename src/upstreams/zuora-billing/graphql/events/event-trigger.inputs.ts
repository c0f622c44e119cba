import { Field, InputType } from 'type-graphql';

const CONDITION =
  "A JEXL expression, at most 5,000 characters, over `changeType` (`INSERT`, `UPDATE`, `DELETE`) and fields of the object: `Invoice.Status`, and `Invoice.Status_old` for the value before. `changeType == 'UPDATE' && Invoice.Status == 'Posted' && Invoice.Status_old != 'Posted'`";

@InputType('EventTypeInput', { description: 'The kind of event that a new trigger makes.' })
class EventTypeInput {
  @Field(() => String, {
    description: 'Its name: a letter, then letters, digits, `_` and `-`, at most 200 characters. Unique in the tenant.',
  })
  name!: string;

  @Field(() => String, { description: 'Its name for people, at most 500 characters.' })
  displayName!: string;

  @Field(() => String, { nullable: true, description: 'Remarks, at most 1,000 characters.' })
  description?: string | null;
}

@InputType('EventTriggerCreateInput', { description: 'A new event trigger.' })
export class EventTriggerCreateInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether it makes events; true unless it is said.' })
  active?: boolean | null;

  @Field(() => String, {
    description:
      'The kind of object: `Account`, `Invoice`, ... in this case, or `default__` and the name of a custom one.',
  })
  baseObject!: string;

  @Field(() => String, { description: CONDITION })
  condition!: string;

  @Field(() => String, { nullable: true, description: 'Remarks, at most 1,000 characters.' })
  description?: string | null;

  @Field(() => EventTypeInput, { description: 'What happens then.' })
  eventType!: EventTypeInput;
}

@InputType('EventTypeUpdateInput', { description: 'Changes of an event type; its name stays.' })
class EventTypeUpdateInput {
  @Field(() => String, { nullable: true, description: 'Its name for people, at most 500 characters.' })
  displayName?: string | null;

  @Field(() => String, { nullable: true, description: 'Remarks, at most 1,000 characters; null removes them.' })
  description?: string | null;
}

@InputType('EventTriggerUpdateInput', {
  description: 'Changes of an event trigger; what is left out stays. Its object stays in any case.',
})
export class EventTriggerUpdateInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether it makes events.' })
  active?: boolean | null;

  @Field(() => String, { nullable: true, description: CONDITION })
  condition?: string | null;

  @Field(() => String, { nullable: true, description: 'Remarks, at most 1,000 characters; null removes them.' })
  description?: string | null;

  @Field(() => EventTypeUpdateInput, { nullable: true, description: 'What happens then.' })
  eventType?: EventTypeUpdateInput | null;
}
