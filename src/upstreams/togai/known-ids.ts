import type { CustomerEntry } from '../../domain/customers/model.js';
import { ACCOUNT_ID, CUSTOMER_ID, SYSTEM } from './names.js';

/** The company's own id of the customer in Togai; null for a customer of other systems only. */
export function customerIdOf({ externalIds }: CustomerEntry): string | null {
  return externalIds.find(({ system, kind }) => system === SYSTEM && kind === CUSTOMER_ID)?.value ?? null;
}

/** Togai cannot list the accounts of a customer; the directory knows them from the list of all accounts. */
export function accountIdsOf({ externalIds }: CustomerEntry, customerId: string): string[] {
  return externalIds
    .filter(({ system, kind, partOf }) => system === SYSTEM && kind === ACCOUNT_ID && partOf === customerId)
    .map(({ value }) => value);
}
