import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { systemOf } from '../../domain/connections/key.js';
import { DELIVERY_STATES, type Delivery, type DeliveryState } from '../../domain/webhooks/model.js';
import { BillingSystem } from '../../schema-kit/billing-system.js';
import { connectionType } from '../../schema-kit/connection.js';
import { DateTimeScalar, JsonScalar } from '../../schema-kit/scalars.js';
import { connectionIdOf } from '../connections/connection-id.js';

export const DeliveryStateEnum = Object.fromEntries(DELIVERY_STATES.map((state) => [state, state])) as {
  [S in DeliveryState]: S;
};
registerEnumType(DeliveryStateEnum, {
  name: 'WebhookDeliveryState',
  description: 'What became of something that a system told.',
  valuesConfig: {
    PENDING: { description: 'It waits for its turn, or for its next try.' },
    PROCESSING: { description: 'What it is about is being read.' },
    DONE: { description: 'What it is about was read anew; `note` says if there was nothing to it.' },
    DEAD: { description: 'It was given up; `note` says why. `webhookDeliveryRetry` tries it again.' },
  },
});

@ObjectType('WebhookDelivery', {
  simpleResolvers: true,
  description: 'Something that a billing system told unasked. What it holds is not kept, but for the ids.',
})
export class WebhookDeliveryType {
  @Field(() => ID, { description: 'The id of the delivery here.' })
  id!: string;

  @Field(() => BillingSystem, { description: 'The system that told it.' })
  system!: string;

  @Field(() => ID, { nullable: true, description: 'The connection; null for the default connection of the system.' })
  connectionId!: string | null;

  @Field(() => String, { description: "The system's own id of the notification, or a digest where it has none." })
  deliveryKey!: string;

  @Field(() => String, { nullable: true, description: 'What happened, in the words of the system, where it says so.' })
  kind!: string | null;

  @Field(() => JsonScalar, { description: 'The ids that it holds, by what they are to the system.' })
  ids!: Delivery['ids'];

  @Field(() => DeliveryStateEnum, { description: 'What became of it.' })
  state!: DeliveryState;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => DateTimeScalar, { description: 'When it came.' })
  receivedAt!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was done.' })
  doneAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Why the last try failed, or what there was to it.' })
  note!: string | null;
}

export const WebhookDeliveryConnection = connectionType('WebhookDelivery', () => WebhookDeliveryType);

export function toDelivery({ connection, key, receivedAt, doneAt, ...delivery }: Delivery): WebhookDeliveryType {
  return {
    ...delivery,
    system: systemOf(connection),
    connectionId: connectionIdOf(connection),
    deliveryKey: key,
    receivedAt: new Date(receivedAt).toISOString(),
    doneAt: doneAt === null ? null : new Date(doneAt).toISOString(),
  };
}
