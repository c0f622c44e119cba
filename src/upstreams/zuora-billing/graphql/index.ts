import type { UpstreamSchema } from '../../contract.js';
import { ACCOUNT_PREFIX, JOB_PREFIX, ORDER_PREFIX, SUBSCRIPTION_PREFIX, USAGE_IMPORT_PREFIX } from '../names.js';
import { zuoraBilling } from '../session.js';
import { ZuoraAccountResolver, ZuoraCustomerFields } from './account.resolver.js';
import { ZuoraAccountDeletion } from './accounts/account-delete.resolver.js';
import { ZuoraAccountMutations } from './accounts/account-mutations.resolver.js';
import { ZuoraContactMutations } from './accounts/contact-mutations.resolver.js';
import { ZuoraBillingPreviewResolver } from './billing-preview/billing-preview.resolver.js';
import { catalog } from './catalog/index.js';
import { ZuoraDataQueryResolver } from './data-query/data-query.resolver.js';
import { ZuoraDescribeResolver } from './describe/describe.resolver.js';
import { documents } from './documents/index.js';
import { ZuoraInvoiceType } from './documents/invoice.type.js';
import { events } from './events/index.js';
import { ZuoraInvoiceChanges } from './invoices/invoice-change.resolver.js';
import { ZuoraInvoiceMutations } from './invoices/invoice-mutations.resolver.js';
import { ZuoraInvoiceStates } from './invoices/invoice-state.resolver.js';
import { ZuoraCreditMemoChanges } from './memos/credit-memo-change.resolver.js';
import { ZuoraCreditMemoMutations } from './memos/credit-memo-mutations.resolver.js';
import { ZuoraAccountMetricsResolver, ZuoraChargeMetricsResolver } from './metrics/metrics.resolver.js';
import { notificationHistory } from './notification-history/index.js';
import { notifications } from './notifications/index.js';
import { ZuoraDraftMutations } from './orders/changes/draft-mutations.resolver.js';
import { ZuoraOrderMutations } from './orders/changes/order-mutations.resolver.js';
import {
  jobNow,
  ZuoraAccountOrdersResolver,
  ZuoraAsyncJobResolver,
  ZuoraOrderResolver,
  ZuoraOrderSubscriptionResolver,
  ZuoraSubscriptionOrdersResolver,
} from './orders/order.resolver.js';
import {
  ZuoraChargeAccountingCodes,
  ZuoraRevenueAccountingMutations,
} from './revenue-accounting/accounting-codes.resolver.js';
import { ZuoraSubscriptionResolver } from './subscription.resolver.js';
import { ZuoraSubscriptionDetails } from './subscriptions/subscription-details.resolver.js';
import { ZuoraSubscriptionMutations } from './subscriptions/subscription-mutations.resolver.js';
import { ZuoraSubscriptionTermMutations } from './subscriptions/term-mutations.resolver.js';
import { importNow, ZuoraUsageImportResolver } from './usage/import/usage-import.resolver.js';
import { ZuoraManyUsages } from './usage/many-usages.resolver.js';
import { ZuoraUsageMutations } from './usage/usage-mutations.resolver.js';

/** What Zuora Billing adds to the GraphQL schema. */
export const schema: UpstreamSchema = {
  resolvers: [
    ZuoraAccountResolver,
    ZuoraAccountMutations,
    ZuoraAccountDeletion,
    ZuoraContactMutations,
    ZuoraAccountOrdersResolver,
    ZuoraAsyncJobResolver,
    ZuoraCustomerFields,
    ZuoraDescribeResolver,
    ZuoraOrderMutations,
    ZuoraDraftMutations,
    ZuoraOrderResolver,
    ZuoraOrderSubscriptionResolver,
    ZuoraSubscriptionOrdersResolver,
    ZuoraSubscriptionResolver,
    ...catalog.resolvers,
    ZuoraSubscriptionDetails,
    ZuoraSubscriptionMutations,
    ZuoraSubscriptionTermMutations,
    ...documents.resolvers,
    ZuoraUsageMutations,
    ZuoraUsageImportResolver,
    ZuoraManyUsages,
    ZuoraInvoiceMutations,
    ZuoraInvoiceStates,
    ZuoraInvoiceChanges,
    ZuoraDataQueryResolver,
    ZuoraCreditMemoMutations,
    ZuoraCreditMemoChanges,
    ...events.resolvers,
    ...notifications.resolvers,
    ...notificationHistory.resolvers,
    ZuoraChargeMetricsResolver,
    ZuoraAccountMetricsResolver,
    ZuoraBillingPreviewResolver,
    ZuoraChargeAccountingCodes,
    ZuoraRevenueAccountingMutations,
  ],
  invoice: ZuoraInvoiceType,
  numbersCustomers: true,
  nodes: [
    ...catalog.nodes,
    ...documents.nodes,
    ...events.nodes,
    ...notifications.nodes,
    {
      type: 'ZuoraAccount',
      prefix: ACCOUNT_PREFIX,
      load: (id, context) => context.session(zuoraBilling).accounts.load(id),
    },
    {
      type: 'ZuoraSubscription',
      prefix: SUBSCRIPTION_PREFIX,
      load: (number, context) => context.session(zuoraBilling).subscription(number),
    },
    {
      type: 'ZuoraOrder',
      prefix: ORDER_PREFIX,
      load: (number, context) => context.session(zuoraBilling).orders.load(number),
    },
    { type: 'ZuoraUsageImport', prefix: USAGE_IMPORT_PREFIX, load: (zuoraId, context) => importNow(context, zuoraId) },
    { type: 'ZuoraAsyncJob', prefix: JOB_PREFIX, load: (jobId, context) => jobNow(context, jobId) },
  ],
};
