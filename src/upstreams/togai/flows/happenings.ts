import type { EventName, SystemEvent } from '../../../domain/events/model.js';
import type { HappeningsPage, HappeningsRequest } from '../../../domain/events/ports.js';
import type { SystemRecord } from '../../../domain/identity/model.js';
import { listPage, type TogaiList } from '../lists.js';
import { customerRecord, toCustomer } from '../mapping/customer.js';
import { Credit } from '../schemas/credit.js';
import { Customer } from '../schemas/customer.js';
import { Invoice } from '../schemas/invoice.js';
import type { TogaiDesk } from '../writing/togai-desk.js';
import { creditEvents, customerEvents, invoiceEvents } from './events.js';

const CUSTOMERS: TogaiList<Customer> = { operation: 'getCustomers', path: '/customers', row: Customer, pageSize: 100 };
const CREDITS: TogaiList<Credit> = { operation: 'listCredits', path: '/credits', row: Credit, pageSize: 50 };
const INVOICES: TogaiList<Invoice> = { operation: 'listInvoices', path: '/invoices', row: Invoice, pageSize: 50 };

/**
 * A page of what happened in the organisation since then; null for what it cannot list. Its lists take no filter by time and are
 * read as a whole, in no order that it promises.
 */
export async function happenings(
  event: EventName,
  { since, cursor }: HappeningsRequest,
  desk: Pick<TogaiDesk, 'client' | 'options'>,
): Promise<HappeningsPage | null> {
  const page = async <T>(
    list: TogaiList<T>,
    eventsOf: (row: T) => readonly SystemEvent[],
    recordOf?: (row: T) => SystemRecord,
  ): Promise<HappeningsPage> => {
    const { rows, next } = await listPage(desk.client, list, cursor, desk.options);
    const events = rows.flatMap(eventsOf).filter((one) => one.event === event);
    return {
      records: recordOf ? rows.map(recordOf) : [],
      events: events.filter(({ at }) => since === null || at === null || at >= since),
      next,
    };
  };
  switch (event) {
    case 'CUSTOMER_CREATED':
    case 'CUSTOMER_CHANGED':
      return await page(
        CUSTOMERS,
        (row) => customerEvents(toCustomer(row)),
        (row) => customerRecord(toCustomer(row)),
      );
    case 'CREDIT_GRANTED':
      return await page(CREDITS, creditEvents);
    case 'INVOICE_GENERATED':
      return await page(INVOICES, invoiceEvents);
    default:
      return null;
  }
}
