import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { BillingSystem } from '../../schema-kit/billing-system.js';
import { DateTimeScalar } from '../../schema-kit/scalars.js';

export type SourceState = 'OK' | 'STALE' | 'UNAVAILABLE' | 'NOT_LINKED';

const SourceStateEnum: Record<SourceState, SourceState> = {
  OK: 'OK',
  STALE: 'STALE',
  UNAVAILABLE: 'UNAVAILABLE',
  NOT_LINKED: 'NOT_LINKED',
};
registerEnumType(SourceStateEnum, {
  name: 'SourceState',
  description: 'What a billing system contributes to a customer right now.',
  valuesConfig: {
    OK: { description: "The system's record is there and current." },
    STALE: { description: "The system's record is there, but older than it should be; a newer one is on its way." },
    UNAVAILABLE: { description: 'The system has the customer, but could not be read; `code` and `message` say why.' },
    NOT_LINKED: { description: 'The system does not have the customer, or nothing says that it has.' },
  },
});

@ObjectType('SourceStatus', {
  simpleResolvers: true,
  description: 'What one billing system contributes to a customer: tells "there is none" from "could not be read".',
})
export class SourceStatusType {
  @Field(() => BillingSystem, { description: 'The system.' })
  system!: string;

  @Field(() => ID, { nullable: true, description: 'The connection; null for the default connection of the system.' })
  connectionId!: string | null;

  @Field(() => SourceStateEnum, { description: 'What it contributes.' })
  state!: SourceState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the system was asked for what is shown.' })
  asOf!: string | null;

  @Field(() => String, { nullable: true, description: 'Error code of an unavailable system.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'What went wrong with an unavailable system.' })
  message!: string | null;
}
