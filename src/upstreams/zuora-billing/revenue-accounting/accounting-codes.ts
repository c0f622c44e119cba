import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import { EntityReader } from '../../../kernel/reading/entity-reader.js';
import { refusal } from '../../../kernel/refusal.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import type { UpstreamKit } from '../../contract.js';
import type { ZuoraClient } from '../client.js';
import { SYSTEM } from '../names.js';
import { Text } from '../schemas/wire.js';
import type { WriteDesk } from '../writing/write-desk.js';

/** Names of the accounts that Zuora Revenue books a charge of the catalog to; null where none is set. */
export interface ZuoraRevenueAccountingCodes {
  readonly adjustmentLiabilityAccount: string | null;
  readonly adjustmentRevenueAccount: string | null;
  readonly contractAssetAccount: string | null;
  readonly contractLiabilityAccount: string | null;
  readonly recognizedRevenueAccount: string | null;
  readonly unbilledReceivablesAccount: string | null;
}

const account = z
  .string()
  .trim()
  .min(1, 'must not be empty: Zuora takes all six or none')
  .max(100, 'must not be longer than 100 characters');
/** https://developer.zuora.com/v1-api-reference/api/operation/PUT_RevProAccountingCodes/ All of them are required. */
export const RevenueAccountingCodes = z.object({
  adjustmentLiabilityAccount: account,
  adjustmentRevenueAccount: account,
  contractAssetAccount: account,
  contractLiabilityAccount: account,
  recognizedRevenueAccount: account,
  unbilledReceivablesAccount: account,
});
type RevenueAccountingCodes = z.infer<typeof RevenueAccountingCodes>;

/**
 * https://developer.zuora.com/v1-api-reference/api/operation/GET_RetrieveProductRatePlanCharge/
 * The recognized revenue account of Zuora Revenue is the contract's: `recognizedRevenueAccountingCode` is that of Zuora
 * Billing's own ledger.
 */
const Charge = z.object({
  financeInformation: z
    .object({
      adjustmentLiabilityAccountingCode: Text,
      adjustmentRevenueAccountingCode: Text,
      contractAssetAccountingCode: Text,
      contractLiabilityAccountingCode: Text,
      contractRecognizedRevenueAccountingCode: Text,
      unbilledReceivablesAccountingCode: Text,
    })
    .nullish(),
});

const FRESH_MS = 60_000;
const STALE_MS = 3_600_000;

/** By the id of the charge in the catalog; left out for a charge that there is not. */
export function accountingCodesReader(
  client: ZuoraClient,
  tenant: string,
  kit: UpstreamKit,
): EntityReader<ZuoraRevenueAccountingCodes> {
  return new EntityReader<ZuoraRevenueAccountingCodes>({
    name: `${tenant}:revenue-accounting-codes`,
    cache: kit.cache,
    clock: kit.clock,
    freshMs: FRESH_MS,
    staleMs: STALE_MS,
    // Object Query does not have them.
    maxBatch: 1,
    fetch: async ([id], options) => {
      if (id === undefined) return new Map();
      try {
        const { financeInformation } = await client.read({
          operation: 'GET_RetrieveProductRatePlanCharge',
          path: `/v1/product-rate-plan-charges/${encodeURIComponent(id)}`,
          schema: Charge,
          ...options,
        });
        return new Map([[id, toCodes(financeInformation ?? null)]]);
      } catch (error) {
        if (error instanceof UpstreamError && error.code === 'UPSTREAM_NOT_FOUND') return new Map();
        throw error;
      }
    },
    onRefreshError: (error) => kit.log.warn({ err: error }, 'stale accounting codes could not be refreshed'),
  });
}

function toCodes(finance: z.infer<typeof Charge>['financeInformation'] | null): ZuoraRevenueAccountingCodes {
  return {
    adjustmentLiabilityAccount: finance?.adjustmentLiabilityAccountingCode ?? null,
    adjustmentRevenueAccount: finance?.adjustmentRevenueAccountingCode ?? null,
    contractAssetAccount: finance?.contractAssetAccountingCode ?? null,
    contractLiabilityAccount: finance?.contractLiabilityAccountingCode ?? null,
    recognizedRevenueAccount: finance?.contractRecognizedRevenueAccountingCode ?? null,
    unbilledReceivablesAccount: finance?.unbilledReceivablesAccountingCode ?? null,
  };
}

export function planCodes(chargeId: string, codes: RevenueAccountingCodes): PlannedCall[] {
  const after = { productRatePlanChargeId: chargeId, ...codes };
  return [{ system: SYSTEM, action: 'PUT_RevProAccountingCodes', target: chargeId, after }];
}

/** Sets all six: a second time leaves the same as once. */
export async function setCodes(desk: WriteDesk, chargeId: string, codes: RevenueAccountingCodes): Promise<void> {
  try {
    await desk.client.write({
      operation: 'PUT_RevProAccountingCodes',
      method: 'PUT',
      path: '/v1/revpro-accounting-codes',
      body: { productRatePlanChargeId: chargeId, ...codes },
      schema: z.unknown(),
      repeatable: true,
      ...desk.options,
    });
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.code !== 'UPSTREAM_NOT_FOUND') throw error;
    throw refusal('NOT_FOUND', `There is no charge ${chargeId} in the catalog.`, ['productRatePlanChargeId']);
  }
}
