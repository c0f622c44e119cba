import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { readFile, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';
import { StoreError } from './store-error.js';

/** A lock that is held; `release` gives it back and may be called again. */
export interface HeldLock {
  release(): void;
}

const Holder = z.object({ token: z.string(), pid: z.number().int(), host: z.string(), startedAt: z.string() });
type Holder = z.infer<typeof Holder>;

const BEAT_MS = 5_000;
/** A holder on another host cannot be asked whether it lives; silence for this long says it does not. */
const SILENT_MS = 20_000;

/**
 * Makes this process the only user of what `path` guards. A lock whose process has died, in whatever way, is taken over.
 * @throws StoreError that names the holder while another process, or this one, holds it.
 */
export async function takeLock(path: string, guarded: string): Promise<HeldLock> {
  const mine: Holder = { token: randomUUID(), pid: process.pid, host: hostOf(), startedAt: startOf(process.pid) };
  if (!(await create(path, mine))) await takeOver(path, mine, guarded);
  heldHere.add(mine.token);
  const beat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => {}), BEAT_MS);
  beat.unref();
  return {
    release: () => {
      clearInterval(beat);
      if (!heldHere.delete(mine.token)) return;
      if (parseHolder(readSync(path))?.token === mine.token) rmSync(path, { force: true });
    },
  };
}

/** Tokens of the locks that this process holds: a file with its pid but another token is left from an earlier life. */
const heldHere = new Set<string>();

async function takeOver(path: string, mine: Holder, guarded: string): Promise<void> {
  const guard = `${path}.takeover`;
  await refuseIfHeld(path, guarded);
  // Of several processes that find the same dead lock one replaces it; the others must not remove its new lock.
  if (!(await create(guard, mine))) {
    if ((await ageOf(guard)) < SILENT_MS) throw new StoreError(`${guarded} is being opened by another process.`);
    await unlink(guard).catch(() => {});
    if (!(await create(guard, mine))) throw new StoreError(`${guarded} is being opened by another process.`);
  }
  try {
    await refuseIfHeld(path, guarded);
    await unlink(path).catch(() => {});
    if (!(await create(path, mine))) await refuseIfHeld(path, guarded, true);
  } finally {
    await unlink(guard).catch(() => {});
  }
}

async function refuseIfHeld(path: string, guarded: string, certain = false): Promise<void> {
  const holder = parseHolder(await readFile(path, 'utf8').catch(() => ''));
  if (!certain && !(await isAlive(path, holder))) return;
  const who = holder === null ? 'another process' : `process ${holder.pid} on ${holder.host}`;
  throw new StoreError(
    `${guarded} is in use by ${who}. Stop it first, or use another directory or PostgreSQL: ` +
      'two processes on one embedded database would lose rows.',
  );
}

async function isAlive(path: string, holder: Holder | null): Promise<boolean> {
  // A file that is being written is empty for a moment.
  if (holder === null) return (await ageOf(path)) < BEAT_MS;
  if (holder.host !== hostOf()) return (await ageOf(path)) < SILENT_MS;
  if (holder.pid === process.pid) return heldHere.has(holder.token);
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  // Process ids are used again; the start time tells two processes apart.
  return startOf(holder.pid) === holder.startedAt;
}

async function create(path: string, holder: Holder): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // On a full disk the file is made, and stays empty.
    await unlink(path).catch(() => {});
    throw error;
  }
}

/** Milliseconds since the file was touched; endless when it is gone. */
async function ageOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  return found === null ? Number.POSITIVE_INFINITY : Date.now() - found.mtimeMs;
}

function parseHolder(text: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** When the process began, in ticks since boot (proc_pid_stat(5), field 22); empty where the system has no /proc. */
function startOf(pid: number): string {
  const line = readSync(`/proc/${pid}/stat`);
  // The second field is the command in brackets and may hold spaces.
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

/** Containers share host names and file systems but not process ids, so the namespace is part of where a pid means something. */
function hostOf(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

function readSync(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
