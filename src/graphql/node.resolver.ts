import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { connectionKey } from '../domain/connections/key.js';
import { Needs } from '../schema-kit/access.js';
import { CUSTOMER_PREFIX, toCustomer } from '../schema-kit/customer.type.js';
import { parseGlobalId } from '../schema-kit/global-id.js';
import { Node, type NodeKind } from '../schema-kit/node.js';
import { connectionNode } from './connections/connection.node.js';
import { unmarkedId } from './connections/marked-id.js';
import type { GatewayContext } from './context.js';
import { flowNode } from './flows/flow.node.js';
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
    @Info() info: GraphQLResolveInfo,
  ) {
    const marked = unmarkedId(id);
    const parsed = parseGlobalId(marked?.id ?? id);
    if (!parsed) return null;
    const own = [customerNode, syncRunNode, connectionNode, flowNode].find(({ prefix }) => prefix === parsed.prefix);
    if (own) return marked ? null : await own.load(parsed.key, context);
    const system = context.systems.find(({ key, upstream }) => {
      const wanted = marked ? connectionKey(upstream.id, marked.handle) : upstream.id;
      return key === wanted && upstream.schema.nodes.some(({ prefix }) => prefix === parsed.prefix);
    });
    if (!system) return null;
    if (marked) context.routes.notePlace(info.path, system.key);
    const kind = system.upstream.schema.nodes.find(({ prefix }) => prefix === parsed.prefix);
    return (await kind?.load(parsed.key, context.via(system.key))) ?? null;
  }
}
