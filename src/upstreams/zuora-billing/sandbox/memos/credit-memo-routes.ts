import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../../../../kernel/clock.js';
import { CATEGORY, refuseV1 } from '../access/errors.js';
import { recordsBy, search } from '../object-query/search.js';
import { LATEST_FIRST } from '../object-query/sort-order.js';
import type { RecordEditor } from '../state/editor.js';
import type { ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { refusing } from '../subscriptions/routes/requests.js';
import { bodyOf } from '../v1/body.js';
import { CreditMemos } from './credit-memos.js';
import { deleteMemo, updateMemo } from './memo-changes.js';

interface ByKey {
  Params: { key: string };
}

/** https://developer.zuora.com/v1-api-reference/api/tag/Credit-Memos/ The older path is served as well. */
export function creditMemoRoutes(
  app: FastifyInstance,
  store: Store,
  edit: RecordEditor,
  clock: Pick<Clock, 'now'>,
): void {
  const today = () => store.seed.context.time.format(clock.now()).slice(0, 10);
  const memos = new CreditMemos(store, edit, today);
  const memo = (request: FastifyRequest<ByKey>): ZuoraRecord => {
    const { key } = request.params;
    const found = store.get('creditMemo', key) ?? recordsBy(store, 'creditMemo', 'memoNumber', key, 1)[0];
    if (!found) throw refuseV1(request, CATEGORY.notFound, `Cannot find entity by key: '${key}'.`);
    return found;
  };
  const answer = (record: ZuoraRecord) => memoBody(store, record);
  /** Zuora takes a PUT without a body for a wrong media type. */
  const withBody = (request: FastifyRequest) => {
    if (request.body === undefined || request.body === null) {
      throw refuseV1(request, CATEGORY.unsupported, 'Unsupported Media Type');
    }
  };

  for (const path of ['/v1/credit-memos', '/v1/creditmemos']) {
    app.get(path, async () => {
      const { records } = search(store, 'creditMemo', { filters: [], order: LATEST_FIRST, after: null, pageSize: 20 });
      return { creditmemos: records.map((record) => memoBody(store, record)), success: true };
    });
    app.post(path, async (request) => answer(memos.create(request, bodyOf(request))));
    app.get<ByKey>(`${path}/:key`, async (request) => answer(memo(request)));
    app.put<ByKey>(`${path}/:key`, async (request) =>
      refusing(request, () => answer(updateMemo(store, edit, memo(request), bodyOf(request)))),
    );
    app.delete<ByKey>(`${path}/:key`, async (request) =>
      refusing(request, () => {
        deleteMemo(store, edit, memo(request));
        return { success: true };
      }),
    );
    app.put<ByKey>(`${path}/:key/post`, async (request) => {
      withBody(request);
      return answer(memos.post(request, memo(request)));
    });
    app.put<ByKey>(`${path}/:key/cancel`, async (request) => {
      withBody(request);
      return answer(memos.cancel(request, memo(request)));
    });
    app.put<ByKey>(`${path}/:key/apply`, async (request) =>
      answer(memos.apply(request, memo(request), bodyOf(request))),
    );
  }
}

function memoBody(store: Store, memo: ZuoraRecord) {
  const plain = (instant: unknown) => (typeof instant === 'string' ? instant.slice(0, 19).replace('T', ' ') : null);
  return {
    id: memo.id,
    number: memo.memoNumber,
    accountId: memo.accountId,
    accountNumber: store.get('account', String(memo.accountId))?.accountNumber ?? null,
    currency: memo.currency,
    creditMemoDate: memo.memoDate,
    targetDate: null,
    postedById: null,
    postedOn: null,
    status: memo.status,
    amount: memo.totalAmount,
    taxAmount: memo.taxAmount,
    totalTaxExemptAmount: 0,
    unappliedAmount: memo.balance,
    refundAmount: memo.refundAmount ?? 0,
    appliedAmount: memo.appliedAmount,
    comment: memo.comments ?? null,
    source: memo.source,
    sourceId: null,
    referredInvoiceId: memo.invoiceId ?? null,
    reasonCode: memo.reasonCode,
    createdDate: plain(memo.createdDate),
    createdById: memo.createdById,
    updatedDate: plain(memo.updatedDate),
    updatedById: memo.updatedById,
    transferredToAccounting: memo.transferredToAccounting ?? 'No',
    excludeFromAutoApplyRules: memo.excludeFromAutoApplyRules ?? false,
    autoApplyUponPosting: memo.autoApplyUponPosting ?? false,
    reversed: memo.reversed ?? false,
    taxStatus: 'Complete',
    sourceType: memo.sourceType,
    success: true,
  };
}
