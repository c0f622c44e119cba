import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import { money } from '../../../kernel/money.js';
import { EntityReader } from '../../../kernel/reading/entity-reader.js';
import type { UpstreamKit } from '../../contract.js';
import type { ZuoraClient } from '../client.js';
import { Amount } from '../schemas/wire.js';
import type { ZuoraCurrencyMetrics } from './model.js';

/** https://developer.zuora.com/v1-api-reference/api/operation/GET_Account/ Only with Multiple Currencies. */
const Row = z.object({
  currency: z.string(),
  balance: Amount,
  contractedMrr: Amount,
  totalInvoiceBalance: Amount,
  totalDebitMemoBalance: Amount,
  unappliedPaymentAmount: Amount,
  unappliedCreditMemoAmount: Amount,
  reservedPaymentAmount: Amount,
});
const Answer = z.object({ metricsData: z.array(Row).nullish() });

const FRESH_MS = 60_000;
const STALE_MS = 3_600_000;

/** Totals of an account in each of its currencies, by account id; left out where the tenant does not keep them. */
export function currencyMetricsReader(
  client: ZuoraClient,
  tenant: string,
  kit: UpstreamKit,
): EntityReader<readonly ZuoraCurrencyMetrics[]> {
  return new EntityReader<readonly ZuoraCurrencyMetrics[]>({
    name: `${tenant}:currency-metrics`,
    cache: kit.cache,
    clock: kit.clock,
    freshMs: FRESH_MS,
    staleMs: STALE_MS,
    // Neither Object Query nor any list has them.
    maxBatch: 1,
    fetch: async ([id], options) => {
      if (id === undefined) return new Map();
      try {
        const { metricsData } = await client.read({
          operation: 'GET_Account',
          path: `/v1/accounts/${encodeURIComponent(id)}`,
          schema: Answer,
          ...options,
        });
        return metricsData ? new Map([[id, metricsData.map(toCurrencyMetrics)]]) : new Map();
      } catch (error) {
        if (error instanceof UpstreamError && error.code === 'UPSTREAM_NOT_FOUND') return new Map();
        throw error;
      }
    },
    onRefreshError: (error) => kit.log.warn({ err: error }, 'stale metrics could not be refreshed'),
  });
}

function toCurrencyMetrics({ currency, ...amounts }: z.infer<typeof Row>): ZuoraCurrencyMetrics {
  const shown = (amount: string | null) => (amount === null ? null : money(amount, currency));
  return {
    currency,
    balance: shown(amounts.balance),
    contractedMrr: shown(amounts.contractedMrr),
    totalInvoiceBalance: shown(amounts.totalInvoiceBalance),
    totalDebitMemoBalance: shown(amounts.totalDebitMemoBalance),
    unappliedPaymentAmount: shown(amounts.unappliedPaymentAmount),
    unappliedCreditMemoAmount: shown(amounts.unappliedCreditMemoAmount),
    reservedPaymentAmount: shown(amounts.reservedPaymentAmount),
  };
}
