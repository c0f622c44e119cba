import type { FinishedOperation } from '../observe/finished-operation.js';

/** What an execution says of itself for those who ask the same meanwhile. */
export interface Sharing {
  readonly mayBeJoined: () => void;
  /** What it came to; null as long as it is nothing that others may have. */
  whole: FinishedOperation | null;
}
