import { given, knownOnly, list, object, optionalText, text } from '../../http/body.js';
import { type Asked, idOf } from '../../http/query.js';
import { badRequest, notFound } from '../../http/refusals.js';
import { madeId } from '../../seed/ids.js';
import type { Organisation } from '../../state/organisation.js';
import { latestVersion, secondGeneration } from '../../wire/price-plans.js';
import { rateCardList } from '../../wire/rate-card-list.js';
import type { PricePlanDetails, PricePlanRecord, PricePlanVersion } from '../../wire/rate-cards.js';
import type { Routes } from '../routes.js';
import { migrate } from './migration.js';

const FAR_END = '9999-01-01T00:00:00Z';
const SHELL = [
  ...['name', 'description', 'type', 'pricingCycleConfig', 'supportedCurrencies', 'deferredRevenue'],
  'allowOngoingCycleUpdates',
];
/** Where each kind of card stands in a plan, and in an operation. */
const KINDS = {
  FIXED_FEE: ['fixedFeeRateCards', 'fixedFeeRateCard'],
  USAGE: ['usageRateCards', 'usageRateCard'],
  LICENSE: ['licenseRateCards', 'licenseRateCard'],
  BILLING_ENTITLEMENT: ['billingEntitlementRateCards', 'billingEntitlementRateCard'],
} as const;
type Kind = keyof typeof KINDS;

/** https://docs.togai.com/api-reference/price-plans-v2: a shell, its cards one by one, then finalized into a version. */
export const pricePlanWriteRoutes: Routes = {
  'POST /v2/price_plans': ({ body }, organisation, now) => {
    knownOnly(body, SHELL);
    const name = text(body, 'name', 50);
    const { type, supportedCurrencies } = body;
    if (type !== 'BILLING' && type !== 'PURCHASE') throw badRequest('type is invalid');
    if (!Array.isArray(supportedCurrencies) || supportedCurrencies.length === 0) {
      throw badRequest('supportedCurrencies is required');
    }
    if (organisation.planNamed(name, 2)) throw badRequest(`Price plan with name ${name} already exists`);
    const description = optionalText(body, 'description', 255);
    const plan: PricePlanRecord = {
      id: madeId(organisation.seed, 'pp', organisation.nextIndex()),
      generation: 2,
      name,
      ...(description !== undefined && { description }),
      archived: false,
      versions: [
        draftVersion(
          1,
          now,
          {
            ...given(body, ['pricingCycleConfig', 'supportedCurrencies']),
            activeCurrencies: supportedCurrencies,
            type,
            deferredRevenue: body.deferredRevenue === true,
          } as unknown as PricePlanDetails,
          body.allowOngoingCycleUpdates === true,
        ),
      ],
    };
    organisation.pricePlans.put(plan);
    return secondGeneration(plan, latestVersion(plan));
  },

  'PATCH /v2/price_plans/:price_plan_id': (asked, organisation) => {
    const plan = planIn(asked, organisation);
    knownOnly(asked.body, [
      'name',
      'description',
      'pricingCycleConfig',
      'supportedCurrencies',
      'allowOngoingCycleUpdates',
    ]);
    const changed = { ...plan, ...given(asked.body, ['name', 'description']) };
    organisation.pricePlans.put(changed);
    return secondGeneration(changed, latestVersion(changed));
  },

  'POST /v2/price_plans/:price_plan_id/rate_cards': (asked, organisation, now) => {
    const plan = planIn(asked, organisation);
    knownOnly(asked.body, ['operations']);
    const draft = draftOf(plan, now);
    const details = list(asked.body, 'operations', 100).reduce<PricePlanDetails>(operated, draft.details);
    const changed = withDraft(plan, { ...draft, details });
    organisation.pricePlans.put(changed);
    const owner = {
      pricePlanId: plan.id,
      referenceId: `${plan.id}.${draft.version}`,
      referenceType: 'PRICE_PLAN' as const,
    };
    return { rateCards: rateCardList(details, owner) };
  },

  'GET /v2/price_plans/:price_plan_id/errors': (asked, organisation) => ({
    data: errorsOf(planIn(asked, organisation), organisation),
  }),

  'POST /v2/price_plans/:price_plan_id/finalize': (asked, organisation, now) => {
    const plan = planIn(asked, organisation);
    knownOnly(asked.body, ['migrationMode', 'versionsToMigrate', 'effectiveFrom']);
    const draft = latestVersion(plan);
    if (draft.status !== 'DRAFT') throw badRequest(`Price plan ${plan.id} has no draft`);
    const [error] = errorsOf(plan, organisation);
    if (error) throw badRequest(error.errorMessage);
    migrate(organisation, { id: plan.id, version: draft.version }, asked.body, now);
    organisation.pricePlans.put(withDraft(plan, { ...draft, status: 'ACTIVE' }));
    return { success: true };
  },

  'DELETE /v2/price_plans/:price_plan_id/discard': (asked, organisation) => {
    const plan = planIn(asked, organisation);
    const draft = latestVersion(plan);
    if (draft.status !== 'DRAFT') throw badRequest(`Price plan ${plan.id} has no draft`);
    // A plan that never was in force is gone with its draft.
    if (plan.versions.length === 1) organisation.pricePlans.delete(plan.id);
    else organisation.pricePlans.put({ ...plan, versions: plan.versions.slice(0, -1) });
    return { success: true };
  },

  'POST /addons': ({ body }, organisation, now) => {
    knownOnly(body, ['name', 'type', 'billableName']);
    const name = text(body, 'name', 255);
    const type = text(body, 'type', 20);
    if (!['LICENSE', 'FIXED_FEE', 'CREDIT_GRANT', 'NAMED_LICENSE'].includes(type)) throw badRequest('type is invalid');
    const billableName = optionalText(body, 'billableName', 255);
    const addOn = {
      id: madeId(organisation.seed, 'addon', organisation.nextIndex()),
      name,
      type: type as 'LICENSE',
      ...(billableName !== undefined && { billableName }),
      displayName: billableName ?? name,
      status: 'ACTIVE' as const,
      createdAt: new Date(now).toISOString(),
    };
    organisation.addOns.put(addOn);
    return addOn;
  },
};

function planIn(asked: Asked, { pricePlans }: Organisation): PricePlanRecord {
  const id = idOf(asked, 'price_plan_id');
  const plan = pricePlans.find(id);
  if (plan?.generation !== 2) throw notFound('Price plan', id);
  return plan;
}

/** A version that is not in force yet. */
export function draftVersion(
  version: number,
  now: number,
  details: PricePlanDetails,
  allowOngoingCycleUpdates: boolean,
): PricePlanVersion {
  const at = new Date(now).toISOString();
  const dates = { startDate: at, endDate: FAR_END, createdAt: at, updatedAt: at };
  return { version, status: 'DRAFT', details, allowOngoingCycleUpdates, ...dates };
}

/** What is changed on a plan in force becomes the draft of its next version. */
function draftOf(plan: PricePlanRecord, now: number): PricePlanVersion {
  const latest = latestVersion(plan);
  if (latest.status === 'DRAFT') return latest;
  return draftVersion(latest.version + 1, now, latest.details, latest.allowOngoingCycleUpdates);
}

function withDraft(plan: PricePlanRecord, draft: PricePlanVersion): PricePlanRecord {
  const others = plan.versions.filter(({ version: number }) => number !== draft.version);
  return { ...plan, versions: [...others, draft] };
}

function operated(details: PricePlanDetails, operation: Readonly<Record<string, unknown>>): PricePlanDetails {
  knownOnly(operation, ['actionType', 'rateCardName', 'rateCard'], 'operations');
  const name = text(operation, 'rateCardName', 50);
  const without = Object.fromEntries(
    Object.entries(details).map(([key, cards]) => [
      key,
      Array.isArray(cards) ? cards.filter((card) => (card as { name?: string }).name !== name) : cards,
    ]),
  ) as unknown as PricePlanDetails;
  const there = JSON.stringify(without) !== JSON.stringify(details);
  if (operation.actionType !== 'CREATE' && !there) throw notFound('Rate card', name);
  if (operation.actionType === 'DELETE') return without;
  if (operation.actionType === 'CREATE' && there) throw badRequest(`Rate card ${name} already exists`);
  const card = object(operation, 'rateCard') ?? {};
  knownOnly(card, ['billableId', 'type', 'displayName', 'invoiceTiming', 'rateCardDetails', 'tag'], 'rateCard');
  const kind = KINDS[text(card, 'type', 30) as Kind];
  if (!kind) throw badRequest('type is not supported');
  const [cards, own] = kind;
  const inner = object(object(card, 'rateCardDetails') ?? {}, own);
  if (!inner) throw badRequest(`rateCardDetails.${own} is required`);
  const shown = { displayName: card.displayName, invoiceTiming: card.invoiceTiming, ...inner, name };
  return { ...without, [cards]: [...(without[cards] ?? []), shown] };
}

/** What keeps a draft from being finalized. */
export function errorsOf(plan: PricePlanRecord, organisation: Organisation) {
  const { details, version: number, status } = latestVersion(plan);
  if (status !== 'DRAFT') return [];
  const error = (entityId: string, errorMessage: string) => {
    return { referenceId: `${plan.id}.${number}`, entityId, entityType: 'RATE_CARD', errorMessage };
  };
  const addOn = ({ id, name }: { id: string; name: string }) =>
    organisation.addOns.find(id) ? [] : [error(name, `Addon with id ${id} not found`)];
  const meter = ({ usageMeterId: id, name }: { usageMeterId: string; name: string }) =>
    organisation.usageMeters.find(id) ? [] : [error(name, `Usage meter with id ${id} not found`)];
  const feature = ({ featureId: id, name }: { featureId: string; name: string }) =>
    organisation.features.find(id) ? [] : [error(name, `Feature with id ${id} not found`)];
  const currencies = (card: { name: string; rateValues: readonly { currency: string }[] }) =>
    details.supportedCurrencies
      .filter((currency) => !card.rateValues.some((value) => value.currency === currency))
      .map((currency) => error(card.name, `Rate for currency ${currency} is missing`));
  return [
    ...(details.fixedFeeRateCards ?? []).flatMap((card) => [...addOn(card), ...currencies(card)]),
    ...(details.licenseRateCards ?? []).flatMap((card) => [...addOn(card), ...currencies(card)]),
    ...(details.usageRateCards ?? []).flatMap((card) => [...meter(card), ...currencies(card)]),
    ...(details.billingEntitlementRateCards ?? []).flatMap((card) => [...feature(card), ...currencies(card)]),
  ];
}
