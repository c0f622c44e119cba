import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Needs } from '../schema-kit/access.js';
import { CUSTOMER_PREFIX, toCustomer } from '../schema-kit/customer.type.js';
import { parseGlobalId } from '../schema-kit/global-id.js';
import { Node, type NodeKind } from '../schema-kit/node.js';
import type { GatewayContext } from './context.js';
import { syncRunNode } from './syncs/sync-run.node.js';

/** Customers are kept here, so their ids are looked up as they are. */
export const customerNode: NodeKind = {
  type: 'Customer',
  prefix: CUSTOMER_PREFIX,
  load: async (key, context) => {
    const entry = await context.customers.byId(`${CUSTOMER_PREFIX}_${key}`);
    return entry && toCustomer(entry);
  },
};

@Resolver()
export class NodeResolver {
  @Needs('read')
  @Query(() => Node, { nullable: true, description: 'Any object by its id; null if there is none.' })
  async node(
    @Arg('id', () => ID, { description: 'The id of the object.' }) id: string,
    @Ctx() context: GatewayContext,
  ) {
    const parsed = parseGlobalId(id);
    if (!parsed) return null;
    const kinds = [customerNode, syncRunNode, ...context.systems.flatMap(({ upstream }) => upstream.schema.nodes)];
    return (await kinds.find(({ prefix }) => prefix === parsed.prefix)?.load(parsed.key, context)) ?? null;
  }
}
