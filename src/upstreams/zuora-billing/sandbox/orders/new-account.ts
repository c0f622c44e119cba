import { ACCOUNT_FIELDS, BLANK_ACCOUNT } from '../accounts/account-records.js';
import { CONTACT_FIELDS, EMPTY_CONTACT } from '../accounts/contact-records.js';
import type { RecordEditor } from '../state/editor.js';
import type { ZuoraRecord } from '../state/record.js';
import { NotPossible } from '../subscriptions/engine/version.js';
import { need } from '../subscriptions/routes/requests.js';
import type { SubscriptionBook } from '../subscriptions/subscription-book.js';
import { type Body, fieldsOf } from '../v1/body.js';
import { accountByKey } from '../v1/lookup.js';
import { objectOf } from './order-pricing.js';

// Orders call the postal code of a contact by another name than accounts do.
const ORDER_CONTACT_FIELDS = { ...CONTACT_FIELDS, postalCode: 'postalCode' };

/** The account that an order begins with. https://developer.zuora.com/v1-api-reference/api/operation/POST_Order/ */
export function newAccount(book: SubscriptionBook, body: Body): ZuoraRecord {
  const { store, edit } = book;
  need(body, ['name', 'currency', 'billCycleDay', 'billToContact']);
  const billTo = objectOf(body, 'billToContact');
  const soldTo = body.soldToContact === undefined ? billTo : objectOf(body, 'soldToContact');
  for (const contact of [billTo, soldTo]) need(contact, ['firstName', 'lastName']);
  const { accountNumber: number, additionalEmailAddresses: emails } = body;
  if (typeof number === 'string' && accountByKey(store, number)) {
    throw new NotPossible('businessRule', `The account number ${number} has been used.`);
  }
  const account = edit.add('account', {
    ...BLANK_ACCOUNT,
    ...fieldsOf(body, ACCOUNT_FIELDS),
    ...fieldsOf(objectOf(body, 'customFields'), {}),
    ...(typeof emails === 'string' && { additionalEmailAddresses: emails }),
    accountNumber: typeof number === 'string' ? number : `A8${book.next('order').replace(/\D/g, '')}`,
    currency: String(body.currency),
    defaultPaymentMethodId: (body.hpmCreditCardPaymentMethodId as string | undefined) ?? null,
    status: 'Active',
    billToId: null,
    soldToId: null,
  });
  const [billToId, soldToId] = [billTo, soldTo].map(
    (contact) =>
      edit.add('contact', { ...EMPTY_CONTACT, ...fieldsOf(contact, ORDER_CONTACT_FIELDS), accountId: account.id }).id,
  );
  return edit.update('account', account.id, { billToId: String(billToId), soldToId: String(soldToId) });
}

/** Of an order that was not made after all. */
export function removeNew(edit: RecordEditor, { id, billToId, soldToId }: ZuoraRecord): void {
  for (const contact of [billToId, soldToId]) edit.remove('contact', String(contact));
  edit.remove('account', id);
}
