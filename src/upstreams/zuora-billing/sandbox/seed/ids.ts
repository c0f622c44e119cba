import { recordId, recordIndex } from '../../../sandbox-kit/scenario.js';
import type { RecordKind } from '../state/record.js';
import { ITEM_SLOTS, SLOTS } from './documents/slots.js';

export const SUBSCRIPTION_SLOTS = 16;
export const VERSION_SLOTS = 4;
export const PLAN_SLOTS = 4;
export const CHARGE_SLOTS = 256;
export const TIER_SLOTS = 8;

const SUBSCRIPTIONS = SUBSCRIPTION_SLOTS * VERSION_SLOTS;

/** How many index numbers each customer has of a kind, used or not: index / room = customer. */
const ROOM: Partial<Record<RecordKind, number>> = {
  account: 1,
  contact: 2,
  subscription: SUBSCRIPTIONS,
  ratePlan: SUBSCRIPTIONS * PLAN_SLOTS,
  ratePlanCharge: SUBSCRIPTIONS * PLAN_SLOTS * CHARGE_SLOTS,
  ratePlanChargeTier: SUBSCRIPTIONS * PLAN_SLOTS * CHARGE_SLOTS * TIER_SLOTS,
  ...SLOTS,
  invoiceItem: SLOTS.invoice * ITEM_SLOTS,
};

/** Ids and numbers that carry the customer they belong to, so that no look-up needs a table. */
export class SeedIds {
  constructor(readonly seed: string) {}

  of(kind: RecordKind, index: number): string {
    return recordId(this.seed, kind, index);
  }

  /** The customer whose record this is; null for ids that were not seeded. */
  customerOf(kind: RecordKind, id: string): number | null {
    const room = ROOM[kind];
    const index = recordIndex(this.seed, kind, id.toLowerCase());
    return room === undefined || index === null ? null : Math.floor(index / room);
  }
}

const padded = (prefix: string, index: number) => `${prefix}${String(index).padStart(8, '0')}`;
const numbered = (prefix: string, room: number) => ({
  of: (index: number): string => padded(prefix, index),
  customerOf: (number: string): number | null => {
    const digits = number.toUpperCase().startsWith(prefix) ? number.slice(prefix.length) : '';
    return /^\d{8,15}$/.test(digits) ? Math.floor(Number(digits) / room) : null;
  },
});

/** Numbers as people see them; the same over all versions of a subscription. */
export const NUMBERS = {
  // The scenario counts account numbers from 1.
  account: { customerOf: (number: string) => decrement(numbered('A', 1).customerOf(number)) },
  subscription: numbered('A-S', SUBSCRIPTION_SLOTS),
  ratePlan: numbered('SRP-', SUBSCRIPTION_SLOTS * PLAN_SLOTS),
  charge: numbered('C-', SUBSCRIPTION_SLOTS * PLAN_SLOTS * CHARGE_SLOTS),
  invoice: numbered('INV', SLOTS.invoice),
  payment: numbered('P-', SLOTS.payment),
  creditMemo: numbered('CM', SLOTS.creditMemo),
  debitMemo: numbered('DM', SLOTS.debitMemo),
};

const decrement = (n: number | null) => (n === null || n < 1 ? null : n - 1);
