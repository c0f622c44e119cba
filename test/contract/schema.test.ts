import { readFile } from 'node:fs/promises';
import { executeCodegen, loadContext } from '@graphql-codegen/cli';
import {
  type GraphQLArgument,
  type GraphQLNamedType,
  getIntrospectionQuery,
  graphqlSync,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { expect, it } from 'vitest';
import { environmentExample } from '../../src/config/example.js';
import { gatewaySchema, schemaText } from '../../src/graphql/schema.js';
import { upstreams } from '../../src/upstreams/registry.js';

it('is the one that is committed (npm run schema renews it)', async () => {
  expect(await readFile('schema/schema.graphql', 'utf8')).toBe(schemaText());
});

it('is valid and can be asked for, which no start looks at again', () => {
  expect(graphqlSync({ schema: gatewaySchema(), source: getIntrospectionQuery() }).errors).toBeUndefined();
});

it('describes every type, field, argument and enum value', () => {
  const types = Object.values(gatewaySchema().getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  expect(types.length).toBeGreaterThan(30);
  const bare = types.filter(({ name }) => !BUILT_IN.has(name)).flatMap(undescribed);
  expect(bare).toEqual([]);
});

it('has the typed operations that the tests use (npm run codegen renews them)', async () => {
  const context = await loadContext('codegen.yml');
  context.updateConfig({ silent: true });
  const { result, error } = await executeCodegen(context);
  expect(error).toBeNull();
  expect(result.length).toBeGreaterThan(0);
  for (const { filename, content } of result) expect(await readFile(filename, 'utf8')).toBe(content);
});

it('goes with an .env.example of all variables (npx billgraph env --write renews it)', async () => {
  expect(await readFile('.env.example', 'utf8')).toBe(environmentExample(upstreams));
});

const BUILT_IN = new Set(['String', 'Int', 'Float', 'Boolean', 'ID', 'Query', 'Mutation', 'Subscription']);

function undescribed(type: GraphQLNamedType): string[] {
  const missing: string[] = type.description ? [] : [type.name];
  if (isEnumType(type)) {
    missing.push(
      ...type
        .getValues()
        .filter(({ description }) => !description)
        .map(({ name }) => `${type.name}.${name}`),
    );
  }
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      if (!field.description) missing.push(`${type.name}.${field.name}`);
      const args: readonly GraphQLArgument[] = 'args' in field ? field.args : [];
      const bare = args.filter(({ description }) => !description);
      missing.push(...bare.map(({ name }) => `${type.name}.${field.name}(${name})`));
    }
  }
  return missing;
}
