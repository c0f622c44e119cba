import { UpstreamError } from '../../../kernel/errors.js';
import type { ZuoraClient } from '../client.js';
import { Contact } from '../schemas/contact.js';
import { ZoqlAccounts } from '../zoql/accounts.js';
import { CONTACT, SUBSCRIPTION_NUMBER } from '../zoql/objects.js';
import { zoqlWhere } from '../zoql/query.js';
import { changedSubscriptions, latestSubscriptions } from '../zoql/subscriptions.js';
import type { ZuoraQueries } from './zuora-queries.js';

/** Asks through ZOQL, for tenants without Object Query: more calls, and what ZOQL does not know is null. */
export function byZoql(client: ZuoraClient): ZuoraQueries {
  const accounts = new ZoqlAccounts(client);
  return {
    accounts: (by, keys, options) => accounts.where(by === 'id' ? 'Id' : 'AccountNumber', keys, options),

    async accountsNamed(name, since, options) {
      return (await accounts.where('Name', [name], options)).filter(({ updatedDate }) => isSince(updatedDate, since));
    },

    async contactsOf(accountId, since, options) {
      const object = { ...CONTACT, select: [...CONTACT.select, 'UpdatedDate'] };
      const rows = await zoqlWhere(client, object, 'AccountId', [accountId], options);
      return rows.filter(({ updatedDate }) => isSince(updatedDate, since)).map((row) => Contact.parse(row));
    },

    async contactsOfAccounts(ids, options) {
      const object = { ...CONTACT, select: [...CONTACT.select, 'AccountId'] };
      return (await zoqlWhere(client, object, 'AccountId', ids, options)).map((row) => Contact.parse(row));
    },

    async accountPage(cursor, options) {
      try {
        return await accounts.page(cursor, options);
      } catch (error) {
        // The place in the list is forgotten after 15 minutes: the list begins again.
        const forgotten = cursor !== null && error instanceof UpstreamError && error.code === 'UPSTREAM_REJECTED';
        if (!forgotten) throw error;
        return await accounts.page(null, options);
      }
    },

    latestSubscriptions: (by, keys, options) =>
      latestSubscriptions(client, by === 'accountId' ? 'AccountId' : 'Name', keys, options),

    async subscriptionNumbers(ids, options) {
      const rows = await zoqlWhere(client, SUBSCRIPTION_NUMBER, 'Id', ids, options);
      return new Map(rows.map(({ id, name }) => [String(id), String(name)]));
    },

    changedAccounts: async ({ since, cursor }, options) => ({
      ...(await accounts.page(cursor, options, since)),
      ordered: false,
    }),
    changedSubscriptions: async ({ since, cursor }, options) => ({
      ...(await changedSubscriptions(client, since, cursor, options)),
      ordered: false,
    }),
  };
}

function isSince(date: unknown, since: string): boolean {
  return typeof date === 'string' && Date.parse(date) >= Date.parse(since);
}
