import DataLoader from 'dataloader';
import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import { type RequestLoader, requestLoader } from '../../../kernel/reading/request-loader.js';
import { type Connection, connection } from '../../../schema-kit/connection.js';
import type { ZuoraClient } from '../client.js';
import { SYSTEM } from '../names.js';
import { anyOf, MAX_KEYS, queryAll } from '../object-query.js';
import type { TenantCapabilities } from '../tenant/capabilities.js';
import type { Keyed } from './document-kinds.js';
import { cursorsOf, type DocumentRows, documentPage } from './document-page.js';
import type { DocumentReaders, ZuoraDocumentReaders } from './document-readers.js';
import { LATEST } from './latest-documents.js';
import { toPaymentMethod } from './mapping.js';
import type {
  ZuoraCreditMemo,
  ZuoraDebitMemo,
  ZuoraInvoice,
  ZuoraInvoiceFile,
  ZuoraPayment,
  ZuoraPaymentMethod,
  ZuoraUsage,
} from './model.js';
import {
  type CreditMemoApplication,
  InvoiceFile,
  type InvoiceItem,
  type MemoItem,
  type PaymentApplication,
  PaymentMethod,
} from './schemas.js';

export interface ShelfOptions {
  readonly client: ZuoraClient;
  readonly readers: ZuoraDocumentReaders;
  readonly capabilities: TenantCapabilities;
  /** Origin of the tenant, for addresses that come without one. */
  readonly url: string;
}

interface PageRequest {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** One kind of document for one request. */
export class DocumentSeries<D extends Keyed> {
  readonly #readers: DocumentReaders<unknown, D>;
  readonly #client: ZuoraClient;
  readonly #check: () => Promise<void>;
  readonly #signal: AbortSignal;
  readonly #byId: RequestLoader<D>;
  readonly #byNumber: RequestLoader<D>;
  readonly #latest: RequestLoader<DocumentRows<D>>;

  constructor(
    readers: DocumentReaders<unknown, D>,
    { client, check, signal }: { client: ZuoraClient; check: () => Promise<void>; signal: AbortSignal },
  ) {
    this.#readers = readers;
    this.#client = client;
    this.#check = check;
    this.#signal = signal;
    this.#byId = requestLoader(readers.byId, signal);
    this.#byNumber = requestLoader(readers.byNumber, signal);
    this.#latest = requestLoader(readers.latestOfAccount, signal);
  }

  /** By id or number. */
  async find(key: string): Promise<D | null> {
    await this.#check();
    return /^[0-9a-f]{32}$/i.test(key) ? await this.#byId.load(key) : await this.#byNumber.load(key);
  }

  /** A page of an account's, newest first. The usual first page is read together with those of other accounts. */
  async page(accountId: string, { first, after = null }: PageRequest): Promise<Connection<D>> {
    await this.#check();
    const { kind } = this.#readers;
    const page =
      after === null && first <= LATEST
        ? cut(await this.#latest.load(accountId), first)
        : await documentPage(
            this.#client,
            kind,
            accountId,
            { first, after },
            { signal: this.#signal, lane: 'interactive' },
          );
    const cursors = cursorsOf(kind, accountId, page.rows, after);
    const edges = page.rows.map(({ document }, at) => ({ node: document, cursor: cursors[at] ?? '' }));
    return connection(edges, { hasNextPage: page.hasMore, after });
  }

  /** Forgets what has changed. */
  async changed({ id, number, accountId }: { id?: string | null; number?: string | null; accountId?: string | null }) {
    await Promise.all([
      id && this.#byId.drop(id),
      number && this.#byNumber.drop(number),
      accountId && this.#latest.drop(accountId),
    ]);
  }
}

function cut<D>(rows: DocumentRows<D> | null, first: number): DocumentRows<D> {
  if (rows === null) return { rows: [], hasMore: false };
  return { rows: rows.rows.slice(0, first), hasMore: rows.hasMore || rows.rows.length > first };
}

/** The billing documents, usage and payment methods that one request asks for. */
export class DocumentShelf {
  readonly invoices: DocumentSeries<ZuoraInvoice>;
  readonly payments: DocumentSeries<ZuoraPayment>;
  readonly creditMemos: DocumentSeries<ZuoraCreditMemo>;
  readonly debitMemos: DocumentSeries<ZuoraDebitMemo>;
  readonly usages: DocumentSeries<ZuoraUsage>;
  readonly invoiceItems: RequestLoader<readonly InvoiceItem[]>;
  readonly creditMemoItems: RequestLoader<readonly MemoItem[]>;
  readonly debitMemoItems: RequestLoader<readonly MemoItem[]>;
  readonly #paymentApplications: RequestLoader<readonly PaymentApplication[]>;
  readonly #creditMemoApplications: RequestLoader<readonly CreditMemoApplication[]>;
  readonly #paymentMethods: DataLoader<string, readonly ZuoraPaymentMethod[]>;
  readonly #options: ShelfOptions;
  readonly #signal: AbortSignal;

  constructor(options: ShelfOptions, signal: AbortSignal) {
    const { client, readers } = options;
    this.#options = options;
    this.#signal = signal;
    const means = { client, signal, check: async () => this.#requireObjectQuery() };
    const settled = { client, signal, check: () => this.#requireSettlement() };
    this.invoices = new DocumentSeries(readers.invoices, means);
    this.payments = new DocumentSeries(readers.payments, means);
    this.creditMemos = new DocumentSeries(readers.creditMemos, settled);
    this.debitMemos = new DocumentSeries(readers.debitMemos, settled);
    this.usages = new DocumentSeries(readers.usages, means);
    this.invoiceItems = requestLoader(readers.invoiceItems, signal);
    this.creditMemoItems = requestLoader(readers.creditMemoItems, signal);
    this.debitMemoItems = requestLoader(readers.debitMemoItems, signal);
    this.#paymentApplications = requestLoader(readers.paymentApplications, signal);
    this.#creditMemoApplications = requestLoader(readers.creditMemoApplications, signal);
    this.#paymentMethods = new DataLoader((accountIds) => this.#readPaymentMethods(accountIds), {
      maxBatchSize: MAX_KEYS,
    });
  }

  /** Of many accounts in one call, and never from a cache. */
  async paymentMethods(accountId: string): Promise<readonly ZuoraPaymentMethod[]> {
    this.#requireObjectQuery();
    return await this.#paymentMethods.load(accountId);
  }

  /** What a payment was applied to. */
  async paymentApplications(paymentId: string): Promise<readonly PaymentApplication[]> {
    await this.#requireSettlement();
    return (await this.#paymentApplications.load(paymentId)) ?? [];
  }

  /** What a credit memo was applied to. */
  async creditMemoApplications({ zuoraId, accountId }: Keyed): Promise<readonly CreditMemoApplication[]> {
    await this.#requireSettlement();
    const all = (await this.#creditMemoApplications.load(accountId)) ?? [];
    return all.filter(({ creditMemoId }) => creditMemoId === zuoraId);
  }

  /** Forgets what the credit memos of an account were applied to. */
  async creditMemoApplied(accountId: string): Promise<void> {
    await this.#creditMemoApplications.drop(accountId);
  }

  /** The PDF files of an invoice. https://developer.zuora.com/v1-api-reference/api/operation/GET_InvoiceFiles/ */
  async invoiceFiles(invoiceId: string): Promise<readonly ZuoraInvoiceFile[]> {
    const { client, url } = this.#options;
    const { invoiceFiles } = await client.read({
      operation: 'GET_InvoiceFiles',
      path: `/v1/invoices/${encodeURIComponent(invoiceId)}/files`,
      query: [['pageSize', '40']],
      schema: z.object({ invoiceFiles: z.array(InvoiceFile).nullish() }),
      signal: this.#signal,
      lane: 'interactive',
    });
    return (invoiceFiles ?? []).map(({ id, versionNumber, pdfFileUrl }) => ({
      zuoraId: id,
      version: versionNumber,
      url: new URL(pdfFileUrl, url).href,
    }));
  }

  async #readPaymentMethods(accountIds: readonly string[]): Promise<readonly ZuoraPaymentMethod[][]> {
    const rows = await queryAll(
      this.#options.client,
      {
        objects: 'payment-methods',
        operation: 'queryPaymentMethods',
        row: PaymentMethod,
        filter: [anyOf('accountid', accountIds)],
      },
      { signal: this.#signal, lane: 'interactive' },
    );
    const byAccount = Map.groupBy(rows, ({ accountId }) => accountId);
    return accountIds.map((id) => (byAccount.get(id) ?? []).map(toPaymentMethod));
  }

  /** Without it Zuora has no memos, and payments are not applied in parts. */
  async #requireSettlement(): Promise<void> {
    this.#requireObjectQuery();
    if (await this.#options.capabilities.has('invoiceSettlement')) return;
    const message = 'Memos and applications need Invoice Settlement, which this tenant does not have.';
    throw new UpstreamError(SYSTEM, 'UPSTREAM_UNSUPPORTED', message);
  }

  #requireObjectQuery(): void {
    if (!this.#options.capabilities.objectQueryIsOff) return;
    const message = 'Billing documents, usage and payment methods need Object Query, which this tenant does not have.';
    throw new UpstreamError(SYSTEM, 'UPSTREAM_UNSUPPORTED', message);
  }
}
