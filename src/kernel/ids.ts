import { monotonicFactory } from 'ulid';

/** Makes ids that nobody else makes; sortable by time within a process. */
export interface IdSource {
  next(): string;
}

const monotonic = monotonicFactory();

export const ulids: IdSource = { next: () => monotonic() };
