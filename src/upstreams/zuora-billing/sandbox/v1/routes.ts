import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../../../../kernel/clock.js';
import { CATEGORY, refuseV1 } from '../access/errors.js';
import type { ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { accountBody, summaryBody } from './accounts.js';
import { type ChargeDetail, readChargeDetail } from './charge-detail.js';
import { accountByKey, subscriptionByKey, subscriptionsOf } from './lookup.js';
import { cut, readPage } from './paging.js';
import { subscriptionBody } from './subscriptions.js';

interface ByKey {
  Params: { key: string };
}

/** The v1 reads: accounts, their summaries, and subscriptions. */
export function v1Routes(app: FastifyInstance, store: Store, clock: Pick<Clock, 'now'>): void {
  const account = (request: FastifyRequest<ByKey>) => found(request, accountByKey(store, request.params.key));
  const detail = (request: FastifyRequest<ByKey>): ChargeDetail => {
    const today = store.seed.context.time.format(clock.now()).slice(0, 10);
    const read = readChargeDetail(addressOf(request).searchParams, today);
    if (read === null) throw refuseV1(request, CATEGORY.invalidValue, "Invalid value for parameter 'charge-detail'.");
    return read;
  };

  app.get<ByKey>('/v1/accounts/:key', async (request) => accountBody(store, account(request)));

  app.get<ByKey>('/v1/accounts/:key/summary', async (request) => {
    const excludeUsage = addressOf(request).searchParams.get('excludeUsage') === 'true';
    return summaryBody(store, account(request), { excludeUsage });
  });

  app.get<ByKey>('/v1/subscriptions/:key', async (request) => {
    const subscription = found(request, subscriptionByKey(store, request.params.key));
    return { ...subscriptionBody(store, subscription, detail(request)), success: true };
  });

  app.get<ByKey>('/v1/subscriptions/accounts/:key', async (request) => {
    const here = addressOf(request);
    const page = readPage(here.searchParams);
    if (page === null)
      throw refuseV1(request, CATEGORY.invalidValue, "Invalid value for parameter 'page' or 'pageSize'.");
    const shown = detail(request);
    const { part, nextPage } = cut(subscriptionsOf(store, account(request)), page, here);
    return {
      subscriptions: part.map((subscription) => subscriptionBody(store, subscription, shown)),
      ...(nextPage !== undefined && { nextPage }),
      success: true,
    };
  });
}

function found(request: FastifyRequest<ByKey>, record: ZuoraRecord | undefined): ZuoraRecord {
  if (record) return record;
  throw refuseV1(request, CATEGORY.notFound, `Cannot find entity by key: '${request.params.key}'.`);
}

const addressOf = (request: FastifyRequest) => new URL(request.url, `http://${request.host}`);
