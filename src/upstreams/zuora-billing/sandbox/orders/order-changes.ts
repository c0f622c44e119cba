import type { ZuoraRecord } from '../state/record.js';
import { type Amendment, NotPossible, setTerms, type Version } from '../subscriptions/engine/version.js';
import { accountOf, newVersion } from '../subscriptions/routes/create.js';
import { listOf } from '../subscriptions/routes/requests.js';
import { inTurn } from '../subscriptions/routes/update.js';
import type { Body } from '../v1/body.js';
import { type ActionSetting, acted, daysOf, renewalOf } from './order-actions.js';
import { objectOf, orderOverrides } from './order-pricing.js';

/** What an order makes of one subscription. `before` is null for one that is new. */
export interface SubscriptionChange {
  readonly before: Version | null;
  readonly version: Version;
  readonly amendments: readonly Amendment[];
  readonly body: Body;
}

/** All of an order's changes, worked out before any is made: an order does all or nothing. */
export function changesOf(setting: ActionSetting, payer: ZuoraRecord, order: Body): SubscriptionChange[] {
  const changes = listOf(order, 'subscriptions').map((body) => changeOf(setting, payer, body));
  const numbers = changes.map(({ version }) => version.fields.name);
  if (new Set(numbers).size < numbers.length) {
    throw new NotPossible('businessRule', 'An order can name a subscription only once.');
  }
  return changes;
}

function changeOf(setting: ActionSetting, payer: ZuoraRecord, body: Body): SubscriptionChange {
  const [first, ...others] = listOf(body, 'orderActions');
  if (!first) throw new NotPossible('missingField', 'Missing required value: orderActions');
  const { subscriptionNumber: number } = body;
  const isNew = first.type === 'CreateSubscription' && (typeof number !== 'string' || number === '');
  if (!isNew && (typeof number !== 'string' || number === '')) {
    throw new NotPossible('missingField', 'Missing required value: subscriptionNumber');
  }
  const before = isNew ? null : setting.book.open(String(number));
  const start = before ?? created(setting, payer, first);
  const actions = isNew ? others : [first, ...others];
  const { version, amendments } = inTurn(
    start,
    actions.map((action) => (one: Version) => acted(one, action, setting)),
  );
  return { before, version: setTerms(version, objectOf(body, 'customFields') as Version['fields']), amendments, body };
}

function created({ book, orderDate }: ActionSetting, payer: ZuoraRecord, action: Body): Version {
  const details = objectOf(action, 'createSubscription');
  const terms = objectOf(details, 'terms');
  const first = objectOf(terms, 'initialTerm');
  const owner =
    details.subscriptionOwnerAccountNumber === undefined
      ? payer
      : accountOf(book, details.subscriptionOwnerAccountNumber, 'subscriptionOwnerAccountNumber');
  const days = daysOf(action, orderDate);
  const body: Body = {
    ...renewalOf(terms),
    subscriptionNumber: details.subscriptionNumber,
    termType: first.termType,
    initialTerm: first.period,
    initialTermPeriodType: first.periodType,
    termStartDate: first.startDate,
    notes: details.notes,
    invoiceSeparately: details.invoiceSeparately,
    contractEffectiveDate: days.contractEffective,
    serviceActivationDate: days.serviceActivation,
    customerAcceptanceDate: days.customerAcceptance,
  };
  const plans = [...listOf(details, 'subscribeToRatePlans'), ...listOf(details, 'subscribeToProducts')];
  const currency = String(details.currency ?? owner.currency);
  return newVersion(
    book,
    { account: owner, owner: payer, currency },
    body,
    plans.map((plan) => ({ body: plan, overrides: orderOverrides(plan) })),
  );
}
