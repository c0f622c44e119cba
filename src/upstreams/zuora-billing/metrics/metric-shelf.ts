import { InvalidInput } from '../../../kernel/errors.js';
import type { EntityReader } from '../../../kernel/reading/entity-reader.js';
import { type RequestLoader, requestLoader } from '../../../kernel/reading/request-loader.js';
import type { Connection } from '../../../schema-kit/connection.js';
import type { ChargeMetrics, MetricPage } from './charge-metrics.js';
import type { MetricStream } from './metric-streams.js';
import type { ZuoraCurrencyMetrics } from './model.js';

export interface ZuoraMetrics {
  readonly charges: ChargeMetrics;
  /** By account id. */
  readonly byCurrency: EntityReader<readonly ZuoraCurrencyMetrics[]>;
}

/** Metrics as one request reads them. */
export class MetricShelf {
  readonly byCurrency: RequestLoader<readonly ZuoraCurrencyMetrics[]>;
  readonly #charges: ChargeMetrics;
  readonly #signal: AbortSignal;

  constructor({ charges, byCurrency }: ZuoraMetrics, signal: AbortSignal) {
    this.byCurrency = requestLoader(byCurrency, signal);
    this.#charges = charges;
    this.#signal = signal;
  }

  /** Rows that were changed at `from` or after it, and before `to`; both are ISO 8601 with an offset. */
  async page<T>(
    stream: MetricStream<T>,
    { from, to, ...page }: MetricPage & { readonly from: string; readonly to: string },
  ): Promise<Connection<T>> {
    const window = { from: wholeSeconds(from), to: wholeSeconds(to) };
    if (window.from >= window.to) throw new InvalidInput('"from" has to be before "to", by a second at least.');
    return await this.#charges.page(stream, window, page, this.#signal);
  }
}

/** As Zuora takes it; what is within a second of it counts to that second. */
function wholeSeconds(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
