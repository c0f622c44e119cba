import 'reflect-metadata';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { defineBillingSystems } from '../schema-kit/billing-system.js';
import { registerNodeKinds } from '../schema-kit/node.js';
import { zodValidate } from '../schema-kit/zod-input.js';
import { upstreams } from '../upstreams/registry.js';
import { withoutCardNumbers } from './access/card-door.js';
import { guarded } from './access/guard.js';
import { withoutHalfCharacters } from './access/text-door.js';
import { AuditResolver } from './audit/audit.resolver.js';
import { audited } from './audit/audited.js';
import { connectionNode } from './connections/connection.node.js';
import { ConnectionResolver } from './connections/connection.resolver.js';
import { routed } from './connections/routing.js';
import { CustomerResolver } from './customers/customer.resolver.js';
import { CustomerChangeResolver } from './customers/customer-change.resolver.js';
import { IdentityConflictResolver } from './customers/identity-conflict.resolver.js';
import { flowNode } from './flows/flow.node.js';
import { FlowResolver } from './flows/flow.resolver.js';
import { FlowActionResolver, FlowTriggerResolver } from './flows/flow-ends.resolver.js';
import { CustomerInvoices } from './invoices/customer-invoices.resolver.js';
import { inTime } from './limits/deadline.js';
import { marked } from './limits/upstream-fields.js';
import { customerNode, NodeResolver } from './node.resolver.js';
import { CustomerDriftsResolver, ReconciliationResolver } from './reconciliation/reconciliation.resolver.js';
import { BackfillResolver } from './syncs/backfill.resolver.js';
import { CreditSyncResolver } from './syncs/credit-sync.resolver.js';
import { CustomerSyncResolver } from './syncs/customer-sync.resolver.js';
import { InvoiceSyncResolver } from './syncs/invoice-sync.resolver.js';
import { SubscriptionSyncResolver } from './syncs/subscription-sync.resolver.js';
import { SyncResolver } from './syncs/sync.resolver.js';
import { SyncPayloadResolver } from './syncs/sync-payload.js';
import { SyncProgressResolver } from './syncs/sync-progress.resolver.js';
import { syncRunNode } from './syncs/sync-run.node.js';
import { SystemResolver } from './systems/system.resolver.js';
import { WebhookDeliveryResolver } from './webhooks/delivery.resolver.js';

defineBillingSystems(upstreams);
registerNodeKinds([
  customerNode,
  syncRunNode,
  connectionNode,
  flowNode,
  ...upstreams.flatMap(({ schema }) => schema.nodes),
]);

function unused(): never {
  throw new Error('subscriptions here have a source of their own: give one as `subscribe`');
}

let built: GraphQLSchema | undefined;

/** The gateway's schema: its own types and those of every registered billing system. */
export function gatewaySchema(): GraphQLSchema {
  built ??= inTime(guarded(withoutCardNumbers(withoutHalfCharacters(audited(ownSchema())))));
  return built;
}

/** What resolvers make of it, every system from any of its connections. */
function ownSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      NodeResolver,
      CustomerResolver,
      CustomerChangeResolver,
      CustomerInvoices,
      IdentityConflictResolver,
      SystemResolver,
      AuditResolver,
      SyncResolver,
      SyncPayloadResolver,
      CreditSyncResolver,
      InvoiceSyncResolver,
      ReconciliationResolver,
      CustomerDriftsResolver,
      CustomerSyncResolver,
      SubscriptionSyncResolver,
      SyncProgressResolver,
      BackfillResolver,
      ConnectionResolver,
      WebhookDeliveryResolver,
      FlowResolver,
      FlowTriggerResolver,
      FlowActionResolver,
      ...upstreams.flatMap(({ schema }) => schema.resolvers),
    ],
    // Every start would look again whether the schema can be asked for; tests do.
    skipCheck: true,
    validate: true,
    validateFn: zodValidate,
    // Asked for wherever there are subscriptions; ours say themselves where their changes come from.
    pubSub: { publish: unused, subscribe: unused },
  });
  return routed(marked(schema, upstreams), upstreams);
}

/** The text of `schema/schema.graphql`. */
export function schemaText(): string {
  return `${printSchema(lexicographicSortSchema(gatewaySchema()))}\n`;
}
