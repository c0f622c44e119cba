import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { ConfigError, loadConfig } from '../config/load.js';
import type { ApiKey, ApiKeyStore } from '../domain/access/api-keys.js';
import { newKey } from '../domain/access/key-text.js';
import { SCOPE_MEANINGS, SCOPES, type Scope } from '../domain/access/model.js';
import type { AuditState } from '../domain/audit/model.js';
import type { AuditBook } from '../domain/audit/ports.js';
import { systemOf } from '../domain/connections/key.js';
import { systemClock } from '../kernel/clock.js';
import { ulids } from '../kernel/ids.js';
import { openApiKeys } from '../store/api-keys.js';
import { openAuditBook } from '../store/audit.js';
import { openStore } from '../store/open-store.js';
import { StoreError } from '../store/store-error.js';
import { upstreams } from '../upstreams/registry.js';

const DAY_MS = 86_400_000;

export interface KeyOptions {
  readonly name: string;
  readonly scopes: string;
  readonly systems?: string;
  readonly expires?: string;
}

/** Makes a key and prints it, this once. */
export async function createKey(options: KeyOptions): Promise<void> {
  await tellingProblems(async () => {
    const now = systemClock.now();
    const scopes = wordsOf(options.scopes);
    const systems = options.systems === undefined ? null : wordsOf(options.systems);
    refuseUnknown('scope', scopes, SCOPES);
    refuseUnknown(
      'system',
      (systems ?? []).map(systemOf),
      upstreams.map(({ id }) => id),
    );
    if (scopes.length === 0) throw new Problem(`A key needs scopes:\n${scopeList()}`);
    const expiresAt = options.expires === undefined ? null : instantOf(options.expires, now);
    const { id, text, secretHash } = newKey();
    const key = { id, name: options.name, scopes: scopes as Scope[], systems, expiresAt, createdAt: now };
    const detail = { id, scopes, systems, expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString() };
    await withKeys('keys create', detail, (keys) =>
      keys.add({ ...key, secretHash, lastUsedAt: null, revokedAt: null }),
    );
    const until = expiresAt === null ? 'does not expire' : `expires ${dayOf(expiresAt)}`;
    process.stdout.write(
      `${text}\n\nKey ${id} for ${options.name} (${scopes.join(', ')}; ${systems?.join(', ') ?? 'all systems'}; ${until}).\nIt is shown this once. Send it as "Authorization: Bearer …".\n`,
    );
  });
}

export async function listKeys({ json = false }: { json?: boolean }): Promise<void> {
  await tellingProblems(async () => {
    const all = await withKeys(null, null, (keys) => keys.list());
    process.stdout.write(json ? `${JSON.stringify(all.map(forMachines), null, 2)}\n` : tableOf(all, systemClock.now()));
  });
}

export async function revokeKey(id: string): Promise<void> {
  await tellingProblems(async () => {
    await withKeys('keys revoke', { id }, async (keys) => {
      const revoked = await keys.revoke(id, systemClock.now());
      if (!revoked) throw new Problem(`There is no key ${id}, or it was revoked before.`);
    });
    process.stdout.write(`Key ${id} is revoked; running gateways refuse it within ten seconds.\n`);
  });
}

/** Something that the person at the keyboard can put right. */
class Problem extends Error {}

/** What changes something has an `action`, and is written into the audit. */
async function withKeys<T>(
  action: string | null,
  detail: unknown,
  work: (keys: ApiKeyStore) => Promise<T>,
): Promise<T> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { gateway } = loadConfig(process.env, upstreams);
  const store = await openStore({ url: gateway.DATABASE_URL });
  try {
    const keys = openApiKeys(store.db);
    return action === null
      ? await work(keys)
      : await noted(openAuditBook(store.db), { action, detail }, () => work(keys));
  } finally {
    await store.close();
  }
}

async function noted<T>(
  book: AuditBook,
  { action, detail }: { action: string; detail: unknown },
  work: () => Promise<T>,
): Promise<T> {
  const [id, at, who] = [ulids.next(), systemClock.now(), `cli:${userInfo().username}`];
  await book.begin({ id, at, who, action, reason: null, detail, runId: null, requestId: null });
  const end = (state: AuditState) => book.end(id, { at: systemClock.now(), state, detail: {} });
  try {
    const done = await work();
    await end('DONE');
    return done;
  } catch (error) {
    await end(error instanceof Problem ? 'REFUSED' : 'FAILED');
    throw error;
  }
}

async function tellingProblems(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Problem || error instanceof StoreError || error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

const wordsOf = (text: string) => text.split(',').flatMap((word) => word.trim() || []);

function refuseUnknown(what: string, given: readonly string[], known: readonly string[]): void {
  const unknown = given.filter((word) => !known.includes(word));
  if (unknown.length === 0) return;
  const list = what === 'scope' ? `\n${scopeList()}` : ` ${known.join(', ')}`;
  throw new Problem(`There is no ${what} ${unknown.join(', ')}. There are:${list}`);
}

const scopeList = () => SCOPES.map((scope) => `  ${scope.padEnd(9)} ${SCOPE_MEANINGS[scope]}`).join('\n');

/** `90d`, or a day. */
function instantOf(text: string, now: number): number {
  const days = /^(\d{1,5})d$/.exec(text)?.[1];
  const at = days === undefined ? Date.parse(`${text}T00:00:00Z`) : now + Number(days) * DAY_MS;
  if (Number.isNaN(at)) throw new Problem('--expires takes a number of days such as 90d, or a day such as 2027-01-31.');
  if (at <= now) throw new Problem('--expires must be in the future.');
  return at;
}

const dayOf = (at: number | null) => (at === null ? '-' : new Date(at).toISOString().slice(0, 10));

function stateOf({ revokedAt, expiresAt }: ApiKey, now: number): string {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'good';
}

function tableOf(keys: readonly ApiKey[], now: number): string {
  if (keys.length === 0) return 'There are no keys. Make one with: billgraph keys create --name me --scopes read\n';
  const head = ['id', 'name', 'state', 'scopes', 'systems', 'created', 'expires', 'last used'];
  const rows = keys.map((key) => [
    key.id,
    key.name,
    stateOf(key, now),
    key.scopes.join(','),
    key.systems?.join(',') ?? 'all',
    dayOf(key.createdAt),
    dayOf(key.expiresAt),
    dayOf(key.lastUsedAt),
  ]);
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  return [head, ...rows]
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function forMachines({ createdAt, expiresAt, lastUsedAt, revokedAt, ...key }: ApiKey) {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return {
    ...key,
    createdAt: iso(createdAt),
    expiresAt: iso(expiresAt),
    lastUsedAt: iso(lastUsedAt),
    revokedAt: iso(revokedAt),
  };
}
