import { Field, InputType } from 'type-graphql';
import type { ContactChanges, ContactInput } from '../../accounts/inputs.js';

@InputType({ description: 'What new and changed contacts have in common.' })
abstract class ContactFields {
  @Field(() => String, { nullable: true, description: 'Email at work: where invoices go.' })
  workEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'Private email.' })
  personalEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone at work, at most 40 characters.' })
  workPhone?: string | null;

  @Field(() => String, { nullable: true, description: 'Mobile phone, at most 40 characters.' })
  mobilePhone?: string | null;

  @Field(() => String, { nullable: true, description: 'First line of the address.' })
  address1?: string | null;

  @Field(() => String, { nullable: true, description: 'Second line of the address.' })
  address2?: string | null;

  @Field(() => String, { nullable: true, description: 'City, at most 40 characters.' })
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'State or province: full name or abbreviation.' })
  state?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal code, at most 20 characters.' })
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: 'County; Zuora Tax may use it.' })
  county?: string | null;

  @Field(() => String, { nullable: true, description: 'Country by its name or ISO code; needed for tax.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Region of the tax rules, if the tenant has any.' })
  taxRegion?: string | null;
}

@InputType('ZuoraContactInput', { description: 'A new contact.' })
export class ZuoraContactInput extends ContactFields implements ContactInput {
  @Field(() => String, { description: 'Given name.' })
  firstName!: string;

  @Field(() => String, { description: 'Family name.' })
  lastName!: string;
}

@InputType('ZuoraContactUpdateInput', {
  description: 'Changes of a contact: what is left out is left alone, null empties.',
})
export class ZuoraContactUpdateInput extends ContactFields implements ContactChanges {
  @Field(() => String, { nullable: true, description: 'Given name; cannot be emptied.' })
  firstName?: string;

  @Field(() => String, { nullable: true, description: 'Family name; cannot be emptied.' })
  lastName?: string;
}
