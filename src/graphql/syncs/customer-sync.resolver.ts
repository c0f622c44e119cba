import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { customerRequest } from '../../domain/syncs/customers/customer-request.js';
import { customersIn } from '../../domain/syncs/customers/known-customers.js';
import { Needs } from '../../schema-kit/access.js';
import type { GatewayContext } from '../context.js';
import { connectionNamed, DryRun, Reason, SyncPayload, syncAsked } from './sync-payload.js';

@InputType('CustomerSyncInput', { description: 'A customer of one system that is to be one of another, too.' })
class CustomerSyncInput {
  @Field(() => ID, {
    description: "The gateway's id of the customer, or any id of theirs in one of the two systems.",
  })
  customer!: string;

  @Field(() => ID, {
    description:
      'The connection that has the customer: its id, or its key: the system, or the system, a slash and its handle.',
  })
  from!: string;

  @Field(() => ID, { description: 'The connection that gets the customer.' })
  to!: string;
}

@Resolver()
export class CustomerSyncResolver {
  @Needs('sync')
  @Mutation(() => SyncPayload, {
    description:
      'Makes a customer of one system one of another, with an account, and links the two on both sides. For a customer that is there already, the links are completed, and name, email and address follow. Gives the run at once, which goes on by itself; a dry run gives its steps.',
  })
  customerSync(
    @Arg('input', () => CustomerSyncInput, { description: 'What to bring into step.' })
    { customer, from, to }: CustomerSyncInput,
    @DryRun() dryRun: boolean,
    @Reason() reason: string | null,
    @Ctx() context: GatewayContext,
  ): Promise<SyncPayload> {
    return syncAsked(context, { dryRun, reason }, (who) => {
      const asked = {
        customerKey: customer,
        from: connectionNamed(from, 'from', context),
        to: connectionNamed(to, 'to', context),
      };
      const means = { world: context.syncWorld, customers: customersIn(context.directory) };
      return customerRequest(asked, means, who);
    });
  }
}
