import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import type { ConnectionWish } from '../../domain/connections/desk.js';
import type { ChargeKind } from '../../domain/connections/model.js';
import { BillingSystem } from '../../schema-kit/billing-system.js';
import { UrlScalar } from '../../schema-kit/scalars.js';
import { zodInput } from '../../schema-kit/zod-input.js';
import { ChargeKindEnum } from './connection.type.js';

const LONGEST_VALUE = 4_096;

@zodInput(z.object({ name: z.string().max(100), value: z.string().trim().max(LONGEST_VALUE).nullish() }))
@InputType('ConnectionSettingInput', { description: 'A setting or a secret of a connection.' })
export class ConnectionSettingInput {
  @Field(() => String, { description: 'Its name, one of those that `connectionKinds` has for the system.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its value; null takes it away.' })
  value?: string | null;
}

@InputType('ConnectionInput', {
  description: 'What a connection is to be. On a change, what is left out stays as it is.',
})
export class ConnectionInput {
  @Field(() => BillingSystem, { nullable: true, description: 'The system; needed to make one, and never changed.' })
  system?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its name, needed to make one. The id is made of it and stays when the name is changed.',
  })
  name?: string | null;

  @Field(() => UrlScalar, {
    nullable: true,
    description:
      "Address of the API, needed to make one: https, and a host of the vendor's or one that CONNECTION_HOSTS names. When it is changed, all secrets have to be given again.",
  })
  endpoint?: string | null;

  @Field(() => [ConnectionSettingInput], {
    nullable: true,
    description: 'Settings and secrets, each by its name: credentials, entity, time zone. Others stay as they are.',
  })
  settings?: ConnectionSettingInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The charge that credits of other systems are booked against; null takes it away.',
  })
  chargeId?: string | null;

  @Field(() => ChargeKindEnum, { nullable: true, description: 'What the charge id is the id of.' })
  chargeKind?: ChargeKind | null;
}

export function toWish({ name, endpoint, settings, chargeId, chargeKind }: ConnectionInput): ConnectionWish {
  return {
    ...(name != null && { name }),
    ...(endpoint != null && { endpoint: String(endpoint).replace(/\/+$/, '') }),
    ...(settings != null && { settings: Object.fromEntries(settings.map((one) => [one.name, one.value ?? null])) }),
    ...(chargeId !== undefined && { chargeId }),
    ...(chargeKind !== undefined && { chargeKind }),
  };
}
