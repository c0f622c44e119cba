import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { systemOf } from '../../domain/connections/key.js';
import type { CustomerChange } from '../../domain/customers/changes.js';
import { InvalidInput } from '../../kernel/errors.js';
import type { ChangeWatch } from '../../kernel/reading/change-feed.js';
import { Needs } from '../../schema-kit/access.js';
import { BillingSystem } from '../../schema-kit/billing-system.js';
import { CustomerType, toCustomer } from '../../schema-kit/customer.type.js';
import { DateTimeScalar } from '../../schema-kit/scalars.js';
import type { GatewayContext } from '../context.js';

@ObjectType('CustomerChange', {
  simpleResolvers: true,
  description:
    'That there is something new to read of a customer: a hint, which may come more than once for one change.',
})
class CustomerChangeType {
  customerId!: string;

  @Field(() => [BillingSystem], {
    description: 'The systems that changed; empty if what is known of the customer here has, such as a new link.',
  })
  systems!: readonly string[];

  @Field(() => DateTimeScalar, { description: 'When it was noticed.' })
  at!: string;
}

@Resolver(() => CustomerChangeType)
export class CustomerChangeResolver {
  @Needs('read')
  @Subscription(() => CustomerChangeType, {
    description:
      'Tells from now on when there is something new to read of a customer: through a change made here, a webhook, a sync or discovery, in any process.',
    subscribe: ({ args, context }) => changesOf(args.id ?? null, context as GatewayContext),
  })
  customerChanged(
    @Arg('id', () => ID, { nullable: true, description: 'The customer; all of them without it.' }) _id: string | null,
    @Root() change: CustomerChangeType,
    @Ctx() _context: GatewayContext,
  ): CustomerChangeType {
    return change;
  }

  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'The customer as they are now; null if they are gone.',
  })
  async customer(
    @Root() { customerId }: CustomerChangeType,
    @Ctx() context: GatewayContext,
  ): Promise<CustomerType | null> {
    const entry = await context.customers.byId(customerId);
    return entry && toCustomer(entry);
  }
}

async function changesOf(id: string | null, context: GatewayContext): Promise<AsyncIterable<CustomerChangeType>> {
  if (id !== null && (await context.customers.byId(id)) === null) throw new InvalidInput(`There is no customer ${id}.`);
  const watch = context.changes.watch('customer_change');
  // From here on nothing is missed, however late somebody asks for the first one.
  return followed(id, await context.customerChanges.now(), watch, context);
}

async function* followed(
  id: string | null,
  from: string,
  watch: ChangeWatch,
  { directory, customerChanges, signal }: GatewayContext,
): AsyncGenerator<CustomerChangeType, void> {
  try {
    for (let place = from; ; await watch.changed(signal)) {
      for (let more = true; more; ) {
        signal.throwIfAborted();
        const found = await customerChanges.after(place);
        ({ more, place } = found);
        // They may have been joined into another one in the meantime.
        const wanted =
          id !== null && found.changes.length > 0 ? ((await directory.findByIds([id])).get(id)?.id ?? id) : null;
        yield* grouped(found.changes.filter(({ customerId }) => wanted === null || customerId === wanted));
      }
    }
  } finally {
    watch.close();
  }
}

function grouped(changes: readonly CustomerChange[]): CustomerChangeType[] {
  return [...Map.groupBy(changes, ({ customerId }) => customerId)].map(([customerId, same]) => ({
    customerId,
    systems: [...new Set(same.flatMap(({ connection }) => (connection === null ? [] : [systemOf(connection)])))].sort(),
    at: new Date(Math.max(...same.map(({ at }) => at))).toISOString(),
  }));
}
