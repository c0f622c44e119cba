import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface LoadOptions {
  readonly url: string;
  /** Request bodies, sent in turn. */
  readonly bodies: readonly string[];
  readonly clients: number;
  readonly seconds: number;
  /** So many requests instead of so many seconds. */
  readonly requests?: number;
}

export interface LoadResult {
  /** Those that were answered. */
  readonly requests: number;
  /** With those that were under way when the time was over. */
  readonly sent: number;
  readonly seconds: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Without an answer, or with one that holds errors. */
  readonly failed: number;
}

const PROGRAM = fileURLToPath(new URL('load-process.ts', import.meta.url));

/** Puts load on a server from a process of its own. */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const child = fork(PROGRAM, { execArgv: ['--import', 'tsx'] });
  child.send(options);
  const failed = once(child, 'exit').then(() => Promise.reject(new Error('the load ended before its time')));
  failed.catch(() => {});
  const [result] = (await Promise.race([once(child, 'message'), failed])) as [LoadResult];
  return result;
}
