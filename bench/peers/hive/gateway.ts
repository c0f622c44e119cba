import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import rest from '@graphql-mesh/transport-rest';
import { resolversFor, typeDefs } from './schema.js';
import { composeSupergraph } from './supergraph.js';

/**
 * Hive Gateway over OpenAPI descriptions of both systems, as its documentation has it: Mesh Compose makes a supergraph
 * of them, fields are added by resolvers that read through the SDK in the context, batched by key.
 */
const [upstream = '', customers = '0'] = process.argv.slice(2);

const gateway = createGatewayRuntime({
  supergraph: await composeSupergraph(upstream),
  transports: { rest },
  additionalTypeDefs: typeDefs,
  additionalResolvers: resolversFor(Number(customers)),
  // Nobody reads it here, and the other peers that were written for the benchmark keep none.
  logging: false,
});

const server = createServer(gateway);
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.on('disconnect', () => process.exit(0));
