import type { ScenarioCustomer } from '../../../../sandbox-kit/scenario.js';
import type { ZuoraRecord } from '../../state/record.js';
import type { SeedContext } from '../context.js';
import { DOCUMENT_SECOND } from './invoices.js';
import { SLOTS } from './slots.js';

/** How many the account has; the first is the one it pays with. */
const countOf = (customer: ScenarioCustomer): number => customer.random('payment methods').pick([0, 1, 1, 2, 3]);

const idOf = ({ n }: ScenarioCustomer, context: SeedContext, place: number) =>
  context.ids.of('paymentMethod', n * SLOTS.paymentMethod + place);

export function defaultPaymentMethodIdOf(customer: ScenarioCustomer, context: SeedContext): string | null {
  return countOf(customer) > 0 ? idOf(customer, context, 0) : null;
}

/** Cards, bank accounts and PayPal. Numbers are masked, as Zuora gives them out. */
export function paymentMethodRecords(customer: ScenarioCustomer, context: SeedContext): ZuoraRecord[] {
  return Array.from({ length: countOf(customer) }, (_, place) => {
    const random = customer.random(`payment method ${place}`);
    const lastFour = String(random.int(10_000)).padStart(4, '0');
    const closed = place > 0 && random.chance(30);
    return {
      id: idOf(customer, context, place),
      accountId: customer.ids.subscriptionAccountId,
      active: !closed,
      isCompany: false,
      isSystem: false,
      lastTransactionDateTime: place === 0 ? context.time.format(customer.since.getTime() + 86_400_000) : null,
      lastTransactionStatus: place === 0 ? 'Approved' : null,
      numConsecutiveFailures: 0,
      paymentMethodStatus: closed ? 'Closed' : 'Active',
      totalNumberOfErrorPayments: 0,
      totalNumberOfProcessedPayments: place === 0 ? 1 : 0,
      useDefaultRetryRule: true,
      ...kinds[random.pick(['card', 'card', 'card', 'bank', 'paypal'])](customer, lastFour),
      ...context.stamps(customer.n, DOCUMENT_SECOND, customer.since.getTime() + place * 1000),
    };
  });
}

const kinds = {
  card: (customer: ScenarioCustomer, lastFour: string) => {
    const random = customer.random(`card ${lastFour}`);
    return {
      type: 'CreditCard',
      bankIdentificationNumber: '411111',
      creditCardExpirationMonth: 1 + random.int(12),
      creditCardExpirationYear: 2025 + random.int(6),
      creditCardHolderName: `${customer.firstName} ${customer.lastName}`,
      creditCardMaskNumber: `************${lastFour}`,
      creditCardType: random.pick(['Visa', 'MasterCard', 'AmericanExpress']),
    };
  },
  bank: (_customer: ScenarioCustomer, lastFour: string) => ({
    type: 'ACH',
    achAccountNumberMask: `*****${lastFour}`,
    achAccountType: 'BusinessChecking',
    achBankName: 'First Example Bank',
  }),
  paypal: (customer: ScenarioCustomer) => ({ type: 'PayPal', paypalEmail: customer.email }),
};
