import { AccessDenied } from '../../kernel/errors.js';
import type { ConnectionKey } from '../connections/key.js';
import type { Asking } from './ports.js';

/** Who asks for a sync, and what they may ask. */
export interface SyncCaller {
  /** Of a person or program or, with `flow:` before it, of a flow. */
  readonly id: string;
  mayAsk(connection: ConnectionKey): boolean;
  readonly asking: Asking;
}

/** @throws AccessDenied if one of the connections is not open to the caller. */
export function requireAccess({ mayAsk }: SyncCaller, ...connections: readonly ConnectionKey[]): void {
  for (const key of connections) {
    if (!mayAsk(key)) throw new AccessDenied('FORBIDDEN', `This caller may not ask ${key}.`);
  }
}
