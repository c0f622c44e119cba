import type { UploadTemplate } from '../../src/upstreams/zuora-revenue/model.js';
import { TEMPLATES } from '../../src/upstreams/zuora-revenue/sandbox/templates.js';

const [orderLines] = TEMPLATES;
if (!orderLines) throw new Error('the sandbox has no template');
const TYPES = { VARCHAR2: 'TEXT', NUMBER: 'NUMBER', DATE: 'DATE' } as const;

/** The template `Order Lines` of the sandbox. */
export const ORDER_LINES: UploadTemplate = {
  name: orderLines.name,
  dateFormat: orderLines.dateFormat,
  columns: orderLines.columns.map(({ label, field, type }) => ({ label, field, type: TYPES[type] })),
};
export const HEADER = ORDER_LINES.columns.map(({ label }) => label);

/** A line of an order that nothing is wrong with. */
export function orderLine(order: number | string, line: number | string, changes: Record<string, string> = {}) {
  return {
    Type: 'SO',
    'Doc Num': `SO-${order}`,
    'Doc Line Num': `${line}`,
    'Doc Line Id': `SO-${order}-${line}`,
    'Doc Date': '01-FEB-2026',
    'Start Date': '01-FEB-2026',
    'End Date': '31-JAN-2027',
    'Cstmr Nm': 'Müller, "Maschinenbau"',
    Curr: 'EUR',
    'F Cur': 'EUR',
    'Item Num': 'PRO',
    'Inv Num': '',
    'Inv Line Num': '',
    'Inv Line Id': '',
    'Inv Date': '',
    'Ord Qty': '10',
    'Ext Lst Prc': '1200.00',
    'Ext Sll Prc': '-.5',
    'Inv Qty': '',
    'Def Segments': '100-2000',
    'Rev Segments': '',
    ...changes,
  } as Record<string, string>;
}

/** An invoice line of an order line. */
export function invoiceLine(order: number | string, line: number | string, changes: Record<string, string> = {}) {
  return orderLine(order, line, {
    Type: 'INV',
    'Inv Num': `INV-${order}`,
    'Inv Line Num': `${line}`,
    'Inv Line Id': `INV-${order}-${line}`,
    'Inv Date': '28-FEB-2026',
    'Inv Qty': '10',
    ...changes,
  });
}

const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;

/** Rows as CSV, in the order of these headings. */
export function csvOf(rows: readonly Record<string, string>[], header: readonly string[] = HEADER): string {
  const lines = rows.map((row) => header.map((label) => quoted(row[label] ?? '')).join(','));
  return `${[header.map(quoted).join(','), ...lines].join('\n')}\n`;
}

const ORDERS_AT_A_TIME = 100;

/** A file of so many rows, in pieces: orders of five lines and five invoice lines, which come after a hundred orders. */
export async function* ordersAndInvoices(rows: number): AsyncGenerator<Buffer> {
  const header = csvOf([]);
  yield Buffer.from(header);
  for (let first = 0; first * 10 < rows; first += ORDERS_AT_A_TIME) {
    const orders = Array.from({ length: ORDERS_AT_A_TIME }, (_, at) => first + at);
    const lines = [orderLine, invoiceLine].flatMap((make) =>
      orders.flatMap((order) => [1, 2, 3, 4, 5].map((line) => make(order, line))),
    );
    yield Buffer.from(csvOf(lines).slice(header.length));
  }
}
