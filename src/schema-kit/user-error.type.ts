import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { RefusalCode } from '../kernel/refusal.js';

const UserErrorCodeEnum: Record<RefusalCode, RefusalCode> = {
  INVALID: 'INVALID',
  CARD_NUMBER: 'CARD_NUMBER',
  NOT_FOUND: 'NOT_FOUND',
  CONFLICT: 'CONFLICT',
  NOT_LINKED: 'NOT_LINKED',
  UNSUPPORTED: 'UNSUPPORTED',
  REJECTED_BY_UPSTREAM: 'REJECTED_BY_UPSTREAM',
  FORBIDDEN: 'FORBIDDEN',
};
registerEnumType(UserErrorCodeEnum, {
  name: 'UserErrorCode',
  description: 'Why a mutation did nothing, where the caller can do something about it.',
  valuesConfig: {
    INVALID: { description: 'A value is not acceptable; `field` says which.' },
    CARD_NUMBER: { description: 'A value holds the number of a payment card; `field` says which. It was not kept.' },
    NOT_FOUND: { description: 'What the mutation is about does not exist.' },
    CONFLICT: { description: 'It does not fit the current state.' },
    NOT_LINKED: { description: 'The customer is not in the system that would be needed.' },
    UNSUPPORTED: { description: 'The tenant does not have what would be needed.' },
    REJECTED_BY_UPSTREAM: { description: 'The billing system refused it; the message has its reason.' },
    FORBIDDEN: { description: 'The caller may not do this.' },
  },
});

@ObjectType('UserError', {
  simpleResolvers: true,
  description: 'Something that the caller of a mutation can put right.',
})
export class UserErrorType {
  @Field(() => UserErrorCodeEnum, { description: 'The kind of error.' })
  code!: RefusalCode;

  @Field(() => String, { description: 'What is wrong, in words for people.' })
  message!: string;

  @Field(() => [String], { nullable: true, description: 'Path of the argument that is wrong; null if none is.' })
  field!: readonly string[] | null;
}
