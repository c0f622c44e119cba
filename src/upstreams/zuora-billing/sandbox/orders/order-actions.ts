import { planFromCatalog } from '../subscriptions/engine/catalog-plan.js';
import { readDay } from '../subscriptions/engine/periods.js';
import { addPlan, planOf, removePlan, type TriggerDays, updatePlan } from '../subscriptions/engine/products.js';
import { cancel, changeTerms, checkAlive, renew, resume, suspend } from '../subscriptions/engine/terms.js';
import { type Changed, type Fields, NotPossible, setTerms, type Version } from '../subscriptions/engine/version.js';
import { accountOf } from '../subscriptions/routes/create.js';
import { listOf } from '../subscriptions/routes/requests.js';
import { inTurn } from '../subscriptions/routes/update.js';
import type { SubscriptionBook } from '../subscriptions/subscription-book.js';
import type { Body } from '../v1/body.js';
import { objectOf, orderOverride, orderOverrides } from './order-pricing.js';

export interface ActionSetting {
  readonly book: SubscriptionBook;
  readonly orderDate: string;
  readonly today: string;
}

/** The days of an action. Without a contract effective date it takes effect on the order's. */
export function daysOf(action: Body, orderDate: string): TriggerDays {
  const dates = new Map(listOf(action, 'triggerDates').map(({ name, triggerDate }) => [name, triggerDate]));
  return {
    contractEffective: readDay(dates.get('ContractEffective'), 'triggerDate') ?? orderDate,
    serviceActivation: readDay(dates.get('ServiceActivation'), 'triggerDate'),
    customerAcceptance: readDay(dates.get('CustomerAcceptance'), 'triggerDate'),
  };
}

/** What one order action makes of a subscription. https://developer.zuora.com/v1-api-reference/api/operation/POST_Order/ */
export function acted(version: Version, action: Body, { book, orderDate, today }: ActionSetting): Changed {
  const days = daysOf(action, orderDate);
  const day = days.contractEffective;
  checkAlive(version, 'changed');
  switch (action.type) {
    case 'AddProduct':
      return added(book, version, detailsOf(action, 'addProduct'), days);
    case 'RemoveProduct':
      return removePlan(version, planOf(version, planNumber(book, version, detailsOf(action, 'removeProduct'))), day);
    case 'UpdateProduct':
      return updated(book, version, detailsOf(action, 'updateProduct'), day);
    case 'ChangePlan': {
      const change = detailsOf(action, 'changePlan');
      return inTurn(version, [
        (one) => removePlan(one, planOf(one, planNumber(book, one, change)), day),
        (one) => added(book, one, detailsOf(change, 'newProductRatePlan'), days),
      ]);
    }
    case 'CancelSubscription':
      return cancel(version, detailsOf(action, 'cancelSubscription'), today);
    case 'RenewSubscription':
      return renew(version);
    case 'Suspend':
      return suspend(version, detailsOf(action, 'suspend'), today);
    case 'Resume':
      return resume(version, detailsOf(action, 'resume'), today);
    case 'TermsAndConditions':
      return changeTerms(version, termsOf(detailsOf(action, 'termsAndConditions')), day);
    case 'OwnerTransfer':
      return transferred(book, version, detailsOf(action, 'ownerTransfer'), day);
    case 'CreateSubscription':
      throw new NotPossible(
        'businessRule',
        'CreateSubscription must be the first action, without a subscription number.',
      );
    default:
      throw new NotPossible('invalidValue', `Invalid value for type of an order action: ${String(action.type)}.`);
  }
}

function detailsOf(action: Body, name: string): Body {
  if (action[name] === undefined || action[name] === null) {
    throw new NotPossible('missingField', `Missing required value: ${name}`);
  }
  return objectOf(action, name);
}

function added(book: SubscriptionBook, version: Version, body: Body, days: TriggerDays): Changed {
  const currency = String(version.fields.currency);
  const plan = planFromCatalog(book.store, book, { currency, body, overrides: orderOverrides(body) });
  return addPlan(version, plan, days);
}

function planNumber(book: SubscriptionBook, version: Version, body: Body): string | null {
  const { ratePlanId, subscriptionRatePlanNumber, uniqueToken } = body;
  if (ratePlanId !== undefined || subscriptionRatePlanNumber !== undefined) {
    return book.planNumber(ratePlanId, subscriptionRatePlanNumber);
  }
  if (uniqueToken === undefined) throw new NotPossible('missingField', 'Missing required value: ratePlanId');
  const plan = version.plans.find(({ fields }) => fields.uniqueToken === uniqueToken);
  return plan ? String(plan.fields.subscriptionRatePlanNumber) : null;
}

function updated(book: SubscriptionBook, version: Version, body: Body, contract: string): Changed {
  const plan = planOf(version, planNumber(book, version, body));
  const day = readDay(body.specificUpdateDate, 'specificUpdateDate') ?? contract;
  const updates = listOf(body, 'chargeUpdates').map((update) => {
    const { chargeNumber: number, uniqueToken } = update;
    if (typeof number !== 'string' && uniqueToken === undefined) {
      throw new NotPossible('missingField', 'Missing required value: chargeNumber');
    }
    const charge = plan.segments.find(({ fields }) =>
      typeof number === 'string' ? fields.chargeNumber === number : fields.uniqueToken === uniqueToken,
    );
    if (!charge) {
      throw new NotPossible(
        'invalidValue',
        `The charge ${String(number ?? uniqueToken)} is not part of the rate plan.`,
      );
    }
    const chargeNumber = String(charge.fields.chargeNumber);
    const { specificTriggerDate } = objectOf(update, 'effectiveDate');
    const own = readDay(specificTriggerDate, 'effectiveDate.specificTriggerDate');
    return { chargeNumber, override: orderOverride(update), day: own };
  });
  return updatePlan(version, plan, day, updates);
}

/** One renewal term: an array by the reference, an object in its own example. */
export function renewalOf(terms: Body): Fields {
  const [renewal] = Array.isArray(terms.renewalTerms) ? terms.renewalTerms : [terms.renewalTerms];
  const { period, periodType } = (renewal ?? {}) as Body;
  return {
    ...(period !== undefined && { renewalTerm: Number(period) }),
    ...(typeof periodType === 'string' && { renewalTermPeriodType: periodType }),
    ...(typeof terms.renewalSetting === 'string' && { renewalSetting: terms.renewalSetting }),
    ...(typeof terms.autoRenew === 'boolean' && { autoRenew: terms.autoRenew }),
  };
}

function termsOf(terms: Body): Fields {
  const { termType, period, periodType, startDate } = objectOf(terms, 'lastTerm');
  const start = readDay(startDate, 'lastTerm.startDate');
  return {
    ...renewalOf(terms),
    ...(typeof termType === 'string' && { termType }),
    ...(period !== undefined && { currentTerm: Number(period) }),
    ...(typeof periodType === 'string' && { currentTermPeriodType: periodType }),
    ...(start !== null && { termStartDate: start }),
  };
}

function transferred(book: SubscriptionBook, version: Version, body: Body, day: string): Changed {
  const owner =
    body.destinationAccountNumber === undefined
      ? null
      : accountOf(book, body.destinationAccountNumber, 'destinationAccountNumber');
  const payer =
    body.destinationInvoiceAccountNumber === undefined
      ? owner
      : accountOf(book, body.destinationInvoiceAccountNumber, 'destinationInvoiceAccountNumber');
  if (!owner && !payer) throw new NotPossible('missingField', 'Missing required value: destinationAccountNumber');
  const fields = { ...(owner && { accountId: owner.id }), ...(payer && { invoiceOwnerId: payer.id }) };
  return { version: setTerms(version, fields), amendments: [{ type: 'OwnerTransfer', effectiveDate: day }] };
}
