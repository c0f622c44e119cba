/** What was learned and cannot be asked for again; kept as long as the store. */
export interface KeptDocuments {
  /** Replaces what is kept under the key. `document` has to survive JSON. */
  put(place: DocumentPlace, key: string, document: unknown, now: number): Promise<void>;
  get(place: DocumentPlace, keys: readonly string[]): Promise<ReadonlyMap<string, KeptDocument>>;
}

export interface DocumentPlace {
  /** The system and tenant that it was learned from. */
  readonly scope: string;
  readonly kind: string;
}

export interface KeptDocument {
  readonly document: unknown;
  /** Milliseconds since the epoch. */
  readonly keptAt: number;
}
