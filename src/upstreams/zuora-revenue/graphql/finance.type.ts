import { Field, Int, ObjectType } from 'type-graphql';
import { MutationPayload } from '../../../schema-kit/mutation.js';
import { DateTimeScalar, JsonScalar, UrlScalar } from '../../../schema-kit/scalars.js';
import type { BiViewColumn, TransferBatch, TransferPage } from '../model.js';

@ObjectType('RevenueTransferBatch', {
  simpleResolvers: true,
  description: 'A batch of journal entries for the general ledger.',
})
export class RevenueTransferBatchType implements TransferBatch {
  @Field(() => Int, { description: "Zuora Revenue's id of the batch." })
  batchId!: number;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: "Its status, in Zuora Revenue's words." })
  status!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was made.' })
  createdAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Who made it.' })
  createdBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last changed.' })
  updatedAt!: string | null;
}

@ObjectType('RevenueTransferPage', { simpleResolvers: true, description: 'A page of the entries of a batch.' })
export class RevenueTransferPageType implements TransferPage {
  @Field(() => [JsonScalar], { description: 'The entries, with the fields that the tenant has chosen for them.' })
  rows!: readonly unknown[];

  @Field(() => Boolean, { description: 'Whether there may be another page: this one is full.' })
  hasMore!: boolean;
}

@ObjectType('RevenueTransferPayload', { simpleResolvers: true, description: 'What became of a batch.' })
export class RevenueTransferPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: 'The batch that is transferred now; null if nothing was done.' })
  batchId?: number | null;
}

@ObjectType('RevenueBiViewColumn', { simpleResolvers: true, description: 'A column of a BI view.' })
class RevenueBiViewColumnType implements BiViewColumn {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its type, as the database has it.' })
  type!: string | null;
}

@ObjectType('RevenueBiView', {
  simpleResolvers: true,
  description: 'A BI view over a time: what Zuora Revenue holds, row by row.',
})
export class RevenueBiViewType {
  @Field(() => String, { description: 'The name of the view.' })
  name!: string;

  @Field(() => DateTimeScalar, { description: 'From when on rows were changed.' })
  from!: string;

  @Field(() => DateTimeScalar, { description: 'Until when.' })
  to!: string;

  @Field(() => [RevenueBiViewColumnType], { description: 'Its columns.' })
  columns!: readonly BiViewColumn[];

  @Field(() => UrlScalar, {
    description: 'Where the rows can be downloaded as one CSV, for thirty minutes and by whoever has the address.',
  })
  csvUrl!: string;
}
