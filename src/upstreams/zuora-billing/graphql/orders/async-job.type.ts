import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../../../schema-kit/node.js';
import type { OrderAnswer } from '../../orders/answers.js';
import type { ZuoraAsyncJob, ZuoraAsyncJobStatus } from '../../orders/job.js';

const ZuoraAsyncJobStatusEnum: Record<ZuoraAsyncJobStatus, ZuoraAsyncJobStatus> = {
  PROCESSING: 'PROCESSING',
  FAILED: 'FAILED',
  COMPLETED: 'COMPLETED',
  UNKNOWN: 'UNKNOWN',
};
registerEnumType(ZuoraAsyncJobStatusEnum, {
  name: 'ZuoraAsyncJobStatus',
  description: 'State of a job in Zuora.',
  valuesConfig: {
    PROCESSING: { description: 'At work: ask again later.' },
    FAILED: { description: 'It did nothing; `errors` says why.' },
    COMPLETED: { description: 'Done.' },
    UNKNOWN: { description: 'A state that this gateway does not know; `statusText` has it.' },
  },
});

@ObjectType('ZuoraOrderResult', { simpleResolvers: true, description: 'The numbers of what an order has made.' })
export class ZuoraOrderResultType implements OrderAnswer {
  @Field(() => String, { description: 'Number of the order.' })
  orderNumber!: string;

  @Field(() => String, { nullable: true, description: 'Number of the account that is invoiced.' })
  accountNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'State of the order as Zuora writes it.' })
  status!: string | null;

  @Field(() => [String], { description: 'Numbers of the subscriptions, in the order of the request.' })
  subscriptionNumbers!: string[];

  @Field(() => [String], { description: 'Numbers of the invoices.' })
  invoiceNumbers!: string[];

  @Field(() => [String], { description: 'Numbers of the credit memos.' })
  creditMemoNumbers!: string[];

  @Field(() => String, { nullable: true, description: 'Number of the payment.' })
  paymentNumber!: string | null;
}

@ObjectType('ZuoraAsyncJob', {
  implements: Node,
  simpleResolvers: true,
  description: 'A job of Zuora Billing that makes a large order.',
})
export class ZuoraAsyncJobType extends Node implements ZuoraAsyncJob {
  @Field(() => String, { description: "Zuora's id of the job." })
  jobId!: string;

  @Field(() => ZuoraAsyncJobStatusEnum, { description: 'How far it is.' })
  status!: ZuoraAsyncJobStatus;

  @Field(() => String, { nullable: true, description: 'The state as Zuora writes it.' })
  statusText!: string | null;

  @Field(() => [String], { description: 'Why it failed; empty if it did not.' })
  errors!: string[];

  @Field(() => ZuoraOrderResultType, { nullable: true, description: 'What it has made; null until it is done.' })
  result!: ZuoraOrderResultType | null;
}
