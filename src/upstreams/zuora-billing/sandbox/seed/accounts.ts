import type { ScenarioCustomer } from '../../../sandbox-kit/scenario.js';
import type { ZuoraRecord } from '../state/record.js';
import type { SeedContacts } from './contacts.js';
import type { SeedContext } from './context.js';
import { defaultPaymentMethodIdOf } from './documents/payment-methods.js';
import { CUSTOMER_WITH_MANY_DOCUMENTS } from './documents/slots.js';
import { addDays, dayOf } from './plain-dates.js';
import { amountIn } from './pricing.js';
import { accountStatusOf } from './stories.js';

/** `revenue` is the monthly revenue of the account's active subscriptions; asked for when somebody reads it. */
export function accountOf(
  customer: ScenarioCustomer,
  context: SeedContext,
  contacts: SeedContacts,
  revenue: () => number,
): ZuoraRecord {
  const random = customer.random('account');
  const { currency } = customer;
  const status = accountStatusOf(customer);
  const open = (status === 'Active' && random.chance(60)) || customer.n === CUSTOMER_WITH_MANY_DOCUMENTS;
  const invoiced = open ? amountIn(currency, random.int(1_000_000)) : 0;
  return {
    id: customer.ids.subscriptionAccountId,
    accountNumber: customer.ids.subscriptionAccountNumber,
    additionalEmailAddresses: random.chance(10) ? `invoices@customer-${customer.n + 1}.example` : null,
    allowInvoiceEdit: false,
    autoPay: random.chance(30),
    balance: invoiced,
    batch: `Batch${1 + random.int(3)}`,
    bcdSettingOption: 'ManualSet',
    billCycleDay: 1 + random.int(28),
    billToId: contacts.billToId,
    communicationProfileId: context.communicationProfileId,
    creditBalance: 0,
    crmId: random.chance(50) ? `001${String(customer.n).padStart(12, '0')}` : null,
    currency,
    defaultPaymentMethodId: defaultPaymentMethodIdOf(customer, context),
    invoiceDeliveryPrefsEmail: true,
    invoiceDeliveryPrefsPrint: false,
    invoiceTemplateId: context.invoiceTemplateId,
    lastInvoiceDate: open ? addDays(dayOf(customer.since.getTime()), 30 + random.int(300)) : null,
    // A search over all accounts need not make their subscriptions.
    get mrr() {
      return revenue();
    },
    name: customer.name,
    notes: random.chance(5) ? 'Asks for "paper" invoices; see O\'Neil.' : null,
    parentId: null,
    partnerAccount: false,
    paymentGateway: null,
    paymentMethodCascadingConsent: false,
    paymentTerm: random.pick(['Net 30', 'Net 30', 'Due Upon Receipt', 'Net 60']),
    purchaseOrderNumber: random.chance(20) ? `PO-${1000 + customer.n}` : null,
    salesRepName: null,
    soldToId: contacts.soldToId,
    status,
    taxExemptStatus: 'No',
    totalDebitMemoBalance: 0,
    totalInvoiceBalance: invoiced,
    unappliedBalance: 0,
    unappliedCreditMemoAmount: 0,
    vATId: customer.country.code === 'DE' ? `DE${100_000_000 + random.int(900_000_000)}` : null,
    TogaiCustomerId__c: customer.link === 'custom-field' ? customer.ids.usageCustomerId : null,
    ...context.stamps(customer.n, 0, customer.since.getTime()),
  };
}
