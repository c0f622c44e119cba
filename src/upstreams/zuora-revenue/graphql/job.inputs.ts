import { Field, InputType, Int } from 'type-graphql';

@InputType('RevenueProgramParameterInput', { description: 'The value of a parameter.' })
export class RevenueProgramParameterInput {
  @Field(() => String, { description: 'The name of the parameter, as `revenuePrograms` tells it.' })
  name!: string;

  @Field(() => String, { description: 'Its value.' })
  value!: string;
}

@InputType('RevenueJobSubmitInput', { description: 'A program that is to run.' })
export class RevenueJobSubmitInput {
  @Field(() => Int, { description: 'The organisation that it runs for: see `revenueOrgs`.' })
  orgId!: number;

  @Field(() => String, { description: 'The program: see `revenuePrograms`.' })
  programId!: string;

  @Field(() => [RevenueProgramParameterInput], {
    defaultValue: [],
    description: 'Values of its parameters; those that are not named are empty.',
  })
  parameters!: RevenueProgramParameterInput[];
}

@InputType('RevenueCollectionInput', { description: 'Data collection: what is in staging becomes revenue contracts.' })
export class RevenueCollectionInput {
  @Field(() => String, {
    nullable: true,
    description: 'The RC template; without it the one of ZUORA_REVENUE_COLLECTION_TEMPLATE.',
  })
  rcTemplate?: string | null;

  @Field(() => Int, { nullable: true, description: 'The organisation, on tenants with several.' })
  orgId?: number | null;
}
