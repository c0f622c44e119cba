import type { z } from 'zod';
import type { Findings, SystemEvent } from '../../../domain/events/model.js';
import type { SystemRecord } from '../../../domain/identity/model.js';
import { creditEvents, customerEvents, invoiceEvents } from '../flows/events.js';
import { Credit } from '../schemas/credit.js';
import { Invoice } from '../schemas/invoice.js';
import type { TogaiSession } from '../session.js';

/** What a webhook can hold. */
export interface NotifiedIds {
  readonly customerId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly creditId?: string | undefined;
  readonly invoiceId?: string | undefined;
}

/** Forgets what was known of what ids lead to, and reads it from Togai. */
export async function readAnew(session: TogaiSession, ids: NotifiedIds): Promise<Findings> {
  const { desk } = session;
  const [credit, invoice] = await Promise.all([
    ids.creditId === undefined ? null : find(session, 'getCreditDetails', `/credits/${encode(ids.creditId)}`, Credit),
    ids.invoiceId === undefined ? null : find(session, 'getInvoice', `/invoices/${encode(ids.invoiceId)}`, Invoice),
  ]);
  const accountId = ids.accountId ?? credit?.accountId ?? invoice?.ownerId ?? undefined;
  const { customerId } = ids;
  if (customerId !== undefined) await desk.customerChanged(customerId);
  if (accountId !== undefined) await Promise.all([desk.accountChanged(accountId), desk.schedulesChanged(accountId)]);
  const found: SystemRecord[] = [];
  for (const key of [accountId, customerId]) if (key !== undefined) found.push(...(await session.find(key)));
  const records = [...new Map(found.map((record) => [record.id, record])).values()];
  const owner = records.find(({ partOf }) => partOf === null)?.id ?? null;
  const customers = await session.customers.loadMany(
    records.flatMap(({ id, partOf }) => (partOf === null ? [id] : [])),
  );
  const events: SystemEvent[] = [
    ...customers.flatMap((one) => (one === null ? [] : customerEvents(one))),
    ...(credit ? creditEvents(credit, owner) : []),
    ...(invoice ? invoiceEvents(invoice, owner) : []),
  ];
  return { records, events };
}

const encode = encodeURIComponent;

function find<T>({ desk }: TogaiSession, operation: string, path: string, schema: z.ZodType<T>): Promise<T | null> {
  return desk.client.find({ operation, path, schema, ...desk.options });
}
