import { Arg, Args, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { mayAsk } from '../../domain/access/model.js';
import type { Flow } from '../../domain/flows/model.js';
import { templatesFor } from '../../domain/flows/templates.js';
import type { Problem } from '../../kernel/refusal.js';
import { Needs } from '../../schema-kit/access.js';
import { type Connection, connection, PageArgs } from '../../schema-kit/connection.js';
import { parseGlobalId } from '../../schema-kit/global-id.js';
import { answered } from '../../schema-kit/mutation.js';
import { SyncRunConnection, SyncRunType, toSyncRun } from '../../schema-kit/syncs/sync-run.type.js';
import { UserErrorType } from '../../schema-kit/user-error.type.js';
import type { GatewayContext } from '../context.js';
import { FlowInput, toWish } from './flow.inputs.js';
import { FLOW_PREFIX, FlowConnection, FlowTemplateType, FlowType, toFlow, toTemplate } from './flow.type.js';

@ObjectType('FlowPayload', { simpleResolvers: true, description: 'What became of a change to a flow.' })
class FlowPayload {
  @Field(() => FlowType, {
    nullable: true,
    description: 'The flow as it is now; of a deleted one, as it was; null for a dry run and if nothing was done.',
  })
  flow?: FlowType | null;

  @Field(() => SyncRunType, {
    nullable: true,
    description:
      'The run that has the system tell of what the flow waits for, or tell of it no more; of a dry run the plan; null where a system cannot be told.',
  })
  setup?: SyncRunType | null;

  @Field(() => [SyncRunType], {
    nullable: true,
    description:
      'For a dry run: the runs that the last event of its trigger would have begun, with their steps; null otherwise.',
  })
  preview?: SyncRunType[] | null;

  @Field(() => [UserErrorType], { description: 'Why nothing was done; empty if it was.' })
  userErrors!: readonly Problem[];
}

const FLOW_ID = 'The id of the flow.';

@Resolver(() => FlowType)
export class FlowResolver {
  @Needs('sync')
  @Query(() => FlowConnection, { description: 'What follows of itself when something happens, the oldest flow first.' })
  async flows(
    @Args(() => PageArgs) { first, after = null }: PageArgs,
    @Ctx() { flows }: GatewayContext,
  ): Promise<Connection<FlowType>> {
    const page = await flows.book.page({ first, after });
    const edges = page.items.map(({ node, cursor }) => ({ node: toFlow(node, flows.systems), cursor }));
    return connection(edges, { hasNextPage: page.hasNextPage, after });
  }

  @Needs('sync')
  @Query(() => [FlowTemplateType], { description: 'Flows that most companies want, ready to be made.' })
  flowTemplates(@Ctx() { flows }: GatewayContext): FlowTemplateType[] {
    return templatesFor(flows.systems.all).map(toTemplate);
  }

  @Needs('sync')
  @Mutation(() => FlowPayload, {
    description:
      'Makes a flow, from a template or freely. What happened before is not its business. A dry run makes nothing, and says what it would have made of the last event of its trigger.',
  })
  flowCreate(
    @Arg('input', () => FlowInput, { description: 'What it is to be.' }) input: FlowInput,
    @Arg('dryRun', () => Boolean, {
      defaultValue: false,
      description: 'Whether to say what it would do, and make nothing.',
    })
    dryRun: boolean,
    @Ctx() context: GatewayContext,
  ): Promise<FlowPayload> {
    const { flows } = context;
    return answered(async () => {
      if (!dryRun) return await changed(await flows.create(toWish(input), callerOf(context)), context);
      const { setup, runs } = await flows.preview(toWish(input), callerOf(context));
      return { setup: setup && toSyncRun(setup), preview: runs.map(toSyncRun) };
    });
  }

  @Needs('sync')
  @Mutation(() => FlowPayload, { description: 'Changes a flow, or switches it on or off.' })
  flowUpdate(
    @Arg('id', () => ID, { description: FLOW_ID }) id: string,
    @Arg('input', () => FlowInput, { description: 'What is to be different.' }) input: FlowInput,
    @Ctx() context: GatewayContext,
  ): Promise<FlowPayload> {
    const { flows } = context;
    return answered(async () => changed(await flows.update(keyOf(id), toWish(input), callerOf(context)), context));
  }

  @Needs('sync')
  @Mutation(() => FlowPayload, { description: 'Ends a flow. Its runs go on, and stay.' })
  flowDelete(
    @Arg('id', () => ID, { description: FLOW_ID }) id: string,
    @Ctx() context: GatewayContext,
  ): Promise<FlowPayload> {
    const { flows } = context;
    return answered(async () => changed(await flows.delete(keyOf(id), callerOf(context)), context));
  }

  @FieldResolver(() => SyncRunType, {
    nullable: true,
    description: 'The run that has the system tell of what it waits for; null where the system cannot be told.',
  })
  async setup(@Root() { key, version }: FlowType, @Ctx() { flows }: GatewayContext): Promise<SyncRunType | null> {
    const run = await flows.setup.of({ id: key, version });
    return run && toSyncRun(run);
  }

  @FieldResolver(() => SyncRunConnection, { description: 'What it has begun, the newest first.' })
  async runs(
    @Root() { key }: FlowType,
    @Args(() => PageArgs) { first, after = null }: PageArgs,
    @Ctx() { syncs }: GatewayContext,
  ): Promise<Connection<SyncRunType>> {
    const page = await syncs.book.page({ first, after, filter: { flowId: key } });
    const edges = page.items.map(({ node, cursor }) => ({ node: toSyncRun(node), cursor }));
    return connection(edges, { hasNextPage: page.hasNextPage, after });
  }
}

async function changed(flow: Flow, { flows }: GatewayContext) {
  const setup = await flows.setup.of(flow);
  return { flow: toFlow(flow, flows.systems), setup: setup && toSyncRun(setup) };
}

function callerOf({ caller, signal }: GatewayContext) {
  const asking = { signal, lane: 'interactive' } as const;
  return { id: caller.id, mayAsk: (key: string) => mayAsk(caller, key), asking };
}

function keyOf(id: string): string {
  const parsed = parseGlobalId(id);
  return parsed?.prefix === FLOW_PREFIX ? parsed.key : id;
}
