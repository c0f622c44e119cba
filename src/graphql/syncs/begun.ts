import { Field, ObjectType } from 'type-graphql';
import { mayAsk } from '../../domain/access/model.js';
import type { ConnectionKey } from '../../domain/connections/key.js';
import type { SyncCaller } from '../../domain/syncs/caller.js';
import type { SyncRequest } from '../../domain/syncs/desk.js';
import type { SyncRun } from '../../domain/syncs/model.js';
import { InvalidInput } from '../../kernel/errors.js';
import type { Problem } from '../../kernel/refusal.js';
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

/** How a sync is asked for, beside what is to be brought into step. */
export interface HowAsked {
  readonly dryRun: boolean;
  readonly reason: string | null;
}

export const WHY = 'Why, for those who read the audit later.';
export const DRY_RUN = 'Whether to say what would be done, and do nothing.';

/** A run that was just begun has hardly done anything: its steps are those of its first look. */
export async function ran(work: () => Promise<SyncRun>): Promise<SyncPayload> {
  return await answered(async () => ({ run: toSyncRun(await work()) }));
}

/** Begins the run that the caller asks for, or says what it would do. */
export function begun(
  { syncs, caller, signal }: GatewayContext,
  { dryRun, reason }: HowAsked,
  requestFor: (who: SyncCaller) => Promise<SyncRequest>,
): Promise<SyncPayload> {
  return ran(async () => {
    const asking = { signal, lane: 'interactive' } as const;
    const request = await requestFor({ id: caller.id, mayAsk: (key) => mayAsk(caller, key), asking });
    // What would be refused is refused now, and not by a run that somebody has to look for.
    const planned = await syncs.plan(request, asking);
    return dryRun ? planned : await syncs.start({ ...request, reason: reason?.trim() || null });
  });
}

/** One end of a sync as a caller names it; null where they do not. @throws InvalidInput */
export function endOf(id: string | null | undefined, { systems }: GatewayContext): ConnectionKey | null {
  if (id == null) return null;
  const key = connectionKeyOf(id);
  if (systems.some((one) => one.key === key)) return key;
  throw new InvalidInput(`There is no connection ${id}, or it is not open.`);
}
