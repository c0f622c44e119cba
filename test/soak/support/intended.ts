/** What the tenant has to look like in the end: written down as operations are asked for, never read from it. */
export interface Intended {
  readonly accounts: Map<string, IntendedAccount>;
  /** Unique keys of usage records, with their quantities. */
  readonly usages: Map<string, string>;
  readonly memos: Map<string, IntendedMemo>;
  readonly subscriptions: Map<string, IntendedSubscription>;
  /** Numbers of orders, each of which made one subscription. */
  readonly orders: Map<string, string>;
  readonly products: Map<string, IntendedProduct>;
  readonly invoices: Map<string, IntendedInvoice>;
}

export interface IntendedAccount {
  readonly number: string;
  readonly zuoraId: string;
  notes: string | null;
  crmId: string | null;
  contacts: number;
}

export interface IntendedMemo {
  readonly id: string;
  readonly accountNumber: string;
  /** In cents. */
  readonly amount: number;
  status: 'Draft' | 'Posted' | 'Canceled' | 'Deleted';
  reasonCode?: string;
  busy?: boolean;
}

export interface IntendedSubscription {
  readonly number: string;
  versions: number;
  renewing?: boolean;
}

/** A product of one plan of one charge. */
export interface IntendedProduct {
  readonly id: string;
  readonly planId: string;
  readonly chargeId: string;
  price: string;
  description: string | null;
  busy: boolean;
}

/** An invoice of one line. */
export interface IntendedInvoice {
  readonly id: string;
  readonly cents: number;
  comments: string | null;
  status: 'Draft' | 'Posted';
  busy: boolean;
}

export function nothingIntended(): Intended {
  return {
    accounts: new Map(),
    usages: new Map(),
    memos: new Map(),
    subscriptions: new Map(),
    orders: new Map(),
    products: new Map(),
    invoices: new Map(),
  };
}
