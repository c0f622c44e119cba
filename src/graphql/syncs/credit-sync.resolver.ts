import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { creditRequest } from '../../domain/syncs/credits/credit-request.js';
import { Needs } from '../../schema-kit/access.js';
import type { GatewayContext } from '../context.js';
import { connectionNamed, DryRun, Reason, SyncPayload, syncAsked } from './sync-payload.js';

@InputType('CreditSyncInput', { description: 'A credit, and where it is booked.' })
class CreditSyncInput {
  @Field(() => String, { description: 'Id of the credit in the system that granted it.' })
  creditId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The connection to the system that granted it; without it the first one to a system that grants credits.',
  })
  from?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The connection to the system that books it; without it the first one to a system that books credits.',
  })
  to?: string | null;
}

@Resolver()
export class CreditSyncResolver {
  @Needs('sync')
  @Mutation(() => SyncPayload, {
    description:
      "Books a credit of one system in another, once, on the account of the same customer: against the connection's charge, as a credit memo or as usage at price 1, by what the charge is. Gives the run at once, which goes on by itself; a dry run gives its steps.",
  })
  creditSync(
    @Arg('input', () => CreditSyncInput, { description: 'Which credit.' }) input: CreditSyncInput,
    @DryRun() dryRun: boolean,
    @Reason() reason: string | null,
    @Ctx() context: GatewayContext,
  ): Promise<SyncPayload> {
    return syncAsked(context, { dryRun, reason }, (who) => {
      const { creditId, from, to } = input;
      const connections = {
        from: from == null ? null : connectionNamed(from, 'from', context),
        to: to == null ? null : connectionNamed(to, 'to', context),
      };
      const customerOf = (ref: Parameters<typeof context.customers.byRef>[0]) => context.customers.byRef(ref);
      return creditRequest({ creditId, ...connections }, context.syncWorld, customerOf, who);
    });
  }
}
