import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../../../schema-kit/connection.js';
import { DateTimeScalar, DecimalScalar, JsonScalar } from '../../../../schema-kit/scalars.js';
import type { TogaiWallet, TogaiWalletEntry, TogaiWalletStatus } from '../../model.js';

const TogaiWalletStatusEnum: Record<TogaiWalletStatus, TogaiWalletStatus> = {
  ACTIVE: 'ACTIVE',
  INACTIVE: 'INACTIVE',
  UNKNOWN: 'UNKNOWN',
};
registerEnumType(TogaiWalletStatusEnum, {
  name: 'TogaiWalletStatus',
  description: 'State of a wallet.',
  valuesConfig: {
    ACTIVE: { description: 'In use.' },
    INACTIVE: { description: 'Not in use.' },
    UNKNOWN: { description: 'A state that this gateway does not know; `statusText` has it.' },
  },
});

@ObjectType('TogaiWallet', { simpleResolvers: true, description: 'Prepaid money of an account.' })
export class TogaiWalletType implements TogaiWallet {
  accountId!: string;

  @Field(() => String, { description: "Togai's id of the wallet." })
  togaiId!: string;

  @Field(() => TogaiWalletStatusEnum, { description: 'State of the wallet.' })
  status!: TogaiWalletStatus;

  @Field(() => String, { nullable: true, description: "The state in Togai's own word." })
  statusText!: string | null;

  @Field(() => DecimalScalar, { description: 'What is left: credited less consumed and on hold.' })
  balance!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'What is on hold for charges still running.' })
  holdAmount!: string | null;

  @Field(() => String, {
    description: "The unit of all amounts: a currency such as `USD`, or one of the company's own.",
  })
  creditUnit!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it can be used.' })
  effectiveFrom!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was created.' })
  createdAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last changed.' })
  updatedAt!: string | null;

  @Field(() => JsonScalar, { nullable: true, description: "Settings and the company's own key-value pairs." })
  metadata!: Readonly<Record<string, unknown>> | null;
}

@ObjectType('TogaiWalletEntry', { simpleResolvers: true, description: 'A change of the balance of a wallet.' })
class TogaiWalletEntryType implements TogaiWalletEntry {
  @Field(() => String, { description: "Togai's id of the entry." })
  togaiId!: string;

  @Field(() => String, {
    description: '`CREDITED` or `DEBITED`; what Togai adds later comes as it is written there.',
  })
  transactionType!: string;

  @Field(() => String, {
    nullable: true,
    description: '`COMPLETED` or `ON_HOLD`; what Togai adds later comes as it is written there.',
  })
  status!: string | null;

  @Field(() => DecimalScalar, { description: 'How much, in the unit of the wallet.' })
  amount!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'The balance after it.' })
  closingBalance!: string | null;

  @Field(() => String, { nullable: true, description: 'What it was for.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'What it belongs to, such as an invoice.' })
  entityId!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it happened.' })
  createdAt!: string | null;
}

export const TogaiWalletEntryConnection = connectionType('TogaiWalletEntry', () => TogaiWalletEntryType);
