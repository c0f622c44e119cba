import type { FormattedExecutionResult } from 'graphql';
import type { Caller } from '../../domain/access/model.js';
import type { TraceHeaders } from '../../kernel/tracing/spans.js';

/** An operation as a client sent it. */
export interface SentOperation {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** On whose behalf an operation is carried out. */
export interface Asking {
  readonly requestId: string;
  readonly caller: Caller;
  /** Fires when the caller has hung up. */
  readonly gone: AbortSignal;
  /** The caller's trace, where it is not the active one. */
  readonly trace?: TraceHeaders;
}

export type Answers = AsyncGenerator<FormattedExecutionResult, void>;
