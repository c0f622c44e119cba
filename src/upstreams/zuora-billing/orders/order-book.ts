import type { EntityReader } from '../../../kernel/reading/entity-reader.js';
import { type RequestLoader, requestLoader } from '../../../kernel/reading/request-loader.js';
import type { Connection } from '../../../schema-kit/connection.js';
import type { ZuoraClient } from '../client.js';
import type { ZuoraBillingSettings } from '../config.js';
import { readJob, type ZuoraAsyncJob } from './job.js';
import type { ZuoraOrder } from './model.js';
import { type OrderFilter, orderPage } from './order-reading.js';

/** The orders of a tenant, as one request sees them. */
export class OrderBook {
  readonly #client: ZuoraClient;
  readonly #loader: RequestLoader<ZuoraOrder>;
  readonly #settings: ZuoraBillingSettings;
  readonly #signal: AbortSignal;

  constructor(
    {
      client,
      reader,
      settings,
    }: { client: ZuoraClient; reader: EntityReader<ZuoraOrder>; settings: ZuoraBillingSettings },
    signal: AbortSignal,
  ) {
    this.#client = client;
    this.#loader = requestLoader(reader, signal);
    this.#settings = settings;
    this.#signal = signal;
  }

  load(orderNumber: string): Promise<ZuoraOrder | null> {
    return this.#loader.load(orderNumber);
  }

  /** The order as Zuora has it now. */
  async afresh(orderNumber: string): Promise<ZuoraOrder | null> {
    await this.#loader.drop(orderNumber);
    return await this.#loader.load(orderNumber);
  }

  page(filter: OrderFilter, page: { first: number; after?: string | null }): Promise<Connection<ZuoraOrder>> {
    return orderPage(this.#client, filter, page, this.#settings.timeZone, this.#options);
  }

  job(jobId: string): Promise<ZuoraAsyncJob | null> {
    return readJob(this.#client, jobId, this.#options);
  }

  get #options() {
    return { signal: this.#signal, lane: 'interactive' } as const;
  }
}
