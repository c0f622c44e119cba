import type { Page } from '../customers/ports.js';
import type { AuditEntry, AuditOutcome } from './model.js';

/** Where it is kept who did what, when and why. Nothing in it is ever changed or removed. */
export interface AuditBook {
  /** Before anything is done: what cannot be written down is not done. */
  begin(entry: Omit<AuditEntry, 'outcome'>): Promise<void>;
  end(id: string, outcome: AuditOutcome): Promise<void>;
  /** The newest first. A cursor that was not made here throws InvalidCursor. */
  page(request: AuditPageRequest): Promise<Page<AuditEntry>>;
}

export interface AuditPageRequest {
  readonly first: number;
  readonly after: string | null;
  readonly filter: AuditFilter;
}

export interface AuditFilter {
  readonly who?: string | null | undefined;
  readonly action?: string | null | undefined;
  readonly runId?: string | null | undefined;
  /** The first instant and the one after the last. */
  readonly since?: number | null | undefined;
  readonly until?: number | null | undefined;
}
