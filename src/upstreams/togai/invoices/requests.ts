import { jsonNumber } from '../../../kernel/json.js';
import { decimal } from '../../../kernel/money.js';
import type { InvoiceCreate, InvoiceLine, InvoiceUpdate, MiscellaneousCharges } from './inputs.js';

/** https://docs.togai.com/api-reference/invoices/create-a-custom-invoice-for-an-account */
export function createBody(input: InvoiceCreate, idempotencyKey: string): object {
  return { ...changeBody(input), idempotencyKey };
}

/** https://docs.togai.com/api-reference/invoices/update-an-invoice */
export function changeBody({ lineItems, ...input }: InvoiceCreate | InvoiceUpdate): object {
  return given({ ...input, lineItems: lineItems?.map(lineBody) });
}

/** https://docs.togai.com/api-reference/invoices/add-or-update-miscellaneous-charges-in-invoice */
export function chargesBody(charges: MiscellaneousCharges): object {
  return {
    items: charges.map(({ amount, formula, quantity, rate, ...charge }) =>
      given({
        ...charge,
        ...numbers({ quantity, rate }),
        // Text, be it a number or JSON Logic.
        value: amount != null ? decimal(amount) : formula && JSON.stringify(formula),
      }),
    ),
  };
}

function lineBody({ value, quantity, valuePerQuantity, ...line }: InvoiceLine): object {
  return given({ ...line, ...numbers({ value, quantity, valuePerQuantity }) });
}

/** With every digit that was given. */
function numbers(values: Readonly<Record<string, string | null | undefined>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value == null ? undefined : jsonNumber(decimal(value))]),
  );
}

function given(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}
