import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import type { CustomerFilter, CustomerOrder } from '../../domain/customers/model.js';
import { BillingSystem } from '../../schema-kit/billing-system.js';
import { PageArgs } from '../../schema-kit/connection.js';
import { ExternalIdInput } from '../../schema-kit/external-id.type.js';
import { zodInput } from '../../schema-kit/zod-input.js';

export const CustomerOrderEnum: Record<CustomerOrder, CustomerOrder> = {
  NAME: 'NAME',
  CREATED_AT: 'CREATED_AT',
  UPDATED_AT: 'UPDATED_AT',
};
registerEnumType(CustomerOrderEnum, {
  name: 'CustomerOrder',
  description: 'Order of a list of customers.',
  valuesConfig: {
    NAME: { description: 'By name, A to Z.' },
    CREATED_AT: { description: 'Newest first.' },
    UPDATED_AT: { description: 'Last changed first.' },
  },
});

@zodInput(z.object({ search: z.string().trim().max(255).optional() }).loose())
@InputType('CustomerFilter', { description: 'Which customers to list. Several conditions must all hold.' })
export class CustomerFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'Part of a name, an email or an external id; letter case does not matter.',
  })
  search?: string | null;

  @Field(() => BillingSystem, { nullable: true, description: 'Only customers that this system has.' })
  system?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only customers in two or more systems; false: only those in one.',
  })
  linked?: boolean | null;

  @Field(() => ExternalIdInput, { nullable: true, description: 'Only the customer with this id.' })
  externalId?: ExternalIdInput | null;
}

@ArgsType()
export class CustomersArgs extends PageArgs {
  @Field(() => CustomerFilterInput, { nullable: true, description: 'Which customers; all without it.' })
  filter?: CustomerFilterInput | null;

  @Field(() => CustomerOrderEnum, { defaultValue: 'NAME', description: 'In which order.' })
  orderBy!: CustomerOrder;
}

/** Without the nulls that GraphQL has and the domain has not. */
export function toFilter({ search, system, linked, externalId }: CustomerFilterInput): CustomerFilter {
  return {
    ...(search && { search }),
    ...(system && { system }),
    ...(linked != null && { linked }),
    ...(externalId && { externalId: { system: externalId.system, value: externalId.value } }),
  };
}
