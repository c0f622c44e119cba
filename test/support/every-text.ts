import { expect } from 'vitest';
import { gatewaySchema } from '../../src/graphql/schema.js';
import type { TestGateway } from './gateway.js';
import { argumentsWith, operationOnAll, pathsTo } from './schema-inputs.js';

export interface Problem {
  readonly code: string;
  readonly field: string[];
  readonly message: string;
}
export interface Refusal {
  readonly userErrors: readonly Problem[];
}

/** What `operationOnAll` has to ask for. */
export const REFUSAL = '{ userErrors { code field message } }';
// Fewer than an operation may have aliases.
const AT_ONCE = 40;

export const mutations = Object.values(gatewaySchema().getMutationType()?.getFields() ?? {});

/** Puts a value into every text of every mutation, one at a time, and expects that its own path is refused; gives what was said to each. */
export async function refusedInEveryText(
  query: TestGateway['query'],
  value: string,
  { scalars, code }: { readonly scalars: readonly string[]; readonly code: string },
): Promise<readonly (Problem | undefined)[]> {
  const said: (Problem | undefined)[] = [];
  const texts = new Set(scalars);
  for (const mutation of mutations) {
    const paths = pathsTo(mutation, texts);
    for (let from = 0; from < paths.length; from += AT_ONCE) {
      const some = paths.slice(from, from + AT_ONCE);
      const given = some.map((path) => argumentsWith(mutation, path, value));
      const { text, variables } = operationOnAll(mutation, given, REFUSAL);
      const { data, errors } = await query<Record<string, Refusal>>(text, variables);
      expect(errors, mutation.name).toBeUndefined();
      const problems = some.map((_path, n) => data[`a${n}`]?.userErrors[0]);
      expect(problems.map((problem) => [problem?.code, problem?.field])).toEqual(some.map((path) => [code, path]));
      said.push(...problems);
    }
  }
  return said;
}
