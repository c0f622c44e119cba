import type { ConnectionKey } from '../connections/key.js';
import type { Page } from '../customers/ports.js';
import type { ComparedKind, Drift } from './model.js';

export interface DriftScope {
  readonly customerId: string;
  readonly connections: readonly [ConnectionKey, ConnectionKey];
  readonly kinds: readonly ComparedKind[];
}

export interface DriftFilter {
  readonly customerId?: string | null | undefined;
  readonly kind?: ComparedKind | null | undefined;
  /** Only those that a person has to decide, or only those that a sync can. */
  readonly needsPerson?: boolean | null | undefined;
}

/** Where differences are kept: those that the last look at a customer has found. */
export interface DriftBook {
  /** Puts what was found in place of what was found before in the same scope. */
  replace(scope: DriftScope, found: readonly Drift[]): Promise<void>;
  /** By customer, kind, key and field. A cursor that was not made here throws InvalidCursor. */
  page(request: { first: number; after: string | null; filter: DriftFilter }): Promise<Page<Drift>>;
}
