import { Field, ObjectType } from 'type-graphql';
import { MutationPayload } from '../../../../schema-kit/mutation.js';
import type { ZuoraInvoice } from '../../documents/model.js';
import { ZuoraInvoiceType } from '../documents/invoice.type.js';

export const INVOICE_KEY = 'Invoice id (32 hexadecimal digits) or invoice number.';

@ObjectType('ZuoraInvoicePayload', { simpleResolvers: true, description: 'What became of a change of an invoice.' })
export class ZuoraInvoicePayload extends MutationPayload {
  @Field(() => ZuoraInvoiceType, { nullable: true, description: 'The invoice as it is now; null if nothing was done.' })
  invoice?: ZuoraInvoice | null;
}

@ObjectType('ZuoraInvoiceDeletePayload', { simpleResolvers: true, description: 'What became of an invoice to delete.' })
export class ZuoraInvoiceDeletePayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: "Zuora's id of the invoice; null if nothing was done." })
  invoiceId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Id of the job of Zuora that deletes an invoice of many lines; null if it is gone.',
  })
  jobId?: string | null;
}

@ObjectType('ZuoraInvoiceEmailPayload', { simpleResolvers: true, description: 'What became of an invoice to send.' })
export class ZuoraInvoiceEmailPayload extends MutationPayload {
  @Field(() => Boolean, { nullable: true, description: 'True if Zuora took it on; null if nothing was done.' })
  sent?: boolean | null;
}
