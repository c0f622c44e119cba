import type { FastifyInstance } from 'fastify';
import { bodyOf } from '../../v1/body.js';
import { readDay } from '../engine/periods.js';
import { contractedMrr, totalContractedValue } from '../engine/pricing.js';
import type { SubscriptionBook } from '../subscription-book.js';
import { accountOf, newVersion, wanted } from './create.js';
import { KNOWN_FIELDS } from './known-fields.js';
import { previewBody } from './preview.js';
import { knownOnly, listOf, need, refusing } from './requests.js';

/** https://developer.zuora.com/v1-api-reference/api/operation/POST_Subscription/ and its preview. */
export function createRoutes(app: FastifyInstance, book: SubscriptionBook): void {
  app.post('/v1/subscriptions', async (request) =>
    refusing(request, () => {
      const body = bodyOf(request);
      knownOnly(body, KNOWN_FIELDS.create);
      need(body, ['accountKey', 'contractEffectiveDate', 'subscribeToRatePlans', 'termType']);
      const account = accountOf(book, body.accountKey);
      const owner = body.invoiceOwnerAccountKey === undefined ? account : accountOf(book, body.invoiceOwnerAccountKey);
      const currency = String(account.currency);
      const plans = listOf(body, 'subscribeToRatePlans').map(wanted);
      const version = newVersion(book, { account, owner, currency }, body, plans);
      const { id, name, cMRR } = book.create(version);
      return {
        success: true,
        subscriptionId: id,
        subscriptionNumber: name,
        contractedMrr: cMRR,
        totalContractedValue: totalContractedValue(version).toNumber(),
      };
    }),
  );

  app.post('/v1/subscriptions/preview', async (request) =>
    refusing(request, () => {
      const body = bodyOf(request);
      knownOnly(body, KNOWN_FIELDS.preview);
      need(body, ['contractEffectiveDate', 'subscribeToRatePlans', 'termType']);
      const account = accountOf(book, body.accountKey);
      const currency = String(account.currency);
      const plans = listOf(body, 'subscribeToRatePlans').map(wanted);
      const version = book.dry(() => newVersion(book, { account, owner: account, currency }, body, plans));
      const target =
        readDay(body.targetDate ?? body.invoiceTargetDate, 'targetDate') ??
        String(version.fields.contractEffectiveDate);
      return {
        success: true,
        contractedMrr: contractedMrr(version),
        totalContractedValue: totalContractedValue(version).toNumber(),
        ...previewBody(book.store, null, version, target),
      };
    }),
  );
}
