import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../../../schema-kit/connection.js';
import { Node } from '../../../../schema-kit/node.js';
import { DateTimeScalar, DecimalScalar } from '../../../../schema-kit/scalars.js';
import type { UsageStatus, ZuoraUsage } from '../../documents/model.js';

const UsageStatusEnum: Record<UsageStatus, UsageStatus> = {
  IMPORTED: 'IMPORTED',
  PENDING: 'PENDING',
  PROCESSED: 'PROCESSED',
  UNKNOWN: 'UNKNOWN',
};
registerEnumType(UsageStatusEnum, {
  name: 'ZuoraUsageStatus',
  description: 'How far Zuora is with a usage record.',
  valuesConfig: {
    IMPORTED: { description: 'Taken in.' },
    PENDING: { description: 'Waits to be rated.' },
    PROCESSED: { description: 'Rated: part of a billing document.' },
    UNKNOWN: { description: 'A state that this gateway does not know; `statusText` has it.' },
  },
});

@ObjectType('ZuoraUsage', {
  implements: Node,
  simpleResolvers: true,
  description: 'What a customer used, as Zuora Billing was told.',
})
export class ZuoraUsageType extends Node implements ZuoraUsage {
  @Field(() => String, { description: "Zuora's id: 32 hexadecimal digits." })
  zuoraId!: string;

  @Field(() => String, { description: "Zuora's id of the account." })
  accountId!: string;

  @Field(() => String, { nullable: true, description: 'Number of the account.' })
  accountNumber!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Zuora's id of the subscription version; null where the account decides.",
  })
  subscriptionId!: string | null;

  @Field(() => UsageStatusEnum, { description: 'How far Zuora is with it.' })
  status!: UsageStatus;

  @Field(() => String, { nullable: true, description: 'The state as Zuora writes it.' })
  statusText!: string | null;

  @Field(() => DecimalScalar, { description: 'How much was used.' })
  quantity!: string;

  @Field(() => String, { description: 'What the quantity counts.' })
  unitOfMeasure!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the use began.' })
  startAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the use ended; null for a single moment.' })
  endAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Remarks.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'The key that its sender gave it.' })
  uniqueKey!: string | null;

  @Field(() => String, { nullable: true, description: 'How it came in, for example `API`.' })
  sourceType!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was created.' })
  createdAt!: string | null;
}

export const ZuoraUsageConnection = connectionType('ZuoraUsage', () => ZuoraUsageType);
