import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphiqlPage } from '../../src/http/graphiql.js';

let folder: string;
let app: FastifyInstance;

beforeEach(async () => {
  // "assets" in the path of the installation must not make the page itself immutable.
  folder = join(await mkdtemp(join(tmpdir(), 'billgraph-')), 'assets', 'console');
  await mkdir(join(folder, 'assets'), { recursive: true });
  app = Fastify();
  await app.register(helmet);
  await app.register(
    graphiqlPage({
      root: pathToFileURL(`${folder}/`),
      mode: () => ({ keyNeeded: false, systems: [{ name: 'Some System', mode: 'TENANT' }] }),
    }),
  );
  app.get('/other', () => 'other');
});

afterEach(async () => {
  await app.close();
  await rm(join(folder, '..', '..'), { recursive: true });
});

async function build() {
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Billgraph</title>');
  await writeFile(join(folder, 'assets', 'main-1a2b.js'), 'export {};');
  await writeFile(join(folder, 'assets', 'main-1a2b.js.br'), 'compressed');
}

describe('the GraphiQL page', () => {
  it('explains what to do while the bundle is missing, and appears without a restart', async () => {
    const before = await app.inject('/graphiql');
    expect(before.statusCode).toBe(503);
    expect(before.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(before.headers['cache-control']).toBe('no-store');
    expect(before.body).toContain('npm run build:console');

    await build();
    expect((await app.inject('/graphiql')).statusCode).toBe(200);
  });

  it.each(['/graphiql', '/graphiql/'])('is served at %s and asked for again every time', async (url) => {
    await build();
    const page = await app.inject(url);
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['cache-control']).toBe('no-cache');
    expect(page.body).toContain('<title>Billgraph</title>');
  });

  it('keeps hashed assets for a year, compressed where the browser takes it', async () => {
    await build();
    const asset = await app.inject('/graphiql/assets/main-1a2b.js');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(asset.body).toBe('export {};');

    const compressed = await app.inject({
      url: '/graphiql/assets/main-1a2b.js',
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(compressed.headers['content-encoding']).toBe('br');
    expect(compressed.headers.vary).toBe('accept-encoding');
    expect(compressed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(compressed.headers['content-type']).toBe('application/javascript; charset=utf-8');
    expect(compressed.body).toBe('compressed');
  });

  it('does not let anyone keep a missing asset', async () => {
    await build();
    const missing = await app.inject('/graphiql/assets/main-old.js');
    expect(missing.statusCode).toBe(404);
    expect(missing.headers['cache-control']).toBeUndefined();
  });

  it.each(['/graphiql/../secret.txt', '/graphiql/%2e%2e/secret.txt', '/graphiql/..%2fsecret.txt', '/graphiql/assets/'])(
    'serves nothing outside its folder, and no listing: %s',
    async (url) => {
      await build();
      await writeFile(join(folder, '..', 'secret.txt'), 'secret');
      const response = await app.inject(url);
      expect(response.statusCode).toBeGreaterThanOrEqual(400);
      expect(response.body).not.toContain('secret\n');
      expect(response.body).not.toBe('secret');
    },
  );

  it('allows the page nothing but its own origin, whatever the rest of the server allows', async () => {
    await build();
    const page = await app.inject('/graphiql');
    expect(page.headers['content-security-policy']).toBe(
      "default-src 'none';script-src 'self';worker-src 'self';connect-src 'self';style-src 'self' 'unsafe-inline';" +
        "font-src 'self' data:;img-src 'self' data:;base-uri 'none';form-action 'none';frame-ancestors 'none'",
    );
    expect(page.headers['x-content-type-options']).toBe('nosniff');

    const other = await app.inject('/other');
    expect(other.headers['content-security-policy']).toContain("default-src 'self'");
    expect(other.headers['content-security-policy']).not.toContain('worker-src');
  });

  it('tells which systems are real', async () => {
    const answer = await app.inject('/graphiql/mode.json');
    expect(answer.json()).toEqual({ keyNeeded: false, systems: [{ name: 'Some System', mode: 'TENANT' }] });
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});
