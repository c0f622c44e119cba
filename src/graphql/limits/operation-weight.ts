import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { UpstreamField } from './upstream-fields.js';

/** What an operation asks for. */
export interface OperationWeight {
  readonly depth: number;
  readonly aliases: number;
  /** Calls to billing systems that it may cause, if nothing of it is in the cache. */
  readonly calls: number;
  /** Whether the counting was given up: there is more than any limit allows. */
  readonly endless: boolean;
}

// What hangs on one object without being paged: charges of a plan, plans of a subscription.
const OWNED = 4;
// Fragments that spread each other grow without end in few characters.
const MOST_FIELDS = 50_000;

interface Counting {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  fields: number;
  depth: number;
  aliases: number;
  calls: number;
}

/** Weighs an operation that was validated. `variables` are as the client sent them. */
export function weigh(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): OperationWeight {
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  const counting: Counting = {
    schema,
    fragments,
    variables: withDefaults(operation, variables),
    fields: 0,
    depth: 0,
    aliases: 0,
    calls: 0,
  };
  const root = schema.getRootType(operation.operation);
  if (root) countSelection(counting, operation.selectionSet, root, 1, 1);
  const { depth, aliases, calls, fields } = counting;
  return { depth, aliases, calls: Math.ceil(calls), endless: fields > MOST_FIELDS };
}

function countSelection(
  counting: Counting,
  { selections }: SelectionSetNode,
  type: GraphQLNamedType,
  objects: number,
  depth: number,
): void {
  for (const selection of selections) {
    if (counting.fields > MOST_FIELDS) return;
    if (selection.kind === Kind.FIELD) countField(counting, selection, type, objects, depth);
    else {
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : counting.fragments.get(selection.name.value);
      if (!fragment) continue;
      counting.fields += 1;
      const on = fragment.typeCondition?.name.value;
      const inner = on === undefined ? type : (counting.schema.getType(on) ?? type);
      countSelection(counting, fragment.selectionSet, inner, objects, depth);
    }
  }
}

function countField(counting: Counting, node: FieldNode, type: GraphQLNamedType, objects: number, depth: number): void {
  counting.fields += 1;
  counting.depth = Math.max(counting.depth, depth);
  if (node.alias && node.alias.value !== node.name.value) counting.aliases += 1;
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
  if (!field) return;
  const { upstream } = field.extensions as { upstream?: UpstreamField };
  if (upstream) counting.calls += Math.max(1, objects / upstream.keysPerCall);
  if (!node.selectionSet) return;
  const inner = getNamedType(field.type);
  if (!isCompositeType(inner)) return;
  countSelection(counting, node.selectionSet, inner, objects * sizeOf(counting, field, node), depth + 1);
}

/** How many objects a field has for each of its parents, at most or as a rule. */
function sizeOf({ variables }: Counting, field: GraphQLField<unknown, unknown>, node: FieldNode): number {
  const first = argument(field, node, variables, 'first');
  if (typeof first === 'number') return first;
  // The page was counted where it was asked for.
  if (field.name === 'nodes' || field.name === 'edges') return 1;
  const type = isNonNullType(field.type) ? field.type.ofType : field.type;
  return isListType(type) ? OWNED : 1;
}

function argument(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
  name: string,
): unknown {
  if (!field.args.some((one) => one.name === name)) return undefined;
  try {
    return getArgumentValues(field, node, variables)[name];
  } catch (error) {
    // Not a good value: the execution says so, in better words.
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

function withDefaults(
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...given };
}
