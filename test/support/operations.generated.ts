/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A billing system that the gateway speaks to. */
export type BillingSystem =
  /** FirstPromoter: referrals, the sales that they bring and the commissions of their promoters. */
  | 'FIRST_PROMOTER'
  /** Togai: usage, price plans, credits and invoices of metered products. */
  | 'TOGAI'
  /** Zuora Billing: accounts, subscriptions, rate plans and charges, invoices and payments. */
  | 'ZUORA_BILLING';

/** Whether calls to a billing system are let through. */
export type BreakerState =
  /** Calls go through. */
  | 'CLOSED'
  /** One call is let through to see whether the system is back. */
  | 'HALF_OPEN'
  /** Calls are refused at once, because many in a row failed. */
  | 'OPEN';

/** An id as support staff paste it; any kind of id of the system is found. */
export type ExternalIdInput = {
  /** The system whose id it is. */
  system: BillingSystem;
  /** The id as people know it: of an account, a customer or a number that the system gave. */
  value: string;
};

/** An exact amount in one currency. */
export type MoneyInput = {
  /** In the major unit of the currency: "12.50" is twelve and a half euro. */
  amount: string;
  /** The currency of the amount. */
  currency: string;
};

/** A person who may have been referred bought something. */
export type ReferralSaleTrackInput = {
  /** What was paid: no finer than the cent, and than the unit for JPY and the like. */
  amount: MoneyInput;
  /** A customer of this gateway; gives the email where none is given. */
  customer?: string | number | null | undefined;
  /** Email of the person. */
  email?: string | null | undefined;
  /** Your id of the event, at most 255 characters: an event of one id counts once, for ever. */
  eventId: string;
  /** Monthly recurring revenue that the sale brings. */
  mrr?: MoneyInput | null | undefined;
  /** Id of the price plan that was sold. */
  plan?: string | null | undefined;
  /** The promotion code that was used. */
  promoCode?: string | null | undefined;
  /** The promoter's referral id. */
  promoterRefId?: string | null | undefined;
  /** How many were sold; 1 without it. */
  quantity?: number | null | undefined;
  /** Whether the promoter is spared the email about it. */
  skipEmailNotification?: boolean | null | undefined;
  /** The id that the person was given at sign-up; an id of a billing system links them to their customer. */
  uid?: string | null | undefined;
  /** The visitor's cookie `_fprom_tid`. */
  visitorId?: string | null | undefined;
};

/** What FirstPromoter made of an event. */
export type ReferralTrackingOutcome =
  /** Recorded before, which is just as well. */
  | 'ALREADY_TRACKED'
  /** There was nothing to take back. */
  | 'NOTHING_TO_DO'
  /** Nobody referred this person: normal, and no failure. */
  | 'NOT_REFERRED'
  /** Recorded now. */
  | 'TRACKED';

/** What a billing system contributes to a customer right now. */
export type SourceState =
  /** The system does not have the customer, or nothing says that it has. */
  | 'NOT_LINKED'
  /** The system's record is there and current. */
  | 'OK'
  /** The system's record is there, but older than it should be; a newer one is on its way. */
  | 'STALE'
  /** The system has the customer, but could not be read; `code` and `message` say why. */
  | 'UNAVAILABLE';

/** What stands behind a billing system. */
export type SystemMode =
  /** A sandbox with made-up data. */
  | 'SANDBOX'
  /** A tenant at the vendor, with real data. */
  | 'TENANT';

/** How a billing system is doing, as its last calls told. */
export type SystemState =
  /** So many calls failed in a row that it is left alone for a moment. */
  | 'DOWN'
  /** The last call failed. */
  | 'FAILING'
  /** The last call succeeded. */
  | 'OK'
  /** It has not been called yet. */
  | 'UNKNOWN';

/** State of credits. */
export type TogaiCreditStatus =
  /** There is something left of them. */
  | 'ACTIVE'
  /** Used up. */
  | 'CONSUMED'
  /** Ended before they were used up. */
  | 'EXPIRED'
  /** A state that this gateway does not know; `statusText` has it. */
  | 'UNKNOWN'
  /** Taken back. */
  | 'VOIDED';

/** What a rate card charges for. */
export type TogaiRateCardKind =
  /** A quantity of a feature that is granted and paid for: `featureGrants`, `slabs`. */
  | 'BILLING_ENTITLEMENT'
  /** Credits that are granted and paid for: `creditGrant`, `slabs`. */
  | 'CREDIT_GRANT'
  /** What is used of a feature beyond what was granted: `slabs`. */
  | 'ENTITLEMENT_OVERAGE'
  /** A fee that does not depend on use: `rates`. */
  | 'FIXED_FEE'
  /** Licences by their number: `slabs`. */
  | 'LICENSE'
  /** What is charged for a cycle at least: `rates`. */
  | 'MINIMUM_COMMITMENT'
  /** A kind that this gateway does not know, or that came without its prices; `kindText` has it. */
  | 'UNKNOWN'
  /** What a usage meter measures: `slabs`. */
  | 'USAGE';

/** State of a wallet. */
export type TogaiWalletStatus =
  /** In use. */
  | 'ACTIVE'
  /** Not in use. */
  | 'INACTIVE'
  /** A state that this gateway does not know; `statusText` has it. */
  | 'UNKNOWN';

/** Why a mutation did nothing, where the caller can do something about it. */
export type UserErrorCode =
  /** It does not fit the current state. */
  | 'CONFLICT'
  /** The caller may not do this. */
  | 'FORBIDDEN'
  /** A value is not acceptable; `field` says which. */
  | 'INVALID'
  /** What the mutation is about does not exist. */
  | 'NOT_FOUND'
  /** The customer is not in the system that would be needed. */
  | 'NOT_LINKED'
  /** The billing system refused it; the message has its reason. */
  | 'REJECTED_BY_UPSTREAM'
  /** The tenant does not have what would be needed. */
  | 'UNSUPPORTED';

/** A new account with its contacts. */
export type ZuoraAccountCreateInput = {
  /** A number of your choice; without one Zuora numbers the account. */
  accountNumber?: string | null | undefined;
  /** Who else gets emails about the account. */
  additionalEmailAddresses?: Array<string> | null | undefined;
  /** Whether invoices are paid by themselves; needs a payment method. */
  autoPay?: boolean | null | undefined;
  /** The batch that billing runs pick the account by. */
  batch?: string | null | undefined;
  /** Day of the month on which the account is billed, 1 to 31; 0 sets it automatically. */
  billCycleDay?: number | null | undefined;
  /** Who gets the invoices. */
  billToContact: ZuoraContactInput;
  /** Whether to collect what was billed at once. Needs Zuora-Version 196.0 or later. */
  collect?: boolean | null | undefined;
  /** The account's id in the CRM, at most 100 characters. */
  crmId?: string | null | undefined;
  /** The currency that the account is billed in. */
  currency: string;
  /** Custom fields by their API name, `{ "Region__c": "EMEA" }`. */
  customFields?: unknown;
  /** Id of a payment method that a hosted payment page made; becomes the default one. */
  hostedPagePaymentMethodId?: string | null | undefined;
  /** Whether invoices are sent by email. */
  invoiceDeliveryPrefsEmail?: boolean | null | undefined;
  /** Whether invoices are printed. */
  invoiceDeliveryPrefsPrint?: boolean | null | undefined;
  /** Name of the account. */
  name: string;
  /** Remarks. */
  notes?: string | null | undefined;
  /** Id of the parent account. */
  parentId?: string | null | undefined;
  /** Name of the payment gateway; without one the default. */
  paymentGateway?: string | null | undefined;
  /** A payment method by token instead. */
  paymentMethod?: ZuoraPaymentMethodInput | null | undefined;
  /** When an invoice is due, for example `Net 30`. */
  paymentTerm?: string | null | undefined;
  /** Whether to bill the first subscription at once. Needs Zuora-Version 211.0 or later. */
  runBilling?: boolean | null | undefined;
  /** Name of the sales representative. */
  salesRep?: string | null | undefined;
  /** Who is sold to: decides the tax. Without one it is a copy of the bill-to contact. */
  soldToContact?: ZuoraContactInput | null | undefined;
  /** Up to which day to bill; without it up to today. */
  targetDate?: string | null | undefined;
};

/** State of a Zuora account. */
export type ZuoraAccountStatus =
  /** In use. */
  | 'ACTIVE'
  /** Closed; nothing is billed any more. */
  | 'CANCELED'
  /** Not yet billed. */
  | 'DRAFT'
  /** A state that this gateway does not know; `statusText` has it. */
  | 'UNKNOWN';

/** Changes of an account: what is left out is left alone, null empties. */
export type ZuoraAccountUpdateInput = {
  /** Who else gets emails about the account. */
  additionalEmailAddresses?: Array<string> | null | undefined;
  /** Whether invoices are paid by themselves; needs a payment method. */
  autoPay?: boolean | null | undefined;
  /** The batch that billing runs pick the account by. */
  batch?: string | null | undefined;
  /** Day of the month on which the account is billed, 1 to 31; 0 sets it automatically. */
  billCycleDay?: number | null | undefined;
  /** Changes of the bill-to contact. */
  billToContact?: ZuoraContactUpdateInput | null | undefined;
  /** The account's id in the CRM, at most 100 characters. */
  crmId?: string | null | undefined;
  /** Custom fields by their API name, `{ "Region__c": "EMEA" }`. */
  customFields?: unknown;
  /** Id of the payment method to use from now on. */
  defaultPaymentMethodId?: string | null | undefined;
  /** Whether invoices are sent by email. */
  invoiceDeliveryPrefsEmail?: boolean | null | undefined;
  /** Whether invoices are printed. */
  invoiceDeliveryPrefsPrint?: boolean | null | undefined;
  /** Name of the account; cannot be emptied. */
  name?: string | null | undefined;
  /** Remarks. */
  notes?: string | null | undefined;
  /** Id of the parent account. */
  parentId?: string | null | undefined;
  /** Name of the payment gateway; without one the default. */
  paymentGateway?: string | null | undefined;
  /** When an invoice is due, for example `Net 30`. */
  paymentTerm?: string | null | undefined;
  /** The customer's purchase order number. */
  purchaseOrderNumber?: string | null | undefined;
  /** Name of the sales representative. */
  salesRep?: string | null | undefined;
  /** Changes of the sold-to contact. */
  soldToContact?: ZuoraContactUpdateInput | null | undefined;
};

/** A new contact. */
export type ZuoraContactInput = {
  /** First line of the address. */
  address1?: string | null | undefined;
  /** Second line of the address. */
  address2?: string | null | undefined;
  /** City, at most 40 characters. */
  city?: string | null | undefined;
  /** Country by its name or ISO code; needed for tax. */
  country?: string | null | undefined;
  /** County; Zuora Tax may use it. */
  county?: string | null | undefined;
  /** Given name. */
  firstName: string;
  /** Family name. */
  lastName: string;
  /** Mobile phone, at most 40 characters. */
  mobilePhone?: string | null | undefined;
  /** Private email. */
  personalEmail?: string | null | undefined;
  /** Postal code, at most 20 characters. */
  postalCode?: string | null | undefined;
  /** State or province: full name or abbreviation. */
  state?: string | null | undefined;
  /** Region of the tax rules, if the tenant has any. */
  taxRegion?: string | null | undefined;
  /** Email at work: where invoices go. */
  workEmail?: string | null | undefined;
  /** Phone at work, at most 40 characters. */
  workPhone?: string | null | undefined;
};

/** Changes of a contact: what is left out is left alone, null empties. */
export type ZuoraContactUpdateInput = {
  /** First line of the address. */
  address1?: string | null | undefined;
  /** Second line of the address. */
  address2?: string | null | undefined;
  /** City, at most 40 characters. */
  city?: string | null | undefined;
  /** Country by its name or ISO code; needed for tax. */
  country?: string | null | undefined;
  /** County; Zuora Tax may use it. */
  county?: string | null | undefined;
  /** Given name; cannot be emptied. */
  firstName?: string | null | undefined;
  /** Family name; cannot be emptied. */
  lastName?: string | null | undefined;
  /** Mobile phone, at most 40 characters. */
  mobilePhone?: string | null | undefined;
  /** Private email. */
  personalEmail?: string | null | undefined;
  /** Postal code, at most 20 characters. */
  postalCode?: string | null | undefined;
  /** State or province: full name or abbreviation. */
  state?: string | null | undefined;
  /** Region of the tax rules, if the tenant has any. */
  taxRegion?: string | null | undefined;
  /** Email at work: where invoices go. */
  workEmail?: string | null | undefined;
  /** Phone at work, at most 40 characters. */
  workPhone?: string | null | undefined;
};

/** One line of a new credit memo. */
export type ZuoraCreditMemoChargeInput = {
  /** What is credited, more than nothing, in the currency of the account. */
  amount: string;
  /** Text of the line, at most 255 characters. */
  description?: string | null | undefined;
  /** Id of the product rate plan charge that is credited. */
  productRatePlanChargeId: string;
  /** How much of it. */
  quantity?: string | null | undefined;
  /** Last day that the line is about. */
  serviceEndDate?: string | null | undefined;
  /** First day that the line is about. */
  serviceStartDate?: string | null | undefined;
};

/** A new credit memo from charges of the catalog. */
export type ZuoraCreditMemoCreateInput = {
  /** Account id (32 hexadecimal digits) or account number. */
  accountKey: string;
  /** Whether to post it at once; else it is a draft. */
  autoPost?: boolean | null | undefined;
  /** Its lines, 1 to 1,000. */
  charges: Array<ZuoraCreditMemoChargeInput>;
  /** Remarks. */
  comment?: string | null | undefined;
  /** The day on which it counts; today without it. */
  effectiveDate?: string | null | undefined;
  /** Why it is made: one of the tenant's reason codes. */
  reasonCode?: string | null | undefined;
};

/** State of an invoice or memo. */
export type ZuoraDocumentStatus =
  /** Withdrawn before it was posted. */
  | 'CANCELED'
  /** Not posted: the customer does not owe it yet. */
  | 'DRAFT'
  /** Could not be made. */
  | 'ERROR'
  /** In the books. */
  | 'POSTED'
  /** Taken back by a document of the opposite kind. */
  | 'REVERSED'
  /** A state that this gateway does not know; `statusText` has it. */
  | 'UNKNOWN';

/** A payment method that is known to a payment gateway by a token. */
export type ZuoraPaymentMethodInput = {
  /** What may be shown of the card, for example `*1112`. */
  cardMask?: string | null | undefined;
  /** Always refused: card numbers must not pass through here. Use a hosted payment page and `hostedPagePaymentMethodId`. */
  cardNumber?: string | null | undefined;
  /** A second token, where the payment gateway has one. */
  secondTokenId?: string | null | undefined;
  /** The payment gateway's token. */
  tokenId?: string | null | undefined;
  /** Zuora's name of the kind, for example `CreditCardReferenceTransaction`. */
  type: string;
};

/** State of a payment. */
export type ZuoraPaymentStatus =
  /** Withdrawn. */
  | 'CANCELED'
  /** Not submitted. */
  | 'DRAFT'
  /** Refused or failed. */
  | 'ERROR'
  /** In the books. */
  | 'POSTED'
  /** Done. */
  | 'PROCESSED'
  /** With the payment gateway. */
  | 'PROCESSING'
  /** A state that this gateway does not know; `statusText` has it. */
  | 'UNKNOWN';

/** State of a Zuora subscription. */
export type ZuoraSubscriptionStatus =
  /** Running. */
  | 'ACTIVE'
  /** Ended before its term, or about to. */
  | 'CANCELLED'
  /** Being written; has no contract date yet. */
  | 'DRAFT'
  /** Its term is over and was not renewed. */
  | 'EXPIRED'
  /** Activated; waits for the customer to accept. */
  | 'PENDING_ACCEPTANCE'
  /** Signed; waits for its service to be activated. */
  | 'PENDING_ACTIVATION'
  /** Paused: nothing is billed. */
  | 'SUSPENDED'
  /** A state that this gateway does not know; `statusText` has it. */
  | 'UNKNOWN';

/** What a customer used. */
export type ZuoraUsageCreateInput = {
  /** Account id (32 hexadecimal digits) or account number. */
  accountKey: string;
  /** Original id of the charge, in place of its number. */
  chargeId?: string | null | undefined;
  /** Number of the charge. */
  chargeNumber?: string | null | undefined;
  /** Remarks, at most 200 characters. */
  description?: string | null | undefined;
  /** When the use ended; for reports alone. */
  endAt?: string | null | undefined;
  /** How much was used, 0 or more, at most 16 characters. */
  quantity: string;
  /** When the use began; decides the billing period. */
  startAt: string;
  /** Number of the subscription; without it the account decides. */
  subscriptionNumber?: string | null | undefined;
  /** A key of yours that Zuora takes only once, on tenants that have unique keys for usage. */
  uniqueKey?: string | null | undefined;
  /** What the quantity counts: one of the tenant's units of measure. */
  unitOfMeasure: string;
};

/** How far Zuora is with a usage record. */
export type ZuoraUsageStatus =
  /** Taken in. */
  | 'IMPORTED'
  /** Waits to be rated. */
  | 'PENDING'
  /** Rated: part of a billing document. */
  | 'PROCESSED'
  /** A state that this gateway does not know; `statusText` has it. */
  | 'UNKNOWN';

export type AccountDocumentsQueryVariables = Exact<{
  key: string;
  first?: number | null | undefined;
}>;


export type AccountDocumentsQuery = { zuoraAccount: { accountNumber: string, name: string, metrics: { totalInvoiceBalance: { amount: string, currency: string } | null, unappliedPaymentAmount: { amount: string } | null } | null, invoices: { nodes: Array<{ invoiceNumber: string, status: ZuoraDocumentStatus, invoiceDate: string | null, amount: { amount: string, currency: string } | null, balance: { amount: string } | null, items: Array<{ chargeName: string | null, amount: { amount: string } | null }> | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, payments: { nodes: Array<{ paymentNumber: string, status: ZuoraPaymentStatus, effectiveDate: string | null, amount: { amount: string, currency: string } | null }> } | null, creditMemos: { nodes: Array<{ memoNumber: string, status: ZuoraDocumentStatus, amount: { amount: string, currency: string } | null }> } | null, usages: { nodes: Array<{ quantity: string, unitOfMeasure: string, startAt: string | null, status: ZuoraUsageStatus }> } | null, paymentMethods: Array<{ type: string, cardBrand: string | null, lastFour: string | null }> | null } | null };

export type CustomerByExternalIdQueryVariables = Exact<{
  externalId: ExternalIdInput;
}>;


export type CustomerByExternalIdQuery = { customer: { id: string, name: string, email: string | null, externalIds: Array<{ system: BillingSystem, value: string, url: string | null }>, sources: Array<{ system: BillingSystem, state: SourceState, asOf: string | null, message: string | null }>, zuoraAccount: { accountNumber: string, status: ZuoraAccountStatus, balance: { amount: string, currency: string } | null } | null, togaiCustomer: { togaiId: string, status: string } | null } | null };

export type CustomersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomersQuery = { customers: { nodes: Array<{ id: string, name: string, email: string | null, externalIds: Array<{ system: BillingSystem, value: string }>, sources: Array<{ system: BillingSystem, state: SourceState, asOf: string | null }>, balance: { amount: string, currency: string } | null, zuoraAccount: { accountNumber: string, status: ZuoraAccountStatus, currency: string, balance: { amount: string, currency: string } | null, billToContact: { firstName: string | null, lastName: string | null, workEmail: string | null, country: string | null } | null, subscriptions: { nodes: Array<{ subscriptionNumber: string, status: ZuoraSubscriptionStatus, termStartDate: string | null, termEndDate: string | null, ratePlans: Array<{ name: string, charges: Array<{ name: string, type: string, model: string, price: { amount: string, currency: string } | null }> }> }> } } | null, togaiCustomer: { togaiId: string, name: string, status: string, accounts: Array<{ togaiId: string, name: string, status: string, invoiceCurrency: string | null, pricePlans: Array<{ effectiveFrom: string, effectiveUntil: string, pricePlan: { togaiId: string, name: string, status: string } }> | null }> | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReferralSaleTrackMutationVariables = Exact<{
  input: ReferralSaleTrackInput;
  dryRun?: boolean | null | undefined;
}>;


export type ReferralSaleTrackMutation = { referralSaleTrack: { outcome: ReferralTrackingOutcome | null, referral: { referralId: string, promoter: { name: string | null } | null, customer: { id: string, name: string } | null } | null, commissions: Array<{ status: string | null, amount: { amount: string, currency: string } | null }> | null, plan: Array<{ action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SearchCustomersQueryVariables = Exact<{
  search: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchCustomersQuery = { customers: { nodes: Array<{ id: string, name: string, email: string | null, externalIds: Array<{ system: BillingSystem, value: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SystemsQueryVariables = Exact<{ [key: string]: never; }>;


export type SystemsQuery = { systems: Array<{ system: BillingSystem, title: string, mode: SystemMode, state: SystemState, lastFailure: string | null, breaker: BreakerState, waiting: number, quota: Array<{ name: string, limit: number, remaining: number | null, share: number | null }> }> };

export type TogaiAccountQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  status?: TogaiCreditStatus | null | undefined;
}>;


export type TogaiAccountQuery = { togaiAccount: { togaiId: string, name: string, creditBalance: { availableBalance: string, runningBalance: string, unit: string, lastUpdatedAt: string | null } | null, credits: { nodes: Array<{ togaiId: string, status: TogaiCreditStatus, purpose: string | null, creditAmount: string | null, consumedAmount: string | null, unit: string | null, priority: number | null, effectiveFrom: string | null, effectiveUntil: string | null, transactions: Array<{ transactionType: string, amount: string, createdAt: string | null }> | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, wallet: { status: TogaiWalletStatus, balance: string, holdAmount: string | null, creditUnit: string, entries: { nodes: Array<{ transactionType: string, amount: string, closingBalance: string | null, createdAt: string | null }> } | null } | null, settings: Array<{ name: string | null, value: string, namespace: string | null }> | null, customer: { customer: { name: string, creditBalances: Array<{ availableBalance: string, unit: string }> | null } | null } | null } | null };

export type TogaiCustomerQueryVariables = Exact<{
  id: string;
}>;


export type TogaiCustomerQuery = { togaiCustomer: { id: string, togaiId: string, name: string, primaryEmail: string | null, status: string, createdAt: string | null, accounts: Array<{ togaiId: string, name: string, status: string, invoiceCurrency: string | null, aliases: Array<string>, pricePlans: Array<{ effectiveFrom: string, effectiveUntil: string, pricePlan: { togaiId: string, name: string, version: number | null } }> | null }> | null, customer: { id: string, name: string } | null } | null };

export type TogaiPricePlansQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TogaiPricePlansQuery = { togaiPricePlans: { nodes: Array<{ id: string, togaiId: string, name: string, version: number | null, status: string, type: string | null, currencies: Array<string> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TogaiRateCardsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TogaiRateCardsQuery = { togaiPricePlans: { nodes: Array<{ togaiId: string, name: string, rateCards: Array<{ kind: TogaiRateCardKind, displayName: string | null, invoiceTiming: string | null, type: string | null, pricingModel: string | null, rates: Array<{ amount: string, currency: string }>, slabs: Array<{ order: number, startAfter: string, priceType: string, rates: Array<{ amount: string, currency: string }> }>, creditGrant: { priority: number | null, expiryType: string | null, amounts: Array<{ amount: string, currency: string }> } | null }> | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ZuoraAccountCreateMutationVariables = Exact<{
  input: ZuoraAccountCreateInput;
  idempotencyKey?: string | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraAccountCreateMutation = { zuoraAccountCreate: { account: { id: string, accountNumber: string, name: string, status: ZuoraAccountStatus, customer: { id: string } | null } | null, plan: Array<{ system: BillingSystem, action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraAccountUpdateMutationVariables = Exact<{
  key: string;
  input: ZuoraAccountUpdateInput;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraAccountUpdateMutation = { zuoraAccountUpdate: { account: { id: string, accountNumber: string, paymentTerm: string | null, notes: string | null } | null, plan: Array<{ action: string, target: string | null, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraAccountQueryVariables = Exact<{
  key: string;
}>;


export type ZuoraAccountQuery = { zuoraAccount: { id: string, zuoraId: string, accountNumber: string, name: string, status: ZuoraAccountStatus, currency: string, billCycleDay: number | null, paymentTerm: string | null, autoPay: boolean | null, balance: { amount: string, currency: string } | null, billToContact: { firstName: string | null, lastName: string | null, workEmail: string | null, country: string | null } | null, subscriptions: { nodes: Array<{ subscriptionNumber: string, version: number, status: ZuoraSubscriptionStatus }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, customer: { id: string, name: string } | null } | null };

export type ZuoraCreditMemoCreateMutationVariables = Exact<{
  input: ZuoraCreditMemoCreateInput;
  idempotencyKey?: string | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraCreditMemoCreateMutation = { zuoraCreditMemoCreate: { creditMemo: { id: string, memoNumber: string, status: ZuoraDocumentStatus, balance: { amount: string, currency: string } | null } | null, plan: Array<{ action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraSubscriptionQueryVariables = Exact<{
  key: string;
}>;


export type ZuoraSubscriptionQuery = { zuoraSubscription: { id: string, zuoraId: string, subscriptionNumber: string, version: number, status: ZuoraSubscriptionStatus, termType: string, termStartDate: string | null, termEndDate: string | null, autoRenew: boolean | null, contractedMrr: { amount: string, currency: string } | null, ratePlans: Array<{ name: string, charges: Array<{ chargeNumber: string, name: string, type: string, model: string, quantity: string | null, unitOfMeasure: string | null, billingPeriod: string | null, price: { amount: string, currency: string } | null, tiers: Array<{ tier: number, startingUnit: string | null, endingUnit: string | null, priceFormat: string | null, price: { amount: string, currency: string } | null }> }> }>, account: { accountNumber: string, name: string, customer: { id: string } | null } | null } | null };

export type ZuoraUsagesCreateMutationVariables = Exact<{
  inputs: Array<ZuoraUsageCreateInput> | ZuoraUsageCreateInput;
  idempotencyKey?: string | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraUsagesCreateMutation = { zuoraUsagesCreate: { usages: Array<{ id: string, quantity: string, unitOfMeasure: string, status: ZuoraUsageStatus }> | null, plan: Array<{ action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };


export const AccountDocumentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccountDocuments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountNumber"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalInvoiceBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unappliedPaymentAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"invoices"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoiceNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"invoiceDate"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chargeName"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"payments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveDate"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"creditMemos"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"memoNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"usages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"unitOfMeasure"}},{"kind":"Field","name":{"kind":"Name","value":"startAt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"cardBrand"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}}]}}]}}]}}]} as unknown as DocumentNode<AccountDocumentsQuery, AccountDocumentsQueryVariables>;
export const CustomerByExternalIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CustomerByExternalId"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"externalId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExternalIdInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"externalId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"externalId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"externalIds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"zuoraAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"togaiCustomer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<CustomerByExternalIdQuery, CustomerByExternalIdQueryVariables>;
export const CustomersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Customers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"externalIds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"zuoraAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"billToContact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"workEmail"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subscriptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscriptionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"termStartDate"}},{"kind":"Field","name":{"kind":"Name","value":"termEndDate"}},{"kind":"Field","name":{"kind":"Name","value":"ratePlans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"charges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"togaiCustomer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"invoiceCurrency"}},{"kind":"Field","name":{"kind":"Name","value":"pricePlans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveUntil"}},{"kind":"Field","name":{"kind":"Name","value":"pricePlan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<CustomersQuery, CustomersQueryVariables>;
export const ReferralSaleTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReferralSaleTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReferralSaleTrackInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referralSaleTrack"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"referral"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referralId"}},{"kind":"Field","name":{"kind":"Name","value":"promoter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"commissions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ReferralSaleTrackMutation, ReferralSaleTrackMutationVariables>;
export const SearchCustomersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchCustomers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"NAME"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"externalIds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<SearchCustomersQuery, SearchCustomersQueryVariables>;
export const SystemsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Systems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"systems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastFailure"}},{"kind":"Field","name":{"kind":"Name","value":"breaker"}},{"kind":"Field","name":{"kind":"Name","value":"waiting"}},{"kind":"Field","name":{"kind":"Name","value":"quota"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"share"}}]}}]}}]}}]} as unknown as DocumentNode<SystemsQuery, SystemsQueryVariables>;
export const TogaiAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TogaiAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"10"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"status"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TogaiCreditStatus"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"creditBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"availableBalance"}},{"kind":"Field","name":{"kind":"Name","value":"runningBalance"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"lastUpdatedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"credits"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"Variable","name":{"kind":"Name","value":"status"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"creditAmount"}},{"kind":"Field","name":{"kind":"Name","value":"consumedAmount"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveUntil"}},{"kind":"Field","name":{"kind":"Name","value":"transactions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transactionType"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"holdAmount"}},{"kind":"Field","name":{"kind":"Name","value":"creditUnit"}},{"kind":"Field","name":{"kind":"Name","value":"entries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transactionType"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"closingBalance"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"namespace"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"creditBalances"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"availableBalance"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<TogaiAccountQuery, TogaiAccountQueryVariables>;
export const TogaiCustomerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TogaiCustomer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiCustomer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"primaryEmail"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"invoiceCurrency"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}},{"kind":"Field","name":{"kind":"Name","value":"pricePlans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveUntil"}},{"kind":"Field","name":{"kind":"Name","value":"pricePlan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<TogaiCustomerQuery, TogaiCustomerQueryVariables>;
export const TogaiPricePlansDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TogaiPricePlans"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiPricePlans"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"currencies"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<TogaiPricePlansQuery, TogaiPricePlansQueryVariables>;
export const TogaiRateCardsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TogaiRateCards"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"10"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiPricePlans"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"rateCards"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"invoiceTiming"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"pricingModel"}},{"kind":"Field","name":{"kind":"Name","value":"rates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"slabs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"}},{"kind":"Field","name":{"kind":"Name","value":"startAfter"}},{"kind":"Field","name":{"kind":"Name","value":"priceType"}},{"kind":"Field","name":{"kind":"Name","value":"rates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"creditGrant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"expiryType"}},{"kind":"Field","name":{"kind":"Name","value":"amounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<TogaiRateCardsQuery, TogaiRateCardsQueryVariables>;
export const ZuoraAccountCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraAccountCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraAccountCreateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraAccountCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"accountNumber"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraAccountCreateMutation, ZuoraAccountCreateMutationVariables>;
export const ZuoraAccountUpdateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraAccountUpdate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraAccountUpdateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraAccountUpdate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"accountNumber"}},{"kind":"Field","name":{"kind":"Name","value":"paymentTerm"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraAccountUpdateMutation, ZuoraAccountUpdateMutationVariables>;
export const ZuoraAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ZuoraAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"zuoraId"}},{"kind":"Field","name":{"kind":"Name","value":"accountNumber"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"billCycleDay"}},{"kind":"Field","name":{"kind":"Name","value":"paymentTerm"}},{"kind":"Field","name":{"kind":"Name","value":"autoPay"}},{"kind":"Field","name":{"kind":"Name","value":"billToContact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"workEmail"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subscriptions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscriptionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraAccountQuery, ZuoraAccountQueryVariables>;
export const ZuoraCreditMemoCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraCreditMemoCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraCreditMemoCreateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraCreditMemoCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"creditMemo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"memoNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraCreditMemoCreateMutation, ZuoraCreditMemoCreateMutationVariables>;
export const ZuoraSubscriptionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ZuoraSubscription"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraSubscription"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"zuoraId"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"termType"}},{"kind":"Field","name":{"kind":"Name","value":"termStartDate"}},{"kind":"Field","name":{"kind":"Name","value":"termEndDate"}},{"kind":"Field","name":{"kind":"Name","value":"autoRenew"}},{"kind":"Field","name":{"kind":"Name","value":"contractedMrr"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ratePlans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"charges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chargeNumber"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"unitOfMeasure"}},{"kind":"Field","name":{"kind":"Name","value":"billingPeriod"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"startingUnit"}},{"kind":"Field","name":{"kind":"Name","value":"endingUnit"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"priceFormat"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountNumber"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraSubscriptionQuery, ZuoraSubscriptionQueryVariables>;
export const ZuoraUsagesCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraUsagesCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"inputs"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraUsageCreateInput"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraUsagesCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"inputs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"inputs"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"usages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"unitOfMeasure"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraUsagesCreateMutation, ZuoraUsagesCreateMutationVariables>;