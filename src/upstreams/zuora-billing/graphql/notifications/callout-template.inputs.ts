import { Field, InputType, Int } from 'type-graphql';
import { JsonScalar } from '../../../../schema-kit/scalars.js';
import type { CalloutMethod, HmacAlgorithm, HmacFormat } from '../../notifications/model.js';
import { ZuoraCalloutMethodEnum, ZuoraHmacAlgorithmEnum, ZuoraHmacFormatEnum } from './enums.js';

@InputType('ZuoraBasicAuthenticationInput', {
  description: 'User name and password for a receiver; never shown again.',
})
export class ZuoraBasicAuthenticationInput {
  @Field(() => String, { description: 'User name.' })
  username!: string;

  @Field(() => String, { description: 'Password.' })
  password!: string;

  @Field(() => String, { nullable: true, description: 'Domain, for NTLM.' })
  domain?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they come with the first request, without waiting for a 401 with `WWW-Authenticate`.',
  })
  preemptive?: boolean | null;
}

@InputType('ZuoraCalloutSignatureInput', { description: 'How callouts are signed with HMAC.' })
class ZuoraCalloutSignatureInput {
  @Field(() => ZuoraHmacAlgorithmEnum, { description: 'The hash function.' })
  algorithm!: HmacAlgorithm;

  @Field(() => ZuoraHmacFormatEnum, { description: 'How the signature is written.' })
  outputFormat!: HmacFormat;

  @Field(() => String, { description: 'The shared secret; never shown again.' })
  secret!: string;

  @Field(() => String, { description: 'What is signed: `{{Request.Body}}`, or with headers.' })
  data!: string;

  @Field(() => String, { description: 'The header that has the signature.' })
  headerName!: string;

  @Field(() => String, { description: 'The value of the header: `{{Request.HMAC.Signed}}`.' })
  headerValue!: string;
}

@InputType({ description: 'What callout templates are made and changed with.' })
abstract class CalloutTemplateFields {
  @Field(() => String, { nullable: true, description: 'Remarks, at most 255 characters.' })
  description?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is in use; true unless it is said.' })
  active?: boolean | null;

  @Field(() => ZuoraCalloutMethodEnum, { nullable: true, description: 'How it is sent; POST unless it is said.' })
  method?: CalloutMethod | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether Zuora tries again when it fails; true unless it is said.',
  })
  retried?: boolean | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Parameters of the body by name, with merge fields: `{"AccountId": "<Account.Id>"}`.',
  })
  parameters?: unknown;

  @Field(() => JsonScalar, { nullable: true, description: 'Headers of its own by name; their values are never shown.' })
  headers?: unknown;

  @Field(() => String, {
    nullable: true,
    description:
      'The whole body in place of parameters: JSON with merge fields, `{"AccountId": "{{DataSource.Account.Id}}"}`. Null goes back to parameters.',
  })
  customRequestBody?: string | null;

  @Field(() => ZuoraBasicAuthenticationInput, {
    nullable: true,
    description: 'How it signs in with user name and password; null ends that.',
  })
  basicAuthentication?: ZuoraBasicAuthenticationInput | null;

  @Field(() => String, {
    nullable: true,
    description: "Zuora's id of the OAuth 2.0 provider that it signs in with; null ends that.",
  })
  oauth2ProviderId?: string | null;

  @Field(() => ZuoraCalloutSignatureInput, {
    nullable: true,
    description: 'How it is signed. Zuora has no way to end that over its API.',
  })
  signature?: ZuoraCalloutSignatureInput | null;

  @Field(() => String, { nullable: true, description: "Certificate of the receiver's server, PEM; never shown again." })
  certificate?: string | null;
}

@InputType('ZuoraCalloutTemplateCreateInput', { description: 'A new callout template, for one event.' })
export class ZuoraCalloutTemplateCreateInput extends CalloutTemplateFields {
  @Field(() => String, { description: 'Its name, at most 255 characters, unique among callout templates.' })
  name!: string;

  @Field(() => String, {
    description: 'Where it is sent to: https, without a port and without credentials, at most 1,000 characters.',
  })
  url!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The event, by its name: that of an event trigger, for example.',
  })
  eventTypeName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Whose event: `user.notification` unless it is said, `com.zuora.notification` for those of Zuora.',
  })
  eventTypeNamespace?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The number of a standard event, in place of a name: 1110, 1210, ...',
  })
  eventCategory?: number | null;
}

@InputType('ZuoraCalloutTemplateUpdateInput', {
  description: 'Changes of a callout template; what is left out stays. Its event stays in any case.',
})
export class ZuoraCalloutTemplateUpdateInput extends CalloutTemplateFields {
  @Field(() => String, { nullable: true, description: 'Its name, at most 255 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it is sent to: https, at most 1,000 characters.' })
  url?: string | null;
}
