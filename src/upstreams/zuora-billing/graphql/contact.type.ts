import { Field, ObjectType } from 'type-graphql';
import { Personal } from '../../../schema-kit/access.js';
import type { ZuoraContact } from '../model.js';

@ObjectType('ZuoraContact', { simpleResolvers: true, description: 'A person or office that an account deals with.' })
export class ZuoraContactType implements ZuoraContact {
  @Field(() => String, { description: "Zuora's id of the contact." })
  zuoraId!: string;

  @Personal()
  @Field(() => String, { nullable: true, description: 'Given name.' })
  firstName!: string | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'Family name.' })
  lastName!: string | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'Email at work: where invoices go.' })
  workEmail!: string | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'Private email.' })
  personalEmail!: string | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'Phone at work.' })
  workPhone!: string | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'Mobile phone.' })
  mobilePhone!: string | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'First line of the address.' })
  address1!: string | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'Second line of the address.' })
  address2!: string | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'City.' })
  city!: string | null;

  @Field(() => String, { nullable: true, description: 'State or province.' })
  state!: string | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'Postal code.' })
  postalCode!: string | null;

  @Field(() => String, { nullable: true, description: 'County, where taxes depend on it.' })
  county!: string | null;

  @Field(() => String, { nullable: true, description: 'Country as Zuora names it.' })
  country!: string | null;

  @Field(() => String, { nullable: true, description: 'Tax region, where taxes depend on it.' })
  taxRegion!: string | null;
}
