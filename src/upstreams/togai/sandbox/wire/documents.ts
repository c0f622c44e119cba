/** What Togai's answers hold, as the sandbox writes them. https://docs.togai.com/api-reference */

/** Instants are ISO 8601 in UTC, dates `YYYY-MM-DD`. */
export interface CustomerDocument {
  readonly id: string;
  readonly togaiCustomerId: string;
  readonly name: string;
  readonly primaryEmail: string;
  readonly billingAddress: string;
  readonly address: AddressDocument;
  readonly status: 'ACTIVE' | 'ARCHIVED';
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface AddressDocument {
  readonly phoneNumber?: string;
  readonly line1?: string;
  readonly postalCode?: string;
  readonly city?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

/** An account without what is kept in lists of its own: aliases and settings. */
export interface AccountDocument {
  readonly id: string;
  readonly togaiAccountId: string;
  readonly customerId: string;
  readonly togaiCustomerId: string;
  readonly name: string;
  /** ISO 4217; without one the organisation's base currency counts. */
  readonly invoiceCurrency?: string;
  readonly netTermDays?: number;
  readonly address?: AddressDocument;
  readonly primaryEmail?: string;
  readonly billingInformation?: { readonly emailRecipients: readonly string[] };
  readonly status: 'ACTIVE' | 'DRAFT' | 'ARCHIVED';
  readonly metadata?: Readonly<Record<string, string>>;
  readonly tags?: readonly string[];
}

/** How many units of a licence an account holds from an instant on. */
export interface LicenceUpdateDocument {
  readonly accountId: string;
  readonly licenseId: string;
  readonly quantity: number;
  readonly effectiveFrom: string;
  readonly createdAt: string;
  /** Never shown. */
  readonly idempotencyKey: string | null;
}

export interface AliasRecord {
  readonly id: string;
  /** Unique in the organisation. */
  readonly value: string;
  readonly accountId: string;
  readonly effectiveFrom: string;
  readonly effectiveUntil: string;
  readonly createdAt: string;
  readonly updatedAt?: string;
}

export interface SettingDocument {
  readonly id: string;
  readonly value: string;
  readonly entityType: string;
  readonly entityId: string;
  readonly namespace: string;
  readonly name: string;
  readonly dataType: 'STRING' | 'NUMERIC' | 'JSON' | 'JSON_LOGIC';
}

export interface ScheduleRecord {
  readonly id: string;
  readonly accountId: string;
  readonly pricePlanId: string;
  /** Version of the price plan. */
  readonly version: number;
  readonly startDate: string;
  readonly endDate: string;
  /** Drafts wait until the account's schedules are finalized. */
  readonly mode: 'ACTIVE' | 'DRAFT';
  /** Share of the list price where the account has its own prices; null where it pays what the plan says. */
  readonly priceOverride: number | null;
}

/** An entry of the log of events: a correction marks the old one and may add another. */
export interface LoggedEvent {
  /** Togai's own id. */
  readonly referenceId: string;
  readonly event: Omit<EventRecord, 'createdAt' | 'reverted'>;
  readonly status: string;
  readonly statusBeforeReverting?: string;
  readonly createdAt: string;
  /** Old entries have their id inside of the event, and neither customer nor source. */
  readonly old?: boolean;
}

export interface EventRecord {
  readonly id: string;
  readonly schemaName: string;
  readonly accountId: string;
  readonly timestamp: string;
  readonly attributes: readonly unknown[];
  readonly dimensions: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
  /** Taken back: it counts for nothing. */
  readonly reverted?: boolean;
}

export interface CreditDocument {
  readonly id: string;
  readonly customerId: string;
  readonly accountId: string;
  readonly purpose: string;
  readonly applicableEntityIds: readonly string[];
  readonly effectiveFrom: string;
  readonly effectiveUntil?: string;
  readonly creditAmount: number;
  readonly creditUnit: string;
  readonly holdAmount: number;
  readonly consumedAmount: number;
  /** 1 to 100; low numbers are consumed first. */
  readonly priority: number;
  readonly status: 'ACTIVE' | 'CONSUMED' | 'EXPIRED' | 'VOIDED';
  readonly grantorId?: string;
  readonly idempotencyKey?: string;
  readonly createdAt: string;
  readonly updatedAt?: string;
}

export interface WalletRecord {
  readonly id: string;
  readonly accountId: string;
  readonly customerId: string;
  /** Credited less consumed and held. */
  readonly balance: number;
  readonly creditUnit: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly holdAmount: number;
  readonly effectiveFrom?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Oldest first. */
  readonly entries: readonly WalletEntryDocument[];
}

export interface WalletEntryDocument {
  readonly id: string;
  readonly description: string;
  readonly walletId: string;
  readonly transactionType: 'CREDITED' | 'DEBITED';
  readonly status?: 'COMPLETED' | 'ON_HOLD';
  readonly amount: number;
  readonly createdAt: string;
  readonly closingBalance: number;
}

/** Amounts are in the currency that `units` of the lines name. */
export interface InvoiceDocument {
  readonly id: string;
  readonly customerId: string;
  readonly ownerId: string;
  readonly status: string;
  readonly totalAmount: number;
  readonly paidAmount: number;
  readonly updatedAt: string;
  readonly revenueInfo: { readonly units: string; readonly value: number };
  /** What was used of each meter; of standard invoices. */
  readonly usageInfo?: readonly object[];
  readonly invoiceType: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly netTermDays?: number;
  readonly autoAdvance?: boolean;
  /** What is not shown. */
  readonly own?: {
    readonly idempotencyKey?: string;
    readonly lines: readonly CustomLine[];
    readonly charges: readonly ChargeDocument[];
  };
}

export interface CustomLine {
  readonly description: string;
  readonly value: number;
  readonly quantity?: number;
  readonly valuePerQuantity?: number;
}

export interface ChargeDocument {
  readonly name: string;
  readonly rate?: number;
  readonly quantity?: number;
  /** A number or JSON Logic. */
  readonly value?: string;
  readonly considerForRevenue?: boolean;
}
