import type { Decimal } from 'decimal.js';
import type { ScenarioCustomer } from '../../../../sandbox-kit/scenario.js';
import type { ZuoraRecord } from '../../state/record.js';
import type { SeedContext } from '../context.js';
import { NUMBERS } from '../ids.js';
import { addDays } from '../plain-dates.js';
import type { InvoiceStory } from './invoice-stories.js';
import { DOCUMENT_SECOND } from './invoices.js';
import { SLOTS } from './slots.js';

/** What was paid on an invoice: nothing, or one payment, which may have failed once before. */
export function paymentRecords(
  customer: ScenarioCustomer,
  context: SeedContext,
  story: InvoiceStory,
  paymentMethodId: string | null,
): ZuoraRecord[] {
  if (story.paid.isZero()) return [];
  const random = customer.random(`payment ${story.slot}`);
  const failed = paymentMethodId !== null && random.chance(8);
  const late = random.int(10);
  const pay = (attempt: 0 | 1) => {
    const day = addDays(story.dueDay, late + attempt - 1);
    const index = customer.n * SLOTS.payment + story.slot * 2 + attempt;
    return {
      id: context.ids.of('payment', index),
      paymentNumber: NUMBERS.payment.of(index),
      effectiveDate: day,
      ...paymentFields(customer, paymentMethodId, story.paid, attempt === 1),
      ...context.stamps(customer.n, DOCUMENT_SECOND, Date.parse(`${day}T15:00:00Z`)),
    };
  };
  return failed ? [pay(0), pay(1)] : [pay(1)];
}

function paymentFields(customer: ScenarioCustomer, paymentMethodId: string | null, amount: Decimal, worked: boolean) {
  const electronic = paymentMethodId !== null;
  return {
    accountId: customer.ids.subscriptionAccountId,
    amount: amount.toNumber(),
    appliedAmount: worked ? amount.toNumber() : 0,
    appliedCreditBalanceAmount: 0,
    comment: electronic ? null : 'Wire transfer',
    currency: customer.currency,
    gateway: electronic ? 'Test Gateway' : null,
    gatewayResponse: electronic ? (worked ? 'This transaction has been approved.' : 'Insufficient funds') : null,
    gatewayResponseCode: electronic ? (worked ? 'approve' : '51') : null,
    gatewayState: electronic ? (worked ? 'Settled' : 'FailedToSettle') : 'NotSubmitted',
    isStandalone: false,
    paymentMethodId,
    prepayment: false,
    refundAmount: 0,
    source: electronic ? 'PaymentRun' : 'Manually',
    status: worked ? 'Processed' : 'Error',
    type: electronic ? 'Electronic' : 'External',
    unappliedAmount: 0,
  };
}
