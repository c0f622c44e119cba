import type { Clock } from '../../../kernel/clock.js';
import type { EntityReader } from '../../../kernel/reading/entity-reader.js';
import type { TogaiClient } from '../client.js';
import { listAll, type TogaiList } from '../lists.js';
import { fromV1, fromV2 } from '../mapping/price-plan.js';
import { rateCardsFromV1, rateCardsFromV2 } from '../mapping/rate-card.js';
import type { TogaiPricePlan, TogaiRateCard } from '../model.js';
import { PricePlanV1InFull, PricePlanV2 } from '../schemas/price-plan.js';
import { RateCardRow } from '../schemas/rate-card.js';
import { isKey, type ReaderFactory, SELDOM } from './reader-factory.js';

export interface PricePlanReaders {
  readonly pricePlans: EntityReader<TogaiPricePlan>;
  /** By `rateCardsKey` of the plan. */
  readonly rateCards: EntityReader<readonly TogaiRateCard[]>;
}

/** Says also which call has the cards, so that no plan costs more than one. */
export function rateCardsKey({ generation, togaiId }: Pick<TogaiPricePlan, 'generation' | 'togaiId'>): string {
  return `${generation}:${togaiId}`;
}

export function pricePlanReaders(client: TogaiClient, reader: ReaderFactory, clock: Clock): PricePlanReaders {
  const rateCards: PricePlanReaders['rateCards'] = reader('rate-cards', SELDOM, async (key, options) => {
    const planId = key.slice(2);
    if (key.startsWith('1:')) return rateCardsFromV1(await client.read({ ...inFull(planId), ...options }));
    return rateCardsFromV2(planId, await listAll(client, rateCardList(planId), options));
  });
  const pricePlans: PricePlanReaders['pricePlans'] = reader('price-plan', SELDOM, async (id, options) => {
    if (!isKey(id)) return null;
    const path = `/v2/price_plans/${encodeURIComponent(id)}`;
    const second = await client.find({ operation: 'getPricePlanV2', path, schema: PricePlanV2, ...options });
    if (second) return fromV2(second);
    const askedAt = clock.now();
    const first = await client.find({ ...inFull(id), ...options });
    if (!first) return null;
    const plan = fromV1(first);
    await rateCards.put(rateCardsKey(plan), rateCardsFromV1(first), askedAt);
    return plan;
  });
  return { pricePlans, rateCards };
}

function inFull(id: string) {
  return { operation: 'getPricePlan', path: `/price_plans/${encodeURIComponent(id)}`, schema: PricePlanV1InFull };
}

function rateCardList(planId: string): TogaiList<RateCardRow> {
  return {
    operation: 'listPricePlanRateCards',
    path: `/v2/price_plans/${encodeURIComponent(planId)}/rate_cards`,
    row: RateCardRow,
    pageSize: 100,
  };
}
