import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { BillingSystem } from './billing-system.js';
import { UrlScalar } from './scalars.js';
import { zodInput } from './zod-input.js';

@ObjectType('ExternalId', {
  simpleResolvers: true,
  description: 'An id under which a billing system knows a customer.',
})
export class ExternalIdType {
  @Field(() => BillingSystem, { description: 'The system whose id it is.' })
  system!: string;

  @Field(() => String, { description: 'What the value is to its system: `account`, `account-number`, `customer`, …' })
  kind!: string;

  @Field(() => String, { description: 'The id as the system writes it.' })
  value!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The connection whose id it is; null for the default connection of the system.',
  })
  connectionId!: string | null;

  @Field(() => UrlScalar, {
    nullable: true,
    description: "The record in the system's own user interface, where its address is configured.",
  })
  url!: string | null;
}

@zodInput(z.object({ system: z.string(), value: z.string().trim().min(1).max(255) }))
@InputType({ description: 'An id as support staff paste it; any kind of id of the system is found.' })
export class ExternalIdInput {
  @Field(() => BillingSystem, { description: 'The system whose id it is.' })
  system!: string;

  @Field(() => String, {
    description: 'The id as people know it: of an account, a customer or a number that the system gave.',
  })
  value!: string;
}
