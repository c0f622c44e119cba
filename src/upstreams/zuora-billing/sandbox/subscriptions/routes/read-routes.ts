import type { FastifyInstance } from 'fastify';
import { CATEGORY, refuseV1 } from '../../access/errors.js';
import { recordsBy } from '../../object-query/search.js';
import { readChargeDetail } from '../../v1/charge-detail.js';
import { subscriptionByKey } from '../../v1/lookup.js';
import { subscriptionBody } from '../../v1/subscriptions.js';
import { readDay } from '../engine/periods.js';
import { mrrOn, totalContractedValue } from '../engine/pricing.js';
import { NotPossible } from '../engine/version.js';
import type { SubscriptionBook } from '../subscription-book.js';
import { refusing } from './requests.js';

/** Versions of a subscription, and the figures of many. */
export function readRoutes(app: FastifyInstance, book: SubscriptionBook, today: () => string): void {
  const { store } = book;

  app.get<{ Params: { key: string; version: string } }>('/v1/subscriptions/:key/versions/:version', async (request) => {
    const { key, version } = request.params;
    const name = subscriptionByKey(store, key)?.name;
    const found = recordsBy(store, 'subscription', 'name', String(name ?? key)).find(
      (record) => record.version === Number(version),
    );
    if (!found) throw refuseV1(request, CATEGORY.notFound, `Cannot find entity by key: '${key}'.`);
    const detail = readChargeDetail(new URL(request.url, `http://${request.host}`).searchParams, today());
    if (!detail) throw refuseV1(request, CATEGORY.invalidValue, "Invalid value for parameter 'charge-detail'.");
    return { ...subscriptionBody(store, found, detail), success: true };
  });

  // https://developer.zuora.com/v1-api-reference/api/operation/GetMetricsBySubscriptionNumbers/
  app.get('/v1/subscriptions/subscription-metrics', async (request) =>
    refusing(request, () => {
      const query = new URL(request.url, `http://${request.host}`).searchParams;
      const numbers = query.getAll('subscriptionNumbers[]').flatMap((value) => value.split(','));
      if (numbers.length === 0) {
        throw new NotPossible('missingQuery', 'Missing required query parameter: subscriptionNumbers[]');
      }
      const day = readDay(query.get('asOfDay'), 'asOfDay') ?? today();
      const subscriptionMetrics = numbers.map((number) => {
        const record = subscriptionByKey(store, number);
        if (!record) throw new NotPossible('notFound', `Cannot find entity by key: '${number}'.`);
        const version = book.read(record);
        const mrr = mrrOn(version, day);
        const tcv = totalContractedValue(version).toNumber();
        return {
          subscriptionNumber: record.name,
          contractedMrr: record.cMRR,
          // Discounts change no metric here.
          contractedNetMrr: record.cMRR,
          asOfDayGrossMrr: mrr,
          asOfDayNetMrr: mrr,
          netTotalContractedValue: tcv,
          totalContractedValue: tcv,
        };
      });
      return { subscriptionMetrics, success: true };
    }),
  );
}
