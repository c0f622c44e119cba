import { Field, ObjectType } from 'type-graphql';
import { wholeOf } from '../domain/connections/view.js';
import type { CustomerEntry } from '../domain/customers/model.js';
import { Personal } from './access.js';
import { Node } from './node.js';

/**
 * The hub of the schema. The class holds what the directory knows; every billing system hangs its own fields on it with
 * field resolvers, which is why it stands below the upstreams.
 */
@ObjectType('Customer', {
  implements: Node,
  simpleResolvers: true,
  description: 'A customer of the company, whichever of its billing systems know them.',
})
export class CustomerType extends Node {
  @Field(() => String, { description: 'From the first system that has the customer, in the order of BillingSystem.' })
  name!: string;

  @Personal()
  @Field(() => String, {
    nullable: true,
    description: 'Billing email, from the same system as the name where that has one.',
  })
  email!: string | null;

  /** What the directory holds; the fields of the systems start from it. */
  entry!: CustomerEntry;
}

export const CUSTOMER_PREFIX = 'cus';

export function toCustomer(entry: CustomerEntry): CustomerType {
  return { id: entry.id, name: entry.name, email: entry.email, entry: wholeOf(entry) };
}
