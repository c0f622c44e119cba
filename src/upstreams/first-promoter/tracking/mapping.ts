import type { SystemRecord } from '../../../domain/identity/model.js';
import { minorDigits, money, shifted } from '../../../kernel/money.js';
import { globalId } from '../../../schema-kit/global-id.js';
import type { Referral, ReferralCommission, ReferralPromoter, Tracking } from '../model.js';
import { REFERRAL_ID, REFERRAL_PREFIX, SYSTEM, UID } from '../names.js';
import type { TrackAnswer } from './schemas.js';

interface Person {
  readonly id: string;
  readonly email: string | null;
  readonly name?: string | null | undefined;
}
interface Reward {
  readonly id: string;
  readonly status: string | null;
  readonly amount: string | null;
  readonly unit: string | null;
}

/** Commissions are in the currency of the account. */
export function toTracking(answer: TrackAnswer, currency: string, references: readonly string[]): Tracking {
  if ('referral' in answer) {
    const promoter = answer.commissions
      .map((each) => each.promoter_campaign?.promoter)
      .find((person) => person != null);
    return {
      outcome: 'TRACKED',
      referral: toReferral(answer.referral, promoter ?? null, references),
      commissions: answer.commissions.map((each) => toCommission(each, currency)),
    };
  }
  return {
    outcome: 'TRACKED',
    referral: toReferral(answer.lead, answer.promoter ?? null, references),
    commissions: answer.reward ? [toCommission(answer.reward, currency)] : [],
  };
}

function toReferral(
  lead: {
    id: string;
    email: string | null;
    uid: string | null;
    state?: string | null | undefined;
    cancelled_at?: string | null | undefined;
  },
  promoter: Person | null,
  references: readonly string[],
): Referral {
  return {
    id: globalId(REFERRAL_PREFIX, lead.id),
    referralId: lead.id,
    email: lead.email,
    uid: lead.uid,
    state: lead.state ?? null,
    promoter: promoter && toPromoter(promoter),
    cancelledAt: lead.cancelled_at ?? null,
    references: [...new Set([...(lead.uid ? [lead.uid] : []), ...references])],
  };
}

function toPromoter({ id, email, name }: Person): ReferralPromoter {
  return { promoterId: id, email, name: name ?? null };
}

function toCommission({ id, status, amount, unit }: Reward, currency: string): ReferralCommission {
  const inMoney = unit === 'cash' && amount !== null;
  return {
    commissionId: id,
    status,
    amount: inMoney ? money(fromCents(amount, currency), currency) : null,
    units: inMoney ? null : amount,
    unit,
  };
}

/** Digits that FirstPromoter counts in: cents, and whole units of currencies without any. */
const centDigits = (currency: string) => (minorDigits(currency) === 0 ? 0 : 2);

/** Null if the amount is finer than FirstPromoter can take. */
export function toCents(amount: string, currency: string): number | null {
  return shifted(amount, centDigits(currency));
}

function fromCents(cents: string, currency: string): string {
  const digits = centDigits(currency);
  if (digits === 0 || !/^-?\d+$/.test(cents)) return cents;
  const padded = cents.replace('-', '').padStart(digits + 1, '0');
  return `${cents.startsWith('-') ? '-' : ''}${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

/** What identity needs to know of a referral; null for one that nothing ties to a customer but an email address. */
export function toRecord(referral: Referral): SystemRecord | null {
  const { referralId, uid, email, references } = referral;
  if (references.length === 0) return null;
  return {
    system: SYSTEM,
    id: referralId,
    externalIds: [{ kind: REFERRAL_ID, value: referralId }, ...(uid ? [{ kind: UID, value: uid }] : [])],
    partOf: null,
    name: email ?? uid ?? referralId,
    email,
    createdAt: null,
    updatedAt: null,
    references,
  };
}
