import { buildSchema, type GraphQLSchema, graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type Caller, may, type Scope, scopesIn } from '../../src/domain/access/model.js';
import { guarded } from '../../src/graphql/access/guard.js';
import { gatewaySchema } from '../../src/graphql/schema.js';

function schemaWith(rules: Record<string, object>): GraphQLSchema {
  const schema = buildSchema('type Query { person: Person, count: Int } type Person { name: String, email: String }');
  for (const [path, extensions] of Object.entries(rules)) {
    const [type = '', field = ''] = path.split('.');
    const found = schema.getType(type) as unknown as { getFields(): Record<string, { extensions: object }> };
    Object.assign(found.getFields()[field] as object, { extensions });
  }
  return schema;
}
const caller = (...scopes: Scope[]): Caller => ({
  kind: 'key',
  id: 'key:1',
  name: 'somebody',
  scopes: new Set(scopes),
  systems: null,
});
const READ = { needs: 'read' };

describe('the guard of the schema', () => {
  it('refuses a schema with a root field that has no rule, and names it', () => {
    expect(() => guarded(schemaWith({ 'Query.person': READ }))).toThrow(/@Needs\): Query\.count/);
  });

  it('lets through who has the scope, and nobody else, field by field', async () => {
    const schema = guarded(schemaWith({ 'Query.person': { needs: 'finance' }, 'Query.count': READ }));
    const ask = (by: Caller) =>
      graphql({
        schema,
        source: '{ person { name } count }',
        rootValue: { person: { name: 'Ada' }, count: 3 },
        contextValue: { caller: by, hidesPersonalData: false },
      });
    const reader = await ask(caller('read'));
    expect(reader.data).toEqual({ person: null, count: 3 });
    expect(reader.errors?.map(({ path, message }) => [path, message])).toEqual([
      [['person'], 'This needs the scope "finance".'],
    ]);
    expect((await ask(caller('read', 'finance'))).data).toEqual({ person: { name: 'Ada' }, count: 3 });
    expect((await ask(caller('admin'))).errors).toBeUndefined();
    expect((await ask(caller())).errors).toHaveLength(2);
  });

  it('hides data of persons where it is told to, and only from those without the scope', async () => {
    const schema = guarded(
      schemaWith({ 'Query.person': READ, 'Query.count': READ, 'Person.email': { personal: true } }),
    );
    const ask = (by: Caller, hidesPersonalData: boolean) =>
      graphql({
        schema,
        source: '{ person { name email } }',
        rootValue: { person: { name: 'Ada', email: 'ada@example.com' } },
        contextValue: { caller: by, hidesPersonalData },
      });
    expect((await ask(caller('read'), true)).data).toEqual({ person: { name: 'Ada', email: null } });
    expect((await ask(caller('read'), true)).errors?.[0]?.path).toEqual(['person', 'email']);
    expect((await ask(caller('read', 'personal'), true)).data).toEqual({
      person: { name: 'Ada', email: 'ada@example.com' },
    });
    expect((await ask(caller('read'), false)).errors).toBeUndefined();
  });
});

it('gives every root field of the gateway a rule that fits its kind', () => {
  const schema = gatewaySchema();
  const needs = (type: 'getQueryType' | 'getMutationType') =>
    Object.values(schema[type]()?.getFields() ?? {}).map((field) => [field.name, field.extensions.needs as Scope]);
  const queries = needs('getQueryType');
  expect(queries.length).toBeGreaterThan(15);
  // What only asks never needs to change anything; figures of the books are for those who keep them.
  expect(queries.filter(([, scope]) => !['read', 'sync', 'finance', 'admin'].includes(scope ?? ''))).toEqual([]);
  const mutations = needs('getMutationType');
  expect(mutations.length).toBeGreaterThan(20);
  expect(mutations.filter(([, scope]) => scope === 'read')).toEqual([]);
  const money = mutations.filter(([name]) => /Memo/.test(name ?? '')).map(([, scope]) => scope);
  expect(new Set(money)).toEqual(new Set(['finance']));
});

it('takes the scopes that it knows out of a token, and admin for all of them', () => {
  expect([...scopesIn(['openid', 'read', 'READ', 'write '])]).toEqual(['read']);
  expect(may(caller('admin'), 'finance')).toBe(true);
  expect(may(caller('read'), 'write')).toBe(false);
});
