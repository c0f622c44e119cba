import type { ZuoraClient } from '../client.js';
import { anyOf, isKey, type ObjectQuery, type QueryOptions, queryAll, queryPage } from '../object-query.js';
import { Account } from '../schemas/account.js';
import { Contact } from '../schemas/contact.js';
import { completeSubscriptions, SUBSCRIPTION_QUERY } from '../subscription-query.js';
import type { ChangesPage, ChangesRequest, ZuoraQueries } from './zuora-queries.js';

/** Contacts are expanded with their account: one call instead of two. */
const ACCOUNT_QUERY: ObjectQuery<Account> = {
  objects: 'accounts',
  operation: 'queryAccounts',
  row: Account,
  expand: ['billto', 'soldto'],
};

const CONTACT_QUERY: ObjectQuery<Contact> = { objects: 'contacts', operation: 'queryContacts', row: Contact };

/** Asks through Object Query. Takes at most `MAX_KEYS` keys at once. */
export function byObjectQuery(client: ZuoraClient): ZuoraQueries {
  return {
    async accounts(by, keys, options) {
      const askable = keys.filter(isKey);
      if (askable.length === 0) return [];
      return await queryAll(client, { ...ACCOUNT_QUERY, filter: [anyOf(by.toLowerCase(), askable)] }, options);
    },

    async accountsNamed(name, since, options) {
      const filter = [`name.EQ:${name}`, `updateddate.GE:${since}`];
      return await queryAll(client, { ...ACCOUNT_QUERY, filter }, options);
    },

    async contactsOf(accountId, since, options) {
      const filter = [`accountid.EQ:${accountId}`, `updateddate.GE:${since}`];
      return await queryAll(client, { ...CONTACT_QUERY, filter }, options);
    },

    contactsOfAccounts: (ids, options) =>
      queryAll(client, { ...CONTACT_QUERY, filter: [anyOf('accountid', ids)] }, options),

    // Ordered by id, so that accounts changed meanwhile do not move between pages.
    accountPage: (cursor, options) => queryPage(client, { ...ACCOUNT_QUERY, sort: 'id.ASC' }, cursor, options),

    async latestSubscriptions(by, keys, options) {
      const askable = keys.filter(isKey);
      if (askable.length === 0) return [];
      const filter = [anyOf(by.toLowerCase(), askable), 'islatestversion.EQ:true'];
      const rows = await queryAll(client, { ...SUBSCRIPTION_QUERY, filter }, options);
      return await completeSubscriptions(client, rows, options);
    },

    async subscriptionNumbers(ids, options) {
      const askable = ids.filter(isKey);
      if (askable.length === 0) return new Map();
      const { expand: _all, ...versions } = SUBSCRIPTION_QUERY;
      const rows = await queryAll(client, { ...versions, filter: [anyOf('id', askable)] }, options);
      return new Map(rows.map((row) => [row.id, row.name]));
    },

    changedAccounts: (request, options) => changes(ACCOUNT_QUERY, [], request, options),
    changedSubscriptions(request, options) {
      const { expand: _all, ...versions } = SUBSCRIPTION_QUERY;
      return changes(versions, ['islatestversion.EQ:true'], request, options);
    },
  };

  async function changes<T>(
    query: ObjectQuery<T>,
    filter: readonly string[],
    { since, cursor, newestFirst = false }: ChangesRequest,
    options: QueryOptions,
  ): Promise<ChangesPage<T>> {
    const sort = newestFirst ? 'updateddate.DESC' : 'updateddate.ASC';
    const whole = { ...query, filter: [...filter, `updateddate.GE:${since}`], sort };
    return { ...(await queryPage(client, whole, cursor, options)), ordered: true };
  }
}
