import type { ZuoraRecord } from '../../state/record.js';
import type { Body } from '../../v1/body.js';
import { accountByKey, subscriptionByKey } from '../../v1/lookup.js';
import { type NamedOverride, planFromCatalog } from '../engine/catalog-plan.js';
import { readDay, requireDay } from '../engine/periods.js';
import { customOf, type TriggerDays, timed } from '../engine/products.js';
import { firstTerm } from '../engine/terms.js';
import { NotPossible, text, type Version } from '../engine/version.js';
import type { SubscriptionBook } from '../subscription-book.js';
import { flag, overridesOf } from './requests.js';

/** A plan that is asked for, and what its charges are overridden by. */
export interface WantedPlan {
  readonly body: Body;
  readonly overrides: readonly NamedOverride[];
}

export const wanted = (body: Body): WantedPlan => ({ body, overrides: overridesOf(body) });

export function accountOf(book: SubscriptionBook, key: unknown, name = 'accountKey'): ZuoraRecord {
  if (typeof key !== 'string' || key === '') throw new NotPossible('missingField', `Missing required value: ${name}`);
  const account = accountByKey(book.store, key);
  if (!account) throw new NotPossible('notFound', `Cannot find entity by key: '${key}'.`);
  return account;
}

export function triggerDays(body: Body): TriggerDays {
  return {
    contractEffective: requireDay(body.contractEffectiveDate, 'contractEffectiveDate'),
    serviceActivation: readDay(body.serviceActivationDate, 'serviceActivationDate'),
    customerAcceptance: readDay(body.customerAcceptanceDate, 'customerAcceptanceDate'),
  };
}

/** The first version of a subscription, in the fields of POST /v1/subscriptions. */
export function newVersion(
  book: SubscriptionBook,
  { account, owner, currency }: { account: ZuoraRecord; owner: ZuoraRecord; currency: string },
  body: Body,
  plans: readonly WantedPlan[],
): Version {
  if (account.status === 'Canceled') {
    throw new NotPossible('businessRule', 'The account is canceled and can have no new subscriptions.');
  }
  if (plans.length === 0) throw new NotPossible('missingField', 'Missing required value: subscribeToRatePlans');
  const days = triggerDays(body);
  const start = days.contractEffective;
  const term = firstTerm(body, start);
  const autoRenew = flag(body, 'autoRenew') ?? false;
  return {
    fields: {
      ...term,
      accountId: account.id,
      autoRenew: term.termType === 'EVERGREEN' ? false : autoRenew,
      cancelReason: null,
      cancelledDate: null,
      contractAcceptanceDate: days.customerAcceptance ?? start,
      contractEffectiveDate: start,
      creatorAccountId: account.id,
      creatorInvoiceOwnerId: owner.id,
      currency,
      externallyManagedBy: text(body.externallyManagedBy as string | undefined),
      invoiceOwnerId: owner.id,
      isInvoiceSeparate: flag(body, 'invoiceSeparately') ?? false,
      lastBookingDate: readDay(body.lastBookingDate, 'lastBookingDate') ?? start,
      name: numberOf(book, body),
      notes: typeof body.notes === 'string' ? body.notes : null,
      prepayment: false,
      previousSubscriptionId: null,
      serviceActivationDate: days.serviceActivation ?? start,
      status: 'Active',
      subscriptionStartDate: start,
      ...customOf(body),
    },
    plans: plans.map(({ body: plan, overrides }) => {
      const { fields, segments } = planFromCatalog(book.store, book, { currency, body: plan, overrides });
      return {
        fields: { ...fields, amendmentId: null, amendmentType: null },
        segments: segments.map((segment) => timed(segment, days, text(term.termEndDate))),
      };
    }),
  };
}

function numberOf(book: SubscriptionBook, { subscriptionNumber: number }: Body): string {
  if (typeof number !== 'string' || number === '') return book.next('subscription');
  if (number.length > 1000)
    throw new NotPossible('invalidValue', 'subscriptionNumber must not exceed 1000 characters.');
  if (subscriptionByKey(book.store, number)) {
    throw new NotPossible('businessRule', `The subscription number ${number} has been used.`);
  }
  return number;
}
