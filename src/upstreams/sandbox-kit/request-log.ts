import type { FastifyRequest } from 'fastify';
import { requestMatcher } from './request-match.js';
import type { RecordedRequest, RequestMatch } from './types.js';

// A sandbox that runs for days must not grow with each request.
const KEPT = 10_000;

/** The latest requests of a sandbox, oldest first. */
export class RequestLog {
  #entries: (RecordedRequest & { status: number })[] = [];

  add(request: FastifyRequest, at: number): { status: number } {
    const { path, search } = splitUrl(request.url);
    const entry = {
      method: request.method,
      path,
      query: new URLSearchParams(search),
      headers: plainHeaders(request),
      status: 0,
      at,
    };
    this.#entries.push(entry);
    if (this.#entries.length >= 2 * KEPT) this.#entries = this.#entries.slice(-KEPT);
    return entry;
  }

  list(match: RequestMatch = '*'): readonly RecordedRequest[] {
    const matches = requestMatcher(match);
    return this.#entries.slice(-KEPT).filter(({ method, path }) => matches(method, path));
  }

  clear(): void {
    this.#entries = [];
  }
}

export function splitUrl(url: string): { path: string; search: string } {
  const mark = url.indexOf('?');
  return mark < 0 ? { path: url, search: '' } : { path: url.slice(0, mark), search: url.slice(mark + 1) };
}

function plainHeaders(request: FastifyRequest): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) plain[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return plain;
}
