import type { ConnectionKey } from './key.js';
import type { CheckFinding, ConnectionCheck, ConnectionKind, CreditCharge } from './model.js';

/** A connection as it is kept. */
export interface KeptConnection extends CreditCharge {
  readonly key: ConnectionKey;
  readonly name: string;
  readonly endpoint: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly secretNames: readonly string[];
  /** The secrets under a seal; never anything else. */
  readonly sealed: string;
  /** Counts its changes. */
  readonly version: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** Where connections are kept. The key of a deleted one is never used again: what the directory knows of it stays. */
export interface ConnectionBook {
  /** In order of their keys. */
  list(): Promise<readonly KeptConnection[]>;
  read(key: ConnectionKey): Promise<KeptConnection | null>;
  /** False if the key is or was somebody else's. */
  add(connection: KeptConnection): Promise<boolean>;
  /** Writes version n + 1 over version n; false if that is not what is there. */
  replace(connection: KeptConnection): Promise<boolean>;
  /** Forgets its secrets at once. False if there is none. */
  remove(key: ConnectionKey, at: number): Promise<boolean>;
  checks(): Promise<ReadonlyMap<ConnectionKey, ConnectionCheck>>;
  noteCheck(key: ConnectionKey, check: ConnectionCheck): Promise<void>;
}

/** What the systems say of connections to them. */
export interface ConnectionKinds {
  readonly all: readonly ConnectionKind[];
  of(system: string): ConnectionKind | null;
  /** What is wrong with the values, each with the setting that it is about; empty if a connection can be made of them. */
  problems(system: string, endpoint: string, values: Readonly<Record<string, string>>): readonly KindProblem[];
}

export interface KindProblem {
  /** `endpoint`, or the name of a setting; null if it is about their combination. */
  readonly about: string | null;
  readonly message: string;
}

/** The connections that this process has open. */
export interface OpenConnections {
  /** Those that the environment configures. */
  builtIn(): readonly BuiltInConnection[];
  /** Opens what is new or changed and closes what is gone, as the book says. */
  refresh(): Promise<void>;
  /** Looks at the tenant without changing it; null if there is no such connection. */
  examine(key: ConnectionKey, signal: AbortSignal): Promise<readonly CheckFinding[] | null>;
}

export interface BuiltInConnection extends CreditCharge {
  readonly key: ConnectionKey;
  readonly name: string;
  readonly endpoint: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly secretNames: readonly string[];
}
