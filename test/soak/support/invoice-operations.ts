import type { IntendedInvoice } from './intended.js';
import { anyOf, type SoakContext, type SoakOperation, send } from './send.js';

export const invoiceCreate: SoakOperation = {
  match: 'POST /v1/invoices',
  run(context) {
    const account = anyOf(context.intended.accounts, context.random);
    return account && create(context, account.number);
  },
};
async function create(context: SoakContext, accountKey: string): Promise<void> {
  const { name, intended, random } = context;
  const cents = 1 + random.int(10_000);
  const amount = (cents / 100).toFixed(2);
  // Posting later is a call that the contract verifier does not know.
  const post = random.chance(40);
  const { invoice } = await send<{ invoice: { zuoraId: string } }>(
    context,
    `mutation ($input: ZuoraInvoiceCreateInput!, $key: String) {
      payload: zuoraInvoiceCreate(input: $input, idempotencyKey: $key) { invoice { zuoraId } userErrors { message } }
    }`,
    {
      key: name,
      input: {
        accountKey,
        // Equal invoices of one account could not be told apart after an error.
        invoiceNumber: `I-${name}`,
        invoiceDate: '2026-06-01',
        post,
        items: [{ chargeName: name, amount, serviceStartDate: '2026-06-01' }],
      },
    },
  );
  intended.invoices.set(name, {
    id: invoice.zuoraId,
    cents,
    comments: null,
    status: post ? 'Posted' : 'Draft',
    busy: false,
  });
}

export const invoiceUpdate: SoakOperation = {
  match: 'PUT /v1/invoices/*',
  run(context) {
    const invoice = anyOf(idle(context), context.random);
    return invoice && update(context, invoice);
  },
};
async function update(context: SoakContext, invoice: IntendedInvoice): Promise<void> {
  invoice.busy = true;
  await send(
    context,
    `mutation ($id: String!, $input: ZuoraInvoiceUpdateInput!) {
      payload: zuoraInvoiceUpdate(key: $id, input: $input) { userErrors { message } }
    }`,
    { id: invoice.id, input: { comments: context.name } },
  );
  invoice.comments = context.name;
  invoice.busy = false;
}

export const invoiceDelete: SoakOperation = {
  match: 'DELETE /v1/invoices/*',
  run(context) {
    const invoice = anyOf(idle(context), context.random);
    return invoice && remove(context, invoice);
  },
};
async function remove(context: SoakContext, invoice: IntendedInvoice): Promise<void> {
  const { invoices } = context.intended;
  // Taken before it is sent, so that nobody else picks the same invoice.
  for (const [name, each] of invoices) if (each === invoice) invoices.delete(name);
  await send(context, 'mutation ($id: String!) { payload: zuoraInvoiceDelete(key: $id) { userErrors { message } } }', {
    id: invoice.id,
  });
}

const idle = ({ intended }: SoakContext) =>
  new Map([...intended.invoices].filter(([, { busy, status }]) => !busy && status === 'Draft'));
