export const DRY_RUN = 'Whether to check everything and to say what would be sent, without changing anything.';
export const IDEMPOTENCY_KEY =
  'A key of your choice for this intention, at most 200 characters: the same key with the same input gives the result of the first time, for 30 days.';
export const CUSTOMER_KEY = "The company's own id of the customer in Togai.";
export const ACCOUNT_KEY = "The company's own id of the account in Togai.";
