import { registerEnumType } from 'type-graphql';

/** The billing systems of this gateway. Filled once, from the registry of upstreams, before the schema is built. */
export const BillingSystem: Record<string, string> = {};

export function defineBillingSystems(systems: readonly { id: string; description: string }[]): void {
  for (const { id } of systems) BillingSystem[id] = id;
  registerEnumType(BillingSystem, {
    name: 'BillingSystem',
    description: 'A billing system that the gateway speaks to.',
    valuesConfig: Object.fromEntries(systems.map(({ id, description }) => [id, { description }])),
  });
}
