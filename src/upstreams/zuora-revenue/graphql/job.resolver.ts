import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Refusal, refusal } from '../../../kernel/refusal.js';
import { Needs } from '../../../schema-kit/access.js';
import type { RequestContext } from '../../../schema-kit/context.js';
import { answered } from '../../../schema-kit/mutation.js';
import type { RevenueJob, RevenueOrg, RevenueProgram } from '../model.js';
import { SYSTEM } from '../names.js';
import {
  type Collection,
  type ProgramRun,
  readCollectionJob,
  readJob,
  readOrgs,
  readPrograms,
  startCollection,
  submitBody,
  submitProgram,
} from '../reading/jobs.js';
import { type RevenueSession, zuoraRevenue } from '../session.js';
import { RevenueCollectionInput, RevenueJobSubmitInput } from './job.inputs.js';
import { RevenueJobPayload, RevenueJobType, RevenueOrgType, RevenueProgramType } from './job.type.js';

const DRY_RUN = 'Whether to check everything and to say what would be sent, without sending it.';
const NEVER_TWICE =
  'It is sent once: jobs cannot be looked up, so a lost answer is an error that says so, and never a second job.';

@Resolver()
export class RevenueJobResolver {
  @Needs('read')
  @Query(() => [RevenueOrgType], { description: 'The organisations of the Zuora Revenue tenant.' })
  revenueOrgs(@Ctx() context: RequestContext): Promise<readonly RevenueOrg[]> {
    const { client, signal } = context.session(zuoraRevenue);
    return readOrgs(client, { signal });
  }

  @Needs('read')
  @Query(() => [RevenueProgramType], { description: 'The programs that can be submitted as jobs.' })
  revenuePrograms(@Ctx() context: RequestContext): Promise<readonly RevenueProgram[]> {
    const { client, signal } = context.session(zuoraRevenue);
    return readPrograms(client, { signal });
  }

  @Needs('read')
  @Query(() => RevenueJobType, { nullable: true, description: 'A job of a program, as it stands now.' })
  revenueJob(
    @Arg('orgId', () => Int, { description: 'The organisation that it was submitted for.' }) orgId: number,
    @Arg('jobId', () => String, { description: "Zuora Revenue's id of the job." }) jobId: string,
    @Ctx() context: RequestContext,
  ): Promise<RevenueJob | null> {
    const { client, signal } = context.session(zuoraRevenue);
    return readJob(client, { orgId, jobId }, { signal });
  }

  @Needs('read')
  @Query(() => RevenueJobType, { nullable: true, description: 'A job of data collection, as it stands now.' })
  revenueCollectionJob(
    @Arg('jobId', () => String, { description: "Zuora Revenue's id of the job." }) jobId: string,
    @Ctx() context: RequestContext,
  ): Promise<RevenueJob | null> {
    const { client, signal } = context.session(zuoraRevenue);
    return readCollectionJob(client, jobId, { signal });
  }

  @Needs('finance')
  @Mutation(() => RevenueJobPayload, { description: `Submits a program as a job. ${NEVER_TWICE}` })
  revenueJobSubmit(
    @Arg('input', () => RevenueJobSubmitInput, { description: 'The program and its parameters.' })
    input: RevenueJobSubmitInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<RevenueJobPayload> {
    const session = context.session(zuoraRevenue);
    const { client, signal } = session;
    return answered(async (): Promise<Pick<RevenueJobPayload, 'job' | 'plan'>> => {
      const run = await programRun(session, input);
      const target = `${run.orgId}/${run.programId}`;
      const plan = [{ system: SYSTEM, action: 'submitProgram', target, after: submitBody(run) }];
      if (dryRun) return { job: null, plan };
      const jobId = await submitProgram(client, run, { signal });
      return { job: await readJob(client, { orgId: run.orgId, jobId }, { signal }) };
    });
  }

  @Needs('finance')
  @Mutation(() => RevenueJobPayload, { description: `Starts data collection. ${NEVER_TWICE}` })
  revenueCollectionStart(
    @Arg('input', () => RevenueCollectionInput, { description: 'The RC template.' }) input: RevenueCollectionInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<RevenueJobPayload> {
    const session = context.session(zuoraRevenue);
    const { client, signal } = session;
    return answered(async (): Promise<Pick<RevenueJobPayload, 'job' | 'plan'>> => {
      const collection = collectionOf(session, input, ['input']);
      const after = { rc_template_name: collection.rcTemplate, org_id: collection.orgId };
      const plan = [{ system: SYSTEM, action: 'submitDataCollection', target: collection.rcTemplate, after }];
      if (dryRun) return { job: null, plan };
      const jobId = await startCollection(client, collection, { signal });
      return { job: await readCollectionJob(client, jobId, { signal }) };
    });
  }
}

/** The RC template that was named, or the configured one. */
export function collectionOf(
  { settings }: RevenueSession,
  { rcTemplate, orgId }: RevenueCollectionInput,
  at: readonly string[],
): Collection {
  const template = rcTemplate?.trim() || settings.collectionTemplate;
  if (template) return { rcTemplate: template, orgId: orgId ?? null };
  const message = 'Name the RC template, or set ZUORA_REVENUE_COLLECTION_TEMPLATE.';
  throw refusal('INVALID', message, [...at, 'rcTemplate']);
}

/** Every parameter of the program has to be sent, in its order. */
async function programRun(
  { client, signal }: RevenueSession,
  { orgId, programId, parameters }: RevenueJobSubmitInput,
): Promise<ProgramRun> {
  const [orgs, programs] = await Promise.all([readOrgs(client, { signal }), readPrograms(client, { signal })]);
  if (!orgs.some((org) => org.orgId === orgId)) {
    throw refusal('NOT_FOUND', `There is no organisation ${orgId}.`, ['input', 'orgId']);
  }
  const program = programs.find((one) => one.programId === programId);
  if (!program) throw refusal('NOT_FOUND', `There is no program ${programId}.`, ['input', 'programId']);
  const given = new Map(parameters.map(({ name, value }) => [name.toUpperCase(), value]));
  const known = new Set(program.parameters.map(({ name }) => name.toUpperCase()));
  const problems = [
    ...parameters.flatMap(({ name }, at) =>
      known.has(name.toUpperCase())
        ? []
        : [
            {
              message: `${program.name} has no parameter ${name}.`,
              field: ['input', 'parameters', String(at), 'name'],
            },
          ],
    ),
    ...program.parameters.flatMap(({ name, mandatory }) =>
      mandatory && !given.get(name.toUpperCase())
        ? [{ message: `${program.name} needs the parameter ${name}.`, field: ['input', 'parameters'] }]
        : [],
    ),
  ];
  if (problems.length > 0) throw new Refusal(problems.map((problem) => ({ code: 'INVALID', ...problem })));
  const values = program.parameters.map(({ parameterId, sequence, name }) => ({
    parameterId,
    sequence,
    value: given.get(name.toUpperCase()) ?? '',
  }));
  return { orgId, programId, parameters: values };
}
