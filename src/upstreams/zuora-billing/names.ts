/** The system's value of the BillingSystem enum. */
export const SYSTEM = 'ZUORA_BILLING';
export const TITLE = 'Zuora Billing';

/** Kinds of external ids of an account. */
export const ACCOUNT_ID = 'account';
export const ACCOUNT_NUMBER = 'account-number';

/** What the global ids of its objects begin with. */
export const ACCOUNT_PREFIX = 'zac';
export const SUBSCRIPTION_PREFIX = 'zsu';
export const ORDER_PREFIX = 'zor';
export const JOB_PREFIX = 'zaj';
export const DOCUMENT_PREFIXES = {
  invoice: 'zin',
  payment: 'zpy',
  creditMemo: 'zcm',
  debitMemo: 'zdm',
  usage: 'zus',
} as const;
export const PRODUCT_PREFIX = 'zpr';
export const PRODUCT_RATE_PLAN_PREFIX = 'zpp';
export const USAGE_IMPORT_PREFIX = 'zui';
export const EVENT_TRIGGER_PREFIX = 'zet';
export const NOTIFICATION_DEFINITION_PREFIX = 'znd';
export const CALLOUT_TEMPLATE_PREFIX = 'zct';
export const EMAIL_TEMPLATE_PREFIX = 'zem';
