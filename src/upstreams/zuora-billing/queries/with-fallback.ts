import { UpstreamError, type UpstreamErrorCode } from '../../../kernel/errors.js';
import type { ZuoraQueries } from './zuora-queries.js';

// Zuora does not say how a tenant without Object Query refuses it; a list that exists is never "not found".
const REFUSALS: ReadonlySet<UpstreamErrorCode> = new Set([
  'UPSTREAM_FORBIDDEN',
  'UPSTREAM_UNSUPPORTED',
  'UPSTREAM_NOT_FOUND',
]);

/** Whether an error can mean that the tenant has no Object Query. */
function mayBeOff(error: unknown): error is UpstreamError {
  return error instanceof UpstreamError && REFUSALS.has(error.code);
}

/** Whether Object Query is used; kept for the life of the process once it is known. */
export interface ObjectQuerySwitch {
  readonly isOff: boolean;
  /** `refusal`: what Zuora said. */
  turnOff(refusal: string): void;
}

/**
 * Asks the first until it is refused as a whole and the second answers instead; from then on the second alone. A refusal
 * that the second meets as well has another reason, and is told.
 */
export function withFallback(first: ZuoraQueries, second: ZuoraQueries, state: ObjectQuerySwitch): ZuoraQueries {
  const ask = async <T>(question: (queries: ZuoraQueries) => Promise<T>): Promise<T> => {
    if (state.isOff) return await question(second);
    try {
      return await question(first);
    } catch (error) {
      if (!mayBeOff(error)) throw error;
      const answer = await question(second).catch(() => {
        throw error;
      });
      state.turnOff(error.message);
      return answer;
    }
  };
  return {
    accounts: (by, keys, options) => ask((queries) => queries.accounts(by, keys, options)),
    accountsNamed: (name, since, options) => ask((queries) => queries.accountsNamed(name, since, options)),
    contactsOf: (accountId, since, options) => ask((queries) => queries.contactsOf(accountId, since, options)),
    contactsOfAccounts: (ids, options) => ask((queries) => queries.contactsOfAccounts(ids, options)),
    // A cursor belongs to the queries that gave it.
    accountPage: (cursor, options) => ask((queries) => queries.accountPage(cursor, options)),
    latestSubscriptions: (by, keys, options) => ask((queries) => queries.latestSubscriptions(by, keys, options)),
    changedAccounts: (request, options) => ask((queries) => queries.changedAccounts(request, options)),
    changedSubscriptions: (request, options) => ask((queries) => queries.changedSubscriptions(request, options)),
    subscriptionNumbers: (ids, options) => ask((queries) => queries.subscriptionNumbers(ids, options)),
  };
}
