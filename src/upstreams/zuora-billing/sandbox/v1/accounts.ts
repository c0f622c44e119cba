import type { ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { fullContact, shortContact } from './contacts.js';
import { contactOf, subscriptionsOf } from './lookup.js';
import { summarySubscription } from './subscriptions.js';

/** How many subscriptions the summary shows, whatever the account has. */
const SUMMARY_SUBSCRIPTIONS = 6;

const customFields = (record: ZuoraRecord) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => /__(c|NS|QT)$/.test(name)));

const emails = ({ additionalEmailAddresses }: ZuoraRecord) =>
  typeof additionalEmailAddresses === 'string' ? additionalEmailAddresses.split(',') : [];

/** The answer to https://developer.zuora.com/v1-api-reference/api/operation/GET_Account/ */
export function accountBody(store: Store, account: ZuoraRecord) {
  const settled = {
    balance: account.balance,
    contractedMrr: account.mrr,
    reservedPaymentAmount: 0,
    totalDebitMemoBalance: account.totalDebitMemoBalance,
    totalInvoiceBalance: account.totalInvoiceBalance,
    unappliedCreditMemoAmount: account.unappliedCreditMemoAmount,
    unappliedPaymentAmount: account.unappliedBalance,
  };
  return {
    basicInfo: {
      accountNumber: account.accountNumber,
      batch: account.batch,
      communicationProfileId: account.communicationProfileId,
      crmId: account.crmId ?? '',
      id: account.id,
      invoiceTemplateId: account.invoiceTemplateId,
      name: account.name,
      notes: account.notes ?? '',
      parentId: account.parentId,
      partnerAccount: account.partnerAccount,
      profileNumber: 'CP-00000001',
      purchaseOrderNumber: account.purchaseOrderNumber ?? '',
      salesRep: account.salesRepName ?? '',
      sequenceSetId: null,
      status: account.status,
      ...customFields(account),
    },
    billToContact: fullContact(contactOf(store, account.billToId)),
    billingAndPayment: {
      additionalEmailAddresses: emails(account),
      autoPay: account.autoPay,
      billCycleDay: account.billCycleDay,
      currency: account.currency,
      defaultPaymentMethodId: account.defaultPaymentMethodId ?? null,
      invoiceDeliveryPrefsEmail: account.invoiceDeliveryPrefsEmail,
      invoiceDeliveryPrefsPrint: account.invoiceDeliveryPrefsPrint,
      paymentMethodCascadingConsent: account.paymentMethodCascadingConsent,
      paymentGateway: account.paymentGateway,
      paymentTerm: account.paymentTerm,
    },
    metrics: { ...settled, creditBalance: account.creditBalance },
    metricsData: [{ ...settled, currency: account.currency }],
    soldToContact: fullContact(contactOf(store, account.soldToId)),
    taxInfo: taxInfo(account),
    success: true,
  };
}

/** The answer to https://developer.zuora.com/v1-api-reference/api/operation/GET_AccountSummary/ */
export function summaryBody(store: Store, account: ZuoraRecord, { excludeUsage }: { excludeUsage: boolean }) {
  return {
    basicInfo: {
      accountNumber: account.accountNumber,
      additionalEmailAddresses: emails(account),
      autoPay: account.autoPay,
      balance: account.balance,
      batch: account.batch,
      billCycleDay: account.billCycleDay,
      currency: account.currency,
      defaultPaymentMethod: null,
      id: account.id,
      invoiceDeliveryPrefsEmail: account.invoiceDeliveryPrefsEmail,
      invoiceDeliveryPrefsPrint: account.invoiceDeliveryPrefsPrint,
      lastInvoiceDate: account.lastInvoiceDate,
      lastPaymentAmount: null,
      lastPaymentDate: null,
      name: account.name,
      partnerAccount: account.partnerAccount,
      status: account.status,
      ...customFields(account),
    },
    billToContact: shortContact(contactOf(store, account.billToId)),
    invoices: [],
    payments: [],
    soldToContact: shortContact(contactOf(store, account.soldToId)),
    subscriptions: subscriptionsOf(store, account)
      .slice(0, SUMMARY_SUBSCRIPTIONS)
      .map((subscription) => summarySubscription(store, subscription)),
    taxInfo: taxInfo(account),
    ...(!excludeUsage && { usage: [] }),
    success: true,
  };
}

function taxInfo(account: ZuoraRecord) {
  return {
    VATId: account.vATId ?? '',
    companyCode: account.taxCompanyCode ?? '',
    exemptCertificateId: null,
    exemptCertificateType: null,
    exemptDescription: null,
    exemptEffectiveDate: null,
    exemptExpirationDate: null,
    exemptIssuingJurisdiction: null,
    exemptStatus: account.taxExemptStatus,
  };
}
