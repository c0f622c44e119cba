import { Arg, Args, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { refusal } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import { type Connection, PageArgs } from '../../../../schema-kit/connection.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import { planned } from '../../customers/commands.js';
import { decideJob, type JobVerdict, WAITING } from '../../jobs/commands.js';
import type { TogaiJob, TogaiJobCounts, TogaiJobEntry } from '../../jobs/model.js';
import { togai } from '../../session.js';
import { DRY_RUN } from '../descriptions.js';
import { connectionOfTokens } from '../token-connection.js';
import { TogaiJobConnection, TogaiJobCountsType, TogaiJobEntryConnection, TogaiJobType } from './job.type.js';

const JOB_KEY = "Togai's id of the job.";

@ObjectType('TogaiJobPayload', { simpleResolvers: true, description: 'What became of a decision about a job.' })
class TogaiJobPayload extends MutationPayload {
  @Field(() => TogaiJobType, { nullable: true, description: 'The job as it is now; null if nothing was done.' })
  job?: TogaiJob | null;
}

@Resolver(() => TogaiJobType)
export class TogaiJobResolver {
  @Needs('read')
  @Query(() => TogaiJobConnection, { description: "The jobs of Togai, in Togai's order. At most 10 seconds old." })
  togaiJobs(@Args(() => PageArgs) page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<TogaiJob>> {
    return connectionOfTokens('jobs', page, (token) => context.session(togai).jobPage(token));
  }

  @Needs('read')
  @Query(() => TogaiJobType, { nullable: true, description: 'A job of Togai; null if there is none.' })
  togaiJob(
    @Arg('id', () => String, { description: JOB_KEY }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<TogaiJob | null> {
    return context.session(togai).jobs.load(id);
  }

  @FieldResolver(() => TogaiJobCountsType, {
    nullable: true,
    description: 'How far it is. In a list this costs Togai one call each.',
  })
  async counts(@Root() { counts, togaiId }: TogaiJob, @Ctx() context: RequestContext): Promise<TogaiJobCounts | null> {
    return counts ?? (await context.session(togai).jobs.load(togaiId))?.counts ?? null;
  }

  @FieldResolver(() => TogaiJobEntryConnection, {
    nullable: true,
    description: "What it is about, one by one, in Togai's order. At most 10 seconds old.",
  })
  entries(
    @Root() { togaiId }: TogaiJob,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<TogaiJobEntry>> {
    const session = context.session(togai);
    return connectionOfTokens(`job-entries:${togaiId}`, page, (token) => session.jobEntryPage(togaiId, token));
  }

  @Needs('finance')
  @Mutation(() => TogaiJobPayload, { description: 'Lets a job go on that waits for a confirmation.' })
  togaiJobConfirm(
    @Arg('id', () => String, { description: JOB_KEY }) id: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiJobPayload> {
    return decided(context, id, 'confirm', dryRun);
  }

  @Needs('finance')
  @Mutation(() => TogaiJobPayload, { description: 'Ends a job that waits for a confirmation.' })
  togaiJobReject(
    @Arg('id', () => String, { description: JOB_KEY }) id: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiJobPayload> {
    return decided(context, id, 'reject', dryRun);
  }
}

function decided(context: RequestContext, id: string, verdict: JobVerdict, dryRun: boolean): Promise<TogaiJobPayload> {
  const { desk, jobs } = context.session(togai);
  return answered(async (): Promise<{ job: TogaiJob | null; plan?: readonly PlannedCall[] }> => {
    const job = await jobs.load(id);
    if (job === null) throw refusal('NOT_FOUND', `There is no job ${id}.`, ['id']);
    if (dryRun) {
      if (job.status !== WAITING) throw refusal('CONFLICT', `Job ${id} is ${job.status}.`, ['id']);
      return { job, plan: planned({ action: `${verdict}Job`, target: id, after: null }) };
    }
    await decideJob(desk, id, verdict);
    return { job: await jobs.load(id) };
  });
}
