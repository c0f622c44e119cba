/** The store cannot be used; `message` says what to do and holds no credentials. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
