import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import { jsonNumber } from '../../../kernel/json.js';
import { refusal } from '../../../kernel/refusal.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { Done } from '../accounts/schemas.js';
import type { Invoice } from '../documents/schemas.js';
import { SYSTEM, TITLE } from '../names.js';
import { Text } from '../schemas/wire.js';
import type { WriteDesk } from '../writing/write-desk.js';
import { currentInvoice } from './current-invoice.js';
import type { InvoiceEmail, InvoiceUpdate } from './inputs.js';

export function planUpdate(invoice: Invoice, input: InvoiceUpdate): PlannedCall[] {
  const after = JSON.parse(JSON.stringify(updateRequest(input)));
  return [{ system: SYSTEM, action: 'PUT_UpdateInvoice', target: invoice.invoiceNumber, after }];
}

/** Changes what the input has and nothing else. Lines are told by their ids, so that a second time leaves the same. */
export async function updateInvoice(desk: WriteDesk, { id }: Invoice, input: InvoiceUpdate): Promise<void> {
  await desk.client.write({
    operation: 'PUT_UpdateInvoice',
    method: 'PUT',
    path: invoicePath(id),
    body: updateRequest(input),
    schema: Done,
    repeatable: true,
    ...desk.options,
  });
}

/** https://developer.zuora.com/v1-api-reference/api/operation/PUT_UpdateInvoice/ An empty text empties the field. */
function updateRequest({ items, customFields, comments, ...same }: InvoiceUpdate): Record<string, unknown> {
  const body = defined({
    ...same,
    comments: comments === null ? '' : comments,
    invoiceItems: items?.map(({ amount, quantity, unitPrice, description, customFields: own, ...item }) =>
      defined({
        ...item,
        description: description === null ? '' : description,
        amount: amount == null ? null : number(amount),
        quantity: quantity == null ? null : number(quantity),
        unitPrice: unitPrice == null ? null : number(unitPrice),
        ...emptied(own),
      }),
    ),
    ...emptied(customFields),
  });
  if (Object.keys(body).length === 0) throw refusal('INVALID', 'There is nothing to change.', ['input']);
  return body;
}

const Deleted = z.looseObject({ success: z.literal(true), jobId: Text });

export function planDelete(invoice: Invoice): PlannedCall[] {
  return [{ system: SYSTEM, action: 'DELETE_DeleteInvoice', target: invoice.invoiceNumber, after: null }];
}

/**
 * Removes a draft or a canceled invoice. Gives the id of the job that is at it, null if it is gone.
 * https://developer.zuora.com/v1-api-reference/api/operation/DELETE_DeleteInvoice/
 */
export async function deleteInvoice(desk: WriteDesk, { id }: Invoice): Promise<string | null> {
  const { jobId } = await desk.once(
    { operation: 'DELETE_DeleteInvoice', key: null, input: id },
    {
      result: Deleted,
      send: () =>
        desk.client.write({
          operation: 'DELETE_DeleteInvoice',
          method: 'DELETE',
          path: invoicePath(id),
          schema: Deleted,
          ...desk.options,
        }),
      find: async () => ((await currentInvoice(desk, id)) === null ? { success: true as const, jobId: null } : null),
    },
  );
  return jobId;
}

export function planEmail(invoice: Invoice, input: InvoiceEmail): PlannedCall[] {
  const after = emailRequest(input);
  return [{ system: SYSTEM, action: 'POST_EmailInvoice', target: invoice.invoiceNumber, after }];
}

/**
 * Has Zuora send a posted invoice by email, once. Whether it did cannot be looked up.
 * https://developer.zuora.com/v1-api-reference/api/operation/POST_EmailInvoice/
 */
export async function emailInvoice(
  desk: WriteDesk,
  { id, invoiceNumber, status }: Invoice,
  input: InvoiceEmail,
  key: string | null,
): Promise<void> {
  if (status !== 'Posted') {
    throw refusal('CONFLICT', `Invoice ${invoiceNumber} is ${status}: only a posted invoice can be sent.`, ['key']);
  }
  const body = emailRequest(input);
  await desk.once(
    { operation: 'POST_EmailInvoice', key, input: { id, ...body } },
    {
      result: Done,
      replayed: true,
      send: (idempotencyKey) =>
        desk.client.write({
          operation: 'POST_EmailInvoice',
          method: 'POST',
          path: `${invoicePath(id)}/emails`,
          body,
          schema: Done,
          idempotencyKey,
          ...desk.options,
        }),
      find: () => {
        const message = `${TITLE} did not say whether it sent the invoice: look at the email history before you ask again.`;
        const options = { outcome: 'unknown', retryable: false } as const;
        return Promise.reject(new UpstreamError(SYSTEM, 'UPSTREAM_CONFLICT', message, options));
      },
    },
  );
}

function emailRequest({ to, additionalAddresses }: InvoiceEmail): Record<string, unknown> {
  return {
    ...(to ? { emailAddresses: to.join(',') } : { useEmailTemplateSetting: true }),
    ...(additionalAddresses != null && { includeAdditionalEmailAddresses: additionalAddresses }),
  };
}

const invoicePath = (id: string) => `/v1/invoices/${encodeURIComponent(id)}`;

/** As JSON writes numbers: no zeros in front. */
const number = (text: string) => jsonNumber(text.replace(/^(-?)0+(?=\d)/, '$1'));

function defined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}

function emptied(fields: Readonly<Record<string, unknown>> | null | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields ?? {}).map(([name, value]) => [name, value ?? '']));
}
