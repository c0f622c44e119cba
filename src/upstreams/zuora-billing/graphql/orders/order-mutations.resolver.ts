import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked, refusal } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import type { OrderAnswer } from '../../orders/answers.js';
import { activateOrder, cancelOrder, placeOrder, planOrder, planStatus } from '../../orders/commands.js';
import { begunJob, type ZuoraAsyncJob } from '../../orders/job.js';
import type { ZuoraOrder } from '../../orders/model.js';
import type { ZuoraOrderPreview } from '../../orders/preview/preview.js';
import { DEFAULT_PREVIEW, previewOrder } from '../../orders/preview/preview-reading.js';
import { isAsynchronous, OrderInput, PreviewOptions } from '../../orders/request/order-inputs.js';
import { type ZuoraBillingSession, zuoraBilling } from '../../session.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';
import { ZuoraAsyncJobType, ZuoraOrderResultType } from './async-job.type.js';
import { ZuoraOrderCreateInput, ZuoraOrderPreviewOptionsInput } from './order.inputs.js';
import { ZuoraOrderType } from './order.type.js';
import { ZuoraOrderPreviewType } from './order-preview.type.js';

const ORDER_NUMBER = 'Number of the order.';

@ObjectType('ZuoraOrderPayload', { simpleResolvers: true, description: 'What became of an order.' })
class ZuoraOrderPayload extends MutationPayload {
  @Field(() => ZuoraOrderType, {
    nullable: true,
    description: 'The order as it is now; null if nothing was done, and while a job is at it.',
  })
  order?: ZuoraOrder | null;

  @Field(() => ZuoraOrderResultType, {
    nullable: true,
    description: 'The numbers of what was made, documents included; null if nothing was, and while a job is at it.',
  })
  result?: OrderAnswer | null;

  @Field(() => ZuoraAsyncJobType, {
    nullable: true,
    description: 'The job that makes a large order: ask `zuoraAsyncJob` how far it is.',
  })
  job?: ZuoraAsyncJob | null;

  @Field(() => ZuoraOrderPreviewType, {
    nullable: true,
    description: "For the dry run of a new order: Zuora's own preview, of at most 50 subscriptions and actions.",
  })
  preview?: ZuoraOrderPreview | null;
}

@ObjectType('ZuoraOrderPreviewPayload', { simpleResolvers: true, description: 'The preview of an order.' })
class ZuoraOrderPreviewPayload extends MutationPayload {
  @Field(() => ZuoraOrderPreviewType, { nullable: true, description: 'The preview; null if it was refused.' })
  preview?: ZuoraOrderPreview | null;
}

@Resolver()
export class ZuoraOrderMutations {
  @Needs('write')
  @Mutation(() => ZuoraOrderPayload, {
    description: 'Makes an order, on tenants with Orders. A dry run asks Zuora for a preview.',
  })
  zuoraOrderCreate(
    @Arg('input', () => ZuoraOrderCreateInput, { description: 'The order.' }) input: ZuoraOrderCreateInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraOrderPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<OrderChange> => {
      const wanted = checked(OrderInput, input);
      if (dryRun) {
        const small = !isAsynchronous({ ...wanted, asynchronous: null });
        const preview = small ? await previewed(session, wanted, DEFAULT_PREVIEW) : null;
        return { order: null, preview, plan: planOrder(session.desk, wanted) };
      }
      const { jobId, answer } = await placeOrder(session.desk, wanted, key ?? null);
      if (answer === null) return { order: null, job: jobId === null ? null : begunJob(jobId) };
      return { order: await changedOrder(session, answer.orderNumber), result: answer };
    });
  }

  @Needs('write')
  @Mutation(() => ZuoraOrderPreviewPayload, {
    description: 'What an order would do, of at most 50 subscriptions and actions. Changes nothing.',
  })
  zuoraOrderPreview(
    @Arg('input', () => ZuoraOrderCreateInput, { description: 'The order.' }) input: ZuoraOrderCreateInput,
    @Arg('options', () => ZuoraOrderPreviewOptionsInput, { nullable: true, description: 'What to show.' })
    options: ZuoraOrderPreviewOptionsInput | null,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraOrderPreviewPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<{ preview: ZuoraOrderPreview }> => {
      const wanted = checked(OrderInput, input);
      const shown = options ? checked(PreviewOptions, options, ['options']) : DEFAULT_PREVIEW;
      return { preview: await previewed(session, wanted, shown) };
    });
  }

  @Needs('write')
  @Mutation(() => ZuoraOrderPayload, { description: 'Does what a draft order says.' })
  zuoraOrderActivate(
    @Arg('orderNumber', () => String, { description: ORDER_NUMBER }) orderNumber: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraOrderPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<OrderChange> => {
      if (dryRun) return await planned(session, orderNumber, 'activate', null);
      const answer = await activateOrder(session.desk, orderNumber);
      return { order: await changedOrder(session, orderNumber), result: answer };
    });
  }

  @Needs('write')
  @Mutation(() => ZuoraOrderPayload, { description: 'Gives up an order that was not done yet.' })
  zuoraOrderCancel(
    @Arg('orderNumber', () => String, { description: ORDER_NUMBER }) orderNumber: string,
    @Arg('reason', () => String, { nullable: true, description: 'Why, in words for people.' }) reason: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraOrderPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<OrderChange> => {
      if (dryRun) return await planned(session, orderNumber, 'cancel', reason ?? null);
      await cancelOrder(session.desk, orderNumber, reason ?? null);
      return { order: await changedOrder(session, orderNumber) };
    });
  }
}

interface OrderChange {
  readonly order: ZuoraOrder | null;
  readonly result?: OrderAnswer;
  readonly job?: ZuoraAsyncJob | null;
  readonly preview?: ZuoraOrderPreview | null;
  readonly plan?: readonly PlannedCall[];
}

async function planned(
  session: ZuoraBillingSession,
  orderNumber: string,
  step: 'activate' | 'cancel',
  reason: string | null,
): Promise<OrderChange> {
  const order = await session.orders.afresh(orderNumber);
  if (order === null) throw refusal('NOT_FOUND', `There is no order ${orderNumber}.`, ['orderNumber']);
  return { order, plan: planStatus(order, step, reason) };
}

async function previewed(
  session: ZuoraBillingSession,
  wanted: OrderInput,
  options: PreviewOptions,
): Promise<ZuoraOrderPreview> {
  const { accountNumber } = wanted;
  const account = await session.account(accountNumber);
  if (account === null) {
    throw refusal('NOT_FOUND', `There is no account ${accountNumber}.`, ['input', 'accountNumber']);
  }
  return await previewOrder(session.desk, wanted, options, account.currency);
}

/** The order as it is now, after what it has changed was forgotten. */
async function changedOrder(session: ZuoraBillingSession, orderNumber: string): Promise<ZuoraOrder | null> {
  const order = await session.orders.afresh(orderNumber);
  await session.orderLanded(order);
  return order;
}
