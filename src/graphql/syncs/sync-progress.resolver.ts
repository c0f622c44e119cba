import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';
import { hasEnded, type SyncRun } from '../../domain/syncs/model.js';
import { InvalidInput } from '../../kernel/errors.js';
import { follow } from '../../kernel/reading/change-feed.js';
import { Needs } from '../../schema-kit/access.js';
import { SyncRunType, toSyncRun } from '../../schema-kit/syncs/sync-run.type.js';
import type { GatewayContext } from '../context.js';
import { ownId } from './sync.resolver.js';

@Resolver()
export class SyncProgressResolver {
  @Needs('read')
  @Subscription(() => SyncRunType, {
    description:
      'A run as it is now, then each time that it changes, whichever process works on it; ends with the run. Changes that follow each other closely may come as one.',
    subscribe: ({ args, context }) => progressOf(ownId(String(args.id)), context as GatewayContext),
  })
  syncRunProgress(
    @Arg('id', () => ID, { description: 'The id of the run.' }) _id: string,
    @Root() run: SyncRun,
    @Ctx() _context: GatewayContext,
  ): SyncRunType {
    return toSyncRun(run);
  }
}

async function progressOf(id: string, { syncs, changes, signal }: GatewayContext): Promise<AsyncIterable<SyncRun>> {
  const read = () => syncs.book.read(id);
  if ((await read()) === null) throw new InvalidInput(`There is no run ${id}.`);
  return follow({ feed: changes, subject: `sync_run ${id}`, read, isFinal: hasEnded, signal });
}
