/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Which entries. */
export type AuditFilter = {
  /** Those of this mutation, kind of run (`run SALE`) or command. */
  action?: string | null | undefined;
  /** Those that began this run or are about it. */
  runId?: string | number | null | undefined;
  /** Those from this instant on. */
  since?: string | null | undefined;
  /** Those before this instant. */
  until?: string | null | undefined;
  /** Those of this caller. */
  who?: string | null | undefined;
};

/** What came of something that was begun. */
export type AuditState =
  /** It was done. */
  | 'DONE'
  /** It failed, or needs somebody; a part of it may have been done. */
  | 'FAILED'
  /** It was refused or cancelled: `outcome` has the codes. */
  | 'REFUSED';

/** What of one system is brought to another. */
export type BackfillInput = {
  /** What invoices become; INVOICE if it is not said. */
  as?: InvoiceSyncForm | null | undefined;
  /** The connection that has it. */
  from: string | number;
  /** Only what was made or changed since then, by the clock of the system that has it; everything without it. */
  since?: string | null | undefined;
  /** What is brought into step. */
  sync: BackfillKind;
  /** The connection that gets it. */
  to: string | number;
};

/** What a backfill brings into step. */
export type BackfillKind =
  /** Credits: see `creditSync`. */
  | 'CREDIT'
  /** Customers: see `customerSync`. */
  | 'CUSTOMER'
  /** Invoices: see `invoiceSync`. */
  | 'INVOICE'
  /** Subscriptions: see `subscriptionSync`. */
  | 'SUBSCRIPTION';

/** A billing system that the gateway speaks to. */
export type BillingSystem =
  /** FirstPromoter: referrals, the sales that they bring and the commissions of their promoters. */
  | 'FIRST_PROMOTER'
  /** Togai: usage, price plans, credits and invoices of metered products. */
  | 'TOGAI'
  /** Zuora Billing: accounts, subscriptions, rate plans and charges, invoices and payments. */
  | 'ZUORA_BILLING'
  /** Zuora Revenue: uploads of transactions, what became of their rows, and the jobs that recognise revenue. */
  | 'ZUORA_REVENUE';

/** Whether calls to a billing system are let through. */
export type BreakerState =
  /** Calls go through. */
  | 'CLOSED'
  /** One call is let through to see whether the system is back. */
  | 'HALF_OPEN'
  /** Calls are refused at once, because many in a row failed. */
  | 'OPEN';

/** What a charge id is the id of. */
export type ChargeKind =
  /** A charge of the catalog: credits become credit memos. */
  | 'PRODUCT_RATE_PLAN_CHARGE'
  /** A charge of a subscription, at price 1: credits become usage. */
  | 'SUBSCRIPTION_CHARGE';

/** What a connection is to be. On a change, what is left out stays as it is. */
export type ConnectionInput = {
  /** The charge that credits of other systems are booked against; null takes it away. */
  chargeId?: string | null | undefined;
  /** What the charge id is the id of. */
  chargeKind?: ChargeKind | null | undefined;
  /** Address of the API, needed to make one: https, and a host of the vendor's or one that CONNECTION_HOSTS names. When it is changed, all secrets have to be given again. */
  endpoint?: string | null | undefined;
  /** Its name, needed to make one. The id is made of it and stays when the name is changed. */
  name?: string | null | undefined;
  /** Settings and secrets, each by its name: credentials, entity, time zone. Others stay as they are. */
  settings?: Array<ConnectionSettingInput> | null | undefined;
  /** The system; needed to make one, and never changed. */
  system?: BillingSystem | null | undefined;
};

/** A setting or a secret of a connection. */
export type ConnectionSettingInput = {
  /** Its name, one of those that `connectionKinds` has for the system. */
  name: string;
  /** Its value; null takes it away. */
  value?: string | null | undefined;
};

/** What the last test of a connection found. */
export type ConnectionStatus =
  /** Something has to be done; `findings` says what. */
  | 'FAILING'
  /** It could be used. */
  | 'OK'
  /** It was never tested, or not since it was changed. */
  | 'UNCHECKED';

/** A credit, and where it is booked. */
export type CreditSyncInput = {
  /** Id of the credit in the system that granted it. */
  creditId: string;
  /** The connection to the system that granted it; without it the first one to a system that grants credits. */
  from?: string | number | null | undefined;
  /** The connection to the system that books it; without it the first one to a system that books credits. */
  to?: string | number | null | undefined;
};

/** A customer of one system that is to be one of another, too. */
export type CustomerSyncInput = {
  /** The gateway's id of the customer, or any id of theirs in one of the two systems. */
  customer: string | number;
  /** The connection that has the customer: its id, or its key: the system, or the system, a slash and its handle. */
  from: string | number;
  /** The connection that gets the customer. */
  to: string | number;
};

/** Which differences. */
export type DriftFilter = {
  /** Those of this customer. */
  customerId?: string | number | null | undefined;
  /** Those of this kind. */
  kind?: DriftKind | null | undefined;
  /** True: those that a person has to decide; false: the others. */
  needsPerson?: boolean | null | undefined;
};

/** What two systems can differ in. */
export type DriftKind =
  /** A credit, and whether the other system has booked it. */
  | 'CREDIT'
  /** Name, email, address and links of the customer. */
  | 'CUSTOMER'
  /** An invoice, and whether the other system has booked it. */
  | 'INVOICE'
  /** A subscription, and the price plans of the account. */
  | 'SUBSCRIPTION';

/** A new event trigger. */
export type EventTriggerCreateInput = {
  /** Whether it makes events; true unless it is said. */
  active?: boolean | null | undefined;
  /** The kind of object: `Account`, `Invoice`, ... in this case, or `default__` and the name of a custom one. */
  baseObject: string;
  /** A JEXL expression, at most 5,000 characters, over `changeType` (`INSERT`, `UPDATE`, `DELETE`) and fields of the object: `Invoice.Status`, and `Invoice.Status_old` for the value before. `changeType == 'UPDATE' && Invoice.Status == 'Posted' && Invoice.Status_old != 'Posted'` */
  condition: string;
  /** Remarks, at most 1,000 characters. */
  description?: string | null | undefined;
  /** What happens then. */
  eventType: EventTypeInput;
};

/** The kind of event that a new trigger makes. */
export type EventTypeInput = {
  /** Remarks, at most 1,000 characters. */
  description?: string | null | undefined;
  /** Its name for people, at most 500 characters. */
  displayName: string;
  /** Its name: a letter, then letters, digits, `_` and `-`, at most 200 characters. Unique in the tenant. */
  name: string;
};

/** An id as support staff paste it; any kind of id of the system is found. */
export type ExternalIdInput = {
  /** The system whose id it is. */
  system: BillingSystem;
  /** The id as people know it: of an account, a customer or a number that the system gave. */
  value: string;
};

/** What a finding means. */
export type FindingState =
  /** It works, but there is something to know. */
  | 'NOTE'
  /** As it should be. */
  | 'OK'
  /** Something has to be done. */
  | 'PROBLEM';

/** What is to follow. What is left out is as in the template. */
export type FlowActionInput = {
  /** What is to be done. */
  action?: FlowActionKind | null | undefined;
  /** Id or key of the connection where it is to be done. */
  connection?: string | number | null | undefined;
  /** How it is to be done. */
  settings?: Array<FlowSettingInput> | null | undefined;
};

/** What can follow: the kinds of runs. */
export type FlowActionKind =
  /** As `creditSync`: a credit is booked where accounts are billed. */
  | 'CREDIT'
  /** As `customerSync`: the customer is made in the other system, linked and kept up to date. */
  | 'CUSTOMER'
  /** As `invoiceSync`: an invoice is booked where accounts are billed. The setting `as` says how: INVOICE, USAGE_QUANTITY or USAGE_REVENUE. */
  | 'INVOICE'
  /** The account of the buyer is put under the plan that the sale names, from the day on which it is followed. */
  | 'SALE'
  /** As `subscriptionSync`: an account is put under the price plans that the subscription comes to. */
  | 'SUBSCRIPTION';

/** What can happen in a billing system. */
export type FlowEvent =
  /** A credit was granted. */
  | 'CREDIT_GRANTED'
  /** A customer was made or changed. */
  | 'CUSTOMER_CHANGED'
  /** A customer was made. */
  | 'CUSTOMER_CREATED'
  /** An invoice was generated or has changed since. */
  | 'INVOICE_GENERATED'
  /** A sale was made to somebody who was referred. */
  | 'SALE_MADE'
  /** A subscription was made, changed or cancelled. */
  | 'SUBSCRIPTION_CHANGED';

/** What a flow is to be. On a change, what is left out stays as it is. */
export type FlowInput = {
  /** What is to follow; needed without a template. */
  actions?: Array<FlowActionInput> | null | undefined;
  /** What it is for; null takes it away. */
  description?: string | null | undefined;
  /** Whether it is to do anything; a new one does unless said otherwise. */
  enabled?: boolean | null | undefined;
  /** Its name for people; needed without a template. */
  name?: string | null | undefined;
  /** Id of a template; it says what is left out. A flow keeps its template and its trigger. */
  template?: string | null | undefined;
  /** What it is to wait for; needed without a template. */
  trigger?: FlowTriggerInput | null | undefined;
};

/** Which way a flow leads. */
export type FlowKind =
  /** Something happened in a connected system. */
  | 'INBOUND'
  /** Something happened in the system that prices usage. */
  | 'OUTBOUND';

/** How an action is to be done. */
export type FlowSettingInput = {
  /** Its name. */
  name: string;
  /** Its value. */
  value: string;
};

/** What a flow is to wait for. */
export type FlowTriggerInput = {
  /** Id or key of a connection; without it the template's system, by its default connection. */
  connection?: string | number | null | undefined;
  /** What has to happen there; without it the template's event. */
  event?: FlowEvent | null | undefined;
};

/** State of an invoice, in words for every system. */
export type InvoiceStatus =
  /** It has not been sent yet, and may change. */
  | 'DRAFT'
  /** Another invoice has taken it up. */
  | 'MERGED'
  /** It is to be paid, and nothing of it is. */
  | 'OPEN'
  /** Nothing of it is open any more. */
  | 'PAID'
  /** A part of it is paid or credited. */
  | 'PARTIALLY_PAID'
  /** It was paid back. */
  | 'REFUNDED'
  /** It is about to be paid back. */
  | 'REFUND_PENDING'
  /** It was given up. */
  | 'UNCOLLECTIBLE'
  /** A state that the gateway has no word for: `statusText` has that of the system. */
  | 'UNKNOWN'
  /** It was cancelled or reversed, and does not count. */
  | 'VOID';

/** What an invoice becomes in the other system. */
export type InvoiceSyncForm =
  /** An invoice of no subscription, of the same lines, day and total. */
  | 'INVOICE'
  /** Usage of what was used of each meter, priced there. */
  | 'USAGE_QUANTITY'
  /** Usage of what each meter came to, on charges that cost 1 a unit. */
  | 'USAGE_REVENUE';

/** An invoice, and what is booked for it. */
export type InvoiceSyncInput = {
  /** What it becomes; INVOICE if it is not said. */
  as?: InvoiceSyncForm | null | undefined;
  /** The connection to the system that issued it; without it the first one to a system that issues invoices. */
  from?: string | number | null | undefined;
  /** Id of the invoice in the system that issued it. */
  invoiceId: string;
  /** The connection to the system that books it; without it the first one to a system that books invoices. */
  to?: string | number | null | undefined;
};

/** An exact amount in one currency. */
export type MoneyInput = {
  /** In the major unit of the currency: "12.50" is twelve and a half euro. */
  amount: string;
  /** The currency of the amount. */
  currency: string;
};

/** What is compared with what. */
export type ReconciliationInput = {
  /** Only this customer; without it all that are linked. */
  customer?: string | number | null | undefined;
  /** The connection that customers and subscriptions come from: its values count. */
  from: string | number;
  /** What invoices become in the system that books them; without it they are not compared. */
  invoicesAs?: InvoiceSyncForm | null | undefined;
  /** In what they are compared; in everything without it, invoices where `invoicesAs` is said. */
  kinds?: Array<DriftKind> | null | undefined;
  /** The connection that follows it, and whose credits and invoices it books. */
  to: string | number;
};

/** A person who may have been referred bought something. */
export type ReferralSaleTrackInput = {
  /** The account that is put under the plan; without it the only one that the buyer has. */
  accountId?: string | null | undefined;
  /** What was paid: no finer than the cent, and than the unit for JPY and the like. */
  amount: MoneyInput;
  /** A customer of this gateway; gives the email where none is given. */
  customer?: string | number | null | undefined;
  /** From when on it is under the plan; today without it. */
  effectiveFrom?: string | null | undefined;
  /** The first day on which it is not any more; without end where there is none. */
  effectiveUntil?: string | null | undefined;
  /** Email of the person. */
  email?: string | null | undefined;
  /** Your id of the event, at most 255 characters: an event of one id counts once, for ever. */
  eventId: string;
  /** Monthly recurring revenue that the sale brings. */
  mrr?: MoneyInput | null | undefined;
  /** The price plan that was sold: its id or exact name in the system that has price plans, or a name that MAPPING_FILE (`salePlans`) leads to one. The account of the buyer is put under it: see `run`. */
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

/** Data collection: what is in staging becomes revenue contracts. */
export type RevenueCollectionInput = {
  /** The organisation, on tenants with several. */
  orgId?: number | null | undefined;
  /** The RC template; without it the one of ZUORA_REVENUE_COLLECTION_TEMPLATE. */
  rcTemplate?: string | null | undefined;
};

/** What the cells of a column hold. */
export type RevenueColumnType =
  /** A day in the template's date format. */
  | 'DATE'
  /** A number with a point, without separators of thousands. */
  | 'NUMBER'
  /** Text of at most 240 characters. */
  | 'TEXT';

/** How far a job of Zuora Revenue has come. */
export type RevenueJobStatus =
  /** Somebody cancelled it. */
  | 'CANCELLED'
  /** It has done its work. */
  | 'COMPLETED'
  /** It could not be done; the call that tells so succeeds all the same. */
  | 'ERROR'
  /** It broke off. */
  | 'FAILED'
  /** Another job was under way that cannot run beside it. */
  | 'INCOMPATIBLE'
  /** It has not begun. */
  | 'PENDING'
  /** It is under way. */
  | 'RUNNING'
  /** It was ended from outside. */
  | 'TERMINATED'
  /** A status that this gateway does not know: see `rawStatus`. */
  | 'UNKNOWN'
  /** It has ended, and something is to be looked at: there may have been nothing to do. */
  | 'WARNING';

/** A program that is to run. */
export type RevenueJobSubmitInput = {
  /** The organisation that it runs for: see `revenueOrgs`. */
  orgId: number;
  /** Values of its parameters; those that are not named are empty. */
  parameters?: Array<RevenueProgramParameterInput>;
  /** The program: see `revenuePrograms`. */
  programId: string;
};

/** The value of a parameter. */
export type RevenueProgramParameterInput = {
  /** The name of the parameter, as `revenuePrograms` tells it. */
  name: string;
  /** Its value. */
  value: string;
};

/** What a number that rows carry is the number of. */
export type RevenueRowNumberKind =
  /** An account. */
  | 'ACCOUNT'
  /** A subscription. */
  | 'SUBSCRIPTION';

/** What the rows of an upload are. */
export type RevenueStageErrorType =
  /** Events that release or change revenue. */
  | 'EVENT'
  /** Orders, invoices and credit memos. */
  | 'TRANSACTION';

/** A file that is to be uploaded: inline as `csv` or `rows`, else through the `putUrl` that it is given. */
export type RevenueUploadCreateInput = {
  /** Whether a file is taken although the same one was uploaded before. */
  again?: boolean;
  /** Data collection that follows once all parts are in staging; null for none. */
  collect?: RevenueCollectionInput | null | undefined;
  /** The file itself, with a header, up to what fits into a request (1 MB). */
  csv?: string | null | undefined;
  /** What the file is called; names in Zuora Revenue are made of it. */
  fileName?: string;
  /** The rows as objects: values by the heading of the column or by its staging field. */
  rows?: Array<unknown> | null | undefined;
  /** The name of the upload template. */
  template: string;
  /** What the rows are; without it as the template looks: transactions have a type. */
  type?: RevenueStageErrorType | null | undefined;
};

/** How far a part has come. */
export type RevenueUploadPartStatus =
  /** Its rows are in staging, but for those with stage errors. */
  | 'DONE'
  /** It was refused as a whole: none of its rows is in staging. */
  | 'FAILED'
  /** Its answer was lost; the gateway is finding out whether it arrived. */
  | 'LOST'
  /** It waits for its turn: two are under way at a time. */
  | 'READY'
  /** It is being sent. */
  | 'SENDING'
  /** Zuora Revenue has it and loads it. */
  | 'SENT'
  /** Nobody but a person can find out whether it arrived: see `message`. */
  | 'UNCERTAIN';

/** How far a row of an upload has come. */
export type RevenueUploadRowStatus =
  /** Data collection that followed its upload has ended; it takes rows of the open period only. */
  | 'COLLECTED'
  /** Its part was refused as a whole: `message` says why. */
  | 'REFUSED'
  /** It is in staging. Nothing is recognised yet. */
  | 'STAGED'
  /** It did not come through staging: `message` says why. */
  | 'STAGE_ERROR'
  /** Zuora Revenue has its part; whether the row comes through staging is not known yet. */
  | 'STAGING'
  /** The answer for its part was lost; whether it arrived is being found out. */
  | 'UNCERTAIN'
  /** Its part is not in Zuora Revenue yet. */
  | 'WAITING';

/** How far an upload has come. */
export type RevenueUploadStatus =
  /** Data collection has ended. Rows in `stageErrors` were not taken. */
  | 'COLLECTED'
  /** Data collection is under way. */
  | 'COLLECTING'
  /** `failure` says why, and `parts` what arrived nevertheless. */
  | 'FAILED'
  /** All of its rows are in staging. Nothing is recognised yet. */
  | 'STAGED'
  /** Its rows are in staging but for those in `stageErrors`. */
  | 'STAGED_WITH_ERRORS'
  /** Its parts are on their way to staging. */
  | 'UPLOADING'
  /** The file is being received and checked; nothing has been sent. */
  | 'VALIDATING'
  /** The file is to be sent to `putUrl`. */
  | 'WAITING_FOR_FILE';

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

/** A subscription, and the account that is put under its price plans. */
export type SubscriptionSyncInput = {
  /** The account in the system that has price plans; without it the only one that the customer has. */
  accountId?: string | null | undefined;
  /** The connection that sold the subscription; without it the first one that knows it. */
  from?: string | number | null | undefined;
  /** Number of the subscription, or any key that its system knows it by. */
  subscriptionKey: string;
  /** The connection whose price plans it comes to; without it the first one that has price plans. */
  to?: string | number | null | undefined;
};

/** Where a sync stands. */
export type SyncRunStatus =
  /** Stopped between two steps. */
  | 'CANCELLED'
  /** A person has to do something: `failure` says what. Then it can be repeated. */
  | 'NEEDS_ATTENTION'
  /** A dry run: its steps are what would be done. */
  | 'PLANNED'
  /** Asked for; it begins in a moment. */
  | 'QUEUED'
  /** A step is being done. */
  | 'RUNNING'
  /** All is as it should be. */
  | 'SUCCEEDED'
  /** A system does not answer; it goes on by itself. */
  | 'WAITING';

/** Where a step of a sync stands. */
export type SyncStepStatus =
  /** Done, or found to be done. */
  | 'DONE'
  /** Refused: `error` says why. */
  | 'FAILED'
  /** Not begun. */
  | 'PLANNED'
  /** Begun, and tried again if it does not come to an end. */
  | 'RUNNING';

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

/** Where bills go. */
export type TogaiAddressInput = {
  /** City. */
  city?: string | null | undefined;
  /** ISO 3166-1 code of two capital letters. */
  country?: string | null | undefined;
  /** First line. */
  line1?: string | null | undefined;
  /** Second line. */
  line2?: string | null | undefined;
  /** Phone number. */
  phoneNumber?: string | null | undefined;
  /** Postal code. */
  postalCode?: string | null | undefined;
  /** State or province. */
  state?: string | null | undefined;
};

/** What an event should have said. Its id stays. */
export type TogaiCorrectedEventInput = {
  /** Id or alias of the account. */
  accountId: string;
  /** What was measured, at most 10 numbers. */
  attributes: Array<TogaiUsageAttributeInput>;
  /** Labels by name. */
  dimensions?: unknown;
  /** Name of the event schema. */
  schemaName: string;
  /** When it happened. */
  timestamp: string;
};

/** A credit for an account. */
export type TogaiCreditGrantInput = {
  /** The company's own id of the account. */
  accountId: string;
  /** How much, in the unit of the account's credits; more than 0. */
  amount: string;
  /** What it pays for: ids of rate cards, or words such as `ALL_USAGE_METER_RATE_CARDS`; everything without. */
  applicableEntityIds?: Array<string> | null | undefined;
  /** The first day on which it counts; today without one. */
  effectiveFrom?: string | null | undefined;
  /** The day on which it expires; without one it does not. */
  effectiveUntil?: string | null | undefined;
  /** What granted it, if not a person. */
  grantorId?: string | null | undefined;
  /** 1 to 100; low numbers are used up first. 100 without one. */
  priority?: number | null | undefined;
  /** What it is for; the customer sees it. */
  purpose: string;
};

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

/** A new customer, with a first account if you like. */
export type TogaiCustomerCreateInput = {
  /** Its first account. */
  account?: TogaiNewAccountInput | null | undefined;
  /** Where bills go. */
  address?: TogaiAddressInput | null | undefined;
  /** An id of your choice, at most 50 characters; it stays for ever. */
  id: string;
  /** Name of the customer. */
  name: string;
  /** Email for billing. */
  primaryEmail: string;
};

/** How an event is corrected. */
export type TogaiEventCorrectionAction =
  /** Take it back and bring the same event again, so that it is rated anew. */
  | 'REDO'
  /** Take it back and bring `event` in its place. */
  | 'REDO_EVENT'
  /** Take back the usage, the revenue and the entitlements that it caused. */
  | 'UNDO';

/** The correction of one event. */
export type TogaiEventCorrectionInput = {
  /** How to correct it. */
  action: TogaiEventCorrectionAction;
  /** What to bring instead, with `REDO_EVENT`. */
  event?: TogaiCorrectedEventInput | null | undefined;
  /** The id that the sender of the event chose, of up to 50 characters. */
  eventId: string;
};

/** An amount that is charged once or every so many cycles. */
export type TogaiFixedFeeInput = {
  /** Togai's id of the add-on. */
  addOnId: string;
  /** How much. */
  amount: string;
  /** What invoices call it. */
  displayName: string;
  /** Charged in every n-th cycle. */
  everyCycles?: number;
  /** A name of your choice that no other card of the plan has. */
  name: string;
  /** Whether it is charged just once. */
  once?: boolean;
  /** Whether part of a cycle costs part of it. */
  prorated?: boolean;
  /** With which invoice. */
  timing: TogaiInvoiceTiming;
};

/** A custom invoice. */
export type TogaiInvoiceCreateInput = {
  /** The company's own id of the account. */
  accountId: string;
  /** Whether credits pay for it; they do without this. */
  applyCredits?: boolean | null | undefined;
  /** Whether the wallet pays for it; it does without this. */
  applyWalletBalance?: boolean | null | undefined;
  /** Whether a draft becomes due, or paid, by itself at the end of its time. It does not without this. */
  autoAdvance?: boolean | null | undefined;
  /** Where that time ends, this instant excluded. */
  endDate: string;
  /** What it is made up of, 1 to 50 lines. */
  lineItems: Array<TogaiInvoiceLineInput>;
  /** Where the time that it is for begins. */
  startDate: string;
  /** The state in which it begins. */
  status?: TogaiNewInvoiceState;
};

/** A line of a custom invoice: an amount as a whole, or so many of so much each. */
export type TogaiInvoiceLineInput = {
  /** What of the catalog it is about. */
  billableId?: string | null | undefined;
  /** What it is for. */
  description: string;
  /** How many. */
  quantity?: string | null | undefined;
  /** How much together, in the currency of the account's invoices. */
  value?: string | null | undefined;
  /** How much each. */
  valuePerQuantity?: string | null | undefined;
};

/** With which invoice a rate card is charged. */
export type TogaiInvoiceTiming =
  /** That of the cycle before. */
  | 'IN_ADVANCE'
  /** That of the cycle itself. */
  | 'IN_ARREARS';

/** A price for the units that an account holds. */
export type TogaiLicenceInput = {
  /** Togai's id of the add-on. */
  addOnId: string;
  /** What invoices call it. */
  displayName: string;
  /** A name of your choice that no other card of the plan has. */
  name: string;
  /** Whether part of a cycle costs part of it. */
  prorated?: boolean;
  /** The price. */
  rate: TogaiRateInput;
  /** With which invoice. */
  timing: TogaiInvoiceTiming;
};

/** The first account of a new customer. */
export type TogaiNewAccountInput = {
  /** Where bills go. */
  address?: TogaiAddressInput | null | undefined;
  /** Other ids of the account, at most 10. */
  aliases?: Array<string> | null | undefined;
  /** An id of your choice, at most 50 characters; it stays for ever. */
  id: string;
  /** Currency of its invoices; without one that of the organisation. */
  invoiceCurrency?: string | null | undefined;
  /** Key-value pairs of text; they replace those that are there. */
  metadata?: unknown;
  /** Name of the account. */
  name: string;
  /** Days after which an invoice is due. */
  netTermDays?: number | null | undefined;
  /** Email for billing. */
  primaryEmail?: string | null | undefined;
};

/** The state in which a custom invoice begins. */
export type TogaiNewInvoiceState =
  /** Not sent yet: all of it can still be changed. */
  | 'DRAFT'
  /** To be paid. */
  | 'DUE'
  /** Paid already. */
  | 'PAID';

/** An account under a price plan, for a time. */
export type TogaiPricePlanAssociateInput = {
  /** The company's own id of the account. */
  accountId: string;
  /** The first day. */
  effectiveFrom: string;
  /** The day after the last one; 9999-01-01 for no end. */
  effectiveUntil: string;
  /** Togai's id of the price plan. */
  pricePlanId: string;
};

/** A price plan in one currency. Its cycle begins on the day on which an account is put under it. */
export type TogaiPricePlanCreateInput = {
  /** Whether later changes of the plan may hold from the beginning of the cycle under way. */
  allowOngoingCycleUpdates?: boolean;
  /** Currency of all prices. */
  currency: string;
  /** How often it is billed. */
  cycle: TogaiPricingCycle;
  /** Remarks, at most 255 characters. */
  description?: string | null | undefined;
  /** Amounts. */
  fixedFees?: Array<TogaiFixedFeeInput>;
  /** For how many days past events are still taken, 0 to 60. */
  graceDays?: number;
  /** Prices for what is held. */
  licences?: Array<TogaiLicenceInput>;
  /** A name that no other plan has, at most 50 characters. */
  name: string;
  /** Prices for what is metered. */
  usageRates?: Array<TogaiUsageRateInput>;
};

/** What is to change of a price plan. Cards that are not named stay as they are. */
export type TogaiPricePlanReviseInput = {
  /** What it means for the accounts under the plan. */
  accounts?: TogaiVersionAccounts;
  /** Amounts as they are to be; new names are added. */
  fixedFees?: Array<TogaiFixedFeeInput>;
  /** Prices for what is held, as they are to be. */
  licences?: Array<TogaiLicenceInput>;
  /** Names of cards that are not to be there; those that are not there anyway do no harm. */
  remove?: Array<string>;
  /** Prices for what is metered, as they are to be. */
  usageRates?: Array<TogaiUsageRateInput>;
};

/** How often a price plan is billed. */
export type TogaiPricingCycle =
  /** Each year. */
  | 'ANNUALLY'
  /** Every six months. */
  | 'HALF_YEARLY'
  /** Each month. */
  | 'MONTHLY'
  /** Every three months. */
  | 'QUARTERLY'
  /** Each week. */
  | 'WEEKLY';

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

/** A price that depends on how much. */
export type TogaiRateInput = {
  /** How the slabs make a price. */
  model: TogaiRateModel;
  /** The slabs, in order; 1 to 100. */
  slabs: Array<TogaiSlabInput>;
};

/** How slabs make a price. */
export type TogaiRateModel =
  /** Each unit at the rate of its slab. */
  | 'TIERED'
  /** All units at the rate of the slab that the quantity falls in. */
  | 'VOLUME';

/** One slab of a price. */
export type TogaiSlabInput = {
  /** What the rate is for. */
  priceType: TogaiSlabPrice;
  /** The rate, exact to the last digit. */
  rate: string;
  /** Units before the slab; 0 for the first. */
  startAfter: string;
};

/** What the rate of a slab is for. */
export type TogaiSlabPrice =
  /** The whole slab. */
  | 'FLAT'
  /** Each unit. */
  | 'PER_UNIT';

/** A number that was measured. */
export type TogaiUsageAttributeInput = {
  /** Its name in the event schema. */
  name: string;
  /** What it counts; the unit of the schema without one. */
  unit?: string | null | undefined;
  /** The number, exact to the last digit. */
  value: string;
};

/** One event of usage. */
export type TogaiUsageEventInput = {
  /** Id or alias of the account. */
  accountId: string;
  /** What was measured, at most 10 numbers. */
  attributes: Array<TogaiUsageAttributeInput>;
  /** Labels by name. */
  dimensions?: unknown;
  /** An id of yours: Togai takes it once in 45 days. Without one the event gets one, and asking again counts it again. */
  id?: string | null | undefined;
  /** Name of the event schema. */
  schemaName: string;
  /** When it happened. */
  timestamp: string;
};

/** A price for what is metered. */
export type TogaiUsageRateInput = {
  /** What invoices call it. */
  displayName: string;
  /** A name of your choice that no other card of the plan has. */
  name: string;
  /** The price. */
  rate: TogaiRateInput;
  /** Togai's id of the usage meter. */
  usageMeterId: string;
};

/** What a new version of a price plan means for the accounts that are under the version before it. */
export type TogaiVersionAccounts =
  /** They keep the version that they have. */
  | 'KEEP'
  /** They have the new one from their next cycle on. */
  | 'NEXT_CYCLE'
  /** They have the new one at once. */
  | 'NOW';

/** State of a wallet. */
export type TogaiWalletStatus =
  /** In use. */
  | 'ACTIVE'
  /** Not in use. */
  | 'INACTIVE'
  /** A state that this gateway does not know; `statusText` has it. */
  | 'UNKNOWN';

/** Money for the wallet of an account. */
export type TogaiWalletTopUpInput = {
  /** The company's own id of the account in Togai. */
  accountId: string;
  /** How much, in the unit of the wallet; more than 0. */
  amount: string;
};

/** How finely usage is told. */
export type UsagePeriod =
  /** By the day of the system. */
  | 'DAY'
  /** By the hour. */
  | 'HOUR'
  /** By the month of the system. */
  | 'MONTH'
  /** By the week of the system. */
  | 'WEEK';

/** Why a mutation did nothing, where the caller can do something about it. */
export type UserErrorCode =
  /** A value holds the number of a payment card; `field` says which. It was not kept. */
  | 'CARD_NUMBER'
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

/** What became of something that a system told. */
export type WebhookDeliveryState =
  /** It was given up; `note` says why. `webhookDeliveryRetry` tries it again. */
  | 'DEAD'
  /** What it is about was read anew; `note` says if there was nothing to it. */
  | 'DONE'
  /** It waits for its turn, or for its next try. */
  | 'PENDING'
  /** What it is about is being read. */
  | 'PROCESSING';

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
  /** A first subscription, made in the same call: both or neither. */
  subscription?: ZuoraNewSubscriptionInput | null | undefined;
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

/** State of a job in Zuora. */
export type ZuoraAsyncJobStatus =
  /** Done. */
  | 'COMPLETED'
  /** It did nothing; `errors` says why. */
  | 'FAILED'
  /** At work: ask again later. */
  | 'PROCESSING'
  /** A state that this gateway does not know; `statusText` has it. */
  | 'UNKNOWN';

/** User name and password for a receiver; never shown again. */
export type ZuoraBasicAuthenticationInput = {
  /** Domain, for NTLM. */
  domain?: string | null | undefined;
  /** Password. */
  password: string;
  /** Whether they come with the first request, without waiting for a 401 with `WWW-Authenticate`. */
  preemptive?: boolean | null | undefined;
  /** User name. */
  username: string;
};

/** How a callout signs in at its receiver. A signature may come on top. */
export type ZuoraCalloutAuthenticationKind =
  /** User name and password, by Basic or NTLM. */
  | 'BASIC'
  /** Not at all. */
  | 'NONE'
  /** A token of an OAuth 2.0 provider that is configured in Zuora. */
  | 'OAUTH2';

/** Which callouts; without a filter, those of the last day. */
export type ZuoraCalloutHistoryFilter = {
  /** Only for this event: the number of a standard one, or `user.notification:` and its name. */
  eventCategory?: string | null | undefined;
  /** Whether to leave out what came through. */
  failedOnly?: boolean;
  /** Not before this time; one day before `to` unless said. */
  from?: string | null | undefined;
  /** Whether to give `responseContent`. */
  includeResponseContent?: boolean;
  /** Zuora's id of the object that the event was about. */
  objectId?: string | null | undefined;
  /** Not after this time; now unless said. */
  to?: string | null | undefined;
};

/** How a callout is sent. */
export type ZuoraCalloutMethod =
  /** Without a body. */
  | 'DELETE'
  /** With parameters in the address. */
  | 'GET'
  /** With a body; callout templates only. */
  | 'PATCH'
  /** With a body. */
  | 'POST'
  /** With a body. */
  | 'PUT'
  /** One that this gateway does not know; it cannot be chosen. */
  | 'UNKNOWN';

/** How callouts are signed with HMAC. */
export type ZuoraCalloutSignatureInput = {
  /** The hash function. */
  algorithm: ZuoraHmacAlgorithm;
  /** What is signed: `{{Request.Body}}`, or with headers. */
  data: string;
  /** The header that has the signature. */
  headerName: string;
  /** The value of the header: `{{Request.HMAC.Signed}}`. */
  headerValue: string;
  /** How the signature is written. */
  outputFormat: ZuoraHmacFormat;
  /** The shared secret; never shown again. */
  secret: string;
};

/** A new callout template, for one event. */
export type ZuoraCalloutTemplateCreateInput = {
  /** Whether it is in use; true unless it is said. */
  active?: boolean | null | undefined;
  /** How it signs in with user name and password; null ends that. */
  basicAuthentication?: ZuoraBasicAuthenticationInput | null | undefined;
  /** Certificate of the receiver's server, PEM; never shown again. */
  certificate?: string | null | undefined;
  /** The whole body in place of parameters: JSON with merge fields, `{"AccountId": "{{DataSource.Account.Id}}"}`. Null goes back to parameters. */
  customRequestBody?: string | null | undefined;
  /** Remarks, at most 255 characters. */
  description?: string | null | undefined;
  /** The number of a standard event, in place of a name: 1110, 1210, ... */
  eventCategory?: number | null | undefined;
  /** The event, by its name: that of an event trigger, for example. */
  eventTypeName?: string | null | undefined;
  /** Whose event: `user.notification` unless it is said, `com.zuora.notification` for those of Zuora. */
  eventTypeNamespace?: string | null | undefined;
  /** Headers of its own by name; their values are never shown. */
  headers?: unknown;
  /** How it is sent; POST unless it is said. */
  method?: ZuoraCalloutMethod | null | undefined;
  /** Its name, at most 255 characters, unique among callout templates. */
  name: string;
  /** Zuora's id of the OAuth 2.0 provider that it signs in with; null ends that. */
  oauth2ProviderId?: string | null | undefined;
  /** Parameters of the body by name, with merge fields: `{"AccountId": "<Account.Id>"}`. */
  parameters?: unknown;
  /** Whether Zuora tries again when it fails; true unless it is said. */
  retried?: boolean | null | undefined;
  /** How it is signed. Zuora has no way to end that over its API. */
  signature?: ZuoraCalloutSignatureInput | null | undefined;
  /** Where it is sent to: https, without a port and without credentials, at most 1,000 characters. */
  url: string;
};

/** What decides when a subscription ends. */
export type ZuoraCancellationPolicy =
  /** The end of the term. */
  | 'END_OF_CURRENT_TERM'
  /** The end of what has been billed. */
  | 'END_OF_LAST_INVOICE_PERIOD'
  /** A day of your choice. */
  | 'SPECIFIC_DATE';

/** What the day of billing follows. */
export type ZuoraCatalogBillCycleType =
  /** The first day of the charge. */
  | 'CHARGE_TRIGGER_DAY'
  /** The account. */
  | 'DEFAULT_FROM_CUSTOMER'
  /** `billCycleDay`. */
  | 'SPECIFIC_DAY_OF_MONTH'
  /** `weeklyBillCycleDay`. */
  | 'SPECIFIC_DAY_OF_WEEK'
  /** The first day of the subscription. */
  | 'SUBSCRIPTION_START_DAY'
  /** The last day of the term. */
  | 'TERM_END_DAY'
  /** The first day of the term. */
  | 'TERM_START_DAY';

/** How often a charge is billed. */
export type ZuoraCatalogBillingPeriod =
  /** Each year. */
  | 'ANNUAL'
  /** Each month. */
  | 'MONTH'
  /** Every three months. */
  | 'QUARTER'
  /** Every six months. */
  | 'SEMI_ANNUAL'
  /** Every `specificBillingPeriod` days. */
  | 'SPECIFIC_DAYS'
  /** Every `specificBillingPeriod` months. */
  | 'SPECIFIC_MONTHS'
  /** Every `specificBillingPeriod` weeks. */
  | 'SPECIFIC_WEEKS'
  /** Once for the term. */
  | 'SUBSCRIPTION_TERM'
  /** Each week. */
  | 'WEEK';

/** What the billing periods of a charge begin with. */
export type ZuoraCatalogBillingPeriodAlignment =
  /** The charge. */
  | 'CHARGE'
  /** The subscription. */
  | 'SUBSCRIPTION_START'
  /** The end of the term. */
  | 'TERM_END'
  /** The term. */
  | 'TERM_START';

/** Whether a period is billed before it or after it. */
export type ZuoraCatalogBillingTiming =
  /** Before it. */
  | 'IN_ADVANCE'
  /** After it. */
  | 'IN_ARREARS';

/** How the price of a charge is worked out; the tenant has to have the model. */
export type ZuoraCatalogChargeModel =
  /** A price for each delivery. */
  | 'DELIVERY'
  /** An amount off. */
  | 'DISCOUNT_FIXED_AMOUNT'
  /** A percentage off. */
  | 'DISCOUNT_PERCENTAGE'
  /** One price. */
  | 'FLAT_FEE'
  /** The most that was used at a time, each unit at the price of its tier. */
  | 'HIGH_WATERMARK_TIERED'
  /** The most that was used at a time, all at the price of one tier. */
  | 'HIGH_WATERMARK_VOLUME'
  /** A formula over what was used. */
  | 'MULTI_ATTRIBUTE'
  /** A price for each unit beyond the included ones. */
  | 'OVERAGE'
  /** A price for each unit. */
  | 'PER_UNIT'
  /** Usage that comes with its price. */
  | 'PRERATED'
  /** Usage that comes with its price for a unit. */
  | 'PRERATED_PER_UNIT'
  /** Each unit at the price of its tier. */
  | 'TIERED'
  /** Tiers, and a price for units beyond the last one. */
  | 'TIERED_WITH_OVERAGE'
  /** All units at the price of the tier that the quantity falls in. */
  | 'VOLUME';

/** When a charge is charged. */
export type ZuoraCatalogChargeType =
  /** Once. */
  | 'ONE_TIME'
  /** Each period. */
  | 'RECURRING'
  /** For what was used. */
  | 'USAGE';

/** How far a discount reaches. */
export type ZuoraCatalogDiscountLevel =
  /** Everything on the account. */
  | 'ACCOUNT'
  /** The charges of its rate plan. */
  | 'RATE_PLAN'
  /** The charges of its subscription. */
  | 'SUBSCRIPTION';

/** What kinds of charges a discount takes something off. */
export type ZuoraCatalogDiscountTarget =
  /** One-time charges. */
  | 'ONE_TIME'
  /** One-time and recurring charges. */
  | 'ONE_TIME_RECURRING'
  /** All charges. */
  | 'ONE_TIME_RECURRING_USAGE'
  /** One-time charges and usage. */
  | 'ONE_TIME_USAGE'
  /** Recurring charges. */
  | 'RECURRING'
  /** Recurring charges and usage. */
  | 'RECURRING_USAGE'
  /** Usage. */
  | 'USAGE';

/** When a charge ends. */
export type ZuoraCatalogEndDateCondition =
  /** After `upToPeriods`. */
  | 'FIXED_PERIOD'
  /** With the subscription. */
  | 'SUBSCRIPTION_END';

/** The period that list prices are for. */
export type ZuoraCatalogListPriceBase =
  /** The billing period. */
  | 'BILLING_PERIOD'
  /** A month. */
  | 'MONTH'
  /** `specificListPriceBase` months. */
  | 'SPECIFIC_MONTHS'
  /** A week. */
  | 'WEEK'
  /** A year. */
  | 'YEAR';

/** When revenue begins to be recognised. */
export type ZuoraCatalogRevenueTrigger =
  /** When the contract takes effect. */
  | 'CONTRACT_EFFECTIVE'
  /** When the customer accepts it. */
  | 'CUSTOMER_ACCEPTANCE'
  /** When the service is activated. */
  | 'SERVICE_ACTIVATION';

/** Whether prices hold the tax. */
export type ZuoraCatalogTaxMode =
  /** Tax comes on top. */
  | 'EXCLUSIVE'
  /** Tax is in the price. */
  | 'INCLUSIVE';

/** The list price in one currency, for a range of units; exactly one of price, discount amount and percentage. */
export type ZuoraCatalogTierInput = {
  /** The currency of the price. */
  currency: string;
  /** Of a fixed discount: what it takes off. */
  discountAmount?: string | null | undefined;
  /** Of a percentage discount: 12.5 for 12.5%. */
  discountPercentage?: string | null | undefined;
  /** Last unit of the tier; left out in the last one. */
  endingUnit?: string | null | undefined;
  /** Whether the price is for units beyond the last tier. */
  isOveragePrice?: boolean | null | undefined;
  /** The price; no digit of it is rounded here. */
  price?: string | null | undefined;
  /** What the price is for, in tiers and volumes. */
  priceFormat?: ZuoraPriceFormat | null | undefined;
  /** First unit of the tier. */
  startingUnit?: string | null | undefined;
};

/** When billing begins. */
export type ZuoraCatalogTriggerEvent =
  /** When the contract takes effect. */
  | 'CONTRACT_EFFECTIVE'
  /** When the customer accepts it. */
  | 'CUSTOMER_ACCEPTANCE'
  /** When the service is activated. */
  | 'SERVICE_ACTIVATION';

/** What `upToPeriods` counts. */
export type ZuoraCatalogUpToPeriodsType =
  /** Billing periods. */
  | 'BILLING_PERIODS'
  /** Days. */
  | 'DAYS'
  /** Months. */
  | 'MONTHS'
  /** Weeks. */
  | 'WEEKS'
  /** Years. */
  | 'YEARS';

/** A day of the week. */
export type ZuoraCatalogWeekday =
  /** Friday. */
  | 'FRIDAY'
  /** Monday. */
  | 'MONDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
  | 'WEDNESDAY';

/** A charge of the catalog at another price or quantity. */
export type ZuoraChargeOverrideInput = {
  /** The price; exact to the last digit. */
  price?: string | null | undefined;
  /** Id of the product rate plan charge. */
  productRatePlanChargeId: string;
  /** How many units. */
  quantity?: string | null | undefined;
  /** All tiers, in order. */
  tiers?: Array<ZuoraPriceTierInput> | null | undefined;
};

/** A charge of a subscription at another price or quantity. */
export type ZuoraChargeUpdateInput = {
  /** The price; exact to the last digit. */
  price?: string | null | undefined;
  /** How many units. */
  quantity?: string | null | undefined;
  /** Id of the charge in the latest version of the subscription. */
  ratePlanChargeId: string;
  /** All tiers, in order. */
  tiers?: Array<ZuoraPriceTierInput> | null | undefined;
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

/** What changes on a line of a credit memo. */
export type ZuoraCreditMemoItemUpdateInput = {
  /** Amount of the line, more than nothing, in the currency of the memo and in whole coins of it. */
  amount?: string | null | undefined;
  /** Remarks, at most 255 characters; null empties them. */
  comment?: string | null | undefined;
  /** Custom fields by their API name, `{ "Region__c": "EMEA" }`; null empties one. */
  customFields?: unknown;
  /** Zuora's id of the line: `ZuoraMemoItem.zuoraId`. */
  id: string;
  /** How much, more than nothing. */
  quantity?: string | null | undefined;
  /** Last day that the line is about. */
  serviceEndDate?: string | null | undefined;
  /** First day that the line is about. */
  serviceStartDate?: string | null | undefined;
  /** Unit that is counted. */
  unitOfMeasure?: string | null | undefined;
};

/** What changes on a credit memo. Of one that is posted Zuora takes some of it only. */
export type ZuoraCreditMemoUpdateInput = {
  /** Whether posting applies it to its invoice at once. */
  autoApplyUponPosting?: boolean | null | undefined;
  /** Remarks, at most 255 characters; null empties them. */
  comment?: string | null | undefined;
  /** Custom fields by their API name, `{ "Region__c": "EMEA" }`; null empties one. */
  customFields?: unknown;
  /** The day on which it counts. */
  effectiveDate?: string | null | undefined;
  /** Whether payment runs leave it alone. */
  excludeFromAutoApplyRules?: boolean | null | undefined;
  /** Lines that change; the others stay as they are. */
  items?: Array<ZuoraCreditMemoItemUpdateInput> | null | undefined;
  /** Why it was made: one of the tenant's reason codes; null empties it. */
  reasonCode?: string | null | undefined;
  /** Whether the accounting system has it. */
  transferredToAccounting?: ZuoraTransferredToAccounting | null | undefined;
};

/** How the file is packed. */
export type ZuoraDataQueryCompression =
  /** By gzip. */
  | 'GZIP'
  /** Not at all. */
  | 'NONE'
  /** As a ZIP archive. */
  | 'ZIP';

/** How the rows are written. */
export type ZuoraDataQueryFormat =
  /** Cells with commas between them. */
  | 'CSV'
  /** An object a line. */
  | 'JSON'
  /** Cells with tabs between them. */
  | 'TSV';

/** A query of Data Query. */
export type ZuoraDataQueryInput = {
  /** How to pack the file. */
  compression?: ZuoraDataQueryCompression;
  /** Whether to ask for what was deleted, and nothing else. */
  deletedOnly?: boolean;
  /** How to write the rows. */
  format?: ZuoraDataQueryFormat;
  /** SQL as Data Query has it, https://docs.zuora.com/en/zuora-platform/data/data-query ; at most 100,000 characters. */
  query: string;
  /** Which data to ask. */
  source?: ZuoraDataQuerySource;
  /** Whether to look rows of a large table up by a value that another one is filtered by. */
  useIndexJoin?: boolean;
};

/** Which data are asked. */
export type ZuoraDataQuerySource =
  /** The data of this moment. */
  | 'LIVE'
  /** The Zuora Warehouse, on tenants that have it. */
  | 'WAREHOUSE';

/** How far Zuora is with a data query. */
export type ZuoraDataQueryStatus =
  /** Waits. */
  | 'ACCEPTED'
  /** Stopped. */
  | 'CANCELLED'
  /** Answered: `fileUrl` leads to the rows. */
  | 'COMPLETED'
  /** Could not be answered. */
  | 'FAILED'
  /** At work: ask again later. */
  | 'IN_PROGRESS'
  /** Handed over. */
  | 'SUBMITTED'
  /** A state that this gateway does not know; `statusText` has it. */
  | 'UNKNOWN';

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

/** Who gets an email. */
export type ZuoraEmailRecipient =
  /** All contacts of the account. */
  | 'ALL_CONTACTS'
  /** Both of these contacts. */
  | 'BILL_TO_AND_SOLD_TO_CONTACTS'
  /** The contact that is billed. */
  | 'BILL_TO_CONTACT'
  /** All contacts of the account that is invoiced. */
  | 'INVOICE_OWNER_ALL_CONTACTS'
  /** Both of these contacts of the account that is invoiced. */
  | 'INVOICE_OWNER_BILL_TO_AND_SOLD_TO_CONTACTS'
  /** The billed contact of the account that is invoiced. */
  | 'INVOICE_OWNER_BILL_TO_CONTACT'
  /** The sold-to contact of the account that is invoiced. */
  | 'INVOICE_OWNER_SOLD_TO_CONTACT'
  /** The user who started the run. */
  | 'RUN_OWNER'
  /** The contact that something was sold to. */
  | 'SOLD_TO_CONTACT'
  /** The addresses that are named beside it. */
  | 'SPECIFIC_EMAILS'
  /** The administrators of the tenant. */
  | 'TENANT_ADMIN'
  /** One that this gateway does not know; it cannot be chosen. */
  | 'UNKNOWN';

/** The hash function that a callout is signed with. */
export type ZuoraHmacAlgorithm =
  /** Broken; for receivers that know nothing else. */
  | 'MD5'
  /** Old; for receivers that know nothing else. */
  | 'SHA_1'
  /** 224 bits. */
  | 'SHA_224'
  /** 256 bits. */
  | 'SHA_256'
  /** 384 bits. */
  | 'SHA_384'
  /** 512 bits. */
  | 'SHA_512'
  /** One that this gateway does not know; it cannot be chosen. */
  | 'UNKNOWN';

/** How the signature of a callout is written. */
export type ZuoraHmacFormat =
  /** Base64. */
  | 'BASE64'
  /** Hexadecimal digits. */
  | 'HEX'
  /** One that this gateway does not know; it cannot be chosen. */
  | 'UNKNOWN';

/** A new invoice for what belongs to no subscription. */
export type ZuoraInvoiceCreateInput = {
  /** Account id (32 hexadecimal digits) or account number. */
  accountKey: string;
  /** Whether payment runs pick it up. */
  autoPay?: boolean | null | undefined;
  /** Remarks, at most 255 characters. */
  comments?: string | null | undefined;
  /** Another currency than the account's, on tenants that allow it. */
  currency?: string | null | undefined;
  /** Custom fields by their API name, `{ "Region__c": "EMEA" }`. */
  customFields?: unknown;
  /** When it is due; without it the payment term decides. */
  dueDate?: string | null | undefined;
  /** The day on the invoice; not in an accounting period that is closed. */
  invoiceDate: string;
  /** A number of your choice: at most 32 letters, digits, - and _, not digits alone. */
  invoiceNumber?: string | null | undefined;
  /** Its lines, 1 to 1,000. */
  items: Array<ZuoraInvoiceItemInput>;
  /** Whether to post it at once; else it is a draft. */
  post?: boolean | null | undefined;
};

/** A line of a new invoice. */
export type ZuoraInvoiceItemInput = {
  /** Accounting code of the line. */
  accountingCode?: string | null | undefined;
  /** Amount of the line, in the currency of the invoice and in whole coins of it. */
  amount: string;
  /** What is sold; needed on a line that is not of the catalog. */
  chargeName?: string | null | undefined;
  /** Custom fields by their API name, `{ "Region__c": "EMEA" }`. */
  customFields?: unknown;
  /** Accounting code of deferred revenue. */
  deferredRevenueAccountingCode?: string | null | undefined;
  /** Text of the line, at most 255 characters. */
  description?: string | null | undefined;
  /** Id of the charge in the catalog that it is of. */
  productRatePlanChargeId?: string | null | undefined;
  /** The customer's purchase order number. */
  purchaseOrderNumber?: string | null | undefined;
  /** How much, more than nothing; 1 without it. */
  quantity?: string | null | undefined;
  /** Accounting code of recognized revenue. */
  recognizedRevenueAccountingCode?: string | null | undefined;
  /** Name of the rule by which revenue is recognized. */
  revenueRecognitionRuleName?: string | null | undefined;
  /** Last day that the line is about. */
  serviceEndDate?: string | null | undefined;
  /** First day that the line is about. */
  serviceStartDate: string;
  /** A SKU that no product of the catalog has. */
  sku?: string | null | undefined;
  /** The tax code that decides the tax. */
  taxCode?: string | null | undefined;
  /** Whether the amount has the tax in it. */
  taxMode?: ZuoraTaxMode | null | undefined;
  /** What the quantity counts. */
  unitOfMeasure?: string | null | undefined;
  /** Price of one. Zuora does not work out the amount of it. */
  unitPrice?: string | null | undefined;
};

/** What changes on a line of an invoice. */
export type ZuoraInvoiceItemUpdateInput = {
  /** Amount of the line, in the currency of the invoice and in whole coins of it. */
  amount?: string | null | undefined;
  /** Custom fields by their API name, `{ "Region__c": "EMEA" }`; null empties one. */
  customFields?: unknown;
  /** Text of the line, at most 255 characters; null empties it. */
  description?: string | null | undefined;
  /** Zuora's id of the line: `ZuoraInvoiceItem.zuoraId`. */
  id: string;
  /** How much, more than nothing. */
  quantity?: string | null | undefined;
  /** Last day that the line is about. */
  serviceEndDate?: string | null | undefined;
  /** First day that the line is about. */
  serviceStartDate?: string | null | undefined;
  /** Price of one. */
  unitPrice?: string | null | undefined;
};

/** The credit memo that reverses an invoice. */
export type ZuoraInvoiceReverseInput = {
  /** The day on which the memo is applied; today without it. */
  applyEffectiveDate?: string | null | undefined;
  /** Remarks, at most 255 characters. */
  comment?: string | null | undefined;
  /** The day of the memo; today without it. */
  memoDate?: string | null | undefined;
  /** Why: one of the tenant's reason codes. */
  reasonCode?: string | null | undefined;
};

/** What changes on an invoice. Of one that is posted Zuora takes some of it only. */
export type ZuoraInvoiceUpdateInput = {
  /** Whether payment runs pick it up. */
  autoPay?: boolean | null | undefined;
  /** Remarks, at most 255 characters; null empties them. */
  comments?: string | null | undefined;
  /** Custom fields by their API name, `{ "Region__c": "EMEA" }`; null empties one. */
  customFields?: unknown;
  /** When it is due. */
  dueDate?: string | null | undefined;
  /** The day on the invoice. */
  invoiceDate?: string | null | undefined;
  /** Lines that change; the others stay as they are. */
  items?: Array<ZuoraInvoiceItemUpdateInput> | null | undefined;
  /** Whether the accounting system has it. */
  transferredToAccounting?: ZuoraTransferredToAccounting | null | undefined;
};

/** A rate plan of the catalog that is subscribed to. */
export type ZuoraNewRatePlanInput = {
  /** Charges that differ from the catalog. */
  charges?: Array<ZuoraChargeOverrideInput> | null | undefined;
  /** Id of the product rate plan. */
  productRatePlanId: string;
};

/** The first subscription of a new account; its terms are counted in months. */
export type ZuoraNewSubscriptionInput = {
  /** Whether it renews by itself at the end of a term. */
  autoRenew?: boolean | null | undefined;
  /** The day on which the contract takes effect. */
  contractEffectiveDate: string;
  /** Custom fields by their API name. */
  customFields?: unknown;
  /** The day on which the customer accepts; without it the day on which the contract takes effect. */
  customerAcceptanceDate?: string | null | undefined;
  /** Length of the first term, for TERMED. */
  initialTerm?: number | null | undefined;
  /** What the first term counts; MONTH without it. */
  initialTermPeriodType?: ZuoraTermPeriodType | null | undefined;
  /** Remarks, at most 500 characters. */
  notes?: string | null | undefined;
  /** What is subscribed to, 1 to 50 rate plans. */
  ratePlans: Array<ZuoraNewRatePlanInput>;
  /** Length of each term after it. */
  renewalTerm?: number | null | undefined;
  /** What later terms count; MONTH without it. */
  renewalTermPeriodType?: ZuoraTermPeriodType | null | undefined;
  /** The day on which the service is activated; without it the day on which the contract takes effect. */
  serviceActivationDate?: string | null | undefined;
  /** A number of your choice; without one Zuora numbers it. */
  subscriptionNumber?: string | null | undefined;
  /** Whether it ends. */
  termType: ZuoraTermType;
};

/** An account that an order makes along with its subscriptions. */
export type ZuoraOrderAccountInput = {
  /** A number of your choice, at most 50 characters. */
  accountNumber?: string | null | undefined;
  /** Further addresses that get invoices. */
  additionalEmailAddresses?: Array<string> | null | undefined;
  /** Whether what is due is collected by itself. */
  autoPay?: boolean | null | undefined;
  /** Batch for bill runs. */
  batch?: string | null | undefined;
  /** Day of the month that it is billed on; 0 or nothing: Zuora chooses. */
  billCycleDay?: number | null | undefined;
  /** To whom invoices go. */
  billToContact: ZuoraContactInput;
  /** Id in the CRM. */
  crmId?: string | null | undefined;
  /** The currency it is billed in. */
  currency: string;
  /** Custom fields by their API name (`…__c`). */
  customFields?: unknown;
  /** Payment method that a hosted page gave. Card numbers are not taken. */
  hostedPagePaymentMethodId?: string | null | undefined;
  /** Name of the customer. */
  name: string;
  /** Remarks. */
  notes?: string | null | undefined;
  /** Zuora's id of the parent account. */
  parentId?: string | null | undefined;
  /** Name of the payment gateway. */
  paymentGateway?: string | null | undefined;
  /** Payment term, for example `Net 30`. */
  paymentTerm?: string | null | undefined;
  /** The customer's purchase order number. */
  purchaseOrderNumber?: string | null | undefined;
  /** Name of the sales representative. */
  salesRep?: string | null | undefined;
  /** Who gets what is sold; the same without it. */
  soldToContact?: ZuoraContactInput | null | undefined;
};

/** One step of an order: just one of the fields from `createSubscription` to `changePlan` is given. */
export type ZuoraOrderActionInput = {
  /** Adds a rate plan. */
  addProduct?: ZuoraOrderRatePlanInput | null | undefined;
  /** Ends the subscription. */
  cancelSubscription?: ZuoraOrderCancellationInput | null | undefined;
  /** Replaces a rate plan by another. */
  changePlan?: ZuoraOrderPlanChangeInput | null | undefined;
  /** Why, in words for people. */
  changeReason?: string | null | undefined;
  /** When the change of the contract counts; left out, the order date. */
  contractEffectiveDate?: string | null | undefined;
  /** Makes the subscription. */
  createSubscription?: ZuoraOrderSubscriptionCreationInput | null | undefined;
  /** Custom fields of the action, by API name (`…__c`). */
  customFields?: unknown;
  /** When the customer accepts it. */
  customerAcceptanceDate?: string | null | undefined;
  /** Gives it to another account. */
  ownerTransfer?: ZuoraOrderTransferInput | null | undefined;
  /** Removes a rate plan. */
  removeProduct?: ZuoraOrderRemovalInput | null | undefined;
  /** Begins the next term: `{}` will do. */
  renewSubscription?: ZuoraOrderRenewalInput | null | undefined;
  /** Ends a pause. */
  resume?: ZuoraOrderResumptionInput | null | undefined;
  /** When the service is switched on. */
  serviceActivationDate?: string | null | undefined;
  /** Pauses the subscription. */
  suspend?: ZuoraOrderPauseInput | null | undefined;
  /** Changes its terms. */
  termsAndConditions?: ZuoraOrderTermsAndConditionsInput | null | undefined;
  /** Changes charges of a rate plan. */
  updateProduct?: ZuoraOrderUpdateInput | null | undefined;
};

/** What an action of an order does to its subscription. */
export type ZuoraOrderActionKind =
  /** Adds a rate plan. */
  | 'ADD_PRODUCT'
  /** Ends it. */
  | 'CANCEL_SUBSCRIPTION'
  /** Replaces a rate plan by another. */
  | 'CHANGE_PLAN'
  /** Makes the subscription. */
  | 'CREATE_SUBSCRIPTION'
  /** Gives it to another account, or makes another account pay. */
  | 'OWNER_TRANSFER'
  /** Removes a rate plan. */
  | 'REMOVE_PRODUCT'
  /** Begins the next term. */
  | 'RENEW_SUBSCRIPTION'
  /** Ends a pause. */
  | 'RESUME'
  /** Pauses it. */
  | 'SUSPEND'
  /** Changes its term and how it renews. */
  | 'TERMS_AND_CONDITIONS'
  /** A kind that this gateway does not know; `kindText` and `details` have what Zuora says. */
  | 'UNKNOWN'
  /** Changes charges of a rate plan. */
  | 'UPDATE_PRODUCT';

/** How a subscription ends. */
export type ZuoraOrderCancellationInput = {
  /** The day, for `SPECIFIC_DATE` only. */
  effectiveDate?: string | null | undefined;
  /** When. */
  policy: ZuoraOrderCancellationPolicy;
};

/** When a subscription ends that an order cancels. */
export type ZuoraOrderCancellationPolicy =
  /** With its term. */
  | 'END_OF_CURRENT_TERM'
  /** With what was invoiced. */
  | 'END_OF_LAST_INVOICE_PERIOD'
  /** On `effectiveDate`. */
  | 'SPECIFIC_DATE';

/** What an order is for. */
export type ZuoraOrderCategory =
  /** A sale. */
  | 'NEW_SALES'
  /** A return. */
  | 'RETURN';

/** The change of a charge, by its number or token. */
export type ZuoraOrderChargeChangeInput = {
  /** Number of the charge. */
  chargeNumber?: string | null | undefined;
  /** Its custom fields, by API name (`…__c`). */
  customFields?: unknown;
  /** Its new description. */
  description?: string | null | undefined;
  /** From which day; left out, from the contract date. */
  effectiveDate?: string | null | undefined;
  /** Its new price or quantity. */
  pricing?: ZuoraOrderPricingInput | null | undefined;
  /** The token it was given earlier in the order. */
  uniqueToken?: string | null | undefined;
};

/** A charge that is not to be as in the catalog. */
export type ZuoraOrderChargeInput = {
  /** The number it shall have; left out, Zuora gives it one. */
  chargeNumber?: string | null | undefined;
  /** Its custom fields, by API name (`…__c`). */
  customFields?: unknown;
  /** Its description. */
  description?: string | null | undefined;
  /** Its price. */
  pricing?: ZuoraOrderPricingInput | null | undefined;
  /** Id of the charge in the catalog. */
  productRatePlanChargeId: string;
  /** A name of your choice, by which later actions of the order can speak of it. */
  uniqueToken?: string | null | undefined;
};

/** A new order. More than 50 subscriptions or actions are made by a job of Zuora; more than 300 are refused. */
export type ZuoraOrderCreateInput = {
  /** Number of the account that is invoiced, if there is one. */
  accountNumber?: string | null | undefined;
  /** Whether a job of Zuora makes it, however small it is. */
  asynchronous?: boolean | null | undefined;
  /** What it is for; left out, a sale. */
  category?: ZuoraOrderCategory | null | undefined;
  /** Custom fields of the order, by API name (`…__c`). */
  customFields?: unknown;
  /** Remarks, at most 500 characters. */
  description?: string | null | undefined;
  /** Whether to write it down only: `zuoraOrderActivate` does it later. */
  draft?: boolean | null | undefined;
  /** The account that is invoiced, if the order is to make it: all of the order is done or nothing. */
  newAccount?: ZuoraOrderAccountInput | null | undefined;
  /** The day it was signed: the contract date of actions without one; left out, today. */
  orderDate?: string | null | undefined;
  /** The number it shall have. Left out, it gets one of its own, by which it is found if an answer is lost. */
  orderNumber?: string | null | undefined;
  /** Invoice and payment. */
  processing?: ZuoraOrderProcessingInput | null | undefined;
  /** Code of the reason, from the billing settings of the tenant. */
  reasonCode?: string | null | undefined;
  /** The day on which to do it; left out, at once. */
  scheduledDate?: string | null | undefined;
  /** What is done, subscription by subscription. */
  subscriptions: Array<ZuoraOrderSubscriptionInput>;
};

/** Which date of an order a period is about. */
export type ZuoraOrderDateField =
  /** The day it was signed. */
  | 'ORDER_DATE'
  /** The day it was last changed. */
  | 'UPDATED_DATE';

/** Which orders: of one account or subscription, or of all; of a period; in a state. */
export type ZuoraOrderFilter = {
  /** Number of the account that owns the subscriptions. */
  accountNumber?: string | null | undefined;
  /** Which date `from` and `to` are about. */
  dateField?: ZuoraOrderDateField;
  /** Not before this day. */
  from?: string | null | undefined;
  /** Number of the account that is invoiced. */
  invoiceAccountNumber?: string | null | undefined;
  /** Only orders in this state. */
  status?: ZuoraOrderStatus | null | undefined;
  /** Number of a subscription. */
  subscriptionNumber?: string | null | undefined;
  /** Not after this day. */
  to?: string | null | undefined;
};

/** How a subscription is paused. */
export type ZuoraOrderPauseInput = {
  /** The day, for `SPECIFIC_DATE` only. */
  date?: string | null | undefined;
  /** How many periods, for the policies that count them. */
  periods?: number | null | undefined;
  /** What the periods are. */
  periodsType?: ZuoraOrderPeriodType | null | undefined;
  /** When the pause begins. */
  policy: ZuoraOrderSuspendPolicy;
};

/** What a length of time is counted in. */
export type ZuoraOrderPeriodType =
  /** Days. */
  | 'DAY'
  /** Months. */
  | 'MONTH'
  /** Weeks. */
  | 'WEEK'
  /** Years. */
  | 'YEAR';

/** Which rate plan is replaced by which. */
export type ZuoraOrderPlanChangeInput = {
  /** When it counts. */
  effectivePolicy?: ZuoraOrderPlanChangePolicy | null | undefined;
  /** The rate plan that comes. */
  newRatePlan: ZuoraOrderRatePlanInput;
  /** Id in the catalog of the rate plan that goes. */
  productRatePlanId?: string | null | undefined;
  /** Id of the rate plan of the subscription, of any version. */
  ratePlanId?: string | null | undefined;
  /** Whether the bill cycle day becomes the day of the change. */
  resetBillCycleDay?: boolean | null | undefined;
  /** What it counts as. */
  subType?: ZuoraOrderPlanChangeType | null | undefined;
  /** Its number in the subscription. */
  subscriptionRatePlanNumber?: string | null | undefined;
};

/** When a change of plan counts. */
export type ZuoraOrderPlanChangePolicy =
  /** With the next billing period. */
  | 'EFFECTIVE_END_OF_BILLING_PERIOD'
  /** At once. */
  | 'EFFECTIVE_IMMEDIATELY'
  /** On the contract date of the action. */
  | 'SPECIFIC_DATE';

/** What a change of plan counts as; left out, Zuora decides by the grades of the plans. */
export type ZuoraOrderPlanChangeType =
  /** To a plan of the same grade. */
  | 'CROSSGRADE'
  /** To a lesser plan. */
  | 'DOWNGRADE'
  /** To a plan that cannot be compared. */
  | 'PLAN_CHANGED'
  /** To a better plan. */
  | 'UPGRADE';

/** The price of a charge. What is left out is as in the catalog, or as before. */
export type ZuoraOrderPricingInput = {
  /** Of a fixed discount: the amount. */
  discountAmount?: string | null | undefined;
  /** Of a percentage discount: 12.5 for 12.5%. */
  discountPercentage?: string | null | undefined;
  /** Units that are included before overage. */
  includedUnits?: string | null | undefined;
  /** The price, of one unit where there are units. */
  listPrice?: string | null | undefined;
  /** How the price is worked out. */
  model: ZuoraPricingModel;
  /** Price of a unit beyond the included ones. */
  overagePrice?: string | null | undefined;
  /** What happens to the price at renewal. */
  priceChangeOption?: ZuoraPriceChange | null | undefined;
  /** By how much the price goes up at renewal: 5 for 5%. */
  priceIncreasePercentage?: string | null | undefined;
  /** How many units. */
  quantity?: string | null | undefined;
  /** Prices by quantity, from the first tier on. */
  tiers?: Array<ZuoraOrderTierInput> | null | undefined;
};

/** What happens right after the order was made. */
export type ZuoraOrderProcessingInput = {
  /** Whether to use credit memos and unapplied payments first. */
  applyCredit?: boolean | null | undefined;
  /** Whether to use the credit balance of the account first. */
  applyCreditBalance?: boolean | null | undefined;
  /** Whether to collect the payment; needs `runBilling`. */
  collectPayment?: boolean | null | undefined;
  /** The date on the invoice. */
  documentDate?: string | null | undefined;
  /** Whether the invoice stays a draft. */
  generateDraftInvoice?: boolean | null | undefined;
  /** Id of the payment gateway; left out, the default. */
  paymentGatewayId?: string | null | undefined;
  /** Id of the payment method; left out, the account's default. */
  paymentMethodId?: string | null | undefined;
  /** Whether to refund after a cancellation. */
  refund?: boolean | null | undefined;
  /** How much to refund. */
  refundAmount?: string | null | undefined;
  /** Code of the reason for the refund. */
  refundReasonCode?: string | null | undefined;
  /** Whether to invoice. */
  runBilling?: boolean | null | undefined;
  /** Up to which day to invoice. */
  targetDate?: string | null | undefined;
  /** Whether to write off what is still open after the refund. */
  writeOff?: boolean | null | undefined;
};

/** A rate plan of the catalog, by its id or number. */
export type ZuoraOrderRatePlanInput = {
  /** Charges that are not to be as in the catalog. */
  charges?: Array<ZuoraOrderChargeInput> | null | undefined;
  /** Custom fields of the rate plan, by API name (`…__c`). */
  customFields?: unknown;
  /** Id of the rate plan in the catalog. */
  productRatePlanId?: string | null | undefined;
  /** Number of the rate plan in the catalog. */
  productRatePlanNumber?: string | null | undefined;
  /** A name of your choice, by which later actions of the order can speak of it. */
  uniqueToken?: string | null | undefined;
};

/** A rate plan to be removed, by its id, number or token. */
export type ZuoraOrderRemovalInput = {
  /** Id of the rate plan of the subscription, of any version. */
  ratePlanId?: string | null | undefined;
  /** Its number in the subscription. */
  subscriptionRatePlanNumber?: string | null | undefined;
  /** The token it was given earlier in the order. */
  uniqueToken?: string | null | undefined;
};

/** Begins the next term of a subscription. Everything in it may be left out. */
export type ZuoraOrderRenewalInput = {
  /** Id of the contact that its invoices go to. */
  billToContactId?: string | null | undefined;
  /** When its invoices are due, for example `Net 30`. */
  paymentTerm?: string | null | undefined;
  /** Id of the contact that it was sold to. */
  soldToContactId?: string | null | undefined;
};

/** What follows the term of a subscription that renews. */
export type ZuoraOrderRenewalSetting =
  /** No term at all. */
  | 'RENEW_TO_EVERGREEN'
  /** The renewal terms. */
  | 'RENEW_WITH_SPECIFIC_TERM';

/** The length of a renewal. */
export type ZuoraOrderRenewalTermInput = {
  /** How many periods. */
  period: number;
  /** What the periods are. */
  periodType: ZuoraOrderPeriodType;
};

/** When a pause ends. */
export type ZuoraOrderResumePolicy =
  /** So many `periods` after it began. */
  | 'FIXED_PERIODS_FROM_SUSPEND_DATE'
  /** So many `periods` from today. */
  | 'FIXED_PERIODS_FROM_TODAY'
  /** On `date`. */
  | 'SPECIFIC_DATE'
  /** On the day it began: as if it had not been. */
  | 'SUSPEND_DATE'
  /** Today. */
  | 'TODAY';

/** How a pause ends. */
export type ZuoraOrderResumptionInput = {
  /** The day, for `SPECIFIC_DATE` only. */
  date?: string | null | undefined;
  /** Whether the term gets longer by the pause. */
  extendsTerm?: boolean | null | undefined;
  /** How many periods, for the policies that count them. */
  periods?: number | null | undefined;
  /** What the periods are. */
  periodsType?: ZuoraOrderPeriodType | null | undefined;
  /** When the pause ends. */
  policy: ZuoraOrderResumePolicy;
};

/** State of a Zuora order. */
export type ZuoraOrderStatus =
  /** Given up before it was done. */
  | 'CANCELLED'
  /** Done. */
  | 'COMPLETED'
  /** Written down; nothing was done yet. It can be activated, cancelled or changed. */
  | 'DRAFT'
  /** A scheduled one that is being done. */
  | 'EXECUTING'
  /** A scheduled one that could not be done. */
  | 'FAILED'
  /** Done, with a subscription that waits for activation or acceptance. */
  | 'PENDING'
  /** Waits for its day. */
  | 'SCHEDULED'
  /** A state that this gateway does not know; `statusText` has it. */
  | 'UNKNOWN';

/** A subscription to be made. */
export type ZuoraOrderSubscriptionCreationInput = {
  /** Id of the contact that its invoices go to. */
  billToContactId?: string | null | undefined;
  /** Its currency; left out, the account's. */
  currency?: string | null | undefined;
  /** Whether it gets invoices of its own. */
  invoiceSeparately?: boolean | null | undefined;
  /** Remarks. */
  notes?: string | null | undefined;
  /** Number of the account that owns it; left out, the account of the order. */
  ownerAccountNumber?: string | null | undefined;
  /** When its invoices are due, for example `Net 30`. */
  paymentTerm?: string | null | undefined;
  /** What is subscribed to. */
  ratePlans: Array<ZuoraOrderRatePlanInput>;
  /** Id of the contact that it was sold to. */
  soldToContactId?: string | null | undefined;
  /** The number it shall have; left out, Zuora gives it one. */
  subscriptionNumber?: string | null | undefined;
  /** Its first term, and how it renews. */
  terms: ZuoraOrderTermsInput;
};

/** What is done to one subscription. */
export type ZuoraOrderSubscriptionInput = {
  /** What is done, in this order. */
  actions: Array<ZuoraOrderActionInput>;
  /** Custom fields of the subscription, by API name (`…__c`). */
  customFields?: unknown;
  /** Number of the subscription; left out for a new one. */
  subscriptionNumber?: string | null | undefined;
};

/** When a pause begins. */
export type ZuoraOrderSuspendPolicy =
  /** With the end of what was invoiced. */
  | 'END_OF_LAST_INVOICE_PERIOD'
  /** So many `periods` from today. */
  | 'FIXED_PERIODS_FROM_TODAY'
  /** On `date`. */
  | 'SPECIFIC_DATE'
  /** Today. */
  | 'TODAY';

/** Whether a subscription ends by itself. */
export type ZuoraOrderTermType =
  /** It goes on until it is cancelled. */
  | 'EVERGREEN'
  /** It has a term that ends. */
  | 'TERMED';

/** Changes of how a subscription runs and is billed. */
export type ZuoraOrderTermsAndConditionsInput = {
  /** Id of the contact that its invoices go to. */
  billToContactId?: string | null | undefined;
  /** When its invoices are due, for example `Net 30`. */
  paymentTerm?: string | null | undefined;
  /** Id of the contact that it was sold to. */
  soldToContactId?: string | null | undefined;
  /** Its term, and how it renews. */
  terms?: ZuoraOrderTermsChangeInput | null | undefined;
};

/** Changes of the current term and of how it renews. */
export type ZuoraOrderTermsChangeInput = {
  /** Whether it renews by itself. */
  autoRenew?: boolean | null | undefined;
  /** Length of the term; needed for `TERMED`. */
  period?: number | null | undefined;
  /** What the length is counted in. */
  periodType?: ZuoraOrderPeriodType | null | undefined;
  /** What follows the term. */
  renewalSetting?: ZuoraOrderRenewalSetting | null | undefined;
  /** The terms that follow. */
  renewalTerms?: Array<ZuoraOrderRenewalTermInput> | null | undefined;
  /** First day of the term; left out, the contract date. */
  startDate?: string | null | undefined;
  /** Whether it ends by itself; left out, it stays. */
  termType?: ZuoraOrderTermType | null | undefined;
};

/** First term of a subscription, and how it renews. */
export type ZuoraOrderTermsInput = {
  /** Whether it renews by itself. */
  autoRenew?: boolean | null | undefined;
  /** Length of the term; needed for `TERMED`. */
  period?: number | null | undefined;
  /** What the length is counted in. */
  periodType?: ZuoraOrderPeriodType | null | undefined;
  /** What follows the term. */
  renewalSetting?: ZuoraOrderRenewalSetting | null | undefined;
  /** The terms that follow. */
  renewalTerms?: Array<ZuoraOrderRenewalTermInput> | null | undefined;
  /** First day of the term; left out, the contract date. */
  startDate?: string | null | undefined;
  /** Whether it ends by itself. */
  termType: ZuoraOrderTermType;
};

/** The price of a charge for a range of units. */
export type ZuoraOrderTierInput = {
  /** Last unit of the tier; left out in the last tier. */
  endingUnit?: string | null | undefined;
  /** Price of the tier, in the currency of the subscription. */
  price: string;
  /** What the price is for. */
  priceFormat: ZuoraPriceFormat;
  /** First unit of the tier. */
  startingUnit: string;
};

/** To whom a subscription goes: owner, payer, or both. */
export type ZuoraOrderTransferInput = {
  /** Number of the account that owns it from then on. */
  accountNumber?: string | null | undefined;
  /** Number of the account that is invoiced from then on. */
  invoiceAccountNumber?: string | null | undefined;
};

/** Changes of a rate plan, by its id, number or token. */
export type ZuoraOrderUpdateInput = {
  /** The charges that change. */
  charges?: Array<ZuoraOrderChargeChangeInput> | null | undefined;
  /** Custom fields of the rate plan, by API name (`…__c`). */
  customFields?: unknown;
  /** Id of the rate plan of the subscription, of any version. */
  ratePlanId?: string | null | undefined;
  /** When it counts, if later changes are there already. */
  specificUpdateDate?: string | null | undefined;
  /** Its number in the subscription. */
  subscriptionRatePlanNumber?: string | null | undefined;
  /** The token it was given earlier in the order. */
  uniqueToken?: string | null | undefined;
};

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

/** What happens to the price when the subscription renews. */
export type ZuoraPriceChange =
  /** It becomes what the catalog says then. */
  | 'LATEST_CATALOG_PRICE'
  /** It stays. */
  | 'NO_CHANGE'
  /** It goes up by `priceIncreasePercentage`. */
  | 'SPECIFIC_PERCENTAGE';

/** What the price of a tier is for. */
export type ZuoraPriceFormat =
  /** For the whole tier. */
  | 'FLAT_FEE'
  /** For each unit in the tier. */
  | 'PER_UNIT';

/** One tier of a price. */
export type ZuoraPriceTierInput = {
  /** Last unit of the tier; null for the last one. */
  endingUnit?: string | null | undefined;
  /** The price, in the currency of the account. */
  price: string;
  /** What the price is for. */
  priceFormat: ZuoraTierPriceFormat;
  /** First unit of the tier. */
  startingUnit: string;
};

/** How the price of a charge is worked out; it has to be the model that the charge has in the catalog. */
export type ZuoraPricingModel =
  /** A model with a formula or price table of its own; takes quantity and tiers. */
  | 'CHARGE_MODEL_DATA'
  /** A discount: percentage or amount. */
  | 'DISCOUNT'
  /** Once, one price. */
  | 'ONE_TIME_FLAT_FEE'
  /** Once, a price for each unit. */
  | 'ONE_TIME_PER_UNIT'
  /** Once, each unit at the price of its tier. */
  | 'ONE_TIME_TIERED'
  /** Once, all units at the price of the tier that the quantity falls in. */
  | 'ONE_TIME_VOLUME'
  /** Each period, one price. */
  | 'RECURRING_FLAT_FEE'
  /** Each period, a price for each unit. */
  | 'RECURRING_PER_UNIT'
  /** Each period, each unit at the price of its tier. */
  | 'RECURRING_TIERED'
  /** Each period, all units at the price of the tier that the quantity falls in. */
  | 'RECURRING_VOLUME'
  /** One price if there is usage. */
  | 'USAGE_FLAT_FEE'
  /** A price for each unit used beyond the included ones. */
  | 'USAGE_OVERAGE'
  /** A price for each unit used. */
  | 'USAGE_PER_UNIT'
  /** Each unit used at the price of its tier. */
  | 'USAGE_TIERED'
  /** Tiers, and a price for units beyond the last one. */
  | 'USAGE_TIERED_WITH_OVERAGE'
  /** All units used at the price of the tier that the usage falls in. */
  | 'USAGE_VOLUME';

/** A new product of the catalog. */
export type ZuoraProductCreateInput = {
  /** Whether subscriptions may add and remove features. */
  allowFeatureChanges?: boolean | null | undefined;
  /** Category, for example `Base Products`. */
  category?: string | null | undefined;
  /** Custom fields by their API name, `{ "Region__c": "EMEA" }`; null empties one. */
  customFields?: unknown;
  /** What it is, at most 500 characters. */
  description?: string | null | undefined;
  /** The day from which it cannot be subscribed to any more. */
  effectiveEndDate: string;
  /** First day on which it can be subscribed to. */
  effectiveStartDate: string;
  /** Its name, at most 100 characters. */
  name: string;
  /** The unique number, at most 100 characters; Zuora makes one up. */
  productNumber?: string | null | undefined;
  /** The unique SKU, at most 50 characters; Zuora makes one up. */
  sku?: string | null | undefined;
};

/** A new charge of a rate plan of the catalog. */
export type ZuoraProductRatePlanChargeCreateInput = {
  /** Accounting code. */
  accountingCode?: string | null | undefined;
  /** Of a discount: what it takes something off. */
  applyDiscountTo?: ZuoraCatalogDiscountTarget | null | undefined;
  /** Day of the month, 1 to 31, with SPECIFIC_DAY_OF_MONTH. */
  billCycleDay?: number | null | undefined;
  /** What the day of billing follows. */
  billCycleType: ZuoraCatalogBillCycleType;
  /** How often it is billed; Zuora wants it for one-time charges, too. */
  billingPeriod: ZuoraCatalogBillingPeriod;
  /** What billing periods begin with. */
  billingPeriodAlignment?: ZuoraCatalogBillingPeriodAlignment | null | undefined;
  /** Whether a recurring charge is billed in advance. */
  billingTiming?: ZuoraCatalogBillingTiming | null | undefined;
  /** Custom fields by their API name, `{ "Region__c": "EMEA" }`; null empties one. */
  customFields?: unknown;
  /** Units of a subscription that does not say how many. */
  defaultQuantity?: string | null | undefined;
  /** Account for revenue that is not recognised yet. */
  deferredRevenueAccount?: string | null | undefined;
  /** What it is for, at most 500 characters. */
  description?: string | null | undefined;
  /** Of a discount: how far it reaches. */
  discountLevel?: ZuoraCatalogDiscountLevel | null | undefined;
  /** When the charge ends. */
  endDateCondition?: ZuoraCatalogEndDateCondition | null | undefined;
  /** Units that cost nothing extra, of overage. */
  includedUnits?: string | null | undefined;
  /** The period that list prices are for. */
  listPriceBase?: ZuoraCatalogListPriceBase | null | undefined;
  /** Most units. */
  maxQuantity?: string | null | undefined;
  /** Fewest units. */
  minQuantity?: string | null | undefined;
  /** How its price is worked out. */
  model: ZuoraCatalogChargeModel;
  /** Its name, at most 100 characters. */
  name: string;
  /** What happens to the price at renewal. */
  priceChangeOption?: ZuoraPriceChange | null | undefined;
  /** By how much the price goes up at renewal: 5 for 5%. */
  priceIncreasePercentage?: string | null | undefined;
  /** The unique number, at most 100 characters; Zuora makes one up. */
  productRatePlanChargeNumber?: string | null | undefined;
  /** Zuora's id of the rate plan. */
  productRatePlanId: string;
  /** Account for revenue that is recognised. */
  recognizedRevenueAccount?: string | null | undefined;
  /** Revenue recognition code. */
  revRecCode?: string | null | undefined;
  /** When revenue begins to be recognised. */
  revRecTriggerCondition?: ZuoraCatalogRevenueTrigger | null | undefined;
  /** Rule of recognition, in the tenant's words. */
  revenueRecognitionRuleName?: string | null | undefined;
  /** How many months, weeks or days a billing period of its own has. */
  specificBillingPeriod?: number | null | undefined;
  /** How many months list prices are for, with SPECIFIC_MONTHS. */
  specificListPriceBase?: number | null | undefined;
  /** Tax code, at most 64 characters. */
  taxCode?: string | null | undefined;
  /** Whether prices hold the tax. */
  taxMode?: ZuoraCatalogTaxMode | null | undefined;
  /** Whether it is taxed; then code and mode have to be given. */
  taxable?: boolean | null | undefined;
  /** List prices in every currency, each currency in the order of its tiers. */
  tiers: Array<ZuoraCatalogTierInput>;
  /** When billing begins. */
  triggerEvent: ZuoraCatalogTriggerEvent;
  /** When it is charged; cannot be changed later. */
  type: ZuoraCatalogChargeType;
  /** What a unit is: one of the tenant's units of measure. */
  unitOfMeasure?: string | null | undefined;
  /** After how many periods, with FIXED_PERIOD. */
  upToPeriods?: number | null | undefined;
  /** What these periods are; billing periods without it. */
  upToPeriodsType?: ZuoraCatalogUpToPeriodsType | null | undefined;
  /** Of a discount: whether it is booked on a code of its own. */
  useDiscountSpecificAccountingCode?: boolean | null | undefined;
  /** Whether the tenant's own percentage is used for that. */
  useTenantDefaultForPriceChange?: boolean | null | undefined;
  /** Day of the week, with SPECIFIC_DAY_OF_WEEK. */
  weeklyBillCycleDay?: ZuoraCatalogWeekday | null | undefined;
};

/** A rate plan that joins a subscription. */
export type ZuoraRatePlanAddInput = {
  /** Charges that differ from the catalog. */
  charges?: Array<ZuoraChargeOverrideInput> | null | undefined;
  /** The day on which it takes effect. */
  contractEffectiveDate: string;
  /** The day on which the customer accepts; without it the day on which the contract takes effect. */
  customerAcceptanceDate?: string | null | undefined;
  /** Id of the product rate plan. */
  productRatePlanId: string;
  /** The day on which the service is activated; without it the day on which the contract takes effect. */
  serviceActivationDate?: string | null | undefined;
};

/** A rate plan of a subscription that another one replaces. */
export type ZuoraRatePlanChangeInput = {
  /** Charges that differ from the catalog. */
  charges?: Array<ZuoraChargeOverrideInput> | null | undefined;
  /** The day on which it takes effect. */
  contractEffectiveDate: string;
  /** The day on which the customer accepts; without it the day on which the contract takes effect. */
  customerAcceptanceDate?: string | null | undefined;
  /** What it counts as; without it Zuora finds it out by grades. */
  kind?: ZuoraSubscriptionPlanChange | null | undefined;
  /** Id of the product rate plan that takes its place. */
  newProductRatePlanId: string;
  /** Id of the rate plan in the subscription. */
  ratePlanId: string;
  /** Whether the account's bill cycle day becomes the day of the change. */
  resetBillCycleDay?: boolean | null | undefined;
  /** The day on which the service is activated; without it the day on which the contract takes effect. */
  serviceActivationDate?: string | null | undefined;
};

/** A rate plan that leaves a subscription. */
export type ZuoraRatePlanRemoveInput = {
  /** The day on which it takes effect. */
  contractEffectiveDate: string;
  /** The day on which the customer accepts; without it the day on which the contract takes effect. */
  customerAcceptanceDate?: string | null | undefined;
  /** Id of the rate plan in the subscription. */
  ratePlanId: string;
  /** The day on which the service is activated; without it the day on which the contract takes effect. */
  serviceActivationDate?: string | null | undefined;
};

/** A rate plan of a subscription whose charges change. */
export type ZuoraRatePlanUpdateInput = {
  /** The charges that change. */
  charges: Array<ZuoraChargeUpdateInput>;
  /** The day on which it takes effect. */
  contractEffectiveDate: string;
  /** The day on which the customer accepts; without it the day on which the contract takes effect. */
  customerAcceptanceDate?: string | null | undefined;
  /** Id of the rate plan in the subscription. */
  ratePlanId: string;
  /** The day on which the service is activated; without it the day on which the contract takes effect. */
  serviceActivationDate?: string | null | undefined;
};

/** What decides when a subscription goes on. */
export type ZuoraResumePolicy =
  /** So many periods after it was suspended. */
  | 'FIXED_PERIODS_FROM_SUSPEND_DATE'
  /** So many periods from today. */
  | 'FIXED_PERIODS_FROM_TODAY'
  /** A day of your choice. */
  | 'SPECIFIC_DATE'
  /** The day on which it was suspended, as if it had not been. */
  | 'SUSPEND_DATE'
  /** Today. */
  | 'TODAY';

/** Names of the accounts that Zuora Revenue books a charge to. Zuora takes all six or none. */
export type ZuoraRevenueAccountingCodesInput = {
  /** Account of the type "Adjustment Liability", at most 100 characters; it has to be one of the tenant. */
  adjustmentLiabilityAccount: string;
  /** Account of the type "Adjustment Revenue", at most 100 characters; it has to be one of the tenant. */
  adjustmentRevenueAccount: string;
  /** Account of the type "Contract Asset", at most 100 characters; it has to be one of the tenant. */
  contractAssetAccount: string;
  /** Account of the type "Contract Liability", at most 100 characters; it has to be one of the tenant. */
  contractLiabilityAccount: string;
  /** Account of the type "Recognized Revenue", at most 100 characters; it has to be one of the tenant. */
  recognizedRevenueAccount: string;
  /** Account of the type "Unbilled Receivables", at most 100 characters; it has to be one of the tenant. */
  unbilledReceivablesAccount: string;
};

/** When a subscription ends. */
export type ZuoraSubscriptionCancelInput = {
  /** Whether to collect at once. Needs Zuora-Version 196.0 or later. */
  collect?: boolean | null | undefined;
  /** The day, for SPECIFIC_DATE alone. */
  effectiveDate?: string | null | undefined;
  /** What decides the day. */
  policy: ZuoraCancellationPolicy;
  /** Whether to bill at once. Needs Zuora-Version 211.0 or later. */
  runBilling?: boolean | null | undefined;
  /** Up to which day to bill. Needs Zuora-Version 211.0 or later. */
  targetDate?: string | null | undefined;
};

/** A new subscription. */
export type ZuoraSubscriptionCreateInput = {
  /** Account id (32 hexadecimal digits) or account number. */
  accountKey: string;
  /** Whether it renews by itself at the end of a term. */
  autoRenew?: boolean | null | undefined;
  /** Whether to collect at once. Needs Zuora-Version 196.0 or later. */
  collect?: boolean | null | undefined;
  /** The day on which the contract takes effect. */
  contractEffectiveDate: string;
  /** Custom fields by their API name. */
  customFields?: unknown;
  /** The day on which the customer accepts; without it the day on which the contract takes effect. */
  customerAcceptanceDate?: string | null | undefined;
  /** Length of the first term, for TERMED. */
  initialTerm?: number | null | undefined;
  /** What the first term counts; MONTH without it. */
  initialTermPeriodType?: ZuoraTermPeriodType | null | undefined;
  /** Remarks, at most 500 characters. */
  notes?: string | null | undefined;
  /** What is subscribed to, 1 to 50 rate plans. */
  ratePlans: Array<ZuoraNewRatePlanInput>;
  /** Length of each term after it. */
  renewalTerm?: number | null | undefined;
  /** What later terms count; MONTH without it. */
  renewalTermPeriodType?: ZuoraTermPeriodType | null | undefined;
  /** Whether to bill at once. Needs Zuora-Version 211.0 or later. */
  runBilling?: boolean | null | undefined;
  /** The day on which the service is activated; without it the day on which the contract takes effect. */
  serviceActivationDate?: string | null | undefined;
  /** A number of your choice; without one Zuora numbers it. */
  subscriptionNumber?: string | null | undefined;
  /** Up to which day to bill. Needs Zuora-Version 211.0 or later. */
  targetDate?: string | null | undefined;
  /** Whether it ends. */
  termType: ZuoraTermType;
};

/** What a change of plans counts as in reports. */
export type ZuoraSubscriptionPlanChange =
  /** To a plan of the same grade. */
  | 'CROSSGRADE'
  /** To a plan of a lower grade. */
  | 'DOWNGRADE'
  /** To another plan, without a grade. */
  | 'PLAN_CHANGED'
  /** To a plan of a higher grade. */
  | 'UPGRADE';

/** How a renewal is billed. */
export type ZuoraSubscriptionRenewInput = {
  /** Whether to collect at once. Needs Zuora-Version 196.0 or later. */
  collect?: boolean | null | undefined;
  /** Whether to bill at once. Needs Zuora-Version 211.0 or later. */
  runBilling?: boolean | null | undefined;
  /** Up to which day to bill. Needs Zuora-Version 211.0 or later. */
  targetDate?: string | null | undefined;
};

/** When a suspended subscription goes on. */
export type ZuoraSubscriptionResumeInput = {
  /** Whether to collect at once. Needs Zuora-Version 196.0 or later. */
  collect?: boolean | null | undefined;
  /** Whether the term grows by the pause. */
  extendsTerm?: boolean | null | undefined;
  /** How many periods, for the policies that count them. */
  periods?: number | null | undefined;
  /** What the periods are. */
  periodsType?: ZuoraTermPeriodType | null | undefined;
  /** What decides the day. */
  policy: ZuoraResumePolicy;
  /** The day, for SPECIFIC_DATE alone. */
  resumeDate?: string | null | undefined;
  /** Whether to bill at once. Needs Zuora-Version 211.0 or later. */
  runBilling?: boolean | null | undefined;
  /** Up to which day to bill. Needs Zuora-Version 211.0 or later. */
  targetDate?: string | null | undefined;
};

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

/** When a subscription pauses, and perhaps goes on. */
export type ZuoraSubscriptionSuspendInput = {
  /** Whether to collect at once. Needs Zuora-Version 196.0 or later. */
  collect?: boolean | null | undefined;
  /** Whether the term grows by the pause, if it goes on by itself. */
  extendsTerm?: boolean | null | undefined;
  /** How many periods, for the policies that count them. */
  periods?: number | null | undefined;
  /** What the periods are. */
  periodsType?: ZuoraTermPeriodType | null | undefined;
  /** What decides the day. */
  policy: ZuoraSuspendPolicy;
  /** The day on which it goes on by itself. */
  resumeDate?: string | null | undefined;
  /** After how many periods it goes on by itself, without resumeDate. */
  resumePeriods?: number | null | undefined;
  /** What resumePeriods counts. */
  resumePeriodsType?: ZuoraTermPeriodType | null | undefined;
  /** Whether to bill at once. Needs Zuora-Version 211.0 or later. */
  runBilling?: boolean | null | undefined;
  /** The day, for SPECIFIC_DATE alone. */
  suspendDate?: string | null | undefined;
  /** Up to which day to bill. Needs Zuora-Version 211.0 or later. */
  targetDate?: string | null | undefined;
};

/** Changes of a subscription: what is left out is left alone. All of them make one new version. */
export type ZuoraSubscriptionUpdateInput = {
  /** Rate plans that join. */
  add?: Array<ZuoraRatePlanAddInput> | null | undefined;
  /** Whether it renews by itself. */
  autoRenew?: boolean | null | undefined;
  /** Rate plans that others replace. */
  change?: Array<ZuoraRatePlanChangeInput> | null | undefined;
  /** Whether to collect at once. Needs Zuora-Version 196.0 or later. */
  collect?: boolean | null | undefined;
  /** Custom fields by their API name; null empties one. */
  customFields?: unknown;
  /** Remarks; null empties them. Not through orders. */
  notes?: string | null | undefined;
  /** Rate plans that leave. */
  remove?: Array<ZuoraRatePlanRemoveInput> | null | undefined;
  /** Length of the next terms. */
  renewalTerm?: number | null | undefined;
  /** What the next terms count. */
  renewalTermPeriodType?: ZuoraTermPeriodType | null | undefined;
  /** Whether to bill at once. Needs Zuora-Version 211.0 or later. */
  runBilling?: boolean | null | undefined;
  /** Up to which day to bill. Needs Zuora-Version 211.0 or later. */
  targetDate?: string | null | undefined;
  /** Rate plans whose charges change. */
  update?: Array<ZuoraRatePlanUpdateInput> | null | undefined;
};

/** What decides when a subscription pauses. */
export type ZuoraSuspendPolicy =
  /** The end of what has been billed. */
  | 'END_OF_LAST_INVOICE_PERIOD'
  /** So many periods from today. */
  | 'FIXED_PERIODS_FROM_TODAY'
  /** A day of your choice. */
  | 'SPECIFIC_DATE'
  /** Today. */
  | 'TODAY';

/** Whether an amount has the tax in it. */
export type ZuoraTaxMode =
  /** The tax comes on top. */
  | 'TAX_EXCLUSIVE'
  /** The tax is a part of it. */
  | 'TAX_INCLUSIVE';

/** What the length of a term counts. */
export type ZuoraTermPeriodType =
  /** Days. */
  | 'DAY'
  /** Months. */
  | 'MONTH'
  /** Weeks. */
  | 'WEEK'
  /** Years. */
  | 'YEAR';

/** Whether a subscription ends. */
export type ZuoraTermType =
  /** It goes on until it is cancelled. */
  | 'EVERGREEN'
  /** It has terms. */
  | 'TERMED';

/** What the price of a tier is for. */
export type ZuoraTierPriceFormat =
  /** The whole tier. */
  | 'FLAT_FEE'
  /** Each unit. */
  | 'PER_UNIT';

/** Whether a document was handed over to the accounting system. */
export type ZuoraTransferredToAccounting =
  /** It could not be. */
  | 'ERROR'
  /** It never will be. */
  | 'IGNORE'
  /** It is on its way. */
  | 'PROCESSING'
  /** It was. */
  | 'YES';

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

/** How the locale of the gateway's user in Zuora writes days. */
export type ZuoraUsageDateFormat =
  /** `DD/MM/YYYY`, as in Great Britain. */
  | 'DAY_FIRST'
  /** `MM/DD/YYYY`, as in the United States. */
  | 'MONTH_FIRST';

/** A usage file. */
export type ZuoraUsageImportInput = {
  /** CSV with headings: ACCOUNT_ID (the number of the account), UOM, QTY, STARTDATE; if you like ENDDATE, SUBSCRIPTION_ID and CHARGE_ID (their numbers), DESCRIPTION, UNIQUE_KEY and custom fields (`Name__c`). Days as `dateFormat` says, or YYYY-MM-DD. At most 4 MB, and not more than a request to this gateway may hold. */
  csv: string;
  /** How days are written for Zuora, and read where they are not YYYY-MM-DD. */
  dateFormat?: ZuoraUsageDateFormat;
};

/** How far Zuora is with a usage file. */
export type ZuoraUsageImportStatus =
  /** Somebody stopped it; nothing was imported. */
  | 'CANCELED'
  /** Every row was imported. */
  | 'COMPLETED'
  /** A row was refused, and nothing was imported; `message` may say why. */
  | 'FAILED'
  /** Waits. */
  | 'PENDING'
  /** At work: ask again later. */
  | 'PROCESSING'
  /** A state that this gateway does not know; `statusText` has it. */
  | 'UNKNOWN';

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

export type AuditEntriesQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
}>;


export type AuditEntriesQuery = { auditEntries: { nodes: Array<{ at: string, who: string, action: string, reason: string | null, detail: unknown, state: AuditState | null, endedAt: string | null, outcome: unknown, runId: string | null, requestId: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BackfillStartMutationVariables = Exact<{
  input: BackfillInput;
  dryRun: boolean;
  reason?: string | null | undefined;
}>;


export type BackfillStartMutation = { backfillStart: { run: { id: string, status: SyncRunStatus, steps: Array<{ name: string, system: BillingSystem, action: string, after: unknown }>, partCounts: Array<{ status: SyncRunStatus, count: number }>, parts: { nodes: Array<{ id: string, failure: string | null }> } } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ConnectionCreateMutationVariables = Exact<{
  input: ConnectionInput;
}>;


export type ConnectionCreateMutation = { connectionCreate: { connection: { id: string, name: string, endpoint: string, status: ConnectionStatus } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ConnectionKindsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConnectionKindsQuery = { connectionKinds: Array<{ system: BillingSystem, title: string, settings: Array<{ name: string, description: string, secret: boolean }> }> };

export type ConnectionTestMutationVariables = Exact<{
  id: string | number;
}>;


export type ConnectionTestMutation = { connectionTest: { connection: { id: string, status: ConnectionStatus, findings: Array<{ subject: string, state: FindingState, found: string, advice: string | null }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ConnectionsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConnectionsQuery = { connections: Array<{ id: string, system: BillingSystem, name: string, endpoint: string, builtIn: boolean, status: ConnectionStatus, lastCheckedAt: string | null, findings: Array<{ subject: string, state: FindingState, found: string, advice: string | null }> }> };

export type CreditSyncMutationVariables = Exact<{
  input: CreditSyncInput;
  dryRun?: boolean | null | undefined;
}>;


export type CreditSyncMutation = { creditSync: { run: { id: string, status: SyncRunStatus, failure: string | null, steps: Array<{ name: string, system: BillingSystem, action: string, target: string | null, status: SyncStepStatus, after: unknown }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type CustomerByExternalIdQueryVariables = Exact<{
  externalId: ExternalIdInput;
}>;


export type CustomerByExternalIdQuery = { customer: { id: string, name: string, email: string | null, externalIds: Array<{ system: BillingSystem, value: string, url: string | null }>, sources: Array<{ system: BillingSystem, state: SourceState, asOf: string | null, message: string | null }>, zuoraAccount: { accountNumber: string, status: ZuoraAccountStatus, balance: { amount: string, currency: string } | null } | null, togaiCustomer: { togaiId: string, status: string } | null } | null };

export type CustomerChangedSubscriptionVariables = Exact<{
  id?: string | number | null | undefined;
}>;


export type CustomerChangedSubscription = { customerChanged: { at: string, systems: Array<BillingSystem>, customer: { id: string, name: string } | null } };

export type CustomerInvoicesQueryVariables = Exact<{
  id: ExternalIdInput;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomerInvoicesQuery = { customer: { name: string, invoices: { nodes: Array<{ system: BillingSystem, number: string | null, invoiceDate: string | null, dueDate: string | null, status: InvoiceStatus, amount: { amount: string, currency: string } | null, balance: { amount: string, currency: string } | null, native:
          | { togaiId: string }
          | { zuoraId: string }
         }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type CustomerRevenueRowsQueryVariables = Exact<{
  customer: ExternalIdInput;
  first: number;
  after?: string | null | undefined;
}>;


export type CustomerRevenueRowsQuery = { customer: { name: string, revenueRowCounts: Array<{ kind: RevenueRowNumberKind, value: string, rows: number }> | null, revenueRows: { nodes: Array<{ part: number, line: number, status: RevenueUploadRowStatus, message: string | null, row: unknown, upload: { id: string, fileName: string, status: RevenueUploadStatus } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type CustomerSyncMutationVariables = Exact<{
  input: CustomerSyncInput;
  dryRun: boolean;
}>;


export type CustomerSyncMutation = { customerSync: { run: { id: string, status: SyncRunStatus, failure: string | null, steps: Array<{ name: string, system: BillingSystem, action: string, target: string | null, status: SyncStepStatus, before: unknown, after: unknown }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type CustomersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomersQuery = { customers: { nodes: Array<{ id: string, name: string, email: string | null, externalIds: Array<{ system: BillingSystem, value: string }>, sources: Array<{ system: BillingSystem, state: SourceState, asOf: string | null }>, balance: { amount: string, currency: string } | null, zuoraAccount: { accountNumber: string, status: ZuoraAccountStatus, currency: string, balance: { amount: string, currency: string } | null, billToContact: { firstName: string | null, lastName: string | null, workEmail: string | null, country: string | null } | null, subscriptions: { nodes: Array<{ subscriptionNumber: string, status: ZuoraSubscriptionStatus, termStartDate: string | null, termEndDate: string | null, ratePlans: Array<{ name: string, charges: Array<{ name: string, type: string, model: string, price: { amount: string, currency: string } | null }> }> }> } } | null, togaiCustomer: { togaiId: string, name: string, status: string, accounts: Array<{ togaiId: string, name: string, status: string, invoiceCurrency: string | null, pricePlans: Array<{ effectiveFrom: string, effectiveUntil: string, pricePlan: { togaiId: string, name: string, status: string } }> | null }> | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DriftsQueryVariables = Exact<{
  filter?: DriftFilter | null | undefined;
}>;


export type DriftsQuery = { drifts: { nodes: Array<{ kind: DriftKind, key: string, field: string, owner: BillingSystem, problem: string | null, detectedAt: string, left: { system: BillingSystem, value: unknown }, right: { system: BillingSystem, value: unknown }, customer: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FlowCreateMutationVariables = Exact<{
  input: FlowInput;
  dryRun: boolean;
}>;


export type FlowCreateMutation = { flowCreate: { flow: { id: string, name: string, enabled: boolean } | null, setup: { status: SyncRunStatus, failure: string | null, steps: Array<{ name: string, action: string, status: SyncStepStatus, after: unknown }> } | null, preview: Array<{ kind: string, subject: unknown, failure: string | null, steps: Array<{ name: string, system: BillingSystem, action: string, before: unknown, after: unknown }> }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type FlowTemplatesQueryVariables = Exact<{ [key: string]: never; }>;


export type FlowTemplatesQuery = { flowTemplates: Array<{ id: string, name: string, description: string, kind: FlowKind, event: FlowEvent, source: BillingSystem, action: FlowActionKind, target: BillingSystem }> };

export type FlowUpdateMutationVariables = Exact<{
  id: string | number;
  input: FlowInput;
}>;


export type FlowUpdateMutation = { flowUpdate: { flow: { id: string, enabled: boolean, since: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type FlowsQueryVariables = Exact<{ [key: string]: never; }>;


export type FlowsQuery = { flows: { nodes: Array<{ id: string, name: string, kind: FlowKind, enabled: boolean, trigger: { event: FlowEvent, connection: { id: string, name: string } | null }, actions: Array<{ action: FlowActionKind, connection: { id: string, name: string } | null, settings: Array<{ name: string, value: string }> }>, runs: { nodes: Array<{ id: string, kind: string, status: SyncRunStatus, failure: string | null }> } }> } };

export type InvoiceSyncMutationVariables = Exact<{
  input: InvoiceSyncInput;
  dryRun?: boolean | null | undefined;
}>;


export type InvoiceSyncMutation = { invoiceSync: { run: { id: string, status: SyncRunStatus, failure: string | null, steps: Array<{ name: string, system: BillingSystem, action: string, target: string | null, status: SyncStepStatus, after: unknown }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ReconciliationStartMutationVariables = Exact<{
  input: ReconciliationInput;
  dryRun?: boolean | null | undefined;
}>;


export type ReconciliationStartMutation = { reconciliationStart: { run: { id: string, status: SyncRunStatus } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ReferralSaleTrackMutationVariables = Exact<{
  input: ReferralSaleTrackInput;
  dryRun?: boolean | null | undefined;
}>;


export type ReferralSaleTrackMutation = { referralSaleTrack: { outcome: ReferralTrackingOutcome | null, referral: { referralId: string, promoter: { name: string | null } | null, customer: { id: string, name: string } | null } | null, commissions: Array<{ status: string | null, amount: { amount: string, currency: string } | null }> | null, run: { id: string, status: SyncRunStatus, failure: string | null, steps: Array<{ name: string, system: BillingSystem, action: string, status: SyncStepStatus, before: unknown, after: unknown }> } | null, plan: Array<{ action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RevenueBiViewQueryVariables = Exact<{
  name: string;
  from: string;
  to: string;
}>;


export type RevenueBiViewQuery = { revenueBiView: { name: string, csvUrl: string, columns: Array<{ name: string, type: string | null }> } | null };

export type RevenueJobSubmitMutationVariables = Exact<{
  input: RevenueJobSubmitInput;
  dryRun: boolean;
}>;


export type RevenueJobSubmitMutation = { revenueJobSubmit: { job: { jobId: string, status: RevenueJobStatus, failure: string | null } | null, plan: Array<{ action: string, target: string | null, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RevenueTemplateQueryVariables = Exact<{
  name: string;
}>;


export type RevenueTemplateQuery = { revenueUploadTemplate: { name: string, dateFormat: string | null, columns: Array<{ label: string, field: string, type: RevenueColumnType }> } | null };

export type RevenueUploadCreateMutationVariables = Exact<{
  input: RevenueUploadCreateInput;
  dryRun: boolean;
}>;


export type RevenueUploadCreateMutation = { revenueUploadCreate: { upload: { id: string, status: RevenueUploadStatus, putUrl: string | null } | null, plan: Array<{ action: string, target: string | null, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RevenueUploadProgressSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type RevenueUploadProgressSubscription = { revenueUploadProgress: { id: string, status: RevenueUploadStatus, rows: number, rowsUploaded: number, failure: string | null, finishedAt: string | null, parts: Array<{ number: number, status: RevenueUploadPartStatus, rows: number, message: string | null }> } };

export type RevenueUploadsQueryVariables = Exact<{
  first: number;
}>;


export type RevenueUploadsQuery = { revenueUploads: { nodes: Array<{ id: string, fileName: string, template: string, status: RevenueUploadStatus, rows: number, rowsUploaded: number, failure: string | null, stageErrorCount: number, parts: Array<{ number: number, status: RevenueUploadPartStatus, rows: number, requestId: number | null, message: string | null }>, stageErrors: { nodes: Array<{ line: number | null, message: string }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SearchCustomersQueryVariables = Exact<{
  search: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchCustomersQuery = { customers: { nodes: Array<{ id: string, name: string, email: string | null, externalIds: Array<{ system: BillingSystem, value: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SubscriptionSyncMutationVariables = Exact<{
  input: SubscriptionSyncInput;
  dryRun: boolean;
}>;


export type SubscriptionSyncMutation = { subscriptionSync: { run: { id: string, status: SyncRunStatus, failure: string | null, steps: Array<{ name: string, system: BillingSystem, action: string, status: SyncStepStatus, before: unknown, after: unknown }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SyncRunProgressSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type SyncRunProgressSubscription = { syncRunProgress: { id: string, status: SyncRunStatus, total: number, done: number, failed: number, failure: string | null, finishedAt: string | null, steps: Array<{ name: string, system: BillingSystem, action: string, status: SyncStepStatus, attempts: number, error: string | null }> } };

export type SyncRunsQueryVariables = Exact<{
  first: number;
}>;


export type SyncRunsQuery = { syncRuns: { nodes: Array<{ id: string, kind: string, status: SyncRunStatus, subject: unknown, done: number, total: number, failure: string | null, requestedBy: string, startedAt: string, finishedAt: string | null, customer: { name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SystemsQueryVariables = Exact<{ [key: string]: never; }>;


export type SystemsQuery = { systems: Array<{ system: BillingSystem, title: string, mode: SystemMode, state: SystemState, lastFailure: string | null, breaker: BreakerState, waiting: number, quota: Array<{ name: string, limit: number, remaining: number | null, share: number | null }> }> };

export type TogaiAccountQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  status?: TogaiCreditStatus | null | undefined;
}>;


export type TogaiAccountQuery = { togaiAccount: { togaiId: string, name: string, creditBalance: { availableBalance: string, runningBalance: string, unit: string, lastUpdatedAt: string | null } | null, credits: { nodes: Array<{ togaiId: string, status: TogaiCreditStatus, purpose: string | null, creditAmount: string | null, consumedAmount: string | null, unit: string | null, priority: number | null, effectiveFrom: string | null, effectiveUntil: string | null, transactions: Array<{ transactionType: string, amount: string, createdAt: string | null }> | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, wallet: { status: TogaiWalletStatus, balance: string, holdAmount: string | null, creditUnit: string, entries: { nodes: Array<{ transactionType: string, amount: string, closingBalance: string | null, createdAt: string | null }> } | null } | null, settings: Array<{ name: string | null, value: string, namespace: string | null }> | null, customer: { customer: { name: string, creditBalances: Array<{ availableBalance: string, unit: string }> | null } | null } | null } | null };

export type TogaiCreditGrantMutationVariables = Exact<{
  input: TogaiCreditGrantInput;
  idempotencyKey?: string | null | undefined;
  dryRun: boolean;
}>;


export type TogaiCreditGrantMutation = { togaiCreditGrant: { credit: { togaiId: string, creditAmount: string | null, unit: string | null, status: TogaiCreditStatus } | null, plan: Array<{ action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type TogaiCustomerCreateMutationVariables = Exact<{
  input: TogaiCustomerCreateInput;
  dryRun: boolean;
}>;


export type TogaiCustomerCreateMutation = { togaiCustomerCreate: { customer: { id: string, togaiId: string, name: string, accounts: Array<{ togaiId: string, aliases: Array<string> }> | null } | null, plan: Array<{ action: string, target: string | null, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type TogaiCustomerQueryVariables = Exact<{
  id: string;
}>;


export type TogaiCustomerQuery = { togaiCustomer: { id: string, togaiId: string, name: string, primaryEmail: string | null, status: string, createdAt: string | null, accounts: Array<{ togaiId: string, name: string, status: string, invoiceCurrency: string | null, aliases: Array<string>, pricePlans: Array<{ effectiveFrom: string, effectiveUntil: string, pricePlan: { togaiId: string, name: string, version: number | null } }> | null }> | null, customer: { id: string, name: string } | null } | null };

export type TogaiEventsCorrectMutationVariables = Exact<{
  corrections: Array<TogaiEventCorrectionInput> | TogaiEventCorrectionInput;
  idempotencyKey?: string | null | undefined;
  dryRun: boolean;
}>;


export type TogaiEventsCorrectMutation = { togaiEventsCorrect: { corrected: Array<{ eventId: string, status: string, reason: string | null }> | null, plan: Array<{ action: string, target: string | null, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type TogaiEventsQueryVariables = Exact<{
  accountId?: string | null | undefined;
  status?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TogaiEventsQuery = { togaiEvents: { nodes: Array<{ eventId: string | null, schemaName: string, timestamp: string | null, status: string, statusDescription: string | null, attributes: Array<{ name: string, value: string, unit: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TogaiIncidentsQueryVariables = Exact<{
  status?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TogaiIncidentsQuery = { togaiIncidents: { nodes: Array<{ togaiId: string, status: string, reportData: unknown, createdAt: string | null, alert: { description: string | null, ownerDetails: unknown, template: { name: string | null } | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TogaiInvoiceCreateMutationVariables = Exact<{
  input: TogaiInvoiceCreateInput;
  idempotencyKey?: string | null | undefined;
  dryRun: boolean;
}>;


export type TogaiInvoiceCreateMutation = { togaiInvoiceCreate: { invoice: { togaiId: string, status: string, totalAmount: string, currency: string | null, dueDate: string | null } | null, plan: Array<{ action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type TogaiInvoicesQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TogaiInvoicesQuery = { togaiAccount: { name: string, invoices: { nodes: Array<{ togaiId: string, sequenceId: string | null, status: string, totalAmount: string, paidAmount: string | null, dueDate: string | null, lines: Array<{ level: number, type: string, description: string | null, quantity: string | null, value: string }> | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type TogaiJobsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TogaiJobsQuery = { togaiJobs: { nodes: Array<{ togaiId: string, type: string | null, status: string, updatedAt: string | null, counts: { total: number | null, pending: number | null, failed: number | null, completed: number | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TogaiPricePlanAssociateMutationVariables = Exact<{
  input: TogaiPricePlanAssociateInput;
  dryRun: boolean;
}>;


export type TogaiPricePlanAssociateMutation = { togaiPricePlanAssociate: { account: { togaiId: string, pricePlans: Array<{ effectiveFrom: string, effectiveUntil: string, pricePlan: { name: string } }> | null } | null, plan: Array<{ action: string, target: string | null, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type TogaiPricePlanCreateMutationVariables = Exact<{
  input: TogaiPricePlanCreateInput;
  dryRun: boolean;
}>;


export type TogaiPricePlanCreateMutation = { togaiPricePlanCreate: { pricePlan: { id: string, togaiId: string, name: string, status: string, rateCards: Array<{ displayName: string | null }> | null } | null, plan: Array<{ action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type TogaiPricePlanReviseMutationVariables = Exact<{
  id: string;
  input: TogaiPricePlanReviseInput;
  dryRun: boolean;
}>;


export type TogaiPricePlanReviseMutation = { togaiPricePlanRevise: { pricePlan: { id: string, togaiId: string, name: string, version: number | null, status: string, rateCards: Array<{ name: string | null, displayName: string | null }> | null } | null, plan: Array<{ action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

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

export type TogaiUsageIngestMutationVariables = Exact<{
  events: Array<TogaiUsageEventInput> | TogaiUsageEventInput;
  dryRun: boolean;
}>;


export type TogaiUsageIngestMutation = { togaiUsageIngest: { accepted: Array<string> | null, plan: Array<{ action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type CustomerUsageQueryVariables = Exact<{
  first?: number | null | undefined;
  from: string;
  to: string;
  period?: UsagePeriod;
}>;


export type CustomerUsageQuery = { customers: { nodes: Array<{ name: string, usage: Array<{ accountId: string, meter: string, at: string, quantity: string }> | null }> }, togaiUsageMeters: { nodes: Array<{ name: string, displayName: string | null, aggregation: string | null }> } };

export type TogaiWalletTopUpMutationVariables = Exact<{
  input: TogaiWalletTopUpInput;
  idempotencyKey?: string | null | undefined;
  dryRun?: boolean;
}>;


export type TogaiWalletTopUpMutation = { togaiWalletTopUp: { wallet: { balance: string, creditUnit: string } | null, plan: Array<{ action: string, target: string | null, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type WebhookDeliveriesQueryVariables = Exact<{
  state?: WebhookDeliveryState | null | undefined;
}>;


export type WebhookDeliveriesQuery = { webhookDeliveries: { nodes: Array<{ id: string, system: BillingSystem, kind: string | null, ids: unknown, state: WebhookDeliveryState, attempts: number, receivedAt: string, doneAt: string | null, note: string | null }> } };

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

export type ZuoraBillingPreviewQueryVariables = Exact<{
  accountKey: string;
  targetDate: string;
}>;


export type ZuoraBillingPreviewQuery = { zuoraBillingPreview: { amountWithoutTax: { amount: string, currency: string }, taxAmount: { amount: string }, creditAmountWithoutTax: { amount: string }, invoiceItems: Array<{ subscriptionNumber: string | null, chargeName: string | null, serviceStartDate: string | null, serviceEndDate: string | null, quantity: string | null, amountWithoutTax: { amount: string } | null }> } | null };

export type ZuoraCalloutHistoryQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: ZuoraCalloutHistoryFilter | null | undefined;
}>;


export type ZuoraCalloutHistoryQuery = { zuoraCalloutHistory: { nodes: Array<{ failed: boolean, notification: string | null, eventCategory: string | null, createdAt: string | null, url: string | null, responseCode: number | null, attempts: number | null, eventContext: unknown }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ZuoraCalloutTemplateCreateMutationVariables = Exact<{
  input: ZuoraCalloutTemplateCreateInput;
  idempotencyKey?: string | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraCalloutTemplateCreateMutation = { zuoraCalloutTemplateCreate: { calloutTemplate: { id: string, name: string, url: string | null } | null, plan: Array<{ action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraCalloutsResendMutationVariables = Exact<{
  ids: Array<string> | string;
  idempotencyKey?: string | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraCalloutsResendMutation = { zuoraCalloutsResend: { resent: Array<string> | null, plan: Array<{ action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraCatalogChargeCreateMutationVariables = Exact<{
  input: ZuoraProductRatePlanChargeCreateInput;
  idempotencyKey?: string | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraCatalogChargeCreateMutation = { zuoraProductRatePlanChargeCreate: { charge: { zuoraId: string, name: string, type: string, model: string, tiers: Array<{ currency: string | null, tier: number, startingUnit: string | null, endingUnit: string | null, price: { amount: string, currency: string } | null }> } | null, plan: Array<{ action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraChargeMetricsQueryVariables = Exact<{
  from: string;
  to: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ZuoraChargeMetricsQuery = { zuoraChargeMetrics: { nodes: Array<{ zuoraId: string, deleted: boolean, subscriptionNumber: string | null, chargeNumber: string | null, startDate: string | null, endDate: string | null, updatedAt: string | null, mrrNet: { amount: string, currency: string } | null, tcvNet: { amount: string, currency: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ZuoraContactCreateMutationVariables = Exact<{
  accountKey: string;
  input: ZuoraContactInput;
  idempotencyKey?: string | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraContactCreateMutation = { zuoraContactCreate: { contactId: string | null, plan: Array<{ action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraCreditMemoCreateMutationVariables = Exact<{
  input: ZuoraCreditMemoCreateInput;
  idempotencyKey?: string | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraCreditMemoCreateMutation = { zuoraCreditMemoCreate: { creditMemo: { id: string, memoNumber: string, status: ZuoraDocumentStatus, balance: { amount: string, currency: string } | null } | null, plan: Array<{ action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraCreditMemoUpdateMutationVariables = Exact<{
  key: string;
  input: ZuoraCreditMemoUpdateInput;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraCreditMemoUpdateMutation = { zuoraCreditMemoUpdate: { creditMemo: { id: string, memoNumber: string, status: ZuoraDocumentStatus, memoDate: string | null, reasonCode: string | null, amount: { amount: string, currency: string } | null } | null, plan: Array<{ action: string, target: string | null, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraDataQueryMutationVariables = Exact<{
  input: ZuoraDataQueryInput;
  idempotencyKey?: string | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraDataQueryMutation = { zuoraDataQueryCreate: { dataQuery: { zuoraId: string, status: ZuoraDataQueryStatus, rows: number | null, fileUrl: string | null } | null, plan: Array<{ action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraDescribeQueryVariables = Exact<{
  object: string;
}>;


export type ZuoraDescribeQuery = { zuoraDescribe: { name: string, label: string, fields: Array<{ name: string, label: string, type: string, required: boolean | null, createable: boolean | null, updateable: boolean | null, filterable: boolean | null, custom: boolean, maxLength: number | null, options: Array<string>, contexts: Array<string> }> } | null };

export type ZuoraEventTriggerCreateMutationVariables = Exact<{
  input: EventTriggerCreateInput;
  idempotencyKey?: string | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraEventTriggerCreateMutation = { eventTriggerCreate: { eventTrigger: { id: string, active: boolean, condition: string, eventType: { name: string } } | null, plan: Array<{ action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraEventTriggersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  baseObject?: string | null | undefined;
  active?: boolean | null | undefined;
}>;


export type ZuoraEventTriggersQuery = { eventTriggers: { nodes: Array<{ id: string, active: boolean, baseObject: string, condition: string, eventType: { name: string, displayName: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ZuoraInvoiceCreateMutationVariables = Exact<{
  input: ZuoraInvoiceCreateInput;
  idempotencyKey?: string | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraInvoiceCreateMutation = { zuoraInvoiceCreate: { invoice: { id: string, invoiceNumber: string, status: ZuoraDocumentStatus, dueDate: string | null, amount: { amount: string, currency: string } | null, items: Array<{ chargeName: string | null, quantity: string | null, amount: { amount: string } | null }> | null } | null, plan: Array<{ action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraInvoicePostMutationVariables = Exact<{
  key: string;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraInvoicePostMutation = { zuoraInvoicePost: { invoice: { invoiceNumber: string, status: ZuoraDocumentStatus, reversed: boolean | null, balance: { amount: string, currency: string } | null } | null, plan: Array<{ action: string, target: string | null, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraInvoiceReverseMutationVariables = Exact<{
  key: string;
  input?: ZuoraInvoiceReverseInput | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraInvoiceReverseMutation = { zuoraInvoiceReverse: { invoice: { invoiceNumber: string, status: ZuoraDocumentStatus, reversed: boolean | null, balance: { amount: string, currency: string } | null } | null, plan: Array<{ action: string, target: string | null, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraInvoiceUpdateMutationVariables = Exact<{
  key: string;
  input: ZuoraInvoiceUpdateInput;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraInvoiceUpdateMutation = { zuoraInvoiceUpdate: { invoice: { invoiceNumber: string, status: ZuoraDocumentStatus, reversed: boolean | null, balance: { amount: string, currency: string } | null } | null, plan: Array<{ action: string, target: string | null, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraInvoiceQueryVariables = Exact<{
  key: string;
}>;


export type ZuoraInvoiceQuery = { zuoraInvoice: { id: string, invoiceNumber: string, status: ZuoraDocumentStatus, invoiceDate: string | null, dueDate: string | null, amount: { amount: string, currency: string } | null, balance: { amount: string } | null, items: Array<{ chargeName: string | null, subscriptionNumber: string | null, serviceStartDate: string | null, serviceEndDate: string | null, quantity: string | null, amount: { amount: string } | null }> | null, files: Array<{ url: string, version: string | null }> | null } | null };

export type ZuoraNotificationDefinitionsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  eventTypeName?: string | null | undefined;
}>;


export type ZuoraNotificationDefinitionsQuery = { zuoraNotificationDefinitions: { nodes: Array<{ id: string, name: string, active: boolean, eventTypeName: string | null, calloutActive: boolean, emailActive: boolean, calloutTemplates: Array<{ name: string, url: string | null, method: ZuoraCalloutMethod | null, authentication: { kind: ZuoraCalloutAuthenticationKind }, signature: { algorithm: ZuoraHmacAlgorithm | null, headerName: string | null } | null }> | null, emailTemplate: { name: string, subject: string | null, to: ZuoraEmailRecipient | null } | null, filterRule: { condition: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ZuoraOrderCreateMutationVariables = Exact<{
  input: ZuoraOrderCreateInput;
  idempotencyKey?: string | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraOrderCreateMutation = { zuoraOrderCreate: { order: { orderNumber: string, status: ZuoraOrderStatus, subscriptions: Array<{ subscriptionNumber: string | null, subscription: { version: number, status: ZuoraSubscriptionStatus } | null }> } | null, result: { invoiceNumbers: Array<string>, paymentNumber: string | null } | null, job: { id: string, status: ZuoraAsyncJobStatus } | null, preview: { invoices: Array<{ targetDate: string | null, amount: { amount: string, currency: string } | null, items: Array<{ chargeName: string | null, serviceStartDate: string | null, serviceEndDate: string | null, amountWithoutTax: { amount: string, currency: string } | null }> }>, creditMemos: Array<{ amount: { amount: string, currency: string } | null }> } | null, plan: Array<{ action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraOrdersQueryVariables = Exact<{
  filter?: ZuoraOrderFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ZuoraOrdersQuery = { zuoraOrders: { nodes: Array<{ id: string, orderNumber: string, status: ZuoraOrderStatus, orderDate: string | null, createdAt: string | null, subscriptions: Array<{ subscriptionNumber: string | null, baseVersion: number | null, newVersion: number | null, actions: Array<{ kind: ZuoraOrderActionKind, contractEffectiveDate: string | null, createSubscription: { ratePlans: Array<{ productRatePlanId: string | null }> } | null, updateProduct: { charges: Array<{ chargeNumber: string | null, pricing: { quantity: string | null, listPrice: { amount: string, currency: string } | null } | null }> } | null, cancelSubscription: { policy: string | null, effectiveDate: string | null } | null }> }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ZuoraProductCreateMutationVariables = Exact<{
  input: ZuoraProductCreateInput;
  idempotencyKey?: string | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraProductCreateMutation = { zuoraProductCreate: { product: { id: string, zuoraId: string, name: string, sku: string | null, productNumber: string | null, effectiveStartDate: string | null, effectiveEndDate: string | null } | null, plan: Array<{ action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraProductsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  currency?: string | null | undefined;
}>;


export type ZuoraProductsQuery = { zuoraProducts: { nodes: Array<{ id: string, zuoraId: string, sku: string | null, name: string, effectiveStartDate: string | null, effectiveEndDate: string | null, ratePlans: Array<{ id: string, name: string, charges: Array<{ name: string, type: string, model: string, billingPeriod: string | null, unitOfMeasure: string | null, tiers: Array<{ startingUnit: string | null, endingUnit: string | null, priceFormat: string | null, discountPercentage: string | null, price: { amount: string, currency: string } | null }> }> }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ZuoraRevenueAccountingCodesMutationVariables = Exact<{
  chargeId: string;
  input: ZuoraRevenueAccountingCodesInput;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraRevenueAccountingCodesMutation = { zuoraRevenueAccountingCodesUpdate: { codes: { recognizedRevenueAccount: string | null, contractAssetAccount: string | null, contractLiabilityAccount: string | null } | null, plan: Array<{ action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraSubscriptionCancelMutationVariables = Exact<{
  key: string;
  input: ZuoraSubscriptionCancelInput;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraSubscriptionCancelMutation = { zuoraSubscriptionCancel: { subscription: { subscriptionNumber: string, version: number, status: ZuoraSubscriptionStatus, subscriptionEndDate: string | null } | null, plan: Array<{ action: string, target: string | null, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraSubscriptionCreateMutationVariables = Exact<{
  input: ZuoraSubscriptionCreateInput;
  idempotencyKey?: string | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraSubscriptionCreateMutation = { zuoraSubscriptionCreate: { subscription: { id: string, subscriptionNumber: string, status: ZuoraSubscriptionStatus, termEndDate: string | null, totalContractedValue: { amount: string, currency: string } | null } | null, preview: { amount: { amount: string, currency: string } | null, items: Array<{ chargeName: string | null, amount: { amount: string } | null }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraSubscriptionHistoryQueryVariables = Exact<{
  key: string;
}>;


export type ZuoraSubscriptionHistoryQuery = { zuoraSubscription: { subscriptionNumber: string, versions: Array<{ version: number, status: ZuoraSubscriptionStatus, termEndDate: string | null }> | null, amendments: Array<{ ofVersion: number, type: string | null, effectiveDate: string | null, createdAt: string | null }> | null, ratePlans: Array<{ name: string, charges: Array<{ chargeNumber: string, name: string, segments: Array<{ segment: number, effectiveStartDate: string | null, effectiveEndDate: string | null, quantity: string | null, price: { amount: string, currency: string } | null }> }> }> } | null };

export type ZuoraSubscriptionRenewMutationVariables = Exact<{
  key: string;
  input?: ZuoraSubscriptionRenewInput | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraSubscriptionRenewMutation = { zuoraSubscriptionRenew: { subscription: { subscriptionNumber: string, version: number, status: ZuoraSubscriptionStatus, termEndDate: string | null } | null, preview: { amount: { amount: string, currency: string } | null } | null, plan: Array<{ action: string, target: string | null, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraSubscriptionResumeMutationVariables = Exact<{
  key: string;
  input: ZuoraSubscriptionResumeInput;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraSubscriptionResumeMutation = { zuoraSubscriptionResume: { subscription: { subscriptionNumber: string, version: number, status: ZuoraSubscriptionStatus, termEndDate: string | null } | null, preview: { amount: { amount: string, currency: string } | null } | null, plan: Array<{ action: string, target: string | null, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraSubscriptionSuspendMutationVariables = Exact<{
  key: string;
  input: ZuoraSubscriptionSuspendInput;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraSubscriptionSuspendMutation = { zuoraSubscriptionSuspend: { subscription: { subscriptionNumber: string, version: number, status: ZuoraSubscriptionStatus, termEndDate: string | null } | null, preview: { amount: { amount: string, currency: string } | null } | null, plan: Array<{ action: string, target: string | null, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ZuoraSubscriptionUpdateMutationVariables = Exact<{
  key: string;
  input: ZuoraSubscriptionUpdateInput;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraSubscriptionUpdateMutation = { zuoraSubscriptionUpdate: { subscription: { subscriptionNumber: string, version: number, status: ZuoraSubscriptionStatus, termEndDate: string | null } | null, preview: { amount: { amount: string, currency: string } | null } | null, plan: Array<{ action: string, target: string | null, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

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

export type ZuoraUsageImportMutationVariables = Exact<{
  input: ZuoraUsageImportInput;
  idempotencyKey?: string | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type ZuoraUsageImportMutation = { zuoraUsageImport: { rows: number | null, usageImport: { id: string, status: ZuoraUsageImportStatus, message: string | null } | null, plan: Array<{ action: string, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };


export const AccountDocumentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccountDocuments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountNumber"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalInvoiceBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unappliedPaymentAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"invoices"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoiceNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"invoiceDate"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chargeName"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"payments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveDate"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"creditMemos"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"memoNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"usages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"unitOfMeasure"}},{"kind":"Field","name":{"kind":"Name","value":"startAt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"cardBrand"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}}]}}]}}]}}]} as unknown as DocumentNode<AccountDocumentsQuery, AccountDocumentsQueryVariables>;
export const AuditEntriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditEntries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AuditFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditEntries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"who"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<AuditEntriesQuery, AuditEntriesQueryVariables>;
export const BackfillStartDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BackfillStart"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BackfillInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"backfillStart"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"run"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"EnumValue","value":"NEEDS_ATTENTION"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<BackfillStartMutation, BackfillStartMutationVariables>;
export const ConnectionCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConnectionCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConnectionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connectionCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"endpoint"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ConnectionCreateMutation, ConnectionCreateMutationVariables>;
export const ConnectionKindsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConnectionKinds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connectionKinds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"secret"}}]}}]}}]}}]} as unknown as DocumentNode<ConnectionKindsQuery, ConnectionKindsQueryVariables>;
export const ConnectionTestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConnectionTest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connectionTest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"found"}},{"kind":"Field","name":{"kind":"Name","value":"advice"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ConnectionTestMutation, ConnectionTestMutationVariables>;
export const ConnectionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Connections"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connections"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"endpoint"}},{"kind":"Field","name":{"kind":"Name","value":"builtIn"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lastCheckedAt"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"found"}},{"kind":"Field","name":{"kind":"Name","value":"advice"}}]}}]}}]}}]} as unknown as DocumentNode<ConnectionsQuery, ConnectionsQueryVariables>;
export const CreditSyncDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreditSync"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreditSyncInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}},"defaultValue":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"creditSync"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"run"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CreditSyncMutation, CreditSyncMutationVariables>;
export const CustomerByExternalIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CustomerByExternalId"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"externalId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExternalIdInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"externalId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"externalId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"externalIds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"zuoraAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"togaiCustomer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<CustomerByExternalIdQuery, CustomerByExternalIdQueryVariables>;
export const CustomerChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"CustomerChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customerChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"systems"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<CustomerChangedSubscription, CustomerChangedSubscriptionVariables>;
export const CustomerInvoicesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CustomerInvoices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExternalIdInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"externalId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"invoices"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"invoiceDate"}},{"kind":"Field","name":{"kind":"Name","value":"dueDate"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"native"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraInvoice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraId"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TogaiInvoice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CustomerInvoicesQuery, CustomerInvoicesQueryVariables>;
export const CustomerRevenueRowsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CustomerRevenueRows"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"customer"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExternalIdInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"externalId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"customer"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"revenueRowCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}},{"kind":"Field","name":{"kind":"Name","value":"revenueRows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"row"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CustomerRevenueRowsQuery, CustomerRevenueRowsQueryVariables>;
export const CustomerSyncDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CustomerSync"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CustomerSyncInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customerSync"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"run"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CustomerSyncMutation, CustomerSyncMutationVariables>;
export const CustomersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Customers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"externalIds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"zuoraAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"billToContact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"workEmail"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subscriptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscriptionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"termStartDate"}},{"kind":"Field","name":{"kind":"Name","value":"termEndDate"}},{"kind":"Field","name":{"kind":"Name","value":"ratePlans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"charges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"togaiCustomer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"invoiceCurrency"}},{"kind":"Field","name":{"kind":"Name","value":"pricePlans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveUntil"}},{"kind":"Field","name":{"kind":"Name","value":"pricePlan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<CustomersQuery, CustomersQueryVariables>;
export const DriftsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Drifts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DriftFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"drifts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"owner"}},{"kind":"Field","name":{"kind":"Name","value":"left"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"right"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"detectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<DriftsQuery, DriftsQueryVariables>;
export const FlowCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FlowCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FlowInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"flowCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"flow"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}}]}},{"kind":"Field","name":{"kind":"Name","value":"setup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<FlowCreateMutation, FlowCreateMutationVariables>;
export const FlowTemplatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FlowTemplates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"flowTemplates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}}]} as unknown as DocumentNode<FlowTemplatesQuery, FlowTemplatesQueryVariables>;
export const FlowUpdateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FlowUpdate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FlowInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"flowUpdate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"flow"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<FlowUpdateMutation, FlowUpdateMutationVariables>;
export const FlowsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Flows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"flows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"connection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"actions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"connection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"runs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<FlowsQuery, FlowsQueryVariables>;
export const InvoiceSyncDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"InvoiceSync"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InvoiceSyncInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}},"defaultValue":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoiceSync"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"run"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<InvoiceSyncMutation, InvoiceSyncMutationVariables>;
export const ReconciliationStartDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReconciliationStart"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReconciliationInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}},"defaultValue":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reconciliationStart"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"run"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ReconciliationStartMutation, ReconciliationStartMutationVariables>;
export const ReferralSaleTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReferralSaleTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReferralSaleTrackInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referralSaleTrack"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"referral"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referralId"}},{"kind":"Field","name":{"kind":"Name","value":"promoter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"commissions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"run"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ReferralSaleTrackMutation, ReferralSaleTrackMutationVariables>;
export const RevenueBiViewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RevenueBiView"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revenueBiView"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}},{"kind":"Field","name":{"kind":"Name","value":"csvUrl"}}]}}]}}]} as unknown as DocumentNode<RevenueBiViewQuery, RevenueBiViewQueryVariables>;
export const RevenueJobSubmitDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevenueJobSubmit"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevenueJobSubmitInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revenueJobSubmit"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"job"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"jobId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<RevenueJobSubmitMutation, RevenueJobSubmitMutationVariables>;
export const RevenueTemplateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RevenueTemplate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revenueUploadTemplate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"dateFormat"}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}}]}}]}}]} as unknown as DocumentNode<RevenueTemplateQuery, RevenueTemplateQueryVariables>;
export const RevenueUploadCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevenueUploadCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevenueUploadCreateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revenueUploadCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"putUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<RevenueUploadCreateMutation, RevenueUploadCreateMutationVariables>;
export const RevenueUploadProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"RevenueUploadProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revenueUploadProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"rowsUploaded"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RevenueUploadProgressSubscription, RevenueUploadProgressSubscriptionVariables>;
export const RevenueUploadsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RevenueUploads"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revenueUploads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"template"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"rowsUploaded"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stageErrorCount"}},{"kind":"Field","name":{"kind":"Name","value":"stageErrors"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<RevenueUploadsQuery, RevenueUploadsQueryVariables>;
export const SearchCustomersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchCustomers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"NAME"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"externalIds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<SearchCustomersQuery, SearchCustomersQueryVariables>;
export const SubscriptionSyncDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubscriptionSync"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubscriptionSyncInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscriptionSync"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"run"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<SubscriptionSyncMutation, SubscriptionSyncMutationVariables>;
export const SyncRunProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"SyncRunProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncRunProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"error"}}]}}]}}]}}]} as unknown as DocumentNode<SyncRunProgressSubscription, SyncRunProgressSubscriptionVariables>;
export const SyncRunsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SyncRuns"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncRuns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBy"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<SyncRunsQuery, SyncRunsQueryVariables>;
export const SystemsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Systems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"systems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastFailure"}},{"kind":"Field","name":{"kind":"Name","value":"breaker"}},{"kind":"Field","name":{"kind":"Name","value":"waiting"}},{"kind":"Field","name":{"kind":"Name","value":"quota"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"share"}}]}}]}}]}}]} as unknown as DocumentNode<SystemsQuery, SystemsQueryVariables>;
export const TogaiAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TogaiAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"10"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"status"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TogaiCreditStatus"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"creditBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"availableBalance"}},{"kind":"Field","name":{"kind":"Name","value":"runningBalance"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"lastUpdatedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"credits"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"Variable","name":{"kind":"Name","value":"status"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"creditAmount"}},{"kind":"Field","name":{"kind":"Name","value":"consumedAmount"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveUntil"}},{"kind":"Field","name":{"kind":"Name","value":"transactions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transactionType"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"holdAmount"}},{"kind":"Field","name":{"kind":"Name","value":"creditUnit"}},{"kind":"Field","name":{"kind":"Name","value":"entries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transactionType"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"closingBalance"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"namespace"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"creditBalances"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"availableBalance"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<TogaiAccountQuery, TogaiAccountQueryVariables>;
export const TogaiCreditGrantDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TogaiCreditGrant"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TogaiCreditGrantInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiCreditGrant"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"creditAmount"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<TogaiCreditGrantMutation, TogaiCreditGrantMutationVariables>;
export const TogaiCustomerCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TogaiCustomerCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TogaiCustomerCreateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiCustomerCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<TogaiCustomerCreateMutation, TogaiCustomerCreateMutationVariables>;
export const TogaiCustomerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TogaiCustomer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiCustomer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"primaryEmail"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"invoiceCurrency"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}},{"kind":"Field","name":{"kind":"Name","value":"pricePlans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveUntil"}},{"kind":"Field","name":{"kind":"Name","value":"pricePlan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<TogaiCustomerQuery, TogaiCustomerQueryVariables>;
export const TogaiEventsCorrectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TogaiEventsCorrect"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"corrections"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TogaiEventCorrectionInput"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiEventsCorrect"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"corrections"},"value":{"kind":"Variable","name":{"kind":"Name","value":"corrections"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"corrected"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<TogaiEventsCorrectMutation, TogaiEventsCorrectMutationVariables>;
export const TogaiEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TogaiEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"status"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"accountId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}}},{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"Variable","name":{"kind":"Name","value":"status"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"schemaName"}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"attributes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusDescription"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<TogaiEventsQuery, TogaiEventsQueryVariables>;
export const TogaiIncidentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TogaiIncidents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"status"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"defaultValue":{"kind":"StringValue","value":"OPEN","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiIncidents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"Variable","name":{"kind":"Name","value":"status"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reportData"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"alert"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"ownerDetails"}},{"kind":"Field","name":{"kind":"Name","value":"template"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<TogaiIncidentsQuery, TogaiIncidentsQueryVariables>;
export const TogaiInvoiceCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TogaiInvoiceCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TogaiInvoiceCreateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiInvoiceCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"dueDate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<TogaiInvoiceCreateMutation, TogaiInvoiceCreateMutationVariables>;
export const TogaiInvoicesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TogaiInvoices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"10"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"invoices"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"sequenceId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"}},{"kind":"Field","name":{"kind":"Name","value":"paidAmount"}},{"kind":"Field","name":{"kind":"Name","value":"dueDate"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TogaiInvoicesQuery, TogaiInvoicesQueryVariables>;
export const TogaiJobsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TogaiJobs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiJobs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"completed"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<TogaiJobsQuery, TogaiJobsQueryVariables>;
export const TogaiPricePlanAssociateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TogaiPricePlanAssociate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TogaiPricePlanAssociateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiPricePlanAssociate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"pricePlans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveUntil"}},{"kind":"Field","name":{"kind":"Name","value":"pricePlan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<TogaiPricePlanAssociateMutation, TogaiPricePlanAssociateMutationVariables>;
export const TogaiPricePlanCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TogaiPricePlanCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TogaiPricePlanCreateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiPricePlanCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pricePlan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rateCards"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<TogaiPricePlanCreateMutation, TogaiPricePlanCreateMutationVariables>;
export const TogaiPricePlanReviseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TogaiPricePlanRevise"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TogaiPricePlanReviseInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiPricePlanRevise"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pricePlan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rateCards"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<TogaiPricePlanReviseMutation, TogaiPricePlanReviseMutationVariables>;
export const TogaiPricePlansDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TogaiPricePlans"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiPricePlans"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"currencies"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<TogaiPricePlansQuery, TogaiPricePlansQueryVariables>;
export const TogaiRateCardsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TogaiRateCards"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"10"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiPricePlans"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"rateCards"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"invoiceTiming"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"pricingModel"}},{"kind":"Field","name":{"kind":"Name","value":"rates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"slabs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"}},{"kind":"Field","name":{"kind":"Name","value":"startAfter"}},{"kind":"Field","name":{"kind":"Name","value":"priceType"}},{"kind":"Field","name":{"kind":"Name","value":"rates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"creditGrant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"expiryType"}},{"kind":"Field","name":{"kind":"Name","value":"amounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<TogaiRateCardsQuery, TogaiRateCardsQueryVariables>;
export const TogaiUsageIngestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TogaiUsageIngest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"events"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TogaiUsageEventInput"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiUsageIngest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"events"},"value":{"kind":"Variable","name":{"kind":"Name","value":"events"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<TogaiUsageIngestMutation, TogaiUsageIngestMutationVariables>;
export const CustomerUsageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CustomerUsage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UsagePeriod"}}},"defaultValue":{"kind":"EnumValue","value":"DAY"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"usage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"meter"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"togaiUsageMeters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"aggregation"}}]}}]}}]}}]} as unknown as DocumentNode<CustomerUsageQuery, CustomerUsageQueryVariables>;
export const TogaiWalletTopUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TogaiWalletTopUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TogaiWalletTopUpInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"defaultValue":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"togaiWalletTopUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"wallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"creditUnit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<TogaiWalletTopUpMutation, TogaiWalletTopUpMutationVariables>;
export const WebhookDeliveriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookDeliveries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"state"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDeliveryState"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookDeliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"Variable","name":{"kind":"Name","value":"state"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"ids"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"doneAt"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}}]}}]}}]} as unknown as DocumentNode<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const ZuoraAccountCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraAccountCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraAccountCreateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraAccountCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"accountNumber"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraAccountCreateMutation, ZuoraAccountCreateMutationVariables>;
export const ZuoraAccountUpdateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraAccountUpdate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraAccountUpdateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraAccountUpdate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"accountNumber"}},{"kind":"Field","name":{"kind":"Name","value":"paymentTerm"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraAccountUpdateMutation, ZuoraAccountUpdateMutationVariables>;
export const ZuoraAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ZuoraAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"zuoraId"}},{"kind":"Field","name":{"kind":"Name","value":"accountNumber"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"billCycleDay"}},{"kind":"Field","name":{"kind":"Name","value":"paymentTerm"}},{"kind":"Field","name":{"kind":"Name","value":"autoPay"}},{"kind":"Field","name":{"kind":"Name","value":"billToContact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"workEmail"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subscriptions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscriptionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraAccountQuery, ZuoraAccountQueryVariables>;
export const ZuoraBillingPreviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ZuoraBillingPreview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"targetDate"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraBillingPreview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"accountKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"targetDate"},"value":{"kind":"Variable","name":{"kind":"Name","value":"targetDate"}}},{"kind":"Argument","name":{"kind":"Name","value":"assumeRenewal"},"value":{"kind":"EnumValue","value":"AUTO_RENEW"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountWithoutTax"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"taxAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"creditAmountWithoutTax"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"invoiceItems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscriptionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"chargeName"}},{"kind":"Field","name":{"kind":"Name","value":"serviceStartDate"}},{"kind":"Field","name":{"kind":"Name","value":"serviceEndDate"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"amountWithoutTax"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraBillingPreviewQuery, ZuoraBillingPreviewQueryVariables>;
export const ZuoraCalloutHistoryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ZuoraCalloutHistory"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraCalloutHistoryFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraCalloutHistory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"notification"}},{"kind":"Field","name":{"kind":"Name","value":"eventCategory"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"responseCode"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"eventContext"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraCalloutHistoryQuery, ZuoraCalloutHistoryQueryVariables>;
export const ZuoraCalloutTemplateCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraCalloutTemplateCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraCalloutTemplateCreateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraCalloutTemplateCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"calloutTemplate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraCalloutTemplateCreateMutation, ZuoraCalloutTemplateCreateMutationVariables>;
export const ZuoraCalloutsResendDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraCalloutsResend"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraCalloutsResend"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resent"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraCalloutsResendMutation, ZuoraCalloutsResendMutationVariables>;
export const ZuoraCatalogChargeCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraCatalogChargeCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraProductRatePlanChargeCreateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}},"defaultValue":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraProductRatePlanChargeCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"charge"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"startingUnit"}},{"kind":"Field","name":{"kind":"Name","value":"endingUnit"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraCatalogChargeCreateMutation, ZuoraCatalogChargeCreateMutationVariables>;
export const ZuoraChargeMetricsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ZuoraChargeMetrics"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"100"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraChargeMetrics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraId"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"chargeNumber"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"endDate"}},{"kind":"Field","name":{"kind":"Name","value":"mrrNet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tcvNet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraChargeMetricsQuery, ZuoraChargeMetricsQueryVariables>;
export const ZuoraContactCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraContactCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraContactInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraContactCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"accountKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contactId"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraContactCreateMutation, ZuoraContactCreateMutationVariables>;
export const ZuoraCreditMemoCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraCreditMemoCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraCreditMemoCreateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraCreditMemoCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"creditMemo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"memoNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraCreditMemoCreateMutation, ZuoraCreditMemoCreateMutationVariables>;
export const ZuoraCreditMemoUpdateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraCreditMemoUpdate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraCreditMemoUpdateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraCreditMemoUpdate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"creditMemo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"memoNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"memoDate"}},{"kind":"Field","name":{"kind":"Name","value":"reasonCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraCreditMemoUpdateMutation, ZuoraCreditMemoUpdateMutationVariables>;
export const ZuoraDataQueryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraDataQuery"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraDataQueryInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraDataQueryCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataQuery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"fileUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraDataQueryMutation, ZuoraDataQueryMutationVariables>;
export const ZuoraDescribeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ZuoraDescribe"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"object"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraDescribe"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"object"},"value":{"kind":"Variable","name":{"kind":"Name","value":"object"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"createable"}},{"kind":"Field","name":{"kind":"Name","value":"updateable"}},{"kind":"Field","name":{"kind":"Name","value":"filterable"}},{"kind":"Field","name":{"kind":"Name","value":"custom"}},{"kind":"Field","name":{"kind":"Name","value":"maxLength"}},{"kind":"Field","name":{"kind":"Name","value":"options"}},{"kind":"Field","name":{"kind":"Name","value":"contexts"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraDescribeQuery, ZuoraDescribeQueryVariables>;
export const ZuoraEventTriggerCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraEventTriggerCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EventTriggerCreateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventTriggerCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventTrigger"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"condition"}},{"kind":"Field","name":{"kind":"Name","value":"eventType"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraEventTriggerCreateMutation, ZuoraEventTriggerCreateMutationVariables>;
export const ZuoraEventTriggersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ZuoraEventTriggers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"baseObject"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"active"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventTriggers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"baseObject"},"value":{"kind":"Variable","name":{"kind":"Name","value":"baseObject"}}},{"kind":"Argument","name":{"kind":"Name","value":"active"},"value":{"kind":"Variable","name":{"kind":"Name","value":"active"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"baseObject"}},{"kind":"Field","name":{"kind":"Name","value":"condition"}},{"kind":"Field","name":{"kind":"Name","value":"eventType"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraEventTriggersQuery, ZuoraEventTriggersQueryVariables>;
export const ZuoraInvoiceCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraInvoiceCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraInvoiceCreateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraInvoiceCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"invoiceNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueDate"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chargeName"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraInvoiceCreateMutation, ZuoraInvoiceCreateMutationVariables>;
export const ZuoraInvoicePostDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraInvoicePost"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraInvoicePost"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoiceNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reversed"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraInvoicePostMutation, ZuoraInvoicePostMutationVariables>;
export const ZuoraInvoiceReverseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraInvoiceReverse"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraInvoiceReverseInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraInvoiceReverse"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoiceNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reversed"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraInvoiceReverseMutation, ZuoraInvoiceReverseMutationVariables>;
export const ZuoraInvoiceUpdateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraInvoiceUpdate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraInvoiceUpdateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraInvoiceUpdate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoiceNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reversed"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraInvoiceUpdateMutation, ZuoraInvoiceUpdateMutationVariables>;
export const ZuoraInvoiceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ZuoraInvoice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraInvoice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"invoiceNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"invoiceDate"}},{"kind":"Field","name":{"kind":"Name","value":"dueDate"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chargeName"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"serviceStartDate"}},{"kind":"Field","name":{"kind":"Name","value":"serviceEndDate"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraInvoiceQuery, ZuoraInvoiceQueryVariables>;
export const ZuoraNotificationDefinitionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ZuoraNotificationDefinitions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"eventTypeName"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraNotificationDefinitions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"eventTypeName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"eventTypeName"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"eventTypeName"}},{"kind":"Field","name":{"kind":"Name","value":"calloutActive"}},{"kind":"Field","name":{"kind":"Name","value":"calloutTemplates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"authentication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"signature"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"algorithm"}},{"kind":"Field","name":{"kind":"Name","value":"headerName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"emailActive"}},{"kind":"Field","name":{"kind":"Name","value":"emailTemplate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"filterRule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"condition"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraNotificationDefinitionsQuery, ZuoraNotificationDefinitionsQueryVariables>;
export const ZuoraOrderCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraOrderCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraOrderCreateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraOrderCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscriptionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"result"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoiceNumbers"}},{"kind":"Field","name":{"kind":"Name","value":"paymentNumber"}}]}},{"kind":"Field","name":{"kind":"Name","value":"job"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"targetDate"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chargeName"}},{"kind":"Field","name":{"kind":"Name","value":"serviceStartDate"}},{"kind":"Field","name":{"kind":"Name","value":"serviceEndDate"}},{"kind":"Field","name":{"kind":"Name","value":"amountWithoutTax"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"creditMemos"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraOrderCreateMutation, ZuoraOrderCreateMutationVariables>;
export const ZuoraOrdersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ZuoraOrders"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraOrderFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraOrders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"orderNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"orderDate"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscriptionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"baseVersion"}},{"kind":"Field","name":{"kind":"Name","value":"newVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"contractEffectiveDate"}},{"kind":"Field","name":{"kind":"Name","value":"createSubscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ratePlans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"productRatePlanId"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"updateProduct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"charges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chargeNumber"}},{"kind":"Field","name":{"kind":"Name","value":"pricing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"listPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"cancelSubscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"policy"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveDate"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraOrdersQuery, ZuoraOrdersQueryVariables>;
export const ZuoraProductCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraProductCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraProductCreateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}},"defaultValue":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraProductCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"zuoraId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"productNumber"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveStartDate"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveEndDate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraProductCreateMutation, ZuoraProductCreateMutationVariables>;
export const ZuoraProductsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ZuoraProducts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"5"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"currency"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyCode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraProducts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"zuoraId"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveStartDate"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveEndDate"}},{"kind":"Field","name":{"kind":"Name","value":"ratePlans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"charges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"billingPeriod"}},{"kind":"Field","name":{"kind":"Name","value":"unitOfMeasure"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"currency"},"value":{"kind":"Variable","name":{"kind":"Name","value":"currency"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startingUnit"}},{"kind":"Field","name":{"kind":"Name","value":"endingUnit"}},{"kind":"Field","name":{"kind":"Name","value":"priceFormat"}},{"kind":"Field","name":{"kind":"Name","value":"discountPercentage"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraProductsQuery, ZuoraProductsQueryVariables>;
export const ZuoraRevenueAccountingCodesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraRevenueAccountingCodes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"chargeId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraRevenueAccountingCodesInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraRevenueAccountingCodesUpdate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"productRatePlanChargeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"chargeId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"codes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recognizedRevenueAccount"}},{"kind":"Field","name":{"kind":"Name","value":"contractAssetAccount"}},{"kind":"Field","name":{"kind":"Name","value":"contractLiabilityAccount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraRevenueAccountingCodesMutation, ZuoraRevenueAccountingCodesMutationVariables>;
export const ZuoraSubscriptionCancelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraSubscriptionCancel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraSubscriptionCancelInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraSubscriptionCancel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscriptionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionEndDate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraSubscriptionCancelMutation, ZuoraSubscriptionCancelMutationVariables>;
export const ZuoraSubscriptionCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraSubscriptionCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraSubscriptionCreateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraSubscriptionCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"termEndDate"}},{"kind":"Field","name":{"kind":"Name","value":"totalContractedValue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chargeName"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraSubscriptionCreateMutation, ZuoraSubscriptionCreateMutationVariables>;
export const ZuoraSubscriptionHistoryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ZuoraSubscriptionHistory"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraSubscription"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscriptionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"termEndDate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"amendments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ofVersion"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveDate"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ratePlans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"charges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chargeNumber"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"segments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"segment"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveStartDate"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveEndDate"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraSubscriptionHistoryQuery, ZuoraSubscriptionHistoryQueryVariables>;
export const ZuoraSubscriptionRenewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraSubscriptionRenew"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraSubscriptionRenewInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraSubscriptionRenew"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscriptionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"termEndDate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraSubscriptionRenewMutation, ZuoraSubscriptionRenewMutationVariables>;
export const ZuoraSubscriptionResumeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraSubscriptionResume"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraSubscriptionResumeInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraSubscriptionResume"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscriptionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"termEndDate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraSubscriptionResumeMutation, ZuoraSubscriptionResumeMutationVariables>;
export const ZuoraSubscriptionSuspendDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraSubscriptionSuspend"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraSubscriptionSuspendInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraSubscriptionSuspend"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscriptionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"termEndDate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraSubscriptionSuspendMutation, ZuoraSubscriptionSuspendMutationVariables>;
export const ZuoraSubscriptionUpdateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraSubscriptionUpdate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraSubscriptionUpdateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraSubscriptionUpdate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscriptionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"termEndDate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraSubscriptionUpdateMutation, ZuoraSubscriptionUpdateMutationVariables>;
export const ZuoraSubscriptionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ZuoraSubscription"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraSubscription"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"zuoraId"}},{"kind":"Field","name":{"kind":"Name","value":"subscriptionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"termType"}},{"kind":"Field","name":{"kind":"Name","value":"termStartDate"}},{"kind":"Field","name":{"kind":"Name","value":"termEndDate"}},{"kind":"Field","name":{"kind":"Name","value":"autoRenew"}},{"kind":"Field","name":{"kind":"Name","value":"contractedMrr"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ratePlans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"charges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chargeNumber"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"unitOfMeasure"}},{"kind":"Field","name":{"kind":"Name","value":"billingPeriod"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"startingUnit"}},{"kind":"Field","name":{"kind":"Name","value":"endingUnit"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"priceFormat"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountNumber"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraSubscriptionQuery, ZuoraSubscriptionQueryVariables>;
export const ZuoraUsagesCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraUsagesCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"inputs"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraUsageCreateInput"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraUsagesCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"inputs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"inputs"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"usages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"unitOfMeasure"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraUsagesCreateMutation, ZuoraUsagesCreateMutationVariables>;
export const ZuoraUsageImportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ZuoraUsageImport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ZuoraUsageImportInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zuoraUsageImport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"usageImport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ZuoraUsageImportMutation, ZuoraUsageImportMutationVariables>;