import { Args, ArgsType, Ctx, Field, FieldResolver, InputType, Int, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { Needs } from '../../../../schema-kit/access.js';
import { type Connection, PageArgs } from '../../../../schema-kit/connection.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { DateTimeScalar } from '../../../../schema-kit/scalars.js';
import { zodInput } from '../../../../schema-kit/zod-input.js';
import type { ZuoraAccount } from '../../model.js';
import type { CalloutRecord, EmailRecord } from '../../notifications/history-model.js';
import { zuoraBilling } from '../../session.js';
import { ZuoraAccountType } from '../account.type.js';
import { ZuoraCalloutRecordConnection, ZuoraEmailRecordConnection, ZuoraEmailRecordType } from './history.types.js';

interface Times {
  readonly from?: unknown;
  readonly to?: unknown;
}

function inOrder({ value, issues }: { value: Times; issues: { push(issue: object): unknown } }): void {
  const { from, to } = value;
  if (typeof from !== 'string' || typeof to !== 'string' || Date.parse(from) <= Date.parse(to)) return;
  issues.push({ code: 'custom', message: 'must not be before from', path: ['to'], input: to });
}

@InputType({ description: 'Which attempts.' })
abstract class HistoryFilter {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Not before this time; one day before `to` unless said.',
  })
  from?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Not after this time; now unless said.' })
  to?: string | null;

  @Field(() => String, { nullable: true, description: "Zuora's id of the object that the event was about." })
  objectId?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether to leave out what came through.' })
  failedOnly!: boolean;
}

@InputType('ZuoraCalloutHistoryFilter', { description: 'Which callouts; without a filter, those of the last day.' })
class ZuoraCalloutHistoryFilter extends HistoryFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Only for this event: the number of a standard one, or `user.notification:` and its name.',
  })
  eventCategory?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether to give `responseContent`.' })
  includeResponseContent!: boolean;
}

@InputType('ZuoraEmailHistoryFilter', { description: 'Which emails; without a filter, those of the last day.' })
class ZuoraEmailHistoryFilter extends HistoryFilter {
  @Field(() => Int, { nullable: true, description: 'Only for this standard event, by its number.' })
  eventCategory?: number | null;

  @Field(() => String, { nullable: true, description: "Only about this account, by Zuora's id." })
  accountId?: string | null;
}

@zodInput(z.looseObject({ filter: z.looseObject({}).check(inOrder).nullish() }))
@ArgsType()
class CalloutHistoryArgs extends PageArgs {
  @Field(() => ZuoraCalloutHistoryFilter, { nullable: true, description: 'Which; left out, those of the last day.' })
  filter?: ZuoraCalloutHistoryFilter | null;
}

@zodInput(z.looseObject({ filter: z.looseObject({}).check(inOrder).nullish() }))
@ArgsType()
class EmailHistoryArgs extends PageArgs {
  @Field(() => ZuoraEmailHistoryFilter, {
    nullable: true,
    description: 'Which, over three days at most; left out, those of the last day.',
  })
  filter?: ZuoraEmailHistoryFilter | null;
}

@Resolver()
export class ZuoraNotificationHistoryResolver {
  @Needs('read')
  @Query(() => ZuoraCalloutRecordConnection, {
    description: 'Callouts that Zuora sent or tried to send: those that failed first, then those that came through.',
  })
  zuoraCalloutHistory(
    @Args(() => CalloutHistoryArgs) { first, after, filter }: CalloutHistoryArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<CalloutRecord>> {
    return context.session(zuoraBilling).notifications.callouts({ ...filter }, { first, after: after ?? null });
  }

  @Needs('read')
  @Query(() => ZuoraEmailRecordConnection, {
    description: 'Emails that Zuora sent or tried to send: those that failed first, then those that came through.',
  })
  zuoraEmailHistory(
    @Args(() => EmailHistoryArgs) { first, after, filter }: EmailHistoryArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<EmailRecord>> {
    return context.session(zuoraBilling).notifications.emails({ ...filter }, { first, after: after ?? null });
  }
}

@Resolver(() => ZuoraEmailRecordType)
export class ZuoraEmailRecordAccount {
  @FieldResolver(() => ZuoraAccountType, { nullable: true, description: 'The account that it is about.' })
  account(@Root() { accountId }: EmailRecord, @Ctx() context: RequestContext): Promise<ZuoraAccount | null> | null {
    return accountId === null ? null : context.session(zuoraBilling).accounts.load(accountId);
  }
}
