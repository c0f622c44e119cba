import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { checked, refusal } from '../../../../../kernel/refusal.js';
import { Needs } from '../../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../../schema-kit/context.js';
import { answered } from '../../../../../schema-kit/mutation.js';
import { activateOrder, cancelOrder, placeOrder, planOrder, planStatus } from '../../../orders/commands.js';
import { begunJob } from '../../../orders/job.js';
import type { ZuoraOrderPreview } from '../../../orders/preview/preview.js';
import { DEFAULT_PREVIEW, previewOrder } from '../../../orders/preview/preview-reading.js';
import { isAsynchronous, OrderInput, PreviewOptions } from '../../../orders/request/order-inputs.js';
import { type ZuoraBillingSession, zuoraBilling } from '../../../session.js';
import { changedAccount } from '../../accounts/account-mutations.resolver.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../../descriptions.js';
import { ZuoraOrderCreateInput, ZuoraOrderPreviewOptionsInput } from '../order.inputs.js';
import { changedOrder, type OrderChange } from './changed-order.js';
import { ORDER_NUMBER, ZuoraOrderPayload, ZuoraOrderPreviewPayload } from './order-payload.type.js';

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
        // Zuora previews orders of accounts that there are.
        const small = !isAsynchronous({ ...wanted, asynchronous: null }) && wanted.accountNumber != null;
        const preview = small ? await previewed(session, wanted, DEFAULT_PREVIEW) : null;
        return { order: null, preview, plan: planOrder(session.desk, wanted) };
      }
      const { jobId, answer } = await placeOrder(session.desk, wanted, key ?? null);
      if (answer === null) return { order: null, job: jobId === null ? null : begunJob(jobId) };
      const order = await changedOrder(session, answer.orderNumber);
      const account = wanted.newAccount && answer.accountNumber ? await session.account(answer.accountNumber) : null;
      if (account) await changedAccount(session, account.zuoraId, context);
      return { order, result: answer };
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
  if (accountNumber == null) {
    throw refusal('UNSUPPORTED', 'Orders are previewed for accounts that there are.', ['input', 'newAccount']);
  }
  const account = await session.account(accountNumber);
  if (account === null) {
    throw refusal('NOT_FOUND', `There is no account ${accountNumber}.`, ['input', 'accountNumber']);
  }
  return await previewOrder(session.desk, wanted, options, account.currency);
}
