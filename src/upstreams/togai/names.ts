/** The system's value of the BillingSystem enum. */
export const SYSTEM = 'TOGAI';
export const TITLE = 'Togai';

/** Kinds of external ids: the company's own ids and the ones that Togai gives. */
export const CUSTOMER_ID = 'customer';
export const CUSTOMER_UID = 'customer-uid';
export const ACCOUNT_ID = 'account';
export const ACCOUNT_UID = 'account-uid';

/** What the global ids of its objects begin with. */
export const CUSTOMER_PREFIX = 'tcu';
export const ACCOUNT_PREFIX = 'tac';
export const PRICE_PLAN_PREFIX = 'tpp';
export const CREDIT_PREFIX = 'tcr';
export const INVOICE_PREFIX = 'tin';
