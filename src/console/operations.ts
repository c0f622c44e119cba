import type { GraphiQLProps } from 'graphiql';

type Tab = NonNullable<GraphiQLProps['defaultTabs']>[number];

const documents = import.meta.glob<string>('../../schema/operations/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const variables = import.meta.glob<string>('../../schema/operations/*.variables.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The file that a newcomer should see first; the others follow by name. */
const FIRST = 'customers.graphql';

/** One tab for each file in `schema/operations`: the comments on top explain it, `<name>.variables.json` fills it. */
export const operationTabs: Tab[] = Object.entries(documents)
  .toSorted(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b))
  .map(([path, query]) => ({
    query: query.trim(),
    variables: variables[path.replace(/\.graphql$/, '.variables.json')]?.trim() ?? '',
  }));

function rank(path: string): number {
  return path.endsWith(`/${FIRST}`) ? 0 : 1;
}
