import type { Admission, Lane } from './lanes.js';

/** What is there before all of the work is done. */
export interface Early<T> {
  readonly value: T;
  /** Resolves when the rest is done, whatever became of it. */
  readonly ended: Promise<void>;
}

/** Gives the value as soon as it is there, and keeps the turn until the rest of the work is done. */
export function keepTurn<T>(
  { admission, lane, signal }: { admission: Admission; lane: Lane; signal: AbortSignal },
  work: () => Promise<Early<T>>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const turn = async () => {
      const { value, ended } = await work();
      resolve(value);
      await ended;
    };
    admission.run(lane, turn, signal).catch(reject);
  });
}
