import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CATEGORY, refuseV1 } from '../access/errors.js';
import type { RecordEditor } from '../state/editor.js';
import type { ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { bodyOf } from '../v1/body.js';
import { accountByKey } from '../v1/lookup.js';
import { addContact, contactBody, contactFields } from './contact-records.js';

interface ById {
  Params: { contactId: string };
}

/** https://developer.zuora.com/v1-api-reference/api/tag/Contacts/ */
export function contactRoutes(app: FastifyInstance, store: Store, edit: RecordEditor): void {
  const contact = (request: FastifyRequest<ById>): ZuoraRecord => {
    const found = store.get('contact', request.params.contactId);
    if (found) return found;
    throw refuseV1(request, CATEGORY.notFound, `Cannot find entity by key: '${request.params.contactId}'.`);
  };
  const answer = (record: ZuoraRecord) => contactBody(record, store.get('account', String(record.accountId)));

  app.get<ById>('/v1/contacts/:contactId', async (request) => answer(contact(request)));

  app.post('/v1/contacts', async (request) => {
    const body = bodyOf(request);
    const key = body.accountId ?? body.accountNumber;
    if (typeof key !== 'string') {
      throw refuseV1(request, CATEGORY.missingField, 'Either accountId or accountNumber must be specified.');
    }
    const account = accountByKey(store, key);
    if (!account) throw refuseV1(request, CATEGORY.notFound, `Cannot find entity by key: '${key}'.`);
    return answer(addContact(request, edit, account.id, body));
  });

  app.put<ById>('/v1/contacts/:contactId', async (request) => {
    const { id } = contact(request);
    const fields = contactFields(request, bodyOf(request));
    for (const name of ['firstName', 'lastName']) {
      if (fields[name] === null) throw refuseV1(request, CATEGORY.missingField, `Missing required value: ${name}`);
    }
    return answer(edit.update('contact', id, fields));
  });

  app.delete<ById>('/v1/contacts/:contactId', async (request) => {
    const { id, accountId } = contact(request);
    const account = store.get('account', String(accountId));
    if (account && (account.billToId === id || account.soldToId === id)) {
      throw refuseV1(request, CATEGORY.businessRule, 'This contact is in use as bill-to or sold-to of its account.');
    }
    edit.remove('contact', id);
    return { success: true };
  });
}
