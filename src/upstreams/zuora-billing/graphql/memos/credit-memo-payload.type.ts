import { Field, ObjectType } from 'type-graphql';
import { MutationPayload } from '../../../../schema-kit/mutation.js';
import type { ZuoraCreditMemo } from '../../documents/model.js';
import { ZuoraCreditMemoType } from '../documents/memo.type.js';

@ObjectType('ZuoraCreditMemoPayload', {
  simpleResolvers: true,
  description: 'What became of a change of a credit memo.',
})
export class ZuoraCreditMemoPayload extends MutationPayload {
  @Field(() => ZuoraCreditMemoType, { nullable: true, description: 'The memo as it is now; null if nothing was done.' })
  creditMemo?: ZuoraCreditMemo | null;
}

@ObjectType('ZuoraCreditMemoDeletePayload', {
  simpleResolvers: true,
  description: 'What became of a credit memo to delete.',
})
export class ZuoraCreditMemoDeletePayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: "Zuora's id of the memo; null if nothing was done." })
  creditMemoId?: string | null;
}
