import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { systemOf } from '../../domain/connections/key.js';
import { COMPARED_KINDS, type ComparedKind, type Drift, type DriftSide } from '../../domain/reconciliation/model.js';
import { Personal } from '../../schema-kit/access.js';
import { BillingSystem } from '../../schema-kit/billing-system.js';
import { connectionType } from '../../schema-kit/connection.js';
import { DateTimeScalar, JsonScalar } from '../../schema-kit/scalars.js';
import { connectionIdOf } from '../connections/connection-id.js';

export const ComparedKindEnum = Object.fromEntries(COMPARED_KINDS.map((kind) => [kind, kind])) as {
  [K in ComparedKind]: K;
};
registerEnumType(ComparedKindEnum, {
  name: 'DriftKind',
  description: 'What two systems can differ in.',
  valuesConfig: {
    CUSTOMER: { description: 'Name, email, address and links of the customer.' },
    SUBSCRIPTION: { description: 'A subscription, and the price plans of the account.' },
    CREDIT: { description: 'A credit, and whether the other system has booked it.' },
    INVOICE: { description: 'An invoice, and whether the other system has booked it.' },
  },
});

@ObjectType('DriftSide', { simpleResolvers: true, description: 'What one of two systems has.' })
class DriftSideType {
  @Field(() => BillingSystem, { description: 'The system.' })
  system!: string;

  @Field(() => ID, { nullable: true, description: 'The connection to it; null for the default one of its system.' })
  connectionId!: string | null;

  @Personal()
  @Field(() => JsonScalar, { nullable: true, description: 'Its value; null for nothing.' })
  value!: unknown;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was read.' })
  asOf!: string | null;
}

@ObjectType('Drift', { simpleResolvers: true, description: 'A difference that the last reconciliation has found.' })
export class DriftType {
  @Field(() => ComparedKindEnum, { description: 'In what they differ.' })
  kind!: ComparedKind;

  @Field(() => String, { description: 'The subscription, credit or invoice that it is about; else the customer.' })
  key!: string;

  @Field(() => String, { description: 'The field, or the step that would bring the systems into step.' })
  field!: string;

  @Field(() => DriftSideType, { description: 'The side whose value counts.' })
  left!: DriftSideType;

  @Field(() => DriftSideType, { description: 'The other side.' })
  right!: DriftSideType;

  @Field(() => BillingSystem, { description: 'Whose value counts.' })
  owner!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What a person has to do; null where a sync would bring them into step.',
  })
  problem!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was found.' })
  detectedAt!: string;

  customerId!: string;
}

export const DriftConnection = connectionType('Drift', () => DriftType);

@InputType('DriftFilter', { description: 'Which differences.' })
export class DriftFilterInput {
  @Field(() => ID, { nullable: true, description: 'Those of this customer.' })
  customerId?: string | null;

  @Field(() => ComparedKindEnum, { nullable: true, description: 'Those of this kind.' })
  kind?: ComparedKind | null;

  @Field(() => Boolean, { nullable: true, description: 'True: those that a person has to decide; false: the others.' })
  needsPerson?: boolean | null;
}

export function toDrift({ left, right, detectedAt, ...same }: Drift): DriftType {
  const asOf = new Date(detectedAt).toISOString();
  const side = ({ connection, value }: DriftSide): DriftSideType => {
    return { system: systemOf(connection), connectionId: connectionIdOf(connection), value, asOf };
  };
  return { ...same, left: side(left), right: side(right), owner: systemOf(left.connection), detectedAt: asOf };
}
