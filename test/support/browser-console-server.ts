import Fastify from 'fastify';
import { buildSchema, graphql } from 'graphql';
import { graphiqlPage } from '../../src/http/graphiql.js';

const schema = buildSchema(`
  "The least that the console can be tried on."
  type Query { systems: [System!]! }
  type System { system: String! title: String! mode: String! state: String! lastFailure: String }
`);
const systems = [
  { system: 'ZUORA_BILLING', title: 'Zuora Billing', mode: 'SANDBOX', state: 'OK' },
  { system: 'TOGAI', title: 'Togai', mode: 'SANDBOX', state: 'OK' },
];

/** Serves the built console over a schema of one field, on a free port of loopback. */
export async function startConsole(): Promise<{ url: string; close(): Promise<void> }> {
  const app = Fastify();
  await app.register(
    graphiqlPage({
      root: new URL('../../dist/console/', import.meta.url),
      mode: () => ({ systems: systems.map(({ title }) => ({ name: title, mode: 'SANDBOX' })) }),
    }),
  );
  app.post<{ Body: { query: string; operationName?: string } }>('/graphql', ({ body }) =>
    graphql({ schema, source: body.query, operationName: body.operationName ?? null, rootValue: { systems } }),
  );
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url, close: () => app.close() };
}
