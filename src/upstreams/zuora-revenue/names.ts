/** The system's value of the BillingSystem enum. */
export const SYSTEM = 'ZUORA_REVENUE';
export const TITLE = 'Zuora Revenue';

/** What the global ids of its objects begin with. */
export const REPORT_PREFIX = 'rrp';
export const UPLOAD_PREFIX = 'rup';
