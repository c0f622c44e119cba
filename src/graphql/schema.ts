import 'reflect-metadata';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { defineBillingSystems } from '../schema-kit/billing-system.js';
import { registerNodeKinds } from '../schema-kit/node.js';
import { zodValidate } from '../schema-kit/zod-input.js';
import { upstreams } from '../upstreams/registry.js';
import { guarded } from './access/guard.js';
import { CustomerResolver } from './customers/customer.resolver.js';
import { IdentityConflictResolver } from './customers/identity-conflict.resolver.js';
import { marked } from './limits/upstream-fields.js';
import { customerNode, NodeResolver } from './node.resolver.js';
import { SyncResolver } from './syncs/sync.resolver.js';
import { syncRunNode } from './syncs/sync-run.node.js';
import { SystemResolver } from './systems/system.resolver.js';

defineBillingSystems(upstreams);
registerNodeKinds([customerNode, syncRunNode, ...upstreams.flatMap(({ schema }) => schema.nodes)]);

let built: GraphQLSchema | undefined;

/** The gateway's schema: its own types and those of every registered billing system. */
export function gatewaySchema(): GraphQLSchema {
  built ??= marked(
    guarded(
      buildSchemaSync({
        resolvers: [
          NodeResolver,
          CustomerResolver,
          IdentityConflictResolver,
          SystemResolver,
          SyncResolver,
          ...upstreams.flatMap(({ schema }) => schema.resolvers),
        ],
        validate: true,
        validateFn: zodValidate,
      }),
    ),
    upstreams,
  );
  return built;
}

/** The text of `schema/schema.graphql`. */
export function schemaText(): string {
  return `${printSchema(lexicographicSortSchema(gatewaySchema()))}\n`;
}
