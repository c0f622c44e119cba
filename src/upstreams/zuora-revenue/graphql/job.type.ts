import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MutationPayload } from '../../../schema-kit/mutation.js';
import { DateTimeScalar } from '../../../schema-kit/scalars.js';
import type { JobStatus, RevenueJob, RevenueOrg, RevenueProgram, RevenueProgramParameter } from '../model.js';

const JobStatusEnum: Record<JobStatus, JobStatus> = {
  PENDING: 'PENDING',
  RUNNING: 'RUNNING',
  COMPLETED: 'COMPLETED',
  WARNING: 'WARNING',
  ERROR: 'ERROR',
  FAILED: 'FAILED',
  CANCELLED: 'CANCELLED',
  TERMINATED: 'TERMINATED',
  INCOMPATIBLE: 'INCOMPATIBLE',
  UNKNOWN: 'UNKNOWN',
};
registerEnumType(JobStatusEnum, {
  name: 'RevenueJobStatus',
  description: 'How far a job of Zuora Revenue has come.',
  valuesConfig: {
    PENDING: { description: 'It has not begun.' },
    RUNNING: { description: 'It is under way.' },
    COMPLETED: { description: 'It has done its work.' },
    WARNING: { description: 'It has ended, and something is to be looked at: there may have been nothing to do.' },
    ERROR: { description: 'It could not be done; the call that tells so succeeds all the same.' },
    FAILED: { description: 'It broke off.' },
    CANCELLED: { description: 'Somebody cancelled it.' },
    TERMINATED: { description: 'It was ended from outside.' },
    INCOMPATIBLE: { description: 'Another job was under way that cannot run beside it.' },
    UNKNOWN: { description: 'A status that this gateway does not know: see `rawStatus`.' },
  },
});

@ObjectType('RevenueJob', {
  simpleResolvers: true,
  description: 'A job of Zuora Revenue: a program or data collection.',
})
export class RevenueJobType implements RevenueJob {
  @Field(() => String, { description: "Zuora Revenue's id of the job." })
  jobId!: string;

  @Field(() => JobStatusEnum, { description: 'How far it has come.' })
  status!: JobStatus;

  @Field(() => String, { description: 'The status as Zuora Revenue writes it.' })
  rawStatus!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why it could not be done; null if it could, or nothing is told.',
  })
  failure!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it began; null before.' })
  startedAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was submitted.' })
  createdAt!: string | null;

  @Field(() => String, { nullable: true, description: 'The user who submitted it.' })
  createdBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last changed.' })
  updatedAt!: string | null;
}

@ObjectType('RevenueOrg', { simpleResolvers: true, description: 'An organisation of the tenant.' })
export class RevenueOrgType implements RevenueOrg {
  @Field(() => Int, { description: 'Its id.' })
  orgId!: number;

  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType('RevenueProgramParameter', { simpleResolvers: true, description: 'A parameter of a program.' })
class RevenueProgramParameterType implements RevenueProgramParameter {
  @Field(() => Int, { description: 'Its id.' })
  parameterId!: number;

  @Field(() => Int, { description: 'Its place among the parameters.' })
  sequence!: number;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: "The type of its value, in Zuora Revenue's words." })
  type!: string | null;

  @Field(() => Boolean, { description: 'Whether it has to be given.' })
  mandatory!: boolean;
}

@ObjectType('RevenueProgram', { simpleResolvers: true, description: 'A program that can be submitted as a job.' })
export class RevenueProgramType implements RevenueProgram {
  @Field(() => String, { description: 'Its id.' })
  programId!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => [RevenueProgramParameterType], { description: 'Its parameters, in their order.' })
  parameters!: readonly RevenueProgramParameter[];
}

@ObjectType('RevenueJobPayload', { simpleResolvers: true, description: 'What became of a job that was to be started.' })
export class RevenueJobPayload extends MutationPayload {
  @Field(() => RevenueJobType, { nullable: true, description: 'The job; null if none was started.' })
  job?: RevenueJob | null;
}
