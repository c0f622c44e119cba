import type {
  NumberKind,
  PartState,
  RowNumber,
  UploadChunk,
  UploadPart,
  UploadRecord,
  UploadRowError,
} from './model.js';

/** Keeps uploads, their parts and the rows of these. */
export interface UploadBook {
  /** Adds an upload; the one that is there already under the key, if there is one. */
  create(upload: UploadRecord, key: string | null): Promise<UploadRecord>;
  get(id: string): Promise<UploadRecord | null>;
  /** By the token of either kind. */
  byToken(token: string): Promise<UploadRecord | null>;
  /** Newest first; `after` is the id of the last one of the page before. */
  page(query: UploadQuery): Promise<{ readonly uploads: readonly UploadRecord[]; readonly more: boolean }>;
  /** Uploads of the same content that were accepted, oldest first. */
  twins(scope: string, template: string, digest: string): Promise<readonly UploadRecord[]>;
  /** Changes it if it is in one of the states; false if it is not. */
  change(id: string, from: readonly string[], changes: UploadChanges): Promise<boolean>;
  /** Takes the address that takes the file, for as long as the lease is renewed; false if somebody else has it. */
  claimFile(id: string, from: readonly string[], changes: UploadChanges, now: string): Promise<boolean>;

  /** Appends to what a part holds. */
  addChunk(id: string, part: number, sequence: number, chunk: UploadChunk): Promise<void>;
  /** Forgets what the parts hold, or what one of them holds. */
  dropChunks(id: string, part?: number): Promise<void>;
  chunks(id: string, part: number): AsyncIterable<Uint8Array>;
  /**
   * The parts of an upload, in place of all that it had, and its changes, in one go. TWIN: `unlessTwin`, and the same
   * content was accepted meanwhile and did not fail. MOVED: it is in none of the states.
   */
  accept(
    id: string,
    from: readonly string[],
    parts: readonly UploadPart[],
    changes: UploadChanges & { readonly digest: string },
    unlessTwin: boolean,
  ): Promise<'ACCEPTED' | 'TWIN' | 'MOVED'>;
  /** New content of a part, and what changes with it, in one go. */
  replacePart(id: string, part: number, chunks: readonly UploadChunk[], changes: PartChanges): Promise<void>;

  /**
   * Pieces of accepted parts in which a row carries one of the numbers: those of the newest upload first, in the order
   * of its parts. `from` is where to begin; that piece is given, too.
   */
  chunksWith(query: NumberQuery, page: { first: number; from: ChunkPlace | null }): Promise<readonly ChunkPlace[]>;
  chunk(place: ChunkPlace): Promise<Uint8Array | null>;
  /** How many rows carry each of the numbers; without those that none carries. */
  rowCounts(query: NumberQuery): Promise<readonly RowNumber[]>;
  /** Whether rows of the tenant carry numbers of the kind at all. */
  hasNumbers(query: Omit<NumberQuery, 'numbers'>, kind: NumberKind): Promise<boolean>;

  /**
   * Takes the next part that is READY, unless `most` of the tenant are under way or an answer of the tenant is lost:
   * the part, WAIT, or null if there is none to be sent.
   */
  claimPart(id: string, scope: string, most: number, changes: PartChanges): Promise<UploadPart | 'WAIT' | null>;
  changePart(id: string, part: number, from: readonly PartState[], changes: PartChanges): Promise<boolean>;
  /** Parts of a tenant in a state, those that were sent first first. */
  partsIn(
    scope: string,
    states: readonly PartState[],
  ): Promise<readonly (UploadPart & { readonly uploadId: string })[]>;
  /** Which of these request ids belong to parts of the tenant. */
  knownRequests(scope: string, ids: readonly number[]): Promise<ReadonlySet<number>>;

  replaceErrors(id: string, errors: readonly UploadRowError[]): Promise<void>;
  /** In the order of the file; `after` is the place of the last one of the page before. */
  errors(id: string, first: number, after: number | null): Promise<readonly PlacedError[]>;
  /** Those of some lines of a part. */
  errorsAt(id: string, part: number, lines: readonly number[]): Promise<readonly PlacedError[]>;
  countErrors(id: string): Promise<ReadonlyMap<number, number>>;
}

export interface PlacedError extends UploadRowError {
  readonly place: number;
}

/** Where a piece of a part is. */
export interface ChunkPlace {
  readonly uploadId: string;
  readonly part: number;
  readonly sequence: number;
}

export interface NumberQuery {
  readonly scope: string;
  /** Uploads that ended before this instant count as forgotten. */
  readonly endedAfter: string;
  readonly numbers: Readonly<Record<NumberKind, readonly string[]>>;
}

export interface UploadQuery {
  readonly scope: string;
  readonly states: readonly string[] | null;
  readonly first: number;
  readonly after: string | null;
}

export type UploadChanges = Partial<Omit<UploadRecord, 'id' | 'scope' | 'parts' | 'createdAt' | 'readToken'>>;
export type PartChanges = Partial<Omit<UploadPart, 'number'>>;
