import { pageOf, pageRequest, WITH_CONTEXT } from '../http/paging.js';
import { idOf } from '../http/query.js';
import { notFound } from '../http/refusals.js';
import type { Routes } from './routes.js';

export const customerRoutes: Routes = {
  'GET /customers': (asked, { customers }) =>
    pageOf(customers, pageRequest(asked, { ...WITH_CONTEXT, tokenAtEnd: true }), (customer) => customer),

  'GET /customers/:customer_id': (asked, { customers }) => {
    const id = idOf(asked, 'customer_id');
    const customer = customers.find(id);
    if (!customer) throw notFound('Customer', id);
    return customer;
  },
};
