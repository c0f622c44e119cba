import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import type { Connection } from '../../../schema-kit/connection.js';
import type { ZuoraClient } from '../client.js';
import type { QueryOptions } from '../object-query.js';
import { v1Connection } from '../paging/v1-pages.js';
import { toOrder } from './mapping.js';
import type { ZuoraOrder } from './model.js';
import { Order } from './schemas.js';

/** Null if there is no order of that number. https://developer.zuora.com/v1-api-reference/api/operation/GET_Order/ */
export async function readOrder(
  client: ZuoraClient,
  orderNumber: string,
  timeZone: string,
  options: QueryOptions,
): Promise<ZuoraOrder | null> {
  try {
    const { order } = await client.read({
      operation: 'GET_Order',
      path: `/v1/orders/${encodeURIComponent(orderNumber)}`,
      schema: z.object({ order: Order }),
      ...options,
    });
    return toOrder(order, timeZone);
  } catch (error) {
    if (error instanceof UpstreamError && error.code === 'UPSTREAM_NOT_FOUND') return null;
    throw error;
  }
}

export interface OrderFilter {
  /** The account that owns the subscriptions. */
  readonly accountNumber?: string | null | undefined;
  readonly invoiceAccountNumber?: string | null | undefined;
  readonly subscriptionNumber?: string | null | undefined;
  /** As Zuora writes it: `orderDate` or `updatedDate`. */
  readonly dateField?: string | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  /** As Zuora writes it: `completed`. */
  readonly status?: string | null | undefined;
}

/** A page of the orders of an account, of a subscription, or of all, in Zuora's own order. */
export async function orderPage(
  client: ZuoraClient,
  filter: OrderFilter,
  page: { first: number; after?: string | null | undefined },
  timeZone: string,
  options: QueryOptions,
): Promise<Connection<ZuoraOrder>> {
  const { from, to, status } = filter;
  const filters = [
    ...(from || to ? [['dateFilterOption', filter.dateField ?? 'orderDate'] as const] : []),
    ...(from ? [['startDate', from] as const] : []),
    ...(to ? [['endDate', to] as const] : []),
    ...(status ? [['status', status] as const] : []),
  ];
  const list = { ...routeOf(filter), filters, rows: 'orders', row: Order, keyOf: (row: Order) => row.orderNumber };
  const { edges, nodes, pageInfo } = await v1Connection(client, list, page, options);
  const orders = new Map(nodes.map((row) => [row, toOrder(row, timeZone)]));
  const shown = (row: Order) => orders.get(row) as ZuoraOrder;
  return { edges: edges.map(({ node, cursor }) => ({ node: shown(node), cursor })), nodes: nodes.map(shown), pageInfo };
}

function routeOf({ accountNumber, invoiceAccountNumber, subscriptionNumber }: OrderFilter): {
  operation: string;
  path: string;
} {
  const below = (name: string, key: string) => `/v1/orders/${name}/${encodeURIComponent(key)}`;
  if (accountNumber) {
    return { operation: 'GET_OrdersBySubscriptionOwner', path: below('subscriptionOwner', accountNumber) };
  }
  if (invoiceAccountNumber) {
    return { operation: 'GET_OrdersByInvoiceOwner', path: below('invoiceOwner', invoiceAccountNumber) };
  }
  if (subscriptionNumber) {
    return { operation: 'GET_OrdersBySubscriptionNumber', path: below('subscription', subscriptionNumber) };
  }
  return { operation: 'GET_AllOrders', path: '/v1/orders' };
}
