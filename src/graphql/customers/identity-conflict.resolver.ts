import { Args, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { systemOf } from '../../domain/connections/key.js';
import { Needs } from '../../schema-kit/access.js';
import { BillingSystem } from '../../schema-kit/billing-system.js';
import { type Connection, connection, connectionType, PageArgs } from '../../schema-kit/connection.js';
import { CustomerType, toCustomer } from '../../schema-kit/customer.type.js';
import { DateTimeScalar } from '../../schema-kit/scalars.js';
import { connectionIdOf } from '../connections/connection-id.js';
import type { GatewayContext } from '../context.js';

@ObjectType('IdentityConflict', {
  simpleResolvers: true,
  description: 'A record that matches more than one customer. Nothing is merged until the systems agree.',
})
export class IdentityConflictType {
  @Field(() => BillingSystem, { description: 'The system of the record.' })
  system!: string;

  @Field(() => ID, { nullable: true, description: 'The connection; null for the default connection of the system.' })
  connectionId!: string | null;

  @Field(() => String, { description: "The record's id in its system." })
  recordId!: string;

  @Field(() => String, { description: 'What does not fit, in words.' })
  reason!: string;

  @Field(() => [CustomerType], { description: 'The customers that the record could belong to, oldest first.' })
  customers!: CustomerType[];

  @Field(() => DateTimeScalar, { description: 'When the conflict was first met.' })
  detectedAt!: string;
}

const IdentityConflictConnection = connectionType('IdentityConflict', () => IdentityConflictType);

@Resolver(() => IdentityConflictType)
export class IdentityConflictResolver {
  @Needs('read')
  @Query(() => IdentityConflictConnection, {
    description: 'Records that match more than one customer, for a person to sort out in the billing systems.',
  })
  async identityConflicts(
    @Args(() => PageArgs) { first, after = null }: PageArgs,
    @Ctx() context: GatewayContext,
  ): Promise<Connection<IdentityConflictType>> {
    const page = await context.directory.conflicts({ first, after });
    const edges = await Promise.all(
      page.items.map(async ({ node: { system, recordId, reason, customerIds, detectedAt }, cursor }) => {
        const entries = await Promise.all(customerIds.map((id) => context.customers.byId(id)));
        const customers = entries.filter((entry) => entry !== null).map(toCustomer);
        return {
          node: {
            system: systemOf(system),
            connectionId: connectionIdOf(system),
            recordId,
            reason,
            customers,
            detectedAt,
          },
          cursor,
        };
      }),
    );
    return connection(edges, { hasNextPage: page.hasNextPage, after });
  }
}
