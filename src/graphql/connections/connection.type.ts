import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { ChargeKind, CheckFinding, Connection, ConnectionKind } from '../../domain/connections/model.js';
import { BillingSystem } from '../../schema-kit/billing-system.js';
import { globalId } from '../../schema-kit/global-id.js';
import { Node } from '../../schema-kit/node.js';
import { DateTimeScalar, UrlScalar } from '../../schema-kit/scalars.js';
import { CONNECTION_PREFIX } from './connection-id.js';

export type ConnectionStatus = 'UNCHECKED' | 'OK' | 'FAILING';

const ConnectionStatusEnum: Record<ConnectionStatus, ConnectionStatus> = {
  UNCHECKED: 'UNCHECKED',
  OK: 'OK',
  FAILING: 'FAILING',
};
registerEnumType(ConnectionStatusEnum, {
  name: 'ConnectionStatus',
  description: 'What the last test of a connection found.',
  valuesConfig: {
    UNCHECKED: { description: 'It was never tested, or not since it was changed.' },
    OK: { description: 'It could be used.' },
    FAILING: { description: 'Something has to be done; `findings` says what.' },
  },
});

export const ChargeKindEnum: Record<ChargeKind, ChargeKind> = {
  PRODUCT_RATE_PLAN_CHARGE: 'PRODUCT_RATE_PLAN_CHARGE',
  SUBSCRIPTION_CHARGE: 'SUBSCRIPTION_CHARGE',
};
registerEnumType(ChargeKindEnum, {
  name: 'ChargeKind',
  description: 'What a charge id is the id of.',
  valuesConfig: {
    PRODUCT_RATE_PLAN_CHARGE: { description: 'A charge of the catalog: credits become credit memos.' },
    SUBSCRIPTION_CHARGE: { description: 'A charge of a subscription, at price 1: credits become usage.' },
  },
});

const FindingStateEnum: Record<CheckFinding['state'], CheckFinding['state']> = {
  OK: 'OK',
  NOTE: 'NOTE',
  PROBLEM: 'PROBLEM',
};
registerEnumType(FindingStateEnum, {
  name: 'FindingState',
  description: 'What a finding means.',
  valuesConfig: {
    OK: { description: 'As it should be.' },
    NOTE: { description: 'It works, but there is something to know.' },
    PROBLEM: { description: 'Something has to be done.' },
  },
});

@ObjectType('ConnectionFinding', { simpleResolvers: true, description: 'One thing that a test of a connection found.' })
class ConnectionFindingType implements CheckFinding {
  @Field(() => String, { description: 'What was looked at.' })
  subject!: string;

  @Field(() => FindingStateEnum, { description: 'What it means.' })
  state!: CheckFinding['state'];

  @Field(() => String, { description: 'What was found.' })
  found!: string;

  @Field(() => String, { nullable: true, description: 'What the gateway does about it, or what a person has to do.' })
  advice!: string | null;
}

@ObjectType('ConnectionSetting', { simpleResolvers: true, description: 'A setting of a connection; never a secret.' })
export class ConnectionSettingType {
  @Field(() => String, { description: 'Its name; `connectionKinds` says what it means.' })
  name!: string;

  @Field(() => String, { description: 'Its value.' })
  value!: string;
}

@ObjectType('Connection', {
  implements: Node,
  simpleResolvers: true,
  description: 'A link to a tenant of a billing system, or to one entity of it. Its secrets go in and never come out.',
})
export class ConnectionType extends Node {
  @Field(() => BillingSystem, { description: 'The system that it leads to.' })
  system!: string;

  @Field(() => String, { description: 'Its name for people.' })
  name!: string;

  @Field(() => UrlScalar, { description: 'Address of the API.' })
  endpoint!: string;

  @Field(() => Boolean, { description: 'Whether it comes from the environment: such a one cannot be changed here.' })
  builtIn!: boolean;

  @Field(() => [ConnectionSettingType], { description: 'Everything that was set but secrets, by name.' })
  settings!: ConnectionSettingType[];

  @Field(() => [String], { description: 'The names of the secrets that it has.' })
  secrets!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: 'The charge that credits of other systems are booked against; null if none is set.',
  })
  chargeId!: string | null;

  @Field(() => ChargeKindEnum, { nullable: true, description: 'What the charge id is the id of.' })
  chargeKind!: ChargeKind | null;

  @Field(() => ConnectionStatusEnum, { description: 'What the last test found.' })
  status!: ConnectionStatus;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last tested.' })
  lastCheckedAt!: string | null;

  @Field(() => [ConnectionFindingType], { description: 'What the last test found, in detail.' })
  findings!: readonly CheckFinding[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was made; null for those of the environment.' })
  createdAt!: string | null;
}

export function toConnection(connection: Connection): ConnectionType {
  const { key, check, settings, secretNames, createdAt, ...shown } = connection;
  return {
    ...shown,
    id: globalId(CONNECTION_PREFIX, key),
    settings: Object.entries(settings).map(([name, value]) => ({ name, value })),
    secrets: secretNames,
    status: check === null ? 'UNCHECKED' : check.ok ? 'OK' : 'FAILING',
    lastCheckedAt: check && new Date(check.at).toISOString(),
    findings: check?.findings ?? [],
    createdAt: createdAt === null ? null : new Date(createdAt).toISOString(),
  };
}

@ObjectType('ConnectionKindSetting', { simpleResolvers: true, description: 'A setting that connections can have.' })
class ConnectionKindSettingType {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'What it means.' })
  description!: string;

  @Field(() => Boolean, { description: 'Whether it goes in and never comes out.' })
  secret!: boolean;
}

@ObjectType('ConnectionKind', { simpleResolvers: true, description: 'What connections to a billing system need.' })
export class ConnectionKindType implements ConnectionKind {
  @Field(() => BillingSystem, { description: 'The system.' })
  system!: string;

  @Field(() => String, { description: 'Its name for people.' })
  title!: string;

  @Field(() => [ConnectionKindSettingType], { description: 'Its settings, the endpoint apart.' })
  settings!: ConnectionKind['settings'];
}
