import { type ConnectionKey, systemOf } from '../../domain/connections/key.js';
import { seenFrom } from '../../domain/connections/view.js';
import type { CustomerEntry } from '../../domain/customers/model.js';
import { DeadlineExceeded, UpstreamError } from '../../kernel/errors.js';
import type { UpstreamSession } from '../../upstreams/contract.js';
import { connectionIdOf } from '../connections/connection-id.js';
import type { SourceStatusType } from './source-status.type.js';

/** Never rejects: what cannot be read is a state. */
export async function sourceStatus(
  key: ConnectionKey,
  customer: CustomerEntry,
  session: () => UpstreamSession,
): Promise<SourceStatusType> {
  const nothing = { system: systemOf(key), connectionId: connectionIdOf(key), asOf: null, code: null, message: null };
  if (!isKnownTo(key, customer)) return { ...nothing, state: 'NOT_LINKED' };
  try {
    const reading = await session().source(seenFrom(customer, key));
    if (reading === null) {
      const message = 'The record that the customer is linked to is not there any more.';
      return { ...nothing, state: 'UNAVAILABLE', code: 'UPSTREAM_NOT_FOUND', message };
    }
    const asOf = new Date(reading.fetchedAt).toISOString();
    return { ...nothing, state: reading.stale ? 'STALE' : 'OK', asOf };
  } catch (error) {
    return { ...nothing, state: 'UNAVAILABLE', ...whatWentWrong(error) };
  }
}

/** Whether a connection has a record of the customer. */
export function isKnownTo(key: ConnectionKey, customer: CustomerEntry): boolean {
  return customer.externalIds.some(({ system }) => system === key);
}

function whatWentWrong(error: unknown): { code: string; message: string } {
  if (error instanceof UpstreamError) return { code: error.code, message: error.message };
  if (error instanceof DeadlineExceeded) return { code: 'DEADLINE_EXCEEDED', message: error.message };
  return { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong.' };
}
