import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../../../schema-kit/connection.js';
import { Node } from '../../../../schema-kit/node.js';
import { JsonScalar } from '../../../../schema-kit/scalars.js';
import type {
  CalloutAuthentication,
  CalloutAuthenticationKind,
  CalloutMethod,
  CalloutSignature,
  CalloutTemplate,
  HmacAlgorithm,
  HmacFormat,
} from '../../notifications/model.js';
import {
  ZuoraCalloutAuthenticationKindEnum,
  ZuoraCalloutMethodEnum,
  ZuoraHmacAlgorithmEnum,
  ZuoraHmacFormatEnum,
} from './enums.js';
import { NoticeType } from './notice.type.js';

@ObjectType('ZuoraCalloutAuthentication', {
  simpleResolvers: true,
  description: 'How a callout signs in at its receiver. User name and password stay in Zuora.',
})
export class ZuoraCalloutAuthenticationType implements CalloutAuthentication {
  @Field(() => ZuoraCalloutAuthenticationKindEnum, { description: 'In which way.' })
  kind!: CalloutAuthenticationKind;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether user name and password come with the first request; else it waits for a 401 with `WWW-Authenticate`.',
  })
  preemptive!: boolean | null;

  @Field(() => String, { nullable: true, description: "Zuora's id of the OAuth 2.0 provider." })
  oauth2ProviderId!: string | null;
}

@ObjectType('ZuoraCalloutSignature', {
  simpleResolvers: true,
  description: 'How a callout is signed with HMAC. The secret stays in Zuora.',
})
class ZuoraCalloutSignatureType implements CalloutSignature {
  @Field(() => ZuoraHmacAlgorithmEnum, { nullable: true, description: 'The hash function.' })
  algorithm!: HmacAlgorithm | null;

  @Field(() => ZuoraHmacFormatEnum, { nullable: true, description: 'How the signature is written.' })
  outputFormat!: HmacFormat | null;

  @Field(() => String, { nullable: true, description: 'What is signed: `{{Request.Body}}`, or with headers.' })
  data!: string | null;

  @Field(() => String, { nullable: true, description: 'The header that has the signature.' })
  headerName!: string | null;

  @Field(() => String, { nullable: true, description: 'The value of the header: `{{Request.HMAC.Signed}}`.' })
  headerValue!: string | null;
}

@ObjectType('ZuoraCalloutTemplate', {
  implements: Node,
  simpleResolvers: true,
  description: 'What Zuora sends over HTTPS when an event happens. What is secret in it can be set and is never shown.',
})
export class ZuoraCalloutTemplateType extends NoticeType implements CalloutTemplate {
  @Field(() => Int, { nullable: true, description: 'The number of the standard event that it is for.' })
  eventCategory!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it is sent to; user, password and the values of the query are left out.',
  })
  url!: string | null;

  @Field(() => ZuoraCalloutMethodEnum, { nullable: true, description: 'How it is sent.' })
  method!: CalloutMethod | null;

  @Field(() => Boolean, { description: 'Whether Zuora tries again when it fails.' })
  retried!: boolean;

  @Field(() => String, { nullable: true, description: 'Content type of the body: `APPLICATION_JSON`.' })
  contentType!: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Parameters of the body, by name; values are merge fields.' })
  parameters!: Readonly<Record<string, string>> | null;

  @Field(() => [String], { description: 'Names of its own headers; their values stay in Zuora.' })
  headerNames!: readonly string[];

  @Field(() => String, { nullable: true, description: 'The whole body, JSON with merge fields, if it has one.' })
  customRequestBody!: string | null;

  @Field(() => ZuoraCalloutAuthenticationType, { description: 'How it signs in at its receiver.' })
  authentication!: ZuoraCalloutAuthenticationType;

  @Field(() => ZuoraCalloutSignatureType, { nullable: true, description: 'How it is signed; null if it is not.' })
  signature!: ZuoraCalloutSignatureType | null;

  @Field(() => Boolean, { description: "Whether it has a certificate of its receiver's server." })
  hasCertificate!: boolean;
}

export const ZuoraCalloutTemplateConnection = connectionType('ZuoraCalloutTemplate', () => ZuoraCalloutTemplateType);
