import type { EventName } from '../events/model.js';
import type { FlowActionKind, FlowKind } from './model.js';
import type { FlowSystem } from './ports.js';

interface Pattern {
  readonly id: string;
  readonly kind: FlowKind;
  readonly event: EventName;
  readonly action: FlowActionKind;
  readonly settings: Readonly<Record<string, string>>;
  readonly name: (source: string, target: string) => string;
  readonly description: (source: string, target: string) => string;
}

/** What most companies want to follow of itself, between whichever systems it is possible. */
const PATTERNS: readonly Pattern[] = [
  {
    id: 'CUSTOMERS_IN',
    kind: 'INBOUND',
    event: 'CUSTOMER_CREATED',
    action: 'CUSTOMER',
    settings: {},
    name: (source, target) => `Customers of ${source} in ${target}`,
    description: (source, target) =>
      `A customer that is made in ${source} is made in ${target}, too, and each side has the ids of the other.`,
  },
  {
    id: 'SUBSCRIPTIONS_IN',
    kind: 'INBOUND',
    event: 'SUBSCRIPTION_CHANGED',
    action: 'SUBSCRIPTION',
    settings: {},
    name: (source, target) => `Subscriptions of ${source} in ${target}`,
    description: (source, target) =>
      `A subscription that is made, changed or cancelled in ${source}: its price plan is made in ${target}, and the account put under it.`,
  },
  {
    id: 'CUSTOMERS_OUT',
    kind: 'OUTBOUND',
    event: 'CUSTOMER_CREATED',
    action: 'CUSTOMER',
    settings: {},
    name: (source, target) => `Customers of ${source} in ${target}`,
    description: (source, target) =>
      `A customer that is made in ${source} is made in ${target}, too, and each side has the ids of the other.`,
  },
];

/** A pattern between two systems. */
export interface FlowTemplate {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly kind: FlowKind;
  readonly event: EventName;
  readonly source: string;
  readonly action: FlowActionKind;
  readonly target: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** The patterns that are possible between these systems: the first two that fit. */
export function templatesFor(systems: readonly FlowSystem[]): readonly FlowTemplate[] {
  return PATTERNS.flatMap(({ name, description, ...pattern }) => {
    const source = systems.find(({ kind, emits }) => kind === pattern.kind && emits.includes(pattern.event));
    const target = systems.find((one) => one !== source && one.takes.includes(pattern.action));
    if (!source || !target) return [];
    const titles = [source.title, target.title] as const;
    return [
      {
        ...pattern,
        name: name(...titles),
        description: description(...titles),
        source: source.system,
        target: target.system,
      },
    ];
  });
}
