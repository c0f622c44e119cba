import type { FastifyInstance, FastifyRequest } from 'fastify';
import { NotPossible } from '../subscriptions/engine/version.js';
import { accountOf } from '../subscriptions/routes/create.js';
import { refusing } from '../subscriptions/routes/requests.js';
import { type Body, bodyOf } from '../v1/body.js';
import { subscriptionByKey } from '../v1/lookup.js';
import { cut, readPage } from '../v1/paging.js';
import { orderBody, placedBody } from './order-body.js';
import { type Order, type OrderBook, SYNCHRONOUS_LIMIT } from './order-book.js';
import { previewResult } from './order-preview.js';

// `nextPage` addresses are of Zuora's own host, not of the one that was asked.
const ADDRESS_OF_PAGES = 'https://api.zuora.com';

interface ByNumber {
  Params: { number: string };
}

/** https://developer.zuora.com/v1-api-reference/api/tag/Orders/ */
export function orderRoutes(app: FastifyInstance, orders: OrderBook): void {
  const { book } = orders;

  app.post('/v1/orders', async (request) =>
    refusing(request, () => placedBody(orders, orders.place(bodyOf(request), SYNCHRONOUS_LIMIT), answerForm(request))),
  );

  app.post('/v1/orders/preview', async (request) =>
    refusing(request, () => ({ success: true, previewResult: previewed(orders, bodyOf(request), SYNCHRONOUS_LIMIT) })),
  );

  app.put<ByNumber>('/v1/orders/:number/activate', async (request) =>
    refusing(request, () => placedBody(orders, orders.activate(found(orders, request)), answerForm(request))),
  );

  app.put<ByNumber>('/v1/orders/:number/cancel', async (request) =>
    refusing(request, () => {
      const order = found(orders, request);
      const { cancelReason } = (request.body ?? {}) as Body;
      orders.cancel(order);
      const { orderNumber, status } = orders.record(order);
      return {
        success: true,
        orderNumber,
        accountNumber: book.store.get('account', order.accountId)?.accountNumber,
        status,
        ...(typeof cancelReason === 'string' && { cancelReason }),
      };
    }),
  );

  app.put<ByNumber>('/v1/orders/:number', async (request) =>
    refusing(request, () =>
      placedBody(orders, orders.update(found(orders, request), bodyOf(request)), answerForm(request)),
    ),
  );

  app.delete<ByNumber>('/v1/orders/:number', async (request) =>
    refusing(request, () => {
      orders.remove(found(orders, request));
      return { success: true };
    }),
  );

  app.get<ByNumber>('/v1/orders/:number', async (request) =>
    refusing(request, () => ({ order: orderBody(orders, found(orders, request)), success: true })),
  );

  app.get('/v1/orders', async (request) => refusing(request, () => listed(orders, request, () => true)));

  app.get<ByNumber>('/v1/orders/invoiceOwner/:number', async (request) =>
    refusing(request, () => {
      const { id } = accountOf(book, request.params.number);
      return listed(orders, request, ({ accountId }) => accountId === id);
    }),
  );

  app.get<ByNumber>('/v1/orders/subscriptionOwner/:number', async (request) =>
    refusing(request, () => {
      const { id } = accountOf(book, request.params.number);
      return listed(orders, request, ({ subscriptions }) => subscriptions.some(({ ownerId }) => ownerId === id));
    }),
  );

  app.get<ByNumber>('/v1/orders/subscription/:number', async (request) =>
    refusing(request, () => listed(orders, request, of(orders, request.params.number))),
  );

  app.get<ByNumber>('/v1/orders/subscription/:number/pending', async (request) =>
    refusing(request, () => {
      const touches = of(orders, request.params.number);
      return listed(orders, request, (order) => touches(order) && orders.record(order).status === 'Pending');
    }),
  );
}

export function previewed(orders: OrderBook, body: Body, limit: number) {
  const { account, changes } = orders.preview(body, limit);
  return previewResult(orders.book.store, body, account, changes);
}

/** Subscriptions are told by number alone below Zuora-Version 223.0, and ids only to who asks for them. */
export function answerForm(request: FastifyRequest) {
  const { searchParams } = new URL(request.url, ADDRESS_OF_PAGES);
  const version = request.headers['zuora-version'];
  const dated = typeof version === 'string' && /^\d{4}-/.test(version);
  return {
    ids: searchParams.get('returnIds') === 'true',
    numbersOnly: !dated && Number(version ?? '186.0') < 223,
  };
}

function found(orders: OrderBook, { params: { number } }: FastifyRequest<ByNumber>): Order {
  const order = orders.find(number);
  if (order) return order;
  throw new NotPossible('notFound', `Cannot find entity by key: '${number}'.`);
}

function of(orders: OrderBook, key: string): (order: Order) => boolean {
  const name = subscriptionByKey(orders.book.store, key)?.name;
  if (name === undefined) throw new NotPossible('notFound', `Cannot find entity by key: '${key}'.`);
  return ({ subscriptions }) => subscriptions.some(({ number }) => number === name);
}

/** A page of orders, the latest first. */
function listed(orders: OrderBook, request: FastifyRequest, wanted: (order: Order) => boolean) {
  const here = new URL(request.url, ADDRESS_OF_PAGES);
  const query = here.searchParams;
  const page = readPage(query);
  const by = query.get('dateFilterOption') ?? 'orderDate';
  if (page === null || (by !== 'orderDate' && by !== 'updatedDate')) {
    throw new NotPossible('invalidValue', 'Invalid value for page, pageSize or dateFilterOption.');
  }
  const status = query.get('status') ?? 'all';
  const [start, end] = [query.get('startDate') ?? '', query.get('endDate') ?? '9999'];
  const all = orders.all().filter((order) => {
    const record = orders.record(order);
    const day = String(record[by]).slice(0, 10);
    const inStatus = status === 'all' || String(record.status).toLowerCase() === status.toLowerCase();
    return wanted(order) && inStatus && start <= day && day <= end;
  });
  const { part, nextPage } = cut(all.reverse(), page, here);
  return {
    orders: part.map((order) => orderBody(orders, order)),
    ...(nextPage !== undefined && { nextPage }),
    success: true,
  };
}
