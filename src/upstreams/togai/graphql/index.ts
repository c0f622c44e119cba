import type { UpstreamSchema } from '../../contract.js';
import { ACCOUNT_PREFIX, CREDIT_PREFIX, CUSTOMER_PREFIX, INVOICE_PREFIX, PRICE_PLAN_PREFIX } from '../names.js';
import { togai } from '../session.js';
import { TogaiAccountResolver } from './account.resolver.js';
import { TogaiAlertResolver, TogaiIncidentResolver } from './alerts/alert.resolver.js';
import { TogaiAlertMutations } from './alerts/alert-mutations.resolver.js';
import { TogaiCatalogResolver } from './catalog/catalog.resolver.js';
import { CustomerCredits, TogaiAccountCredits, TogaiCreditResolver } from './credits/credit.resolver.js';
import { TogaiCreditMutations } from './credits/credit-mutations.resolver.js';
import { TogaiAccountWallet, TogaiWalletResolver } from './credits/wallet.resolver.js';
import { TogaiWalletMutations } from './credits/wallet-mutations.resolver.js';
import { TogaiCustomerFields, TogaiCustomerResolver } from './customer.resolver.js';
import { TogaiAccountMutations } from './customers/account-mutations.resolver.js';
import { TogaiAliasMutations } from './customers/alias-mutations.resolver.js';
import { TogaiCustomerMutations } from './customers/customer-mutations.resolver.js';
import { TogaiEventResolver } from './events/event.resolver.js';
import { TogaiEventMutations } from './events/event-mutations.resolver.js';
import { TogaiAccountInvoices, TogaiInvoiceResolver } from './invoices/invoice.resolver.js';
import { TogaiInvoiceType } from './invoices/invoice.type.js';
import { TogaiInvoiceMutations } from './invoices/invoice-mutations.resolver.js';
import { TogaiJobResolver } from './jobs/job.resolver.js';
import { TogaiPricePlanAssociationResolver, TogaiPricePlanResolver } from './price-plan.resolver.js';
import { TogaiPricePlanMutations } from './price-plans/price-plan-mutations.resolver.js';
import { CustomerUsage, TogaiAccountUsage } from './usage/usage.resolver.js';
import { TogaiUsageMutations } from './usage/usage-mutations.resolver.js';

/** What Togai adds to the GraphQL schema. */
export const schema: UpstreamSchema = {
  resolvers: [
    TogaiCustomerResolver,
    TogaiCustomerFields,
    TogaiAccountResolver,
    TogaiPricePlanResolver,
    TogaiPricePlanAssociationResolver,
    TogaiCreditResolver,
    TogaiAccountCredits,
    CustomerCredits,
    TogaiWalletResolver,
    TogaiAccountWallet,
    TogaiCustomerMutations,
    TogaiAccountMutations,
    TogaiCreditMutations,
    TogaiUsageMutations,
    TogaiWalletMutations,
    TogaiCatalogResolver,
    TogaiAccountUsage,
    CustomerUsage,
    TogaiInvoiceResolver,
    TogaiAccountInvoices,
    TogaiPricePlanMutations,
    TogaiEventResolver,
    TogaiEventMutations,
    TogaiAliasMutations,
    TogaiInvoiceMutations,
    TogaiAlertResolver,
    TogaiIncidentResolver,
    TogaiAlertMutations,
    TogaiJobResolver,
  ],
  invoice: TogaiInvoiceType,
  nodes: [
    {
      type: 'TogaiCustomer',
      prefix: CUSTOMER_PREFIX,
      load: (id, context) => context.session(togai).customers.load(id),
    },
    {
      type: 'TogaiAccount',
      prefix: ACCOUNT_PREFIX,
      load: (id, context) => context.session(togai).accounts.load(id),
    },
    {
      type: 'TogaiPricePlan',
      prefix: PRICE_PLAN_PREFIX,
      load: (id, context) => context.session(togai).pricePlans.load(id),
    },
    {
      type: 'TogaiInvoice',
      prefix: INVOICE_PREFIX,
      load: (id, context) => context.session(togai).invoices.load(id),
    },
    {
      type: 'TogaiCredit',
      prefix: CREDIT_PREFIX,
      load: (id, context) => context.session(togai).credits.load(id),
    },
  ],
};
