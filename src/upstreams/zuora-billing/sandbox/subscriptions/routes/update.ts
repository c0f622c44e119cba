import type { Body } from '../../v1/body.js';
import { planFromCatalog } from '../engine/catalog-plan.js';
import { requireDay } from '../engine/periods.js';
import { addPlan, customOf, planOf, removePlan, updatePlan } from '../engine/products.js';
import { changeTerms, checkAlive } from '../engine/terms.js';
import { type Changed, type Fields, NotPossible, setTerms, type Version } from '../engine/version.js';
import type { SubscriptionBook } from '../subscription-book.js';
import { triggerDays, type WantedPlan, wanted } from './create.js';
import { listOf, overrideOf } from './requests.js';

/** One after the other; each sees what those before it did. */
export function inTurn(version: Version, changes: readonly ((version: Version) => Changed)[]): Changed {
  return changes.reduce<Changed>(
    (so, change) => {
      const next = change(so.version);
      return { version: next.version, amendments: [...so.amendments, ...next.amendments] };
    },
    { version, amendments: [] },
  );
}

const TERMS = [
  'autoRenew',
  'currentTerm',
  'currentTermPeriodType',
  'renewalSetting',
  'renewalTerm',
  'renewalTermPeriodType',
  'termStartDate',
  'termType',
] as const;

/** Everything that one body of PUT /v1/subscriptions/{key} asks for. */
export function updated(book: SubscriptionBook, before: Version, body: Body, today: string): Changed {
  checkAlive(before, 'changed');
  const terms = Object.fromEntries(TERMS.filter((name) => body[name] != null).map((name) => [name, body[name]]));
  const changes = [
    ...(Object.keys(terms).length > 0 ? [(version: Version) => changeTerms(version, terms as Fields, today)] : []),
    ...listOf(body, 'remove').map((one) => (version: Version) => removed(book, version, one)),
    ...listOf(body, 'change').map((one) => (version: Version) => exchanged(book, version, one, today)),
    ...listOf(body, 'update').map((one) => (version: Version) => repriced(book, version, one)),
    ...listOf(body, 'add').map((one) => (version: Version) => added(book, version, wanted(one))),
  ];
  const { version, amendments } = inTurn(before, changes);
  const loose: Fields = {
    ...customOf(body),
    ...(typeof body.notes === 'string' && { notes: body.notes === '' ? null : body.notes }),
    ...(typeof body.invoiceSeparately === 'boolean' && { isInvoiceSeparate: body.invoiceSeparately }),
    ...(typeof body.externallyManagedBy === 'string' && { externallyManagedBy: body.externallyManagedBy }),
  };
  return { version: setTerms(version, loose), amendments };
}

function added(book: SubscriptionBook, version: Version, { body, overrides }: WantedPlan): Changed {
  const currency = String(version.fields.currency);
  return addPlan(version, planFromCatalog(book.store, book, { currency, body, overrides }), triggerDays(body));
}

function removed(book: SubscriptionBook, version: Version, body: Body): Changed {
  const day = requireDay(body.contractEffectiveDate, 'remove.contractEffectiveDate');
  return removePlan(version, namedPlan(book, version, body), day);
}

function exchanged(book: SubscriptionBook, version: Version, body: Body, today: string): Changed {
  const { effectivePolicy: policy } = body;
  const day =
    body.contractEffectiveDate === undefined && policy === 'EffectiveImmediately'
      ? today
      : requireDay(body.contractEffectiveDate, 'change.contractEffectiveDate');
  const plan = {
    ...body,
    contractEffectiveDate: day,
    productRatePlanId: body.newProductRatePlanId,
    productRatePlanNumber: body.newProductRatePlanNumber,
  };
  return inTurn(version, [
    (one) => removePlan(one, namedPlan(book, one, body), day),
    (one) => added(book, one, wanted(plan)),
  ]);
}

function repriced(book: SubscriptionBook, version: Version, body: Body): Changed {
  const contract = requireDay(body.contractEffectiveDate, 'update.contractEffectiveDate');
  const day =
    body.specificUpdateDate === undefined ? contract : requireDay(body.specificUpdateDate, 'specificUpdateDate');
  const plan = namedPlan(book, version, body);
  const updates = listOf(body, 'chargeUpdateDetails').map((charge) => {
    if (charge.ratePlanChargeId === undefined && charge.ratePlanChargeNumber === undefined) {
      throw new NotPossible('missingField', 'Missing required value: ratePlanChargeId');
    }
    const chargeNumber = book.chargeNumber(charge.ratePlanChargeId, charge.ratePlanChargeNumber);
    if (!plan.segments.some(({ fields }) => fields.chargeNumber === chargeNumber) || chargeNumber === null) {
      throw new NotPossible('invalidValue', `The charge ${charge.ratePlanChargeId} is not part of the rate plan.`);
    }
    return { chargeNumber, override: overrideOf(charge) };
  });
  return updatePlan(version, plan, day, updates);
}

function namedPlan(book: SubscriptionBook, version: Version, body: Body) {
  const { ratePlanId, subscriptionRatePlanNumber, productRatePlanId, productRatePlanNumber } = body;
  if (ratePlanId === undefined && subscriptionRatePlanNumber === undefined) {
    const product =
      typeof productRatePlanNumber === 'string' ? book.productPlanId(productRatePlanNumber) : productRatePlanId;
    const plans = version.plans.filter(({ fields }) => fields.productRatePlanId === product);
    const [only] = plans;
    if (product === undefined) throw new NotPossible('missingField', 'Missing required value: ratePlanId');
    if (plans.length > 1)
      throw new NotPossible('businessRule', 'The subscription has the product rate plan more than once.');
    return planOf(version, only ? String(only.fields.subscriptionRatePlanNumber) : null);
  }
  return planOf(version, book.planNumber(ratePlanId, subscriptionRatePlanNumber));
}
