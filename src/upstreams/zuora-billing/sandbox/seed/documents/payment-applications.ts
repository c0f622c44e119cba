import { recordIndex } from '../../../../sandbox-kit/scenario.js';
import type { ZuoraRecord } from '../../state/record.js';
import type { SeedContext } from '../context.js';

/** What the payments of an invoice were applied to: the invoice; failed ones to nothing. */
export function applicationRecords(
  context: SeedContext,
  invoiceId: string,
  payments: readonly ZuoraRecord[],
): ZuoraRecord[] {
  return payments
    .filter(({ appliedAmount }) => Number(appliedAmount) > 0)
    .map((payment) => ({
      id: context.ids.of('paymentApplication', recordIndex(context.ids.seed, 'payment', payment.id) ?? 0),
      accountId: payment.accountId ?? null,
      applyAmount: payment.appliedAmount ?? null,
      createdById: payment.createdById ?? null,
      createdDate: payment.createdDate ?? null,
      effectiveDate: payment.effectiveDate ?? null,
      invoiceId,
      paymentId: payment.id,
      updatedById: payment.updatedById ?? null,
      updatedDate: payment.updatedDate,
    }));
}
