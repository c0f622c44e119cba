import { expect } from 'vitest';
import type { Random } from '../../../src/upstreams/sandbox-kit/random.js';
import type { TestGateway } from '../../support/gateway.js';
import type { Intended } from './intended.js';

export interface SoakContext {
  readonly gateway: TestGateway;
  readonly intended: Intended;
  /** A charge of the catalog, for credit memos. */
  readonly chargeId: string;
  /** A plan of the catalog, for subscriptions. */
  readonly planId: string;
  /** What this operation is called: its idempotency key, and part of what it makes. */
  readonly name: string;
  readonly random: Random;
}

/** One kind of change. Null if nothing of its kind can be done yet. */
export interface SoakOperation {
  /** The requests that it is about, for faults. */
  readonly match: string;
  run(context: SoakContext): Promise<void> | null;
}

const AGAIN = 4;

/** Sends a mutation as a careful caller does: again with the same key while the error says that this may help. */
export async function send<T>({ gateway }: SoakContext, mutation: string, variables: object): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const { data, errors } = await gateway.query<{ payload: T & { userErrors: unknown[] } }>(mutation, variables);
    // The gateway renews a token once for a call; here they expire so fast that two can be lost in one.
    const retryable =
      errors?.every(
        ({ extensions: { retryable: may, code } }) => may === true || code === 'UPSTREAM_UNAUTHENTICATED',
      ) ?? false;
    if (retryable && attempt < AGAIN) continue;
    expect(errors, `${JSON.stringify(errors)} ${mutation}`).toBeUndefined();
    expect(data.payload.userErrors).toEqual([]);
    return data.payload;
  }
}

export const anyOf = <T>(map: ReadonlyMap<string, T>, random: Random): T | null => {
  const all = [...map.values()];
  return all.length === 0 ? null : (all[random.int(all.length)] ?? null);
};
