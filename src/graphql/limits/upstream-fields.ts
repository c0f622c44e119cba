import { type GraphQLSchema, isObjectType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import type { Upstream } from '../../upstreams/contract.js';

/** Written on fields that are read from a billing system. */
export interface UpstreamField {
  readonly system: string;
  /** How many of them one call to the system reads. */
  readonly keysPerCall: number;
}

/** Marks every field that a billing system's resolvers answer, so that operations can be weighed by the calls they cause. */
export function marked(schema: GraphQLSchema, upstreams: readonly Upstream[]): GraphQLSchema {
  const { queries, mutations, subscriptions, fieldResolvers, objectTypes } = getMetadataStorage();
  const nameOf = new Map(objectTypes.map(({ target, name }) => [target, name]));
  for (const { id: system, keysPerCall, schema: own } of upstreams) {
    const classes = new Set<unknown>(own.resolvers);
    const mark = (typeName: string | undefined, fieldName: string) => {
      const type = schema.getType(typeName ?? '');
      const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
      if (!field) return;
      const keys = field.extensions.callForEach === true ? 1 : keysPerCall;
      field.extensions = { ...field.extensions, upstream: { system, keysPerCall: keys } };
    };
    for (const { target, schemaName } of queries) if (classes.has(target)) mark('Query', schemaName);
    for (const { target, schemaName } of mutations) if (classes.has(target)) mark('Mutation', schemaName);
    for (const { target, schemaName } of subscriptions) if (classes.has(target)) mark('Subscription', schemaName);
    for (const { target, schemaName, methodName, resolverClassMetadata } of fieldResolvers) {
      if (!classes.has(target)) continue;
      mark(nameOf.get(resolverClassMetadata?.getObjectType() as never), schemaName ?? methodName);
    }
  }
  markSharedFields(schema, upstreams);
  return schema;
}

/** The gateway's own fields that ask every system that bills. */
function markSharedFields(schema: GraphQLSchema, upstreams: readonly Upstream[]): void {
  const type = schema.getType('Customer');
  const invoices = isObjectType(type) ? type.getFields().invoices : undefined;
  const asked = upstreams.filter((upstream) => upstream.schema.invoice);
  if (!invoices || asked.length === 0) return;
  const keysPerCall = 1 / asked.reduce((calls, upstream) => calls + 1 / upstream.keysPerCall, 0);
  const system = asked.map(({ id }) => id).join(',');
  invoices.extensions = { ...invoices.extensions, upstream: { system, keysPerCall } };
}
