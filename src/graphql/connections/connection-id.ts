import { type ConnectionKey, handleOf, systemOf } from '../../domain/connections/key.js';
import { InvalidInput } from '../../kernel/errors.js';
import { globalId, parseGlobalId } from '../../schema-kit/global-id.js';
import type { GatewayContext } from '../context.js';

export const CONNECTION_PREFIX = 'con';

/** Null for the default connection of a system: most gateways have no other. */
export function connectionIdOf(key: ConnectionKey): string | null {
  return handleOf(key) === null ? null : globalId(CONNECTION_PREFIX, key);
}

/** The key behind an id, which may as well be given as people read it, `ZUORA_BILLING/eu`. */
export function connectionKeyOf(id: string): ConnectionKey {
  const parsed = parseGlobalId(id);
  return parsed?.prefix === CONNECTION_PREFIX ? parsed.key : id;
}

/** The connection of a system that a caller names; the default one if none is named. @throws InvalidInput */
export function keyOfConnection(
  id: string | null | undefined,
  system: string,
  { systems }: Pick<GatewayContext, 'systems'>,
): ConnectionKey {
  if (id == null) return system;
  const key = connectionKeyOf(id);
  if (systemOf(key) !== system) throw new InvalidInput(`${id} is no connection of ${system}.`);
  if (!systems.some((one) => one.key === key))
    throw new InvalidInput(`There is no connection ${id}, or it is not open.`);
  return key;
}
