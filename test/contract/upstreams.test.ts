import type { LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { upstreamSettings } from '../../src/config/load.js';
import { systemClock } from '../../src/kernel/clock.js';
import { UpstreamError } from '../../src/kernel/errors.js';
import type { FinishedCall } from '../../src/kernel/http/upstream-http.js';
import { ulids } from '../../src/kernel/ids.js';
import { silentLogger } from '../../src/kernel/logger.js';
import { createEntityCache } from '../../src/kernel/reading/entity-cache.js';
import { KnownSecrets } from '../../src/kernel/secrets/known-secrets.js';
import type { StartedSandbox, UpstreamConnection } from '../../src/upstreams/contract.js';
import { upstreams } from '../../src/upstreams/registry.js';
import { scenario } from '../../src/upstreams/sandbox-kit/scenario.js';
import type { Fault } from '../../src/upstreams/sandbox-kit/types.js';

it('are registered under names of their own', () => {
  const ids = upstreams.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const prefixes = upstreams.flatMap(({ schema }) => schema.nodes.map(({ prefix }) => prefix));
  expect(new Set([...prefixes, 'cus']).size).toBe(prefixes.length + 1);
});

import { memoryDocuments } from '../support/memory-documents.js';
import { memoryLedger } from '../support/memory-ledger.js';
import { noUploads } from '../support/no-uploads.js';

const NOTHING_LISTED = 'the system lists nothing';

/** What every billing system has to be and do, whoever adds it. */
describe.each(upstreams.map((upstream) => [upstream.id, upstream] as const))('%s', (id, upstream) => {
  const calls: FinishedCall[] = [];
  let started: StartedSandbox;
  let connection: UpstreamConnection;
  const never = new AbortController().signal;

  beforeAll(async () => {
    started = await upstream.startSandbox({ port: 0, customers: 30, limits: false });
    const quotas = Object.keys(upstream.settings.shape).filter((name) => /_REQUESTS_PER_(SECOND|MINUTE)$/.test(name));
    // The sandbox has its limits off, so the connection need not keep to them either.
    const environment = { ...started.environment, ...Object.fromEntries(quotas.map((name) => [name, '1000'])) };
    connection = upstream.connect(upstreamSettings(upstream, environment), {
      cache: createEntityCache({ maxEntries: 1_000 }),
      clock: systemClock,
      log: silentLogger,
      ids: ulids,
      writes: memoryLedger(),
      kept: memoryDocuments(),
      ...noUploads,
      secrets: new KnownSecrets(),
      onCall: (call) => calls.push(call),
    });
  });
  afterAll(async () => {
    await connection.close();
    await started.sandbox.close();
  });

  // A system that has no lists is proved by its own tests of what it does.
  const listsNothing = () => connection.discovery.length === 0;
  const firstPage = (signal = never) => {
    const [stream] = connection.discovery;
    if (!stream) throw new Error('there is no stream');
    return stream.page(null, { signal });
  };

  it('describes itself and every variable, each of which begins with its name', () => {
    expect(id).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/);
    expect(upstream.title).not.toBe('');
    expect(upstream.description).toMatch(/\.$/);
    for (const [name, type] of Object.entries(upstream.settings.shape)) {
      expect(name.startsWith(`${id}_`), name).toBe(true);
      expect(type.description, name).toMatch(/\.$/);
    }
    expect(Object.keys(upstream.settings.shape)).toContain(upstream.settings.decidedBy);
    for (const name of upstream.settings.credentials) expect(Object.keys(upstream.settings.shape)).toContain(name);
  });

  it('refuses an address without credentials, and credentials without an address', () => {
    const { decidedBy, credentials } = upstream.settings;
    expect(() => upstreamSettings(upstream, { [decidedBy]: 'https://tenant.example' })).toThrow(/must be set, too/);
    expect(() => upstreamSettings(upstream, { [credentials[0] ?? '']: 'x' })).toThrow(decidedBy);
  });

  it('adds types and nodes to the schema', () => {
    expect(upstream.schema.resolvers.length).toBeGreaterThan(0);
    expect(upstream.schema.nodes.length).toBeGreaterThan(0);
    for (const { prefix } of upstream.schema.nodes) expect(prefix).toMatch(/^[a-z]{3}$/);
  });

  it('lists every one of its records exactly once', async ({ skip }) => {
    skip(listsNothing(), NOTHING_LISTED);
    const seen: string[] = [];
    for (const stream of connection.discovery) {
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof stream.page>> = await stream.page(cursor, { signal: never });
        for (const record of page.records) {
          expect(record.system).toBe(id);
          expect(record.name).not.toBe('');
          seen.push(record.id);
        }
        cursor = page.next;
      } while (cursor);
    }
    expect(seen.length).toBeGreaterThan(10);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('gives an unknown id no record, and a known one its own', async ({ skip }) => {
    skip(listsNothing(), NOTHING_LISTED);
    const session = connection.openSession({ signal: never });
    expect(await session.find('nobody-has-this-id')).toEqual([]);
    const [whole] = (await firstPage()).records;
    const records = await session.find(whole?.id ?? '');
    expect(records.map((record) => record.id)).toContain(whole?.id);
  });

  it('says how current its record of a customer is, and nothing of a customer it does not have', async ({ skip }) => {
    skip(listsNothing(), NOTHING_LISTED);
    const [whole] = (await firstPage()).records;
    if (!whole) throw new Error('there is no record');
    const entry = {
      id: 'cus_1',
      name: whole.name,
      email: null,
      createdAt: '2026-01-01T00:00:00Z',
      updatedAt: '2026-01-01T00:00:00Z',
      externalIds: whole.externalIds.map((each) => ({ ...each, system: id, recordId: whole.id, partOf: null })),
    };
    const session = connection.openSession({ signal: never });
    const reading = await session.source(entry);
    expect(reading).toMatchObject({ stale: false });
    expect(Math.abs((reading?.fetchedAt ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(await session.source({ ...entry, externalIds: [] })).toBeNull();
  });

  it('finds out whether its tenant can be used, in sentences and without its credentials', async ({ skip }) => {
    skip(connection.diagnose === undefined, 'it can only be told, not asked');
    const findings = await connection.diagnose?.({ signal: never });
    expect(findings?.length).toBeGreaterThan(1);
    for (const { subject, found, advice } of findings ?? []) {
      expect(subject).toMatch(/^[A-Z]/);
      expect(found, subject).toMatch(/\.$/);
      if (advice !== null) expect(advice, subject).toMatch(/\.$/);
    }
    const text = JSON.stringify(findings);
    // Ids of accounts and entities are no secrets, and a person has to compare them.
    const secrets = upstream.settings.secrets.flatMap((name) => started.environment[name] ?? []);
    expect(secrets.length).toBeGreaterThan(0);
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('has a type for its invoices where it can list them, and the other way round', () => {
    const session = connection.openSession({ signal: never });
    expect(session.invoicesOf !== undefined).toBe(upstream.schema.invoice !== undefined);
  });

  it('counts its calls and tells what they were for', async ({ skip }) => {
    skip(listsNothing(), NOTHING_LISTED);
    calls.length = 0;
    await firstPage();
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.at(-1)).toMatchObject({ method: 'GET', lane: 'background', status: 200, error: null });
    expect(calls.at(-1)?.operation).toMatch(/^[a-z]\w+$/i);
  });

  const once: readonly Fault[] = [
    { kind: 'rate-limited', retryAfter: 0 },
    { kind: 'rate-limited' },
    { kind: 'server-error', status: 503 },
    { kind: 'connection-reset' },
    { kind: 'reply-lost' },
    { kind: 'cut-off-json' },
    { kind: 'wrong-content-type' },
    { kind: 'slow-body', ms: 50 },
    { kind: 'latency', ms: 50 },
  ];
  it.each(once.map((fault) => [fault.kind, fault] as const))('reads on after one %s', async (_kind, fault) => {
    if (listsNothing()) return;
    started.sandbox.fault('GET /**', fault);
    expect((await firstPage()).records.length).toBeGreaterThan(0);
    started.sandbox.clearFaults();
  });

  it.each([
    ['rate-limited', 'UPSTREAM_RATE_LIMITED', true],
    ['server-error', 'UPSTREAM_UNAVAILABLE', true],
    ['connection-reset', 'UPSTREAM_UNAVAILABLE', true],
    ['cut-off-json', 'UPSTREAM_UNAVAILABLE', true],
    ['wrong-content-type', 'UPSTREAM_INVALID_RESPONSE', true],
    ['expired-token', 'UPSTREAM_UNAUTHENTICATED', false],
  ] as const)('gives up with a typed error when %s does not end', async (kind, code, retryable) => {
    if (listsNothing()) return;
    const own = await upstream.startSandbox({ port: 0, customers: 30, limits: false });
    const broken = upstream.connect(upstreamSettings(upstream, own.environment), {
      cache: createEntityCache({ maxEntries: 10 }),
      clock: systemClock,
      log: silentLogger,
      ids: ulids,
      writes: memoryLedger(),
      kept: memoryDocuments(),
      ...noUploads,
      secrets: new KnownSecrets(),
      onCall: () => {},
    });
    own.sandbox.fault('GET /**', { kind, every: true });
    const error = await broken.discovery[0]?.page(null, { signal: never }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UpstreamError);
    expect(error).toMatchObject({ system: id, code, retryable });
    expect((error as UpstreamError).message).toContain(upstream.title);
    expect((error as UpstreamError).message).not.toContain('127.0.0.1');
    await broken.close();
    await own.sandbox.close();
  });

  it('ends a call when its caller gives up', async ({ skip }) => {
    skip(listsNothing(), NOTHING_LISTED);
    started.sandbox.fault('GET /**', { kind: 'latency', ms: 30_000, every: true });
    const leaving = new AbortController();
    const page = firstPage(leaving.signal);
    setTimeout(() => leaving.abort(new Error('my deadline')), 50);
    await expect(page).rejects.toThrow('my deadline');
    started.sandbox.clearFaults();
  });

  it('looks its host up as it is told to, for every call, and sends nothing where that refuses', async () => {
    const { decidedBy } = upstream.settings;
    const named = new URL(started.environment[decidedBy] ?? '');
    named.hostname = 'tenant.example';
    const environment = { ...started.environment, [decidedBy]: named.href.replace(/\/$/, '') };
    const looked = new Set<string>();
    const connectBy = (lookup: LookupFunction) =>
      upstream.connect(upstreamSettings(upstream, environment), {
        cache: createEntityCache({ maxEntries: 10 }),
        clock: systemClock,
        log: silentLogger,
        ids: ulids,
        writes: memoryLedger(),
        kept: memoryDocuments(),
        ...noUploads,
        secrets: new KnownSecrets(),
        onCall: () => {},
        lookup,
      });
    const elsewhere = connectBy((hostname, options, done) => {
      looked.add(hostname);
      const found = { address: '127.0.0.1', family: 4 };
      return options.all ? done(null, [found]) : done(null, found.address, found.family);
    });
    const seen = () => started.sandbox.requests().length;
    const before = seen();
    const findings = await elsewhere.diagnose?.({ signal: never });
    expect(findings?.filter(({ state }) => state === 'PROBLEM')).toEqual([]);
    expect(seen()).toBeGreaterThan(before);
    expect([...looked]).toEqual(['tenant.example']);
    await elsewhere.close();

    const closed = connectBy((_hostname, _options, done) => done(new Error('it is not public'), '', 0));
    const after = seen();
    const problems = await closed.diagnose?.({ signal: never });
    expect(problems?.filter(({ state }) => state === 'PROBLEM').length).toBeGreaterThan(0);
    expect(seen()).toBe(after);
    await closed.close();
  });

  it('tells one story in every sandbox', async ({ skip }) => {
    skip(listsNothing(), NOTHING_LISTED);
    const { records } = await firstPage();
    const story = scenario({ size: 30 });
    const names = new Set(
      Array.from({ length: 30 }, (_, n) => story.customer(n)).flatMap(({ name, usageName }) => [name, usageName]),
    );
    for (const { name } of records) expect(names).toContain(name);
  });
});
