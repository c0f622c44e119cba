import { Field, Int, ObjectType } from 'type-graphql';
import { Personal } from '../../../../schema-kit/access.js';
import { connectionType } from '../../../../schema-kit/connection.js';
import { DateTimeScalar, JsonScalar } from '../../../../schema-kit/scalars.js';
import type { CalloutRecord, EmailRecord } from '../../notifications/history-model.js';

/** What an attempt to send something says, whatever was sent. */
@ObjectType({ simpleResolvers: true })
abstract class Attempt {
  readonly key!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Zuora's id, by which it can be sent again; null where the tenant's history does not say it, as in the reference: Data Query has it.",
  })
  zuoraId!: string | null;

  @Field(() => Boolean, { description: 'Whether it failed.' })
  failed!: boolean;

  @Field(() => String, { nullable: true, description: 'Name of the notification that was to go out.' })
  notification!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The event: a number for a standard one, else namespace and name.',
  })
  eventCategory!: string | null;
}

@ObjectType('ZuoraCalloutRecord', {
  simpleResolvers: true,
  description: 'A callout that Zuora sent, or tried to send.',
})
class ZuoraCalloutRecordType extends Attempt implements CalloutRecord {
  @Field(() => Int, { nullable: true, description: 'How often it was tried.' })
  attempts!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was written down.' })
  createdAt!: string | null;

  @Field(() => String, { nullable: true, description: 'How it was sent: `POST`.' })
  method!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it was sent to; user, password and the values of the query are left out.',
  })
  url!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'HTTP status of the answer; only 200 is a success. -2000 is a body that was no JSON, and was not sent.',
  })
  responseCode!: number | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'The answer; null unless the filter asks for it.' })
  responseContent!: string | null;

  @Personal()
  @Field(() => JsonScalar, { nullable: true, description: 'Merge fields of the event, by name.' })
  eventContext!: unknown;
}

@ObjectType('ZuoraEmailRecord', { simpleResolvers: true, description: 'An email that Zuora sent, or tried to send.' })
export class ZuoraEmailRecordType extends Attempt implements EmailRecord {
  @Field(() => String, { nullable: true, description: "Zuora's id of the account that it is about." })
  accountId!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was sent.' })
  sentAt!: string | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'The subject.' })
  subject!: string | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'Who it came from.' })
  from!: string | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'Who was to get it.' })
  to!: string | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'Who was to get a copy.' })
  cc!: string | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'Who was to get a copy without the others knowing.' })
  bcc!: string | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'Who gets the replies.' })
  replyTo!: string | null;

  @Field(() => String, { nullable: true, description: 'What the mail server said: `OK`, `Failed`, `Warning`.' })
  result!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it failed.' })
  errorMessage!: string | null;
}

export const ZuoraCalloutRecordConnection = connectionType('ZuoraCalloutRecord', () => ZuoraCalloutRecordType);
export const ZuoraEmailRecordConnection = connectionType('ZuoraEmailRecord', () => ZuoraEmailRecordType);
