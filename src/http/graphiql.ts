import { access } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { ConsoleMode } from './graphiql-mode.js';

export interface GraphiqlPageOptions {
  /** The folder of the built console, `dist/console/`. It may appear after the start. */
  readonly root: URL;
  /** Asked for each time the page opens. */
  readonly mode: () => ConsoleMode;
}

const SELF = ["'self'"];
// Monaco writes its themes and positions as style elements and icons as data: URLs; everything else, the workers
// included, comes from the bundle.
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: SELF,
  workerSrc: SELF,
  connectSrc: SELF,
  styleSrc: [...SELF, "'unsafe-inline'"],
  fontSrc: [...SELF, 'data:'],
  imgSrc: [...SELF, 'data:'],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

const NOT_BUILT = 'The GraphiQL console has not been built yet: run "npm run build:console", then reload this page.\n';

/**
 * GraphiQL from the project's own bundle, under `/graphiql`; the page asks no other host for anything. Answers 503 with
 * an explanation where the bundle is missing.
 */
export function graphiqlPage({ root, mode }: GraphiqlPageOptions): FastifyPluginAsync {
  const folder = fileURLToPath(root);
  const assets = join(folder, 'assets') + sep;

  const openPage = async (_request: unknown, reply: FastifyReply) => {
    const built = await access(new URL('index.html', root)).then(
      () => true,
      () => false,
    );
    if (built) return reply.sendFile('index.html');
    return reply.code(503).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(NOT_BUILT);
  };

  return async (app) => {
    await app.register(helmet, {
      contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
      // Whether the gateway is reached over TLS is known to what stands in front of it, not here.
      strictTransportSecurity: false,
    });
    await app.register(fastifyStatic, {
      root: folder,
      prefix: '/graphiql/',
      index: false,
      cacheControl: false,
      preCompressed: true,
      // Names in assets/ carry a hash of their content.
      setHeaders: (response, path) => {
        const lasting = path.startsWith(assets);
        response.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
    app.get('/', async (_request, reply) => reply.redirect('/graphiql'));
    app.get('/graphiql', openPage);
    app.get('/graphiql/', openPage);
    app.get('/graphiql/mode.json', async (_request, reply) => reply.header('cache-control', 'no-store').send(mode()));
  };
}
