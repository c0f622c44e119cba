import type { Findings, SystemEvent } from '../../../domain/events/model.js';
import type { EventStream, StreamReading } from '../../../domain/events/ports.js';
import type { SystemRecord } from '../../../domain/identity/model.js';
import type { TogaiClient } from '../client.js';
import { type ListPage, listPage, type TogaiList } from '../lists.js';
import { customerRecord, toCustomer } from '../mapping/customer.js';
import { Credit } from '../schemas/credit.js';
import { Customer } from '../schemas/customer.js';
import { Invoice } from '../schemas/invoice.js';
import type { TogaiSession } from '../session.js';
import { creditEvents, customerEvents, invoiceEvents } from './events.js';

const CUSTOMERS: TogaiList<Customer> = { operation: 'getCustomers', path: '/customers', row: Customer, pageSize: 100 };
const CREDITS: TogaiList<Credit> = { operation: 'listCredits', path: '/credits', row: Credit, pageSize: 50 };
const INVOICES: TogaiList<Invoice> = { operation: 'listInvoices', path: '/invoices', row: Invoice, pageSize: 50 };

interface Means {
  readonly client: TogaiClient;
  readonly openSession: (signal: AbortSignal) => TogaiSession;
}

/**
 * What happened in the organisation, by its lists. None of them can be asked for what is new, so that all of each is read, and
 * what is older is passed over; the bookmark moves when the whole was read.
 */
export function eventStreams({ client, openSession }: Means): readonly EventStream[] {
  const at = (moment: number) => new Date(moment).toISOString();
  return [
    {
      name: 'customers',
      events: ['CUSTOMER_CREATED', 'CUSTOMER_CHANGED'],
      at,
      read: (from, reading) =>
        news(client, CUSTOMERS, reading, from, async (rows) => {
          const customers = rows.map(toCustomer);
          return { records: customers.map(customerRecord), events: customers.flatMap(customerEvents) };
        }),
    },
    {
      name: 'credits',
      events: ['CREDIT_GRANTED'],
      at,
      read: (from, reading) =>
        news(client, CREDITS, reading, from, (rows) =>
          owned(rows, openSession(reading.signal), ({ accountId }) => accountId, creditEvents),
        ),
    },
    {
      name: 'invoices',
      events: ['INVOICE_GENERATED'],
      at,
      read: (from, reading) =>
        news(client, INVOICES, reading, from, (rows) =>
          owned(rows, openSession(reading.signal), ({ ownerId }) => ownerId, invoiceEvents),
        ),
    },
  ];
}

interface Stamped {
  readonly createdAt?: string | null;
  readonly updatedAt: string | null;
}

async function* news<T extends Stamped>(
  client: TogaiClient,
  list: TogaiList<T>,
  { signal }: StreamReading,
  from: string,
  findingsIn: (rows: readonly T[]) => Promise<Findings>,
) {
  let token: string | null = null;
  let latest = from;
  do {
    const page: ListPage<T> = await listPage(client, list, token, { signal, lane: 'background' });
    token = page.next;
    // What carries no time may be new.
    const fresh = page.rows.filter((row) => stampOf(row) === '' || stampOf(row) >= from);
    for (const row of fresh) if (stampOf(row) > latest) latest = stampOf(row);
    const findings = fresh.length > 0 ? await findingsIn(fresh) : { records: [], events: [] };
    yield { findings, bookmark: token === null ? latest : from };
  } while (token !== null);
}

function stampOf({ createdAt, updatedAt }: Stamped): string {
  const stamp = updatedAt ?? createdAt ?? null;
  return stamp === null ? '' : new Date(stamp).toISOString();
}

/** Events of what belongs to accounts, with the records of whose they are. */
async function owned<T>(
  rows: readonly T[],
  session: TogaiSession,
  accountOf: (row: T) => string | null,
  eventsOf: (row: T, recordId: string | null) => SystemEvent[],
): Promise<Findings> {
  const records = new Map<string, SystemRecord>();
  const owners = new Map<string, string | null>();
  for (const account of new Set(rows.map(accountOf))) {
    if (account === null) continue;
    const found = await session.find(account);
    for (const record of found) records.set(record.id, record);
    owners.set(account, found.find(({ partOf }) => partOf === null)?.id ?? null);
  }
  const events = rows.flatMap((row) => eventsOf(row, owners.get(accountOf(row) ?? '') ?? null));
  return { records: [...records.values()], events };
}
