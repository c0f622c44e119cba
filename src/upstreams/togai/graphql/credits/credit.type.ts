import { ArgsType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { connectionType, PageArgs } from '../../../../schema-kit/connection.js';
import { Node } from '../../../../schema-kit/node.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../../schema-kit/scalars.js';
import { zodInput } from '../../../../schema-kit/zod-input.js';
import type { TogaiCredit, TogaiCreditBalance, TogaiCreditStatus, TogaiCreditTransaction } from '../../model.js';

const TogaiCreditStatusEnum: Record<TogaiCreditStatus, TogaiCreditStatus> = {
  ACTIVE: 'ACTIVE',
  CONSUMED: 'CONSUMED',
  EXPIRED: 'EXPIRED',
  VOIDED: 'VOIDED',
  UNKNOWN: 'UNKNOWN',
};
registerEnumType(TogaiCreditStatusEnum, {
  name: 'TogaiCreditStatus',
  description: 'State of credits.',
  valuesConfig: {
    ACTIVE: { description: 'There is something left of them.' },
    CONSUMED: { description: 'Used up.' },
    EXPIRED: { description: 'Ended before they were used up.' },
    VOIDED: { description: 'Taken back.' },
    UNKNOWN: { description: 'A state that this gateway does not know; `statusText` has it.' },
  },
});

@ObjectType('TogaiCreditBalance', {
  simpleResolvers: true,
  description: 'What credits come to, in one unit. Amounts in different units are never added up.',
})
export class TogaiCreditBalanceType implements TogaiCreditBalance {
  @Field(() => String, {
    description: "The unit of all amounts: a currency such as `USD`, or one of the company's own.",
  })
  unit!: string;

  @Field(() => DecimalScalar, { description: 'Credits that were granted and are neither used up nor over.' })
  activeCredits!: string;

  @Field(() => DecimalScalar, { description: 'What is left of them.' })
  availableBalance!: string;

  @Field(() => DecimalScalar, { description: 'What is left of them, less what is on hold for charges still running.' })
  runningBalance!: string;

  @Field(() => DecimalScalar, { description: 'Credits that do not apply.' })
  inapplicableCredits!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When Togai last changed the balance.' })
  lastUpdatedAt!: string | null;
}

@ObjectType('TogaiCreditTransaction', { simpleResolvers: true, description: 'A change of credits.' })
export class TogaiCreditTransactionType implements TogaiCreditTransaction {
  @Field(() => String, { description: "Togai's id of the transaction." })
  togaiId!: string;

  @Field(() => String, {
    description: '`CREDITED`, `DEBITED`, `EXPIRED` or `VOIDED`; what Togai adds later comes as it is written there.',
  })
  transactionType!: string;

  @Field(() => DecimalScalar, { description: 'How much, in the unit of the credits.' })
  amount!: string;

  @Field(() => String, { nullable: true, description: 'The invoice that the credits paid.' })
  invoiceId!: string | null;

  @Field(() => String, { nullable: true, description: 'What else it belongs to.' })
  entityId!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it happened.' })
  createdAt!: string | null;
}

@ObjectType('TogaiCredit', {
  implements: Node,
  simpleResolvers: true,
  description: 'Credits that were granted to an account at one time. They can be voided but not changed.',
})
export class TogaiCreditType extends Node implements TogaiCredit {
  accountId!: string;
  transactions!: readonly TogaiCreditTransaction[] | null;

  @Field(() => String, { description: "Togai's id of the credits." })
  togaiId!: string;

  @Field(() => TogaiCreditStatusEnum, { description: 'State of the credits.' })
  status!: TogaiCreditStatus;

  @Field(() => String, { nullable: true, description: "The state in Togai's own word." })
  statusText!: string | null;

  @Field(() => String, { nullable: true, description: 'What they were granted for.' })
  purpose!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The unit of all amounts: a currency such as `USD`, or one of the company's own.",
  })
  unit!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How much was granted.' })
  creditAmount!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How much of it was used.' })
  consumedAmount!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How much of it is on hold for charges still running.' })
  holdAmount!: string | null;

  @Field(() => Int, { nullable: true, description: '1 to 100: credits with the lowest number are consumed first.' })
  priority!: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'First billing day.' })
  effectiveFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The billing day on which they end; null: never.' })
  effectiveUntil!: string | null;

  @Field(() => [String], {
    description: 'Ids of what they pay for, or words such as `ALL_USAGE_METER_RATE_CARDS`; empty: everything.',
  })
  applicableEntityIds!: string[];

  @Field(() => String, { nullable: true, description: 'What granted them, such as an add-on.' })
  grantorId!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they were granted.' })
  createdAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they last changed.' })
  updatedAt!: string | null;
}

export const TogaiCreditConnection = connectionType('TogaiCredit', () => TogaiCreditType);

@zodInput(
  z
    .object({
      status: z
        .string()
        .refine((status) => status !== 'UNKNOWN', 'cannot be asked for')
        .nullish(),
    })
    .loose(),
)
@ArgsType()
export class TogaiCreditsArgs extends PageArgs {
  @Field(() => TogaiCreditStatusEnum, {
    nullable: true,
    description: 'Only credits in this state; all without it. `UNKNOWN` cannot be asked for.',
  })
  status?: TogaiCreditStatus | null;
}
