import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../../../schema-kit/connection.js';
import { DateTimeScalar, JsonScalar } from '../../../../schema-kit/scalars.js';
import type { TogaiJob, TogaiJobCounts, TogaiJobEntry } from '../../jobs/model.js';

@ObjectType('TogaiJobCounts', { simpleResolvers: true, description: 'How far a job is.' })
export class TogaiJobCountsType implements TogaiJobCounts {
  @Field(() => Int, { nullable: true, description: 'All entries.' })
  total!: number | null;

  @Field(() => Int, { nullable: true, description: 'Those that wait.' })
  pending!: number | null;

  @Field(() => Int, { nullable: true, description: 'Those that failed.' })
  failed!: number | null;

  @Field(() => Int, { nullable: true, description: 'Those that are done.' })
  completed!: number | null;
}

@ObjectType('TogaiJobEntry', { simpleResolvers: true, description: 'One thing that a job is about.' })
class TogaiJobEntryType implements TogaiJobEntry {
  @Field(() => String, { description: "Togai's id of what it is about, such as an invoice." })
  togaiId!: string;

  @Field(() => String, {
    description:
      '`PENDING`, `IN_PROGRESS`, `COMPLETED`, `FAILED` or `CANCELLED`; what Togai adds later comes as it is written there.',
  })
  status!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was created.' })
  createdAt!: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'What Togai says beside.' })
  metadata!: Readonly<Record<string, unknown>> | null;
}

@ObjectType('TogaiJob', {
  simpleResolvers: true,
  description: 'Work that Togai does by itself: moves to other price plans, corrections of events, bill runs.',
})
export class TogaiJobType implements TogaiJob {
  counts!: TogaiJobCounts | null;

  @Field(() => String, { description: "Togai's id of the job." })
  togaiId!: string;

  @Field(() => String, {
    nullable: true,
    description: '`PRICE_PLAN`, `EVENT_CORRECTIONS` or `BILL_RUN`; what Togai adds later comes as it is written there.',
  })
  type!: string | null;

  @Field(() => String, {
    description:
      '`SCHEDULED`, `PENDING`, `INITIALIZED`, `WAITING_FOR_CONFIRMATION`, `IN_PROGRESS`, `COMPLETED`, `FAILED` or ' +
      '`CANCELLED`; what Togai adds later comes as it is written there.',
  })
  status!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  settledAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last changed.' })
  updatedAt!: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'What it is about, such as the price plans moved between.' })
  metadata!: Readonly<Record<string, unknown>> | null;
}

export const TogaiJobConnection = connectionType('TogaiJob', () => TogaiJobType);
export const TogaiJobEntryConnection = connectionType('TogaiJobEntry', () => TogaiJobEntryType);
