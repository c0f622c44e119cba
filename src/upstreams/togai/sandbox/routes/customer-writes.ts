import { given, knownOnly, object, text } from '../http/body.js';
import { idOf } from '../http/query.js';
import { conflict, notFound } from '../http/refusals.js';
import { madeId } from '../seed/ids.js';
import type { CustomerDocument } from '../wire/documents.js';
import { newAccount } from './account-writes.js';
import { type Routes, Sent } from './routes.js';

const FIELDS = ['id', 'name', 'primaryEmail', 'address', 'settings', 'account'];

/** https://docs.togai.com/api-reference/customers/create-a-customer */
export const customerWriteRoutes: Routes = {
  'POST /customers': ({ body }, organisation, now) => {
    knownOnly(body, FIELDS);
    const id = text(body, 'id', 50);
    const at = new Date(now).toISOString();
    const document: CustomerDocument = {
      id,
      togaiCustomerId: madeId(organisation.seed, 'customer', organisation.nextIndex()),
      name: text(body, 'name', 255),
      primaryEmail: text(body, 'primaryEmail', 320),
      billingAddress: '',
      address: object(body, 'address') ?? refuseWithout('address'),
      status: 'ACTIVE',
      createdAt: at,
      updatedAt: at,
    };
    if (organisation.customers.find(id)) throw conflict(`Customer with id ${id} already exists`);
    const own = object(body, 'account');
    const account = own && newAccount({ ...own, customerId: id }, document, organisation, now);
    organisation.customers.put(document);
    account?.put();
    return new Sent(201, { ...document, ...(account && { account: account.shown }) });
  },

  'PATCH /customers/:customer_id': (asked, { customers }, now) => {
    const id = idOf(asked, 'customer_id');
    const customer = customers.find(id);
    if (!customer) throw notFound('Customer', id);
    knownOnly(asked.body, ['name', 'primaryEmail', 'address']);
    const changed = {
      ...customer,
      ...given(asked.body, ['name', 'primaryEmail', 'address']),
      updatedAt: new Date(now).toISOString(),
    };
    customers.put(changed);
    return changed;
  },

  'DELETE /customers/:customer_id': (asked, { customers }) => {
    const id = idOf(asked, 'customer_id');
    const customer = customers.find(id);
    if (!customer || customer.status === 'ARCHIVED') throw notFound('Customer', id);
    customers.put({ ...customer, status: 'ARCHIVED' });
    return { success: true };
  },
};

function refuseWithout(name: string): never {
  text({}, name, 0);
  throw new Error('unreachable');
}
