import { AsyncLocalStorage } from 'node:async_hooks';

/** What everything that happens for one request can know without being told. */
export interface RequestScope {
  readonly requestId: string;
}

const scope = new AsyncLocalStorage<RequestScope>();

/** Runs `work`, and all that it starts, inside the scope of a request. */
export function inRequestScope<T>(of: RequestScope, work: () => T): T {
  return scope.run(of, work);
}

/** The id of the request on whose behalf the code runs; of a read that several share, the one that started it. */
export function currentRequestId(): string | null {
  return scope.getStore()?.requestId ?? null;
}
