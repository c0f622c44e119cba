import type { Scope } from './model.js';

/** What is known of an API key; the key itself is known to nobody but its holder. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Null for all systems. */
  readonly systems: readonly string[] | null;
  /** Milliseconds since the epoch, as all instants here; null: it does not expire. */
  readonly expiresAt: number | null;
  readonly createdAt: number;
  /** To the minute; null if it was never used. */
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
}

/** A key with the SHA-256 of its secret, in hexadecimal digits. */
export interface KeptApiKey extends ApiKey {
  readonly secretHash: string;
}

/** Where keys are kept. */
export interface ApiKeyStore {
  add(key: KeptApiKey): Promise<void>;
  find(id: string): Promise<KeptApiKey | null>;
  /** The newest first, revoked ones included. */
  list(): Promise<readonly ApiKey[]>;
  /** False if there is no such key, or it was revoked before. */
  revoke(id: string, at: number): Promise<boolean>;
  used(id: string, at: number): Promise<void>;
  /** Whether anybody could come in with a key. */
  hasUsable(at: number): Promise<boolean>;
}
