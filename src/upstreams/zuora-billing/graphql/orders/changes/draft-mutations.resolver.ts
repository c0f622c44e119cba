import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { checked, refusal } from '../../../../../kernel/refusal.js';
import { Needs } from '../../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../../schema-kit/context.js';
import { answered, type PlannedCall } from '../../../../../schema-kit/mutation.js';
import { deleteOrder, planOrderDelete, planOrderUpdate, updateOrder } from '../../../orders/draft-commands.js';
import type { ZuoraOrder } from '../../../orders/model.js';
import { OrderInput } from '../../../orders/request/order-inputs.js';
import { type ZuoraBillingSession, zuoraBilling } from '../../../session.js';
import { DRY_RUN } from '../../descriptions.js';
import { ZuoraOrderCreateInput } from '../order.inputs.js';
import { changedOrder, type OrderChange } from './changed-order.js';
import { ORDER_NUMBER, ZuoraOrderDeletePayload, ZuoraOrderPayload } from './order-payload.type.js';

@Resolver()
export class ZuoraDraftMutations {
  @Needs('write')
  @Mutation(() => ZuoraOrderPayload, {
    description: 'Changes a draft of an order: the input takes the place of all that it was, and it stays a draft.',
  })
  zuoraOrderUpdate(
    @Arg('orderNumber', () => String, { description: ORDER_NUMBER }) orderNumber: string,
    @Arg('input', () => ZuoraOrderCreateInput, { description: 'What the draft shall say.' })
    input: ZuoraOrderCreateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraOrderPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<OrderChange> => {
      const wanted = checked(OrderInput, input);
      const order = await existing(session, orderNumber);
      if (dryRun) return { order, plan: planOrderUpdate(session.desk, order, wanted) };
      const answer = await updateOrder(session.desk, order, wanted);
      return { order: await changedOrder(session, orderNumber), result: answer };
    });
  }

  @Needs('write')
  @Mutation(() => ZuoraOrderDeletePayload, {
    description: 'Deletes an order that has changed nothing: a draft, a scheduled or a canceled one.',
  })
  zuoraOrderDelete(
    @Arg('orderNumber', () => String, { description: ORDER_NUMBER }) orderNumber: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraOrderDeletePayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<{ orderNumber: string; plan?: PlannedCall[] }> => {
      const order = await existing(session, orderNumber);
      if (dryRun) return { orderNumber, plan: planOrderDelete(order) };
      await deleteOrder(session.desk, order);
      await changedOrder(session, orderNumber);
      return { orderNumber };
    });
  }
}

async function existing(session: ZuoraBillingSession, orderNumber: string): Promise<ZuoraOrder> {
  const order = await session.orders.afresh(orderNumber);
  if (order === null) throw refusal('NOT_FOUND', `There is no order ${orderNumber}.`, ['orderNumber']);
  return order;
}
