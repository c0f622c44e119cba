import { monotonicFactory } from 'ulid';

/** Makes ids that nobody else makes; sortable by time within a process. */
export interface IdSource {
  next(): string;
}

// Drawn in bulk: the generator of the system costs the same for one byte and for thousands.
const drawn = new Uint8Array(4_096);
let left = 0;
function random(): number {
  if (left === 0) {
    crypto.getRandomValues(drawn);
    left = drawn.length;
  }
  left -= 1;
  return (drawn[left] ?? 0) / 256;
}

const monotonic = monotonicFactory(random);

export const ulids: IdSource = { next: () => monotonic() };
