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
}

export interface TogaiPricePlanAssociation {
  readonly scheduleId: string;
  readonly pricePlanId: string;
  /** Billing days. */
  readonly effectiveFrom: string;
  readonly effectiveUntil: string;
}
