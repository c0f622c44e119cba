import type { DiscoveryPage, DiscoveryStream } from '../../domain/identity/ports.js';
import type { Clock } from '../../kernel/clock.js';
import { InvalidInput, UpstreamError } from '../../kernel/errors.js';

/** How a page that cannot be read is tried again. */
export interface RetryPolicy {
  /** Times a page is asked for in all; default 6. */
  attempts: number;
  /** Wait before the second time, doubled for each after it; default 1,000. */
  firstWaitMs: number;
  /** Longest wait, unless the upstream asks for more; default 60,000. */
  longestWaitMs: number;
}

export const PATIENT: RetryPolicy = { attempts: 6, firstWaitMs: 1_000, longestWaitMs: 60_000 };

/** The upstream does not take the cursor any more: it expired, or was made by another release. */
export class CursorRefused extends Error {
  override readonly name = 'CursorRefused';
}

/**
 * Asks for one page until it comes. Waits grow, and are as long as the upstream asked for where it did.
 * @throws CursorRefused; the upstream's last error; or the signal's reason.
 */
export async function readPage(
  stream: DiscoveryStream,
  cursor: string | null,
  context: { clock: Clock; retry: RetryPolicy; signal: AbortSignal; onRetry(error: unknown): Promise<void> },
): Promise<DiscoveryPage> {
  const { clock, retry, signal } = context;
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await stream.page(cursor, { signal });
    } catch (error) {
      signal.throwIfAborted();
      if (cursor !== null && isRefusal(error)) throw new CursorRefused('', { cause: error });
      if (attempt >= retry.attempts || !isWorthAnotherTry(error)) throw error;
      await context.onRetry(error);
      const wait = Math.min(retry.firstWaitMs * 2 ** (attempt - 1), retry.longestWaitMs);
      await clock.wait(Math.max(wait, askedFor(error)), signal);
    }
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof InvalidInput || (error instanceof UpstreamError && error.code === 'UPSTREAM_REJECTED');
}

/** Anything unknown is tried again too, because a page is only read. */
function isWorthAnotherTry(error: unknown): boolean {
  return !isRefusal(error) && (!(error instanceof UpstreamError) || error.retryable);
}

function askedFor(error: unknown): number {
  return error instanceof UpstreamError ? (error.retryAfterMs ?? 0) : 0;
}
