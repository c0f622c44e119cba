import { Field, ObjectType } from 'type-graphql';
import { MutationPayload } from '../../../../../schema-kit/mutation.js';
import type { OrderAnswer } from '../../../orders/answers.js';
import type { ZuoraAsyncJob } from '../../../orders/job.js';
import type { ZuoraOrder } from '../../../orders/model.js';
import type { ZuoraOrderPreview } from '../../../orders/preview/preview.js';
import { ZuoraAsyncJobType, ZuoraOrderResultType } from '../async-job.type.js';
import { ZuoraOrderType } from '../order.type.js';
import { ZuoraOrderPreviewType } from '../order-preview.type.js';

export const ORDER_NUMBER = 'Number of the order.';

@ObjectType('ZuoraOrderPayload', { simpleResolvers: true, description: 'What became of an order.' })
export class ZuoraOrderPayload extends MutationPayload {
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
export class ZuoraOrderPreviewPayload extends MutationPayload {
  @Field(() => ZuoraOrderPreviewType, { nullable: true, description: 'The preview; null if it was refused.' })
  preview?: ZuoraOrderPreview | null;
}

@ObjectType('ZuoraOrderDeletePayload', { simpleResolvers: true, description: 'What became of an order to delete.' })
export class ZuoraOrderDeletePayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: 'Number of the order; null if nothing was done.' })
  orderNumber?: string | null;
}
