import type { ZuoraOrder } from './model.js';

export interface Touched {
  readonly accountNumbers: readonly string[];
  readonly subscriptionNumbers: readonly string[];
}

/** What is not any more as it was once the order has been done. */
export function touchedBy(order: ZuoraOrder | null): Touched {
  const subscriptions = order?.subscriptions ?? [];
  const accounts = subscriptions.flatMap(({ ownerAccountNumber, actions }) => [
    ownerAccountNumber,
    ...actions.flatMap(({ ownerTransfer }) => [ownerTransfer?.accountNumber, ownerTransfer?.invoiceAccountNumber]),
  ]);
  return {
    accountNumbers: distinct([order?.accountNumber, ...accounts]),
    subscriptionNumbers: distinct(subscriptions.map(({ subscriptionNumber }) => subscriptionNumber)),
  };
}

function distinct(texts: readonly (string | null | undefined)[]): string[] {
  return [...new Set(texts.filter((text) => text != null))];
}
