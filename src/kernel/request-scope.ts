import { AsyncLocalStorage } from 'node:async_hooks';

/** What everything that happens for one request can know without being told. */
export interface RequestScope {
  readonly requestId: string;
  /** Calls to billing systems that were made on its behalf so far. */
  calls: number;
}

const scope = new AsyncLocalStorage<RequestScope>();

/** Runs `work`, and all that it starts, inside the scope of a request. */
export function inRequestScope<T>({ requestId }: { readonly requestId: string }, work: () => T): T {
  return scope.run({ requestId, calls: 0 }, work);
}

/** The id of the request on whose behalf the code runs; of a read that several share, the one that started it. */
export function currentRequestId(): string | null {
  return scope.getStore()?.requestId ?? null;
}

/** Counts a call to a billing system for the request that caused it; one that several share, for the one that started it. */
export function countCall(): void {
  const current = scope.getStore();
  if (current) current.calls += 1;
}

export function callsOfRequest(): number {
  return scope.getStore()?.calls ?? 0;
}
