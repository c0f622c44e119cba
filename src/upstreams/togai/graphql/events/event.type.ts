import { ArgsType, Field, ObjectType } from 'type-graphql';
import { z } from 'zod';
import type { Money } from '../../../../kernel/money.js';
import { connectionType, PageArgs } from '../../../../schema-kit/connection.js';
import { MoneyType } from '../../../../schema-kit/money.type.js';
import { DateTimeScalar, DecimalScalar, JsonScalar } from '../../../../schema-kit/scalars.js';
import { zodInput } from '../../../../schema-kit/zod-input.js';
import type {
  TogaiEvent,
  TogaiEventAttribute,
  TogaiEventMeter,
  TogaiEventProcessing,
} from '../../usage/event-model.js';

@ObjectType('TogaiEventAttribute', { simpleResolvers: true, description: 'A number that was measured.' })
class TogaiEventAttributeType implements TogaiEventAttribute {
  @Field(() => String, { description: 'Its name in the event schema.' })
  name!: string;

  @Field(() => String, { description: 'The number as it was sent, exact, of up to 512 digits.' })
  value!: string;

  @Field(() => String, { nullable: true, description: 'What it counts.' })
  unit!: string | null;
}

@ObjectType('TogaiEventMeter', { simpleResolvers: true, description: 'What a usage meter made of an event.' })
class TogaiEventMeterType implements TogaiEventMeter {
  @Field(() => String, { description: "Togai's id of the meter." })
  meterId!: string;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '`PROCESSED_UNITS_COMPUTED` or `PROCESSED_FILTERED_OUT`, or what Togai adds later.',
  })
  status!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How much it counted.' })
  units!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'What that is worth, in the currency of the organisation.' })
  revenue!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: "The same in the currency of the account's invoices." })
  invoicedRevenue!: Money | null;
}

@ObjectType('TogaiEventProcessing', { simpleResolvers: true, description: 'What became of an event.' })
export class TogaiEventProcessingType implements TogaiEventProcessing {
  @Field(() => [TogaiEventMeterType], { description: 'What the usage meters made of it.' })
  meters!: TogaiEventMeterType[];

  @Field(() => [String], { description: "Togai's ids of the price plans that it counts towards." })
  pricePlanIds!: string[];

  @Field(() => String, { nullable: true, description: 'Its status before it was taken back.' })
  statusBeforeReverting!: string | null;
}

@ObjectType('TogaiEvent', {
  simpleResolvers: true,
  description:
    'An entry of the log of usage events. A correction leaves the old entry, as `REVERTED`, and may add a new one.',
})
export class TogaiEventType implements TogaiEvent {
  processing!: TogaiEventProcessing | null;

  @Field(() => String, { description: "Togai's own id of the entry." })
  togaiId!: string;

  @Field(() => String, { nullable: true, description: 'The id that the sender chose.' })
  eventId!: string | null;

  @Field(() => String, { description: 'Name of the event schema.' })
  schemaName!: string;

  @Field(() => String, { description: 'Id or alias of the account, as it was sent.' })
  accountId!: string;

  @Field(() => String, { nullable: true, description: "The company's own id of the customer." })
  customerId!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it happened.' })
  timestamp!: string | null;

  @Field(() => [TogaiEventAttributeType], { description: 'What was measured.' })
  attributes!: TogaiEventAttributeType[];

  @Field(() => JsonScalar, { description: 'Labels by name.' })
  dimensions!: Readonly<Record<string, unknown>>;

  @Field(() => String, {
    description:
      '`INGESTION_IN_PROGRESS`, `INGESTION_COMPLETED_EVENT_METERED`, `INGESTION_FAILED_…`, `REVERTED`; what Togai adds ' +
      'later comes as it is written there.',
  })
  status!: string;

  @Field(() => String, { nullable: true, description: 'The status in words.' })
  statusDescription!: string | null;

  @Field(() => String, { nullable: true, description: 'How it came in, such as `INGEST` or `ENTITLED`.' })
  source!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it came in.' })
  createdAt!: string | null;
}

export const TogaiEventConnection = connectionType('TogaiEvent', () => TogaiEventType);

const Window = z
  .looseObject({ from: z.string().nullish(), to: z.string().nullish() })
  .check(({ value: { from, to }, issues }) => {
    if (!from || !to || Date.parse(to) > Date.parse(from)) return;
    issues.push({ code: 'custom', message: 'must be after from', path: ['to'], input: to });
  });

@zodInput(Window)
@ArgsType()
export class TogaiEventsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: "Only those of this account: the company's own id of it." })
  accountId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only those of this event schema.' })
  schemaName?: string | null;

  @Field(() => String, { nullable: true, description: "Only those in this status, in Togai's word." })
  status?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Only what happened then or later. Togai has no such filter: its pages are looked through, ten at most.',
  })
  from?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only what happened before.' })
  to?: string | null;
}
