import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../../../schema-kit/connection.js';
import { Node } from '../../../../schema-kit/node.js';
import { CurrencyCodeScalar, DateScalar, DateTimeScalar, JsonScalar } from '../../../../schema-kit/scalars.js';
import type { ZuoraOrder, ZuoraOrderStatus, ZuoraOrderSubscription } from '../../orders/model.js';
import { ZuoraOrderActionType } from './order-action.type.js';
import { ZuoraOrderStatusEnum } from './order-enums.js';

@ObjectType('ZuoraOrderSubscription', {
  simpleResolvers: true,
  description: 'What an order does to one subscription.',
})
export class ZuoraOrderSubscriptionType implements ZuoraOrderSubscription {
  @Field(() => String, {
    nullable: true,
    description: 'Number of the subscription; null while a draft that is to create it has no number for it.',
  })
  subscriptionNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the account that owns the subscription.' })
  ownerAccountNumber!: string | null;

  @Field(() => Int, { nullable: true, description: 'Version of the subscription before; null for a new one.' })
  baseVersion!: number | null;

  @Field(() => Int, { nullable: true, description: 'Version of the subscription after.' })
  newVersion!: number | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Custom fields of the subscription, by API name.' })
  customFields!: Readonly<Record<string, unknown>> | null;

  @Field(() => [ZuoraOrderActionType], { description: 'What is done, in this order.' })
  actions!: ZuoraOrderActionType[];
}

@ObjectType('ZuoraOrder', {
  implements: Node,
  simpleResolvers: true,
  description: 'An order of Zuora Billing: changes of one or more subscriptions that are made together.',
})
export class ZuoraOrderType extends Node implements ZuoraOrder {
  @Field(() => String, { description: 'Its number.' })
  orderNumber!: string;

  @Field(() => String, { nullable: true, description: 'Number of the account that is invoiced.' })
  accountNumber!: string | null;

  @Field(() => ZuoraOrderStatusEnum, { description: 'State of the order.' })
  status!: ZuoraOrderStatus;

  @Field(() => String, { nullable: true, description: 'The state as Zuora writes it.' })
  statusText!: string | null;

  @Field(() => String, { nullable: true, description: '`NewSales` or `Return`.' })
  category!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day it was signed: the contract date of every action that has none of its own.',
  })
  orderDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which a scheduled order is done.' })
  scheduledDate!: string | null;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'The currency of its prices.' })
  currency!: string | null;

  @Field(() => String, { nullable: true, description: 'Remarks.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the reason, from the billing settings of the tenant.' })
  reasonCode!: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Custom fields of the order, by API name.' })
  customFields!: Readonly<Record<string, unknown>> | null;

  @Field(() => String, { nullable: true, description: "Zuora's id of the user who made it." })
  createdBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was made.' })
  createdAt!: string | null;

  @Field(() => String, { nullable: true, description: "Zuora's id of the user who last changed it." })
  updatedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last changed.' })
  updatedAt!: string | null;

  @Field(() => [ZuoraOrderSubscriptionType], { description: 'What it does, subscription by subscription.' })
  subscriptions!: ZuoraOrderSubscriptionType[];
}

export const ZuoraOrderConnection = connectionType('ZuoraOrder', () => ZuoraOrderType);
