import { Arg, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { mayAsk } from '../../domain/access/model.js';
import type { ConnectionKey } from '../../domain/connections/key.js';
import type { SyncCaller } from '../../domain/syncs/caller.js';
import type { SyncRequest } from '../../domain/syncs/desk.js';
import type { SyncRun } from '../../domain/syncs/model.js';
import { type Problem, refusal } from '../../kernel/refusal.js';
import { CustomerType, toCustomer } from '../../schema-kit/customer.type.js';
import { answered } from '../../schema-kit/mutation.js';
import { SyncRunType, toSyncRun } from '../../schema-kit/syncs/sync-run.type.js';
import { UserErrorType } from '../../schema-kit/user-error.type.js';
import { connectionKeyOf } from '../connections/connection-id.js';
import type { GatewayContext } from '../context.js';

@ObjectType('SyncPayload', { simpleResolvers: true, description: 'What became of a request for a sync.' })
export class SyncPayload {
  @Field(() => SyncRunType, { nullable: true, description: 'The run; null if nothing was begun.' })
  run?: SyncRunType | null;

  @Field(() => [UserErrorType], { description: 'Why nothing was begun; empty if something was.' })
  userErrors!: readonly Problem[];
}

@Resolver(() => SyncPayload)
export class SyncPayloadResolver {
  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'Whose systems are brought into step, as far as it is known; null if nothing was begun.',
  })
  async customer(@Root() { run }: SyncPayload, @Ctx() context: GatewayContext): Promise<CustomerType | null> {
    const entry = run?.customerId ? await context.customers.byId(run.customerId) : null;
    return entry && toCustomer(entry);
  }
}

/** The argument of every sync that lets it be looked at first. */
export function DryRun() {
  return Arg('dryRun', () => Boolean, {
    defaultValue: false,
    description: 'Whether to say what would be done, and do nothing.',
  });
}

export function Reason() {
  return Arg('reason', () => String, { nullable: true, description: 'Why, for those who read the audit later.' });
}

/** A run that was just begun has hardly done anything: its steps are those of its first look. */
export async function ran(work: () => Promise<SyncRun>): Promise<SyncPayload> {
  return await answered(async () => ({ run: toSyncRun(await work()) }));
}

export function callerOf({ caller, signal }: GatewayContext): SyncCaller {
  return { id: caller.id, mayAsk: (key) => mayAsk(caller, key), asking: { signal, lane: 'interactive' } };
}

/** Begins a run, or gives its plan. What would be refused is refused now, and not by a run that somebody has to look for. */
export function syncAsked(
  context: GatewayContext,
  { dryRun, reason }: { readonly dryRun: boolean; readonly reason: string | null },
  build: (who: SyncCaller) => Promise<SyncRequest>,
): Promise<SyncPayload> {
  return ran(async () => {
    const { syncs } = context;
    const who = callerOf(context);
    const request = await build(who);
    const planned = await syncs.plan(request, who.asking);
    return dryRun ? planned : await syncs.start({ ...request, reason: reason?.trim() || null });
  });
}

/** The connection that a field of the input names. @throws Refusal where there is none, or it is not open. */
export function connectionNamed(
  id: string,
  field: string,
  { systems }: Pick<GatewayContext, 'systems'>,
): ConnectionKey {
  const key = connectionKeyOf(id);
  if (systems.some((one) => one.key === key)) return key;
  const known = systems.map((one) => one.key).join(', ');
  const message = `There is no open connection ${id}; there are ${known}.`;
  throw refusal('NOT_FOUND', message, ['input', field]);
}
