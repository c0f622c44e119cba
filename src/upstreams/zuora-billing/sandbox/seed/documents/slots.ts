/** This customer has more invoices than fit on a page, four on each day, and thousands of usage records. */
export const CUSTOMER_WITH_MANY_DOCUMENTS = 9;

/** How many index numbers a customer has of each kind of document, used or not. */
export const SLOTS = {
  invoice: 256,
  payment: 512,
  creditMemo: 256,
  debitMemo: 4,
  usage: 4096,
  paymentMethod: 4,
  paymentApplication: 512,
  creditMemoApplication: 256,
  creditMemoItem: 256,
  debitMemoItem: 4,
} as const;
export const ITEM_SLOTS = 8;
