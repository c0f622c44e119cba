import { addMonths } from './plain-dates.js';
import type { SubscriptionStory } from './stories.js';

/** The dates of a subscription as of its latest version. Null where the status has not reached them. */
export interface Term {
  readonly contractEffective: string | null;
  readonly serviceActivation: string | null;
  readonly acceptance: string | null;
  readonly start: string | null;
  /** Null for evergreen subscriptions that nobody has cancelled. */
  readonly end: string | null;
}

export function termOf(story: SubscriptionStory): Term {
  const { status, start, termMonths, renewals } = story;
  if (status === 'Draft') {
    return { contractEffective: null, serviceActivation: null, acceptance: null, start: null, end: null };
  }
  const termStart = addMonths(start, termMonths * renewals);
  const termEnd = story.evergreen ? null : addMonths(termStart, termMonths);
  return {
    contractEffective: start,
    serviceActivation: status === 'Pending Activation' ? null : start,
    acceptance: status === 'Pending Activation' || status === 'Pending Acceptance' ? null : start,
    start: story.cancelledOn === null ? termStart : start,
    end: story.cancelledOn ?? termEnd,
  };
}
