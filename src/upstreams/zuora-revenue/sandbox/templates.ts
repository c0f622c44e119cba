/** A column of an upload template as the mapping call shows it. */
export interface SandboxColumn {
  readonly label: string;
  readonly field: string;
  readonly type: 'VARCHAR2' | 'NUMBER' | 'DATE';
}

export interface SandboxTemplate {
  readonly id: number;
  readonly name: string;
  readonly dateFormat: string;
  readonly kind: 'transaction' | 'event';
  readonly columns: readonly SandboxColumn[];
}

const text = (label: string, field: string): SandboxColumn => ({ label, field, type: 'VARCHAR2' });
const number = (label: string, field: string): SandboxColumn => ({ label, field, type: 'NUMBER' });
const date = (label: string, field: string): SandboxColumn => ({ label, field, type: 'DATE' });

/** Headings as in the vendor's sample of an upload, fewer of them. */
const ORDER_LINES: SandboxTemplate = {
  id: 10_021,
  name: 'Order Lines',
  dateFormat: 'DD-MON-YYYY',
  kind: 'transaction',
  columns: [
    text('Type', 'TRAN_TYPE'),
    text('Doc Num', 'SO_NUM'),
    text('Doc Line Num', 'SO_LINE_NUM'),
    text('Doc Line Id', 'SO_LINE_ID'),
    date('Doc Date', 'SO_DATE'),
    date('Start Date', 'START_DATE'),
    date('End Date', 'END_DATE'),
    text('Cstmr Nm', 'CUSTOMER_NAME'),
    text('Curr', 'CURR'),
    text('F Cur', 'F_CUR'),
    text('Item Num', 'ITEM_NUM'),
    text('Inv Num', 'INV_NUM'),
    text('Inv Line Num', 'INV_LINE_NUM'),
    text('Inv Line Id', 'INV_LINE_ID'),
    date('Inv Date', 'INV_DATE'),
    number('Ord Qty', 'ORD_QTY'),
    number('Ext Lst Prc', 'EXT_LST_PRC'),
    number('Ext Sll Prc', 'EXT_SLL_PRC'),
    number('Inv Qty', 'INV_QTY'),
    text('Def Segments', 'DEF_SEGMENTS'),
    text('Rev Segments', 'REV_SEGMENTS'),
  ],
};

export const TEMPLATES: readonly SandboxTemplate[] = [
  ORDER_LINES,
  {
    id: 10_022,
    name: 'Contract Events',
    dateFormat: 'YYYY-MM-DD',
    kind: 'event',
    columns: [
      text('Event Name', 'EVENT_NAME'),
      text('Doc Line Id', 'SO_LINE_ID'),
      date('Event Date', 'EVENT_DATE'),
      number('Quantity', 'PROCESS_QTY'),
      number('Percent', 'PROCESS_PERCENT'),
    ],
  },
  {
    ...ORDER_LINES,
    id: 10_023,
    name: 'Customer Lines',
    // A tenant says itself what its attributes hold.
    columns: [...ORDER_LINES.columns, text('Cust Num', 'CUSTOMER_NUM'), text('Subscription Number', 'ATR1')],
  },
];

export function templateOf(name: string | null): SandboxTemplate | null {
  return TEMPLATES.find((template) => template.name === name) ?? null;
}
