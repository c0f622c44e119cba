import { registerEnumType } from 'type-graphql';
import { EVENT_NAMES, type EventName } from '../../domain/events/model.js';
import { FLOW_ACTIONS, type FlowActionKind, type FlowKind } from '../../domain/flows/model.js';

export const FlowKindEnum: Readonly<Record<FlowKind, FlowKind>> = { INBOUND: 'INBOUND', OUTBOUND: 'OUTBOUND' };
registerEnumType(FlowKindEnum, {
  name: 'FlowKind',
  description: 'Which way a flow leads.',
  valuesConfig: {
    INBOUND: { description: 'Something happened in a connected system.' },
    OUTBOUND: { description: 'Something happened in the system that prices usage.' },
  },
});

const EVENTS: Readonly<Record<EventName, string>> = {
  CUSTOMER_CREATED: 'A customer was made.',
  CUSTOMER_CHANGED: 'A customer was made or changed.',
  SUBSCRIPTION_CHANGED: 'A subscription was made, changed or cancelled.',
  CREDIT_GRANTED: 'A credit was granted.',
  INVOICE_GENERATED: 'An invoice was generated or has changed since.',
  SALE_MADE: 'A sale was made to somebody who was referred.',
};
export const FlowEventEnum = Object.fromEntries(EVENT_NAMES.map((name) => [name, name])) as { [E in EventName]: E };
registerEnumType(FlowEventEnum, {
  name: 'FlowEvent',
  description: 'What can happen in a billing system.',
  valuesConfig: described(EVENTS),
});

const ACTIONS: Readonly<Record<FlowActionKind, string>> = {
  CUSTOMER: 'As `customerSync`: the customer is made in the other system, linked and kept up to date.',
  SUBSCRIPTION: 'As `subscriptionSync`: an account is put under the price plans that the subscription comes to.',
  CREDIT: 'As `creditSync`: a credit is booked where accounts are billed.',
  INVOICE:
    'As `invoiceSync`: an invoice is booked where accounts are billed. The setting `as` says how: INVOICE, USAGE_QUANTITY or USAGE_REVENUE.',
  SALE: 'The account of the buyer is put under the plan that the sale names, from the day on which it is followed.',
};
export const FlowActionKindEnum = Object.fromEntries(FLOW_ACTIONS.map((name) => [name, name])) as {
  [A in FlowActionKind]: A;
};
registerEnumType(FlowActionKindEnum, {
  name: 'FlowActionKind',
  description: 'What can follow: the kinds of runs.',
  valuesConfig: described(ACTIONS),
});

function described<K extends string>(texts: Readonly<Record<K, string>>): { [N in K]: { description: string } } {
  return Object.fromEntries(Object.entries(texts).map(([name, description]) => [name, { description }])) as never;
}
