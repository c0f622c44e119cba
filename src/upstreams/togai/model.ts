import type { Money } from '../../kernel/money.js';

/** Plain data as the schema shows it, under the schema's names; all of it survives JSON. */
export interface TogaiCustomer {
  readonly id: string;
  readonly togaiId: string;
  readonly togaiUid: string | null;
  readonly name: string;
  readonly primaryEmail: string | null;
  readonly status: string;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
}

export interface TogaiAccount {
  readonly id: string;
  readonly togaiId: string;
  readonly togaiUid: string | null;
  readonly customerId: string;
  readonly name: string;
  readonly status: string;
  readonly invoiceCurrency: string | null;
  readonly netTermDays: number | null;
  readonly aliases: readonly string[];
  readonly metadata: Readonly<Record<string, unknown>> | null;
  /** Ids of other systems among the account's own settings. */
  readonly linkedIds: readonly string[];
}

export interface TogaiPricePlan {
  readonly id: string;
  readonly togaiId: string;
  readonly name: string;
  readonly description: string | null;
  readonly version: number | null;
  readonly status: string;
  readonly type: string | null;
  readonly currencies: readonly string[];
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  /** Which of Togai's two interfaces for price plans has it. */
  readonly generation: 1 | 2;
}

export interface TogaiPricePlanAssociation {
  readonly scheduleId: string;
  readonly pricePlanId: string;
  /** Billing days. */
  readonly effectiveFrom: string;
  readonly effectiveUntil: string;
}

export type TogaiRateCardKind =
  | 'FIXED_FEE'
  | 'USAGE'
  | 'LICENSE'
  | 'BILLING_ENTITLEMENT'
  | 'CREDIT_GRANT'
  | 'ENTITLEMENT_OVERAGE'
  | 'MINIMUM_COMMITMENT'
  | 'UNKNOWN';

export interface TogaiRateCard {
  readonly id: string;
  readonly kind: TogaiRateCardKind;
  /** The kind in Togai's own word. */
  readonly kindText: string;
  readonly name: string | null;
  readonly displayName: string | null;
  readonly tag: string | null;
  readonly invoiceTiming: string | null;
  readonly usageMeterId: string | null;
  readonly addOnId: string | null;
  readonly featureId: string | null;
  readonly type: string | null;
  readonly licenseType: string | null;
  readonly pricingModel: string | null;
  readonly rates: readonly Money[];
  readonly slabs: readonly TogaiRateCardSlab[];
  readonly enableProration: boolean | null;
  readonly recurrence: TogaiRecurrence | null;
  readonly usageCycle: string | null;
  readonly maxQuantity: string | null;
  readonly featureGrants: readonly TogaiFeatureGrant[];
  readonly creditGrant: TogaiCreditGrant | null;
}

export interface TogaiRateCardSlab {
  readonly order: number;
  readonly startAfter: string;
  readonly priceType: string;
  readonly config: Readonly<Record<string, string>> | null;
  readonly rates: readonly Money[];
}

/** In pricing cycles. */
export interface TogaiRecurrence {
  readonly interval: number | null;
  readonly offset: number | null;
}

export interface TogaiFeatureGrant {
  readonly limit: string;
  /** ISO 8601 durations or instants, as Togai has them. */
  readonly effectiveFrom: string | null;
  readonly effectiveUntil: string | null;
}

export interface TogaiCreditGrant {
  readonly priority: number | null;
  readonly expiryType: string | null;
  readonly expiryDuration: string | null;
  readonly applicableEntityIds: readonly string[];
  readonly amounts: readonly Money[];
}

/** Amounts are exact decimals in `unit`: mostly a currency, but Togai lets companies have units of their own. */
export interface TogaiCreditBalance {
  readonly unit: string;
  readonly activeCredits: string;
  readonly availableBalance: string;
  readonly runningBalance: string;
  readonly inapplicableCredits: string;
  readonly lastUpdatedAt: string | null;
}

export type TogaiCreditStatus = 'ACTIVE' | 'CONSUMED' | 'EXPIRED' | 'VOIDED' | 'UNKNOWN';

export interface TogaiCredit {
  readonly id: string;
  readonly togaiId: string;
  readonly accountId: string;
  readonly status: TogaiCreditStatus;
  /** The status in Togai's own word. */
  readonly statusText: string | null;
  readonly purpose: string | null;
  readonly unit: string | null;
  readonly creditAmount: string | null;
  readonly consumedAmount: string | null;
  readonly holdAmount: string | null;
  readonly priority: number | null;
  /** Billing days. */
  readonly effectiveFrom: string | null;
  readonly effectiveUntil: string | null;
  readonly applicableEntityIds: readonly string[];
  readonly grantorId: string | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  /** Null in lists, which do not have them. */
  readonly transactions: readonly TogaiCreditTransaction[] | null;
}

export interface TogaiCreditTransaction {
  readonly togaiId: string;
  readonly transactionType: string;
  readonly amount: string;
  readonly invoiceId: string | null;
  readonly entityId: string | null;
  readonly createdAt: string | null;
}

export type TogaiWalletStatus = 'ACTIVE' | 'INACTIVE' | 'UNKNOWN';

export interface TogaiWallet {
  readonly togaiId: string;
  readonly accountId: string;
  readonly status: TogaiWalletStatus;
  readonly statusText: string | null;
  readonly balance: string;
  readonly holdAmount: string | null;
  readonly creditUnit: string;
  readonly effectiveFrom: string | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  readonly metadata: Readonly<Record<string, unknown>> | null;
}

export interface TogaiWalletEntry {
  readonly togaiId: string;
  readonly transactionType: string;
  readonly status: string | null;
  readonly amount: string;
  readonly closingBalance: string | null;
  readonly description: string | null;
  readonly entityId: string | null;
  readonly createdAt: string | null;
}

export interface TogaiSetting {
  readonly togaiId: string;
  readonly name: string | null;
  readonly value: string;
  readonly namespace: string | null;
  readonly dataType: string | null;
}

export interface TogaiAddOn {
  readonly togaiId: string;
  readonly name: string;
  readonly displayName: string | null;
  readonly type: string | null;
  readonly status: string;
  readonly createdAt: string | null;
}

export interface TogaiFeature {
  readonly togaiId: string;
  readonly name: string;
  readonly displayName: string | null;
  readonly createdAt: string | null;
}

export interface TogaiInvoice {
  readonly id: string;
  readonly togaiId: string;
  readonly sequenceId: string | null;
  readonly ownerId: string | null;
  /** As Togai writes it. */
  readonly status: string;
  readonly invoiceClass: string | null;
  readonly invoiceType: string | null;
  readonly currency: string | null;
  readonly totalAmount: string;
  readonly paidAmount: string | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly invoiceDate: string | null;
  readonly dueDate: string | null;
  readonly updatedAt: string | null;
  /** Null in lists, which do not have them. */
  readonly lines: readonly TogaiInvoiceLine[] | null;
}

export interface TogaiInvoiceLine {
  /** 0 for the grand total; the lines behind one, a level deeper, make it up. */
  readonly level: number;
  readonly type: string;
  readonly description: string | null;
  readonly quantity: string | null;
  readonly valuePerQuantity: string | null;
  readonly value: string;
  readonly units: string | null;
}
