/** A file of rows on its way into a system. Instants are ISO 8601. */
export interface UploadRecord {
  readonly id: string;
  /** The system and tenant that it goes to. */
  readonly scope: string;
  readonly fileName: string;
  /** What the system calls the kind of file. */
  readonly template: string;
  readonly state: string;
  /** What the system has to know beside the rows; survives JSON. */
  readonly options: unknown;
  readonly rows: number;
  /** SHA-256 of the file; null until it was read. */
  readonly digest: string | null;
  readonly problems: readonly UploadProblem[];
  readonly problemCount: number;
  readonly failure: string | null;
  /** A job of the system that follows the rows; null before. */
  readonly jobId: string | null;
  /** Opens the address that takes the file; null where none is expected. */
  readonly putToken: string | null;
  /** The part that the file at that address replaces; null for the whole file. */
  readonly putPart: number | null;
  /** Opens the files that can be downloaded. */
  readonly readToken: string;
  /** Until when somebody is sending the file. */
  readonly leaseUntil: string | null;
  /** Counts how often it was started. */
  readonly runs: number;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly parts: readonly UploadPart[];
}

export interface UploadProblem {
  readonly line: number | null;
  readonly column: string | null;
  readonly reason: string;
}

/**
 * READY: to be sent. SENDING: its request is under way. LOST: its answer was lost. SENT: the system has it and works on it.
 * DONE: its rows are in the system. FAILED: refused as a whole. UNCERTAIN: nobody but a person can find out.
 */
export type PartState = 'READY' | 'SENDING' | 'LOST' | 'SENT' | 'DONE' | 'FAILED' | 'UNCERTAIN';

export interface UploadPart {
  readonly number: number;
  readonly state: PartState;
  readonly rows: number;
  readonly fileName: string;
  /** 1 for the first time that it is sent. */
  readonly attempt: number;
  /** The system's id of the request; null before it is known. */
  readonly requestId: number | null;
  /** The newest request id that was known when it was sent. */
  readonly baseline: number | null;
  readonly message: string | null;
  readonly sentAt: string | null;
}

/** What a number that stands in rows is the number of. */
export type NumberKind = 'ACCOUNT' | 'SUBSCRIPTION';

/** A number, and how many rows carry it. */
export interface RowNumber {
  readonly kind: NumberKind;
  readonly value: string;
  readonly rows: number;
}

/** A piece of a part. */
export interface UploadChunk {
  readonly bytes: Uint8Array;
  /** What its rows can be found by. */
  readonly numbers: readonly RowNumber[];
}

/** A row that the system could not take. */
export interface UploadRowError {
  /** The system's id of the error. */
  readonly errorId: string;
  readonly part: number;
  /** Line of the file; null where no line of it matches. */
  readonly line: number | null;
  readonly message: string;
  /** Ids of the row by which it was found. */
  readonly keys: Readonly<Record<string, string | null>>;
  /** The row in the template's order; null where no line matches. */
  readonly cells: readonly string[] | null;
}
