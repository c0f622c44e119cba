import {
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  type SelectionNode,
} from 'graphql';

/** Whether the query selects a field by one of these names directly below the field being resolved. */
export function selects(info: GraphQLResolveInfo, ...names: readonly string[]): boolean {
  return info.fieldNodes.some((node) => anySelected(node.selectionSet?.selections ?? [], new Set(names), info));
}

function anySelected(
  selections: readonly SelectionNode[],
  names: ReadonlySet<string>,
  info: GraphQLResolveInfo,
): boolean {
  return selections.some((selection) => {
    if (!isIncluded(selection, info)) return false;
    switch (selection.kind) {
      case 'Field':
        return names.has(selection.name.value);
      case 'InlineFragment':
        return anySelected(selection.selectionSet.selections, names, info);
      case 'FragmentSpread': {
        const fragment = info.fragments[selection.name.value];
        return fragment !== undefined && anySelected(fragment.selectionSet.selections, names, info);
      }
    }
    return false;
  });
}

function isIncluded(selection: SelectionNode, { variableValues }: GraphQLResolveInfo): boolean {
  if (!selection.directives?.length) return true;
  return (
    getDirectiveValues(GraphQLSkipDirective, selection, variableValues)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, selection, variableValues)?.if !== false
  );
}
