import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Needs } from '../../../../schema-kit/access.js';
import type { Connection } from '../../../../schema-kit/connection.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { togai } from '../../session.js';
import type { TogaiEvent, TogaiEventProcessing } from '../../usage/event-model.js';
import { connectionOfTokens } from '../token-connection.js';
import { TogaiEventConnection, TogaiEventProcessingType, TogaiEventsArgs, TogaiEventType } from './event.type.js';

// A second's quota: a window that holds nothing must not cost a list of any length.
const MOST_PAGES = 10;

@Resolver(() => TogaiEventType)
export class TogaiEventResolver {
  @Needs('read')
  @Query(() => TogaiEventConnection, {
    description:
      "The log of usage events, in Togai's order, at most 10 seconds old. With `from` or `to` a page may hold fewer events " +
      'than asked for, or none, and still have more behind `endCursor`.',
  })
  togaiEvents(
    @Args(() => TogaiEventsArgs) {
      accountId = null,
      schemaName = null,
      status = null,
      from,
      to,
      ...page
    }: TogaiEventsArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<TogaiEvent>> {
    const session = context.session(togai);
    const since = from ? Date.parse(from) : Number.NEGATIVE_INFINITY;
    const until = to ? Date.parse(to) : Number.POSITIVE_INFINITY;
    const within = ({ timestamp }: TogaiEvent) => {
      const at = timestamp === null ? Number.NaN : Date.parse(timestamp);
      return at >= since && at < until;
    };
    return connectionOfTokens(
      `events:${JSON.stringify([accountId, schemaName, status, from ?? null, to ?? null])}`,
      page,
      (token) => session.eventPage({ accountId, schemaName, status, token }),
      from || to ? { accepts: within, mostPages: MOST_PAGES } : {},
    );
  }

  @Needs('read')
  @Query(() => TogaiEventType, {
    nullable: true,
    description: 'The newest entry of a usage event, as it stands; null if there is none. At most 10 seconds old.',
  })
  async togaiEvent(
    @Arg('id', () => String, { description: 'The id that its sender chose, of up to 50 characters.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<TogaiEvent | null> {
    return (await context.session(togai).eventEntries.load(id))?.[0] ?? null;
  }

  @FieldResolver(() => TogaiEventProcessingType, {
    nullable: true,
    description: 'What meters and price plans made of it. In a list this costs Togai one call each.',
  })
  async processing(
    @Root() { processing, eventId, togaiId }: TogaiEvent,
    @Ctx() context: RequestContext,
  ): Promise<TogaiEventProcessing | null> {
    if (processing || eventId === null) return processing;
    const entries = await context.session(togai).eventEntries.load(eventId);
    return entries?.find((entry) => entry.togaiId === togaiId)?.processing ?? null;
  }

  @FieldResolver(() => [TogaiEventType], {
    nullable: true,
    description:
      'All entries of this id, newest first, this one included: more than one after a correction. In a list this costs ' +
      'Togai one call each.',
  })
  async entries(@Root() event: TogaiEvent, @Ctx() context: RequestContext): Promise<readonly TogaiEvent[]> {
    if (event.eventId === null) return [event];
    return (await context.session(togai).eventEntries.load(event.eventId)) ?? [event];
  }
}
