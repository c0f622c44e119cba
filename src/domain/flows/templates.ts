import type { EventName } from '../events/model.js';
import type { InvoiceForm } from '../syncs/subjects.js';
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
  {
    id: 'CREDITS_OUT',
    kind: 'OUTBOUND',
    event: 'CREDIT_GRANTED',
    action: 'CREDIT',
    settings: {},
    name: (source, target) => `Credits of ${source} in ${target}`,
    description: (source, target) =>
      `A credit that is granted in ${source} is booked in ${target}, against the charge of its connection.`,
  },
  invoices('INVOICES_OUT', 'INVOICE', (source, target) => [
    `Invoices of ${source} in ${target}`,
    `An invoice that ${source} generates becomes an invoice of ${target}.`,
  ]),
  invoices('USAGE_OUT', 'USAGE_QUANTITY', (source, target) => [
    `Usage of ${source} in ${target}`,
    `The usage that ${source} invoices becomes usage of ${target}, by its quantities.`,
  ]),
  invoices('REVENUE_OUT', 'USAGE_REVENUE', (source, target) => [
    `Revenue of ${source} in ${target}`,
    `The usage that ${source} invoices becomes usage of ${target}, by what it comes to at a price of 1.`,
  ]),
  {
    id: 'SALES_IN',
    kind: 'INBOUND',
    event: 'SALE_MADE',
    action: 'SALE',
    settings: {},
    name: (source, target) => `Sales of ${source} in ${target}`,
    description: (source, target) =>
      `A sale that ${source} tells of: the account of the buyer is put under the price plan of ${target} that it names.`,
  },
];

/** What an invoice can become: usually one of these for a company. */
function invoices(
  id: string,
  as: InvoiceForm,
  texts: (source: string, target: string) => readonly [string, string],
): Pattern {
  return {
    ...{ id, kind: 'OUTBOUND', event: 'INVOICE_GENERATED', action: 'INVOICE', settings: { as } },
    name: (source, target) => texts(source, target)[0],
    description: (source, target) => texts(source, target)[1],
  };
}

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
