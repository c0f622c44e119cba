import type { EventName } from '../../events/model.js';
import type { TargetStep } from '../model.js';

/** What a system is to tell of unasked, and where. */
export interface Announcement {
  readonly event: EventName;
  /** Of the gateway. */
  readonly address: string;
  /** The flows that wait for it; where there are none it is to be told no more. */
  readonly flows: readonly string[];
}

/** A system that can be set up to tell of what happens. It takes down what it set up, and nothing else. */
export interface Announcer {
  /**
   * What is left to be done until exactly this is told, by what is there now; empty when it is. Changes nothing. Throws a
   * Refusal for what a person has to do first.
   */
  stepsFor(announcement: Announcement): Promise<readonly TargetStep[]>;
  /** Does one of these steps, the first that is left; safe to be repeated. */
  carryOut(announcement: Announcement, step: TargetStep): Promise<void>;
}
