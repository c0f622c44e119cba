/** One operation, when it is over. */
export interface FinishedOperation {
  readonly name: string | null;
  readonly kind: 'query' | 'mutation' | 'subscription' | null;
  /** The first digits of the SHA-256 of its text: tells operations without a name apart. */
  readonly hash: string | null;
  readonly caller: string;
  readonly requestId: string;
  readonly durationMs: number;
  /** `partial`: there is data, and there are errors. */
  readonly outcome: 'ok' | 'partial' | 'failed';
  readonly errorCodes: readonly string[];
  /** Calls to billing systems that were reckoned with, and those that were made for it. */
  readonly cost: number | null;
  readonly upstreamCalls: number;
  /** Whether the same question of the same caller was being answered, and its answer served this one, too. */
  readonly shared?: boolean;
  /** How many answers a subscription had; absent for others. */
  readonly events?: number;
}
