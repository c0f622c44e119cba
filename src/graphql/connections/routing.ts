import {
  defaultFieldResolver,
  type GraphQLArgument,
  type GraphQLField,
  GraphQLID,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { type ConnectionKey, connectionKey, handleOf, systemOf } from '../../domain/connections/key.js';
import { seenFrom } from '../../domain/connections/view.js';
import { InvalidInput } from '../../kernel/errors.js';
import type { CustomerType } from '../../schema-kit/customer.type.js';
import type { Upstream } from '../../upstreams/contract.js';
import type { GatewayContext } from '../context.js';
import type { UpstreamField } from '../limits/upstream-fields.js';
import { keyOfConnection } from './connection-id.js';
import { markedId, unmarkedId } from './marked-id.js';

type Field = GraphQLField<unknown, GatewayContext>;
type Resolve = NonNullable<Field['resolve']>;
type Arguments = Record<string, unknown>;

/**
 * Lets every field of a system be read from another connection than the default one: those of Query and Mutation by an
 * argument, those of a customer by where the customer is known, and all below them as what they hang on. Resolvers of
 * systems know nothing of it: they are given the request as the connection sees it. Expects a schema that is `marked`.
 */
export function routed(schema: GraphQLSchema, upstreams: readonly Upstream[]): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const ownerOf = new Map(
    upstreams.flatMap(({ id, schema: { nodes } }) => nodes.map(({ type }) => [type, id] as const)),
  );
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields()) as Field[]) {
      const { upstream } = field.extensions as { upstream?: UpstreamField };
      if (!upstream) continue;
      if (roots.includes(type)) routeRoot(field, upstream.system);
      else if (type.name === 'Customer') routeCustomer(field, upstream.system);
      else routeBelow(field, upstream.system);
    }
    const owner = ownerOf.get(type.name);
    if (owner && isNode(type)) markIds(type.getFields().id as Field, owner);
  }
  return schema;
}

const isNode = (type: GraphQLObjectType) =>
  type.getInterfaces().some((one) => isInterfaceType(one) && one.name === 'Node');

function routeRoot(field: Field, system: string): void {
  takeConnection(field, 'Another connection of the system than its default one.');
  const ids = field.args.flatMap(({ name, type }) =>
    name !== 'connection' && getNamedType(type) === GraphQLID ? [name] : [],
  );
  const { resolve = defaultFieldResolver, subscribe } = field;
  const route = (next: Resolve): Resolve => {
    return (source, args: Arguments, context, info) => {
      const marked = ids.flatMap((name) => {
        const split = unmarkedId(args[name]);
        return split ? [{ name, ...split }] : [];
      });
      if (args.connection == null && marked.length === 0) return next(source, args, context, info);
      const { connection, ...rest } = args;
      const said = connection == null ? connectionKey(system, marked[0]?.handle ?? '') : String(connection);
      const key = keyOfConnection(said, system, context);
      for (const { name, id, handle } of marked) {
        if (connectionKey(system, handle) !== key) throw new InvalidInput(`"${name}" is of another connection.`);
        rest[name] = id;
      }
      context.routes.notePlace(info.path, key);
      return next(source, rest, context.via(key), info);
    };
  };
  field.resolve = route(resolve);
  if (subscribe) field.subscribe = route(subscribe);
}

function routeCustomer(field: Field, system: string): void {
  takeConnection(field, 'The connection of the system to read from; without it the first one that has the customer.');
  const { resolve = defaultFieldResolver } = field;
  field.resolve = (source, args: Arguments, context, info) => {
    const { entry } = source as CustomerType;
    const { connection, ...rest } = args;
    const key =
      connection == null ? firstThatHas(entry, system, context) : keyOfConnection(String(connection), system, context);
    if (key === system) return resolve(source, rest, context, info);
    context.routes.notePlace(info.path, key);
    return resolve({ ...(source as CustomerType), entry: seenFrom(entry, key) }, rest, context.via(key), info);
  };
}

function routeBelow(field: Field, system: string): void {
  const { resolve = defaultFieldResolver } = field;
  field.resolve = (source, args, context, info) => {
    if (!context.routes.used) return resolve(source, args, context, info);
    const key = context.routes.find(system, source, info.path);
    // Below it the objects are others.
    if (key !== system) context.routes.notePlace(info.path, key);
    return resolve(source, args, context.via(key), info);
  };
}

/** An id of another connection's object says so, so that it leads back there. */
function markIds(field: Field, system: string): void {
  const { resolve = defaultFieldResolver } = field;
  field.resolve = (source, args, context, info) => {
    const id = resolve(source, args, context, info);
    if (!context.routes.used || typeof id !== 'string') return id;
    return markedId(id, handleOf(context.routes.find(system, source, info.path)));
  };
}

function firstThatHas(
  { externalIds }: CustomerType['entry'],
  system: string,
  { systems }: GatewayContext,
): ConnectionKey {
  let other: ConnectionKey | null = null;
  for (const { system: key } of externalIds) {
    if (key === system) return system;
    if (other === null && systemOf(key) === system && systems.some((one) => one.key === key)) other = key;
  }
  return other ?? system;
}

function takeConnection(field: Field, description: string): void {
  const argument: GraphQLArgument = {
    name: 'connection',
    description,
    type: GraphQLID,
    defaultValue: undefined,
    deprecationReason: undefined,
    extensions: {},
    astNode: undefined,
  };
  (field.args as GraphQLArgument[]).push(argument);
}
