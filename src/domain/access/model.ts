import { type ConnectionKey, systemOf } from '../connections/key.js';

/** What a caller may do. `admin` includes all the others. */
export const SCOPES = ['read', 'write', 'sync', 'finance', 'personal', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** In words, for people who hand out keys. */
export const SCOPE_MEANINGS: Readonly<Record<Scope, string>> = {
  read: 'ask for anything but personal data',
  write: 'change accounts, subscriptions, plans and usage in the billing systems',
  sync: 'start, stop and repeat what keeps the systems in step',
  finance: 'move money: invoices, memos, credits, revenue uploads',
  personal: 'see names, addresses and emails of persons, where they are hidden from others',
  admin: 'everything, connections and keys included',
};

/** Who asks. */
export interface Caller {
  /** `open`: the gateway runs without access control. */
  readonly kind: 'open' | 'key' | 'token';
  /** Unique among all callers; for limits and logs. */
  readonly id: string;
  /** For people. */
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
  /** The billing systems, or connections to them, that may be asked; null for all. */
  readonly systems: ReadonlySet<string> | null;
}

export const ANYBODY: Caller = { kind: 'open', id: 'open', name: 'anybody', scopes: new Set(['admin']), systems: null };

export function may({ scopes }: Caller, scope: Scope): boolean {
  return scopes.has(scope) || scopes.has('admin');
}

/** Who may ask a system may ask all of its connections. */
export function mayAsk({ systems }: Caller, key: ConnectionKey): boolean {
  return systems === null || systems.has(key) || systems.has(systemOf(key));
}

/** The scopes in a list of words; what is none is left out, for tokens hold scopes of other services, too. */
export function scopesIn(words: readonly string[]): ReadonlySet<Scope> {
  return new Set(words.filter((word): word is Scope => (SCOPES as readonly string[]).includes(word)));
}
