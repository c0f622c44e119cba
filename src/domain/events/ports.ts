import type { ConnectionKey } from '../connections/key.js';
import type { EventName, Findings } from './model.js';

/** What a system says of what happened when it is asked: how changes are found of which nobody told. */
export interface EventStream {
  /** Stored with its bookmark: never changed. */
  readonly name: string;
  /** What it finds. */
  readonly events: readonly EventName[];
  /**
   * What happened from a moment on, page by page; its last instant is read again, for not all of it may have been there. Each
   * page has the bookmark of how far was read: a text of the stream's own.
   * @throws UpstreamError
   */
  read(from: string, reading: StreamReading): AsyncIterable<EventPage>;
  /** The bookmark of a moment, milliseconds since the epoch. */
  at(moment: number): string;
}

export interface StreamReading {
  /** Where the system sends what it tells unasked. */
  readonly webhookAddress: string;
  readonly signal: AbortSignal;
}

export interface EventPage {
  readonly findings: Findings;
  readonly bookmark: string;
}

/** How far streams have been read. */
export interface Bookmarks {
  /**
   * The bookmark, for one process alone: null if somebody has taken it since `before`. Of a stream that was never read it is
   * `first`.
   */
  take(
    stream: StreamKey,
    asked: { readonly now: number; readonly before: number; readonly first: string },
  ): Promise<string | null>;
  /** Moves it on. */
  put(stream: StreamKey, bookmark: string): Promise<void>;
}

export interface StreamKey {
  readonly connection: ConnectionKey;
  readonly stream: string;
}
