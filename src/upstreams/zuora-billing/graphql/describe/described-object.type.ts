import { Field, Int, ObjectType } from 'type-graphql';
import type { ZuoraDescribedField, ZuoraDescribedObject } from '../../describe/described-object.js';

@ObjectType('ZuoraDescribedField', {
  simpleResolvers: true,
  description: 'A field of an object as this tenant has it. What Zuora does not say of a field is null.',
})
class ZuoraDescribedFieldType implements ZuoraDescribedField {
  @Field(() => String, { description: 'API name, in the spelling of the SOAP API: `BillCycleDay`, `Region__c`.' })
  name!: string;

  @Field(() => String, { description: "Its name in Zuora's user interface." })
  label!: string;

  @Field(() => String, {
    description: '`boolean`, `date`, `datetime`, `decimal`, `integer`, `picklist`, `text`, `timestamp` or `ZOQL`.',
  })
  type!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether a new object needs a value.' })
  required!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a new object may have a value.' })
  createable!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the value can be changed.' })
  updateable!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether ZOQL can search by it.' })
  filterable!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether ZOQL can show it.' })
  selectable!: boolean | null;

  @Field(() => Boolean, { description: 'Whether the tenant, or a package that it installed, added the field.' })
  custom!: boolean;

  @Field(() => Int, { nullable: true, description: 'Most characters of a value.' })
  maxLength!: number | null;

  @Field(() => [String], { description: 'The values of a picklist; empty for every other type.' })
  options!: readonly string[];

  @Field(() => [String], { description: 'Where the field is at hand: `soap`, `export`.' })
  contexts!: readonly string[];
}

@ObjectType('ZuoraDescribedObject', {
  simpleResolvers: true,
  description: 'What this tenant says of one kind of object of Zuora Billing.',
})
export class ZuoraDescribedObjectType implements ZuoraDescribedObject {
  @Field(() => String, { description: 'API name of the object: `Account`, `ProductRatePlanCharge`.' })
  name!: string;

  @Field(() => String, { description: "Its name in Zuora's user interface." })
  label!: string;

  @Field(() => [ZuoraDescribedFieldType], { description: 'All of its fields, custom ones included.' })
  fields!: readonly ZuoraDescribedField[];
}
