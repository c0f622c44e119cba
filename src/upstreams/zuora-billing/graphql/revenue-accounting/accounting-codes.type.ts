import { Field, InputType, ObjectType } from 'type-graphql';
import { MutationPayload } from '../../../../schema-kit/mutation.js';
import type { ZuoraRevenueAccountingCodes } from '../../revenue-accounting/accounting-codes.js';

@ObjectType('ZuoraRevenueAccountingCodes', {
  simpleResolvers: true,
  description: 'Names of the accounts that Zuora Revenue books a charge to; null where none is set.',
})
export class ZuoraRevenueAccountingCodesType implements ZuoraRevenueAccountingCodes {
  @Field(() => String, { nullable: true, description: 'Account of the type "Adjustment Liability".' })
  adjustmentLiabilityAccount!: string | null;

  @Field(() => String, { nullable: true, description: 'Account of the type "Adjustment Revenue".' })
  adjustmentRevenueAccount!: string | null;

  @Field(() => String, { nullable: true, description: 'Account of the type "Contract Asset".' })
  contractAssetAccount!: string | null;

  @Field(() => String, { nullable: true, description: 'Account of the type "Contract Liability".' })
  contractLiabilityAccount!: string | null;

  @Field(() => String, { nullable: true, description: 'Account of the type "Recognized Revenue".' })
  recognizedRevenueAccount!: string | null;

  @Field(() => String, { nullable: true, description: 'Account of the type "Unbilled Receivables".' })
  unbilledReceivablesAccount!: string | null;
}

const NAME = 'at most 100 characters; it has to be one of the tenant.';

@InputType('ZuoraRevenueAccountingCodesInput', {
  description: 'Names of the accounts that Zuora Revenue books a charge to. Zuora takes all six or none.',
})
export class ZuoraRevenueAccountingCodesInput {
  @Field(() => String, { description: `Account of the type "Adjustment Liability", ${NAME}` })
  adjustmentLiabilityAccount!: string;

  @Field(() => String, { description: `Account of the type "Adjustment Revenue", ${NAME}` })
  adjustmentRevenueAccount!: string;

  @Field(() => String, { description: `Account of the type "Contract Asset", ${NAME}` })
  contractAssetAccount!: string;

  @Field(() => String, { description: `Account of the type "Contract Liability", ${NAME}` })
  contractLiabilityAccount!: string;

  @Field(() => String, { description: `Account of the type "Recognized Revenue", ${NAME}` })
  recognizedRevenueAccount!: string;

  @Field(() => String, { description: `Account of the type "Unbilled Receivables", ${NAME}` })
  unbilledReceivablesAccount!: string;
}

@ObjectType('ZuoraRevenueAccountingCodesPayload', {
  simpleResolvers: true,
  description: 'What became of a change of accounting codes.',
})
export class ZuoraRevenueAccountingCodesPayload extends MutationPayload {
  @Field(() => ZuoraRevenueAccountingCodesType, {
    nullable: true,
    description: 'The codes as they are now; of a dry run, as they are still.',
  })
  codes?: ZuoraRevenueAccountingCodes | null;
}
