import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CATEGORY, refuseV1 } from '../access/errors.js';
import type { RecordEditor } from '../state/editor.js';
import type { ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { bodyOf, refuseLong, require } from '../v1/body.js';

/** Names of the accounts in a request, and what they are called in the finance information of a charge. */
const ACCOUNTS = {
  adjustmentLiabilityAccount: 'adjustmentLiabilityAccountingCode',
  adjustmentRevenueAccount: 'adjustmentRevenueAccountingCode',
  contractAssetAccount: 'contractAssetAccountingCode',
  contractLiabilityAccount: 'contractLiabilityAccountingCode',
  recognizedRevenueAccount: 'contractRecognizedRevenueAccountingCode',
  unbilledReceivablesAccount: 'unbilledReceivablesAccountingCode',
} as const;
const MODELS: Readonly<Record<string, string>> = {
  'Flat Fee Pricing': 'FlatFee',
  'Per Unit Pricing': 'PerUnit',
  'Volume Pricing': 'Volume',
  'Tiered Pricing': 'Tiered',
  'Overage Pricing': 'Overage',
  'Discount-Percentage': 'DiscountPercentage',
  'Discount-Fixed Amount': 'DiscountFixedAmount',
};

/** https://developer.zuora.com/v1-api-reference/api/operation/PUT_RevProAccountingCodes/ and where they are read. */
export function revenueAccountingRoutes(app: FastifyInstance, store: Store, edit: RecordEditor): void {
  const charge = (request: FastifyRequest, key: string): ZuoraRecord => {
    const found = store.get('productRatePlanCharge', key);
    if (!found) throw refuseV1(request, CATEGORY.notFound, `Cannot find entity by key: '${key}'.`);
    return found;
  };

  app.put('/v1/revpro-accounting-codes', async (request) => {
    const body = bodyOf(request);
    const names = Object.keys(ACCOUNTS);
    require(request, body, ['productRatePlanChargeId', ...names]);
    refuseLong(request, body, Object.fromEntries(names.map((name) => [name, 100])));
    const { id } = charge(request, String(body.productRatePlanChargeId));
    edit.update('productRatePlanCharge', id, Object.fromEntries(names.map((name) => [name, String(body[name])])));
    return { success: true };
  });

  app.get<{ Params: { key: string } }>('/v1/product-rate-plan-charges/:key', async (request) => {
    const found = charge(request, request.params.key);
    const { id, name, chargeType, chargeModel, productRatePlanChargeNumber, triggerEvent } = found;
    const model = MODELS[String(chargeModel)];
    return {
      id,
      name,
      type: chargeType,
      ...(model && { model }),
      ...(productRatePlanChargeNumber && { productRatePlanChargeNumber }),
      ...(triggerEvent && { triggerEvent }),
      financeInformation: Object.fromEntries(
        Object.entries(ACCOUNTS).map(([account, code]) => [code, found[account] ?? null]),
      ),
      success: true,
    };
  });
}
