import { defaultFieldResolver, type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import { may, type Scope } from '../../domain/access/model.js';
import { AccessDenied } from '../../kernel/errors.js';
import type { GatewayContext } from '../context.js';

type Field = GraphQLField<unknown, GatewayContext>;

/**
 * Puts a check before every field of Query, Mutation and Subscription, and before those that hold data of persons.
 * @throws if a root field does not say what it needs: nothing is let through for want of a rule.
 */
export function guarded(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const unruled: string[] = [];
  for (const root of roots) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const { needs } = field.extensions as { needs?: Scope };
      if (needs === undefined) unruled.push(`${root?.name}.${field.name}`);
      else guard(field, ({ caller }) => requireScope(caller, needs));
    }
  }
  if (unruled.length > 0) throw new Error(`These fields have no access rule (@Needs): ${unruled.join(', ')}`);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || roots.includes(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.extensions.personal !== true) continue;
      guard(field, ({ caller, hidesPersonalData }) => {
        if (hidesPersonalData) requireScope(caller, 'personal');
      });
    }
  }
  return schema;
}

function guard(field: Field, check: (context: GatewayContext) => void): void {
  const { resolve = defaultFieldResolver, subscribe } = field;
  field.resolve = (source, args, context, info) => {
    check(context);
    return resolve(source, args, context, info);
  };
  if (subscribe) {
    field.subscribe = (source, args, context, info) => {
      check(context);
      return subscribe(source, args, context, info);
    };
  }
}

function requireScope(caller: GatewayContext['caller'], scope: Scope): void {
  if (!may(caller, scope)) throw new AccessDenied('FORBIDDEN', `This needs the scope "${scope}".`);
}
