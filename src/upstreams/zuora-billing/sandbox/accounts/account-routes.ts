import type { FastifyInstance, FastifyRequest } from 'fastify';
import { recordId } from '../../../sandbox-kit/scenario.js';
import { CATEGORY, refuseV1 } from '../access/errors.js';
import { recordsBy } from '../object-query/search.js';
import type { FieldValue, ZuoraRecord } from '../state/record.js';
import { totalContractedValue } from '../subscriptions/engine/pricing.js';
import { newVersion, wanted } from '../subscriptions/routes/create.js';
import { KNOWN_FIELDS } from '../subscriptions/routes/known-fields.js';
import { knownOnly, listOf, need, refusing } from '../subscriptions/routes/requests.js';
import type { SubscriptionBook } from '../subscriptions/subscription-book.js';
import { type Body, bodyOf, fieldsOf, refuseLong, require } from '../v1/body.js';
import { accountByKey } from '../v1/lookup.js';
import { ACCOUNT_FIELDS, BLANK_ACCOUNT } from './account-records.js';
import { addContact, checkContact, contactFields } from './contact-records.js';

const TRANSACTIONS = ['subscription', 'invoice', 'payment', 'creditMemo', 'debitMemo', 'usage'] as const;

interface ByKey {
  Params: { key: string };
}

const LIMITS = { name: 255, accountNumber: 50, crmId: 100, batch: 50, notes: 65_535, salesRep: 50 };

/** https://developer.zuora.com/v1-api-reference/api/tag/Accounts/ */
export function accountWriteRoutes(app: FastifyInstance, book: SubscriptionBook): void {
  const { store, edit } = book;
  let numbered = 0;
  let jobs = 0;

  app.post('/v1/accounts', async (request) => {
    const body = bodyOf(request);
    require(request, body, ['name', 'currency', 'billToContact']);
    const fields = accountFields(request, body);
    const billToContact = body.billToContact as Body;
    // Without a sold-to contact of its own the account gets a copy of the bill-to contact.
    const soldToContact = (body.soldToContact ?? billToContact) as Body;
    // Everything is looked at before anything is made: the call does all or nothing.
    checkContact(request, billToContact, 'billToContact.');
    checkContact(request, soldToContact, 'soldToContact.');
    const accountNumber = numberOf(request, body);
    const paymentMethodId = paymentMethodOf(request, body);
    if (body.autoPay === true && paymentMethodId === null) {
      throw refuseV1(request, CATEGORY.businessRule, 'autoPay needs a default payment method.');
    }
    const account = edit.add('account', {
      ...BLANK_ACCOUNT,
      bcdSettingOption: body.billCycleDay === undefined ? 'AutoSet' : 'ManualSet',
      ...fields,
      accountNumber,
      currency: String(body.currency),
      defaultPaymentMethodId: paymentMethodId,
      status: 'Active',
      billToId: null,
      soldToId: null,
    });
    const billTo = addContact(request, edit, account.id, billToContact);
    const soldTo = addContact(request, edit, account.id, soldToContact);
    const owner = edit.update('account', account.id, { billToId: billTo.id, soldToId: soldTo.id });
    const subscription = firstSubscription(request, owner, body.subscription);
    return {
      success: true,
      ...subscription,
      accountId: account.id,
      accountNumber,
      billToContactId: billTo.id,
      soldToContactId: soldTo.id,
      ...(paymentMethodId !== null && { paymentMethodId }),
    };
  });

  app.put<ByKey>('/v1/accounts/:key', async (request) => {
    const account = accountByKey(store, request.params.key);
    if (!account) throw refuseV1(request, CATEGORY.notFound, `Cannot find entity by key: '${request.params.key}'.`);
    const body = bodyOf(request);
    const fields = accountFields(request, body);
    for (const name of ['name', 'billCycleDay', 'paymentTerm']) {
      if (name in fields && fields[name] === null) {
        throw refuseV1(request, CATEGORY.missingField, `Missing required value: ${name}`);
      }
    }
    for (const [name, contactId] of [
      ['billToContact', account.billToId],
      ['soldToContact', account.soldToId],
    ] as const) {
      const given = body[name];
      if (typeof given !== 'object' || given === null) continue;
      require(request, given as Body, ['firstName', 'lastName'], `${name}.`);
      if (typeof contactId === 'string') edit.update('contact', contactId, contactFields(request, given as Body));
    }
    edit.update('account', account.id, {
      ...fields,
      ...(typeof body.defaultPaymentMethodId === 'string' && { defaultPaymentMethodId: body.defaultPaymentMethodId }),
    });
    return { success: true };
  });

  app.delete<ByKey>('/v1/accounts/:key', async (request) => {
    const account = accountByKey(store, request.params.key);
    if (!account) throw refuseV1(request, CATEGORY.notFound, `Cannot find entity by key: '${request.params.key}'.`);
    // A job of Zuora's does it: everything of the account goes, and the account stays canceled.
    for (const kind of TRANSACTIONS) {
      for (const { id } of recordsBy(store, kind, 'accountId', account.id)) edit.remove(kind, id);
    }
    edit.update('account', account.id, { status: 'Canceled' });
    jobs += 1;
    return {
      success: true,
      id: account.id,
      jobId: recordId(store.seed.scenario.seed, 'deletion', jobs),
      jobStatus: 'Pending',
    };
  });

  /** All or nothing: an account whose subscription cannot be made is not made either. */
  function firstSubscription(request: FastifyRequest, account: ZuoraRecord, given: unknown): object {
    if (typeof given !== 'object' || given === null) return {};
    const currency = String(account.currency);
    try {
      return refusing(request, () => {
        const body = given as Body;
        knownOnly(body, KNOWN_FIELDS.create);
        need(body, ['contractEffectiveDate', 'termType']);
        const plans = listOf(body, 'subscribeToRatePlans').map(wanted);
        const version = newVersion(book, { account, owner: account, currency }, body, plans);
        const { id, name, cMRR } = book.create(version);
        const worth = totalContractedValue(version).toNumber();
        return { subscriptionId: id, subscriptionNumber: name, contractedMrr: cMRR, totalContractedValue: worth };
      });
    } catch (error) {
      for (const contact of [account.billToId, account.soldToId]) edit.remove('contact', String(contact));
      edit.remove('account', account.id);
      throw error;
    }
  }

  function numberOf(request: FastifyRequest, body: Body): string {
    const { accountNumber } = body;
    if (typeof accountNumber !== 'string' || accountNumber === '') {
      numbered += 1;
      return `A${String(90_000_000 + numbered)}`;
    }
    if (accountByKey(store, accountNumber)) {
      throw refuseV1(request, CATEGORY.businessRule, `The account number ${accountNumber} has been used.`);
    }
    return accountNumber;
  }

  function accountFields(request: FastifyRequest, body: Body): Record<string, FieldValue> {
    refuseLong(request, body, LIMITS);
    const { billCycleDay, additionalEmailAddresses: emails, parentId } = body;
    const day = Number(billCycleDay ?? 1);
    if (!Number.isInteger(day) || day < 0 || day > 31) {
      throw refuseV1(request, CATEGORY.invalidValue, 'billCycleDay must be a number from 0 to 31.');
    }
    if (typeof parentId === 'string' && parentId !== '' && !store.get('account', parentId)) {
      throw refuseV1(request, CATEGORY.invalidValue, `The parent account ${parentId} does not exist.`);
    }
    return {
      ...fieldsOf(body, ACCOUNT_FIELDS),
      ...(Array.isArray(emails) && { additionalEmailAddresses: emails.length > 0 ? emails.join(',') : null }),
    };
  }

  function paymentMethodOf(request: FastifyRequest, body: Body): string | null {
    const { hpmCreditCardPaymentMethodId: hosted, paymentMethod } = body;
    if (typeof hosted === 'string') {
      if (!/^[0-9a-f]{32}$/.test(hosted)) {
        throw refuseV1(request, CATEGORY.invalidValue, `The payment method ${hosted} does not exist.`);
      }
      return hosted;
    }
    if (typeof paymentMethod !== 'object' || paymentMethod === null) return null;
    require(request, paymentMethod as Body, ['type'], 'paymentMethod.');
    return edit.add('paymentMethod', newPaymentMethod(paymentMethod as Body)).id;
  }
}

function newPaymentMethod({
  type,
  tokenId,
}: Body): Omit<ZuoraRecord, 'id' | 'updatedDate'> & Record<string, FieldValue> {
  return { type: String(type), tokenId: typeof tokenId === 'string' ? tokenId : null, paymentMethodStatus: 'Active' };
}
