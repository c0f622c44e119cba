import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { Needs } from '../../schema-kit/access.js';
import { type Connection, connection, PageArgs } from '../../schema-kit/connection.js';
import type { GatewayContext } from '../context.js';
import { ownId } from '../syncs/sync.resolver.js';
import { AuditEntryConnection, type AuditEntryType, AuditFilterInput, toAuditEntry } from './audit-entry.type.js';

@Resolver()
export class AuditResolver {
  @Needs('admin')
  @Query(() => AuditEntryConnection, { description: 'Who did what, when and why, the newest first.' })
  async auditEntries(
    @Args(() => PageArgs) { first, after = null }: PageArgs,
    @Arg('filter', () => AuditFilterInput, { nullable: true, description: 'Which ones; all without it.' })
    filter: AuditFilterInput | null,
    @Ctx() { audit }: GatewayContext,
  ): Promise<Connection<AuditEntryType>> {
    const { runId, since, until, ...same } = filter ?? {};
    const page = await audit.book.page({
      first,
      after,
      filter: {
        ...same,
        runId: runId && ownId(runId),
        since: instantOf(since),
        until: instantOf(until),
      },
    });
    const edges = page.items.map(({ node, cursor }) => ({ node: toAuditEntry(node), cursor }));
    return connection(edges, { hasNextPage: page.hasNextPage, after });
  }
}

const instantOf = (text: string | null | undefined) => (text ? Date.parse(text) : null);
