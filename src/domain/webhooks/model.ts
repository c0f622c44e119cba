import type { ConnectionKey } from '../connections/key.js';

/** A request that says of itself that it comes from a system. */
export interface RawDelivery {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Whether it does: a challenge asks for credentials that its sender holds back until it is asked. */
export type Verdict = 'GENUINE' | 'CHALLENGE' | 'FORGED';

/** What a delivery is about. A hint, no more: what it means is read from the system. */
export interface Hint {
  /** The same for every try to deliver the same thing, and for nothing else. */
  readonly key: string;
  /** What happened, in the system's words; null if it does not say. */
  readonly kind: string | null;
  /** Ids that it holds, by what they are to the system. */
  readonly ids: Readonly<Record<string, string>>;
}

/** PENDING waits for its turn; PROCESSING is under way; DEAD was given up and waits for a person. */
export const DELIVERY_STATES = ['PENDING', 'PROCESSING', 'DONE', 'DEAD'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A delivery as it is kept: what it is about, never what it holds. */
export interface Delivery extends Hint {
  readonly id: string;
  readonly connection: ConnectionKey;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** Milliseconds since the epoch, as all instants here. */
  readonly receivedAt: number;
  /** The span in which it came, as W3C Trace Context names it; null where nothing was traced. */
  readonly traceparent: string | null;
  readonly doneAt: number | null;
  /** Why the last try failed; of one that is done, what there was to it. */
  readonly note: string | null;
}
