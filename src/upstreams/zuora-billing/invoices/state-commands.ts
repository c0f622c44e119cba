import { refusal } from '../../../kernel/refusal.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { Done } from '../accounts/schemas.js';
import type { Invoice } from '../documents/schemas.js';
import { SYSTEM } from '../names.js';
import { requireReadable } from '../writing/readable.js';
import type { WriteDesk } from '../writing/write-desk.js';
import { currentInvoice } from './current-invoice.js';
import type { InvoiceReversal } from './inputs.js';

/** One thing that can be done to an invoice as a whole. */
export interface InvoiceStep {
  readonly operation: string;
  /** The end of its path. */
  readonly verb: string;
  /** What is done, as a sentence has it: `can be posted`. */
  readonly done: string;
  /** Whether it is for tenants with Invoice Settlement alone. */
  readonly settles: boolean;
  readonly isPossible: (invoice: Invoice) => boolean;
  /** What has to be so that it is possible. */
  readonly condition: string;
  readonly isDone: (invoice: Invoice) => boolean;
}

const isOpen = ({ status, reversed }: Invoice) => status === 'Posted' && reversed !== true;

/** https://developer.zuora.com/v1-api-reference/api/tag/Invoices/ */
export const POST: InvoiceStep = {
  operation: 'PUT_PostInvoice',
  verb: 'post',
  done: 'posted',
  settles: false,
  isPossible: ({ status }) => status === 'Draft',
  condition: 'a draft',
  isDone: ({ status }) => status === 'Posted',
};
export const CANCEL: InvoiceStep = {
  operation: 'PUT_CancelInvoice',
  verb: 'cancel',
  done: 'canceled',
  settles: false,
  isPossible: ({ status }) => status === 'Draft',
  condition: 'a draft',
  isDone: ({ status }) => status === 'Canceled',
};
/** https://developer.zuora.com/v1-api-reference/api/operation/PUT_ReverseInvoice/ */
export const REVERSE: InvoiceStep = {
  operation: 'PUT_ReverseInvoice',
  verb: 'reverse',
  done: 'reversed',
  settles: true,
  isPossible: isOpen,
  condition: 'a posted invoice that is not reversed',
  isDone: ({ reversed }) => reversed === true,
};
/** https://developer.zuora.com/v1-api-reference/api/operation/PUT_WriteOffInvoice/ */
export const WRITE_OFF: InvoiceStep = {
  operation: 'PUT_WriteOffInvoice',
  verb: 'write-off',
  done: 'written off',
  settles: true,
  isPossible: (invoice) => isOpen(invoice) && Number(invoice.balance) > 0,
  condition: 'a posted invoice with something left to pay',
  isDone: ({ balance }) => Number(balance) === 0,
};

/** Throws a Refusal where the tenant cannot do it: ask it before anything else. */
export async function requireInvoiceChanges(desk: WriteDesk, { settles }: Pick<InvoiceStep, 'settles'>): Promise<void> {
  await requireReadable(desk, 'Changing invoices');
  if (!settles || (await desk.capabilities.has('invoiceSettlement'))) return;
  const message = 'Reversing and writing off invoices needs Invoice Settlement, which this tenant does not have.';
  throw refusal('UNSUPPORTED', message);
}

/** Throws a Refusal for an invoice that is not in a state for it. */
export function planStep(step: InvoiceStep, invoice: Invoice, details: InvoiceReversal = {}): PlannedCall[] {
  requirePossible(step, invoice);
  return [{ system: SYSTEM, action: step.operation, target: invoice.invoiceNumber, after: given(details) }];
}

/** Does it once: a PUT has no idempotency key, but the state of the invoice says whether it was done. */
export async function takeStep(
  desk: WriteDesk,
  step: InvoiceStep,
  invoice: Invoice,
  details: InvoiceReversal = {},
): Promise<void> {
  requirePossible(step, invoice);
  const { operation, verb, isDone } = step;
  await desk.once(
    { operation, key: null, input: null },
    {
      result: Done,
      send: () =>
        desk.client.write({
          operation,
          method: 'PUT',
          path: `/v1/invoices/${encodeURIComponent(invoice.id)}/${verb}`,
          // Without a body Zuora answers 415.
          body: given(details),
          schema: Done,
          ...desk.options,
        }),
      find: async () => {
        const now = await currentInvoice(desk, invoice.id);
        return now !== null && isDone(now) ? { success: true } : null;
      },
    },
  );
}

function requirePossible({ isPossible, condition, done }: InvoiceStep, invoice: Invoice): void {
  if (isPossible(invoice)) return;
  const state = invoice.reversed === true ? 'reversed' : (invoice.status ?? 'in an unknown state');
  const message = `Invoice ${invoice.invoiceNumber} is ${state}: only ${condition} can be ${done}.`;
  throw refusal('CONFLICT', message, ['key']);
}

function given(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}
