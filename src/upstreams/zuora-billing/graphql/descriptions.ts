// What the arguments that many operations share are described by.

export const IDEMPOTENCY_KEY =
  'A key of your choice for this intention, at most 200 characters: the same key with the same input gives the result of the first time, for 30 days.';

export const DRY_RUN = 'Whether to check everything and to say what would be sent, without changing anything.';
