import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { systemOf } from '../../domain/connections/key.js';
import { seenFrom } from '../../domain/connections/view.js';
import { customerOfRef } from '../../domain/customers/service.js';
import { InvalidInput } from '../../kernel/errors.js';
import type { Money } from '../../kernel/money.js';
import { Needs } from '../../schema-kit/access.js';
import { type Connection, connection, connectionType } from '../../schema-kit/connection.js';
import { CustomerType, toCustomer } from '../../schema-kit/customer.type.js';
import { ExternalIdInput, ExternalIdType } from '../../schema-kit/external-id.type.js';
import { MoneyType } from '../../schema-kit/money.type.js';
import { connectionIdOf } from '../connections/connection-id.js';
import type { GatewayContext } from '../context.js';
import { CustomersArgs, toFilter } from './customer.inputs.js';
import { SourceStatusType } from './source-status.type.js';
import { isKnownTo, sourceStatus } from './sources.js';

const CustomerConnection = connectionType('Customer', () => CustomerType);

@Resolver(() => CustomerType)
export class CustomerResolver {
  @Needs('read')
  @Query(() => CustomerType, {
    nullable: true,
    description: "One unified customer, by the gateway's id or by any system's own id; null if there is none.",
  })
  async customer(
    @Arg('id', () => ID, { nullable: true, description: "The gateway's id." }) id: string | undefined,
    @Arg('externalId', () => ExternalIdInput, { nullable: true, description: "A system's own id." })
    externalId: ExternalIdInput | undefined,
    @Ctx() context: GatewayContext,
  ): Promise<CustomerType | null> {
    if ((id == null) === (externalId == null)) throw new InvalidInput('Give either "id" or "externalId".');
    const entry =
      id != null ? await context.customers.byId(id) : externalId ? await customerOf(externalId, context) : null;
    return entry && toCustomer(entry);
  }

  @Needs('read')
  @Query(() => CustomerConnection, {
    description: 'The unified customers of all systems. The order is stable, and cursors survive new customers.',
  })
  async customers(
    @Args(() => CustomersArgs) { first, after = null, filter, orderBy }: CustomersArgs,
    @Ctx() context: GatewayContext,
  ): Promise<Connection<CustomerType>> {
    const page = await context.directory.page({ first, after, orderBy, filter: filter ? toFilter(filter) : {} });
    const edges = page.items.map(({ node, cursor }) => ({ node: toCustomer(node), cursor }));
    return connection(edges, { hasNextPage: page.hasNextPage, after });
  }

  @FieldResolver(() => [ExternalIdType], { description: 'The ids under which the billing systems know the customer.' })
  externalIds(@Root() { entry }: CustomerType, @Ctx() context: GatewayContext): ExternalIdType[] {
    return entry.externalIds.map(({ system: key, kind, value }) => {
      const open = context.systems.some((one) => one.key === key) ? context.sessionOf(key) : null;
      const url = open?.recordUrl?.(kind, value) ?? null;
      return { system: systemOf(key), connectionId: connectionIdOf(key), kind, value, url };
    });
  }

  @FieldResolver(() => [SourceStatusType], { description: 'What each billing system contributes, and as of when.' })
  sources(@Root() { entry }: CustomerType, @Ctx() context: GatewayContext): Promise<SourceStatusType[]> {
    const asked = context.systems.filter(({ key, upstream }) => key === upstream.id || isKnownTo(key, entry));
    return Promise.all(asked.map(({ key }) => sourceStatus(key, entry, () => context.sessionOf(key))));
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What the customer owes, according to the first system that keeps a balance for them.',
  })
  async balance(@Root() { entry }: CustomerType, @Ctx() context: GatewayContext): Promise<Money | null> {
    for (const { key } of context.systems.filter((one) => isKnownTo(one.key, entry))) {
      const balance = await context.sessionOf(key).balance?.(seenFrom(entry, key));
      if (balance) return balance;
    }
    return null;
  }
}

/** In the directory, or in the system itself; in its default connection first. */
function customerOf({ system, value }: ExternalIdInput, context: GatewayContext) {
  const keys = context.systems.flatMap(({ key, upstream }) => (upstream.id === system ? [key] : []));
  const refs = (keys.length === 0 ? [system] : keys).map((key) => ({ system: key, value }));
  return customerOfRef(context.directory, refs, async ({ system: key }) =>
    (await context.sessionOf(key).find(value)).map((record) => ({ ...record, system: key })),
  );
}
