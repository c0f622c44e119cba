import type { Lane } from '../../../kernel/http/lanes.js';
import { EntityReader } from '../../../kernel/reading/entity-reader.js';
import type { UpstreamKit } from '../../contract.js';
import type { ZuoraClient } from '../client.js';
import { anyOf, isKey, MAX_KEYS, type ObjectQuery, queryAll } from '../object-query.js';
import {
  CREDIT_MEMOS,
  DEBIT_MEMOS,
  type DocumentKind,
  INVOICES,
  type Keyed,
  PAYMENTS,
  USAGES,
} from './document-kinds.js';
import type { DocumentRows } from './document-page.js';
import { latestDocuments } from './latest-documents.js';
import type { ZuoraCreditMemo, ZuoraDebitMemo, ZuoraInvoice, ZuoraPayment, ZuoraUsage } from './model.js';
import {
  CreditMemoApplication,
  CreditMemoItem,
  DebitMemoItem,
  InvoiceItem,
  type MemoItem,
  PaymentApplication,
} from './schemas.js';

/** A kind of document by id, by number, and as the newest ones of an account. */
export interface DocumentReaders<Row, D> {
  readonly kind: DocumentKind<Row, D>;
  readonly byId: EntityReader<D>;
  /** By number; nothing for a kind without numbers. */
  readonly byNumber: EntityReader<D>;
  readonly latestOfAccount: EntityReader<DocumentRows<D>>;
}

export interface ZuoraDocumentReaders {
  readonly invoices: DocumentReaders<unknown, ZuoraInvoice>;
  readonly payments: DocumentReaders<unknown, ZuoraPayment>;
  readonly creditMemos: DocumentReaders<unknown, ZuoraCreditMemo>;
  readonly debitMemos: DocumentReaders<unknown, ZuoraDebitMemo>;
  readonly usages: DocumentReaders<unknown, ZuoraUsage>;
  /** All items of a document, by its id; an empty list if it has none. */
  readonly invoiceItems: EntityReader<readonly InvoiceItem[]>;
  readonly creditMemoItems: EntityReader<readonly MemoItem[]>;
  readonly debitMemoItems: EntityReader<readonly MemoItem[]>;
  readonly paymentApplications: EntityReader<readonly PaymentApplication[]>;
  /** By account id: Zuora does not find them by memo. */
  readonly creditMemoApplications: EntityReader<readonly CreditMemoApplication[]>;
}

interface Options {
  readonly signal: AbortSignal;
  readonly lane: Lane;
}

const FRESH_MS = 60_000;
const STALE_MS = 3_600_000;

export function documentReaders(client: ZuoraClient, tenant: string, kit: UpstreamKit): ZuoraDocumentReaders {
  function reader<V>(
    name: string,
    fetch: (keys: readonly string[], options: Options) => Promise<ReadonlyMap<string, V>>,
  ): EntityReader<V> {
    return new EntityReader<V>({
      name: `${tenant}:${name}`,
      cache: kit.cache,
      clock: kit.clock,
      freshMs: FRESH_MS,
      staleMs: STALE_MS,
      maxBatch: MAX_KEYS,
      fetch: async (keys, options) => {
        const askable = keys.filter(isKey);
        return askable.length > 0 ? await fetch(askable, options) : new Map();
      },
      onRefreshError: (error) => kit.log.warn({ err: error, kind: name }, 'a stale entry could not be refreshed'),
    });
  }

  function readersOf<Row, D extends Keyed>(kind: DocumentKind<Row, D>, numberOf: (document: D) => string | null) {
    const where = async (field: string, keys: readonly string[], options: Options) =>
      (await queryAll(client, { ...kind, filter: [anyOf(field, keys)] }, options)).map(kind.present);
    return {
      kind,
      byId: reader(kind.objects, async (ids, options) => {
        const documents = await where('id', ids, options);
        return new Map(documents.map((document) => [document.zuoraId, document]));
      }),
      byNumber: reader(`${kind.objects}-by-number`, async (numbers, options) => {
        if (kind.numberField === null) return new Map<string, D>();
        const documents = await where(kind.numberField, numbers, options);
        return new Map(documents.map((document) => [numberOf(document) ?? '', document]));
      }),
      latestOfAccount: reader(`${kind.objects}-of-account`, (ids, options) =>
        latestDocuments(client, kind, ids, options),
      ),
    } as unknown as DocumentReaders<unknown, D>;
  }

  /** Children by foreign key, with the cursor drained: an expanded array would be cut without a word. */
  function childrenOf<Row>(query: ObjectQuery<Row>, field: string, parentOf: (row: Row) => string) {
    return reader<readonly Row[]>(query.objects, async (ids, options) => {
      const rows = await queryAll(client, { ...query, filter: [anyOf(field, ids)] }, options);
      const byParent = Map.groupBy(rows, parentOf);
      return new Map(ids.map((id) => [id, byParent.get(id) ?? []]));
    });
  }

  return {
    invoices: readersOf(INVOICES, ({ invoiceNumber }) => invoiceNumber),
    payments: readersOf(PAYMENTS, ({ paymentNumber }) => paymentNumber),
    creditMemos: readersOf(CREDIT_MEMOS, ({ memoNumber }) => memoNumber),
    debitMemos: readersOf(DEBIT_MEMOS, ({ memoNumber }) => memoNumber),
    usages: readersOf(USAGES, () => null),
    invoiceItems: childrenOf(
      { objects: 'invoice-items', operation: 'queryInvoiceItems', row: InvoiceItem },
      'invoiceid',
      ({ invoiceId }) => invoiceId,
    ),
    creditMemoItems: childrenOf(
      { objects: 'credit-memo-items', operation: 'queryCreditMemoItems', row: CreditMemoItem },
      'creditmemoid',
      ({ creditMemoId }) => creditMemoId,
    ),
    debitMemoItems: childrenOf(
      { objects: 'debit-memo-items', operation: 'queryDebitMemoItems', row: DebitMemoItem },
      'debitmemoid',
      ({ debitMemoId }) => debitMemoId,
    ),
    paymentApplications: childrenOf(
      { objects: 'payment-applications', operation: 'queryPaymentApplications', row: PaymentApplication },
      'paymentid',
      ({ paymentId }) => paymentId,
    ),
    creditMemoApplications: childrenOf(
      { objects: 'credit-memo-applications', operation: 'queryCreditMemoApplications', row: CreditMemoApplication },
      'accountid',
      ({ accountId }) => accountId,
    ),
  };
}
