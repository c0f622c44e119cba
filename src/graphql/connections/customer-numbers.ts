import { type ConnectionKey, handleOf } from '../../domain/connections/key.js';
import { seenFrom, wholeOf } from '../../domain/connections/view.js';
import type { CustomerEntry } from '../../domain/customers/model.js';
import type { NumberKind } from '../../domain/uploads/model.js';
import type { ConnectedSystem } from '../../upstreams/connected.js';
import type { UpstreamSession } from '../../upstreams/contract.js';

/** What is asked for numbers. */
export interface NumberSources {
  readonly systems: readonly Pick<ConnectedSystem, 'key' | 'upstream'>[];
  sessionOf(key: ConnectionKey): Pick<UpstreamSession, 'numbersOf'>;
}

/**
 * The customer's numbers in each system that numbers customers, from the connection with the handle, else from the default
 * one: tenants of one system give the same numbers to different customers.
 */
export async function customerNumbers(
  { systems, sessionOf }: NumberSources,
  handle: string | null,
  customer: CustomerEntry,
  kind: NumberKind,
): Promise<readonly string[]> {
  const whole = wholeOf(customer);
  const numbering = systems.filter(({ upstream }) => upstream.schema.numbersCustomers);
  const asked = [...Map.groupBy(numbering, ({ upstream }) => upstream.id).values()].flatMap((some) => {
    const one = some.find(({ key }) => handleOf(key) === handle) ?? some.find(({ key }) => handleOf(key) === null);
    return one && whole.externalIds.some(({ system }) => system === one.key) ? [one.key] : [];
  });
  const found = await Promise.all(asked.map((key) => sessionOf(key).numbersOf?.(seenFrom(whole, key), kind)));
  return found.flatMap((numbers) => numbers ?? []);
}
