import { seenFrom } from '../connections/view.js';
import type { CustomerEntry } from '../customers/model.js';
import type { Ended, PlanTarget } from './ports.js';

/** The accounts that a customer has in the connection that a target leads to, and in no other one of its system. */
export function planAccountsOf({ key, end }: Ended<PlanTarget>, customer: CustomerEntry): readonly string[] {
  return end.accountsOf(seenFrom(customer, key));
}
