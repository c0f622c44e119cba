/** Work on one thing after another that outlives requests and processes. Where it stands is kept with the thing. */
export interface DurableTask {
  /** Stored with its runs: never changed. */
  readonly kind: string;
  /**
   * Takes the thing a step on; false when there is nothing left to do. Is called again after a crash, so it begins by
   * looking where the thing stands. What it throws is tried again later. `signal` fires when the process ends; `run` is what it was
   * started with.
   */
  advance(id: string, signal: AbortSignal, run: number): Promise<boolean>;
}

export interface TaskStarter {
  /** Starts the task of a kind on a thing. `run` makes it another run than the one before; the same one is started once. */
  start(kind: string, id: string, run: number): Promise<void>;
  /** Starts those that were never started; how many there were. */
  startMissing(kind: string, things: readonly { readonly id: string; readonly runs: number }[]): Promise<number>;
}
