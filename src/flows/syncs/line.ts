import type { SyncRun } from '../../domain/syncs/model.js';
import type { WaitingLine } from '../../domain/syncs/ports.js';
import { SYNC_TASK } from '../../domain/syncs/procedure.js';
import type { Clock } from '../../kernel/clock.js';
import type { Logger } from '../../kernel/logger.js';
import type { TaskStarter } from '../../kernel/writing/durable-task.js';
import type { NotedRun, Wanted } from './noted-runs.js';

export interface LineOptions {
  readonly tasks: TaskStarter;
  readonly noted: (wanted: Wanted) => Promise<readonly NotedRun[]>;
  /** How many runs this process carries on at a time, without those that wait for a system. */
  readonly atOnce: number;
  /** How long after a sale was noted whoever noted it may still be telling it. */
  readonly tellingMs: number;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
}

// A system that is away must neither keep runs of the others from beginning nor fill the memory.
const RESTING_FOR_EACH = 16;
const ENTRY_MS = 30_000;

/**
 * Noted runs wait in the store and not in memory: a process begins as many as it has room for, the oldest first, and the next ones as
 * those end. A run that waits for another one of its writer is not begun before it, so that none is waited for that has no room.
 */
export class Line implements WaitingLine {
  readonly #options: LineOptions;
  readonly #carried = new Set<string>();
  readonly #resting = new Set<string>();
  /** Begun and not heard of yet, and since when: with some of them another process was faster. */
  readonly #entering = new Map<string, number>();
  /** For room, or because they could not be begun. */
  #someWait = false;
  #filling = false;

  constructor(options: LineOptions) {
    this.#options = options;
  }

  join({ id, kind }: Pick<SyncRun, 'id' | 'kind'>): Promise<void> {
    return this.#orLater(async () => {
      const takesRoom = kind !== 'BACKFILL';
      if (takesRoom && this.#someWait) await this.#goOn();
      // Who came before is first; a whole of parts takes no room.
      if (takesRoom && (this.#someWait || this.#room() <= 0)) this.#someWait = true;
      else await this.#begin(await this.#options.noted({ id, minAgeMs: 0, minSaleAgeMs: 0, most: 1 }));
    });
  }

  carries({ id, kind }: Pick<SyncRun, 'id' | 'kind'>): void {
    this.#entering.delete(id);
    this.#resting.delete(id);
    if (kind !== 'BACKFILL') this.#carried.add(id);
  }

  async rests(id: string): Promise<void> {
    if (!this.#carried.delete(id)) return;
    this.#resting.add(id);
    await this.#orLater(() => this.#goOn());
  }

  leaves({ id, writerKey }: Pick<SyncRun, 'id' | 'writerKey'>): Promise<void> {
    for (const place of [this.#carried, this.#resting, this.#entering]) place.delete(id);
    const { noted, tellingMs } = this.#options;
    return this.#orLater(async () => {
      if (writerKey !== null)
        await this.#begin(await noted({ writerKey, minAgeMs: 0, minSaleAgeMs: tellingMs, most: 1 }));
      await this.#goOn();
    });
  }

  /**
   * Begins what was noted at least so long ago, and whatever could not be begun here before, as far as there is room; how many that
   * were. It throws what fails: whoever looks does so again and again.
   */
  look(minAgeMs: number): Promise<number> {
    return this.#fill(this.#someWait ? 0 : minAgeMs, minAgeMs);
  }

  async #fill(minAgeMs: number, minSaleAgeMs: number): Promise<number> {
    let begun = 0;
    try {
      for (let room = this.#room(); room > 0; room = this.#room()) {
        if (minAgeMs === 0) this.#someWait = false;
        const noted = await this.#options.noted({ minAgeMs, minSaleAgeMs, most: room });
        await this.#begin(noted);
        begun += noted.length;
        if (noted.length < room) return begun;
      }
    } catch (error) {
      this.#someWait = true;
      throw error;
    }
    this.#someWait = true;
    return begun;
  }

  /** Many at once: the question costs more the more of them wait. */
  async #goOn(): Promise<void> {
    const { atOnce, tellingMs } = this.#options;
    if (!this.#someWait || this.#filling || this.#room() < atOnce / 2) return;
    this.#filling = true;
    try {
      await this.#fill(0, tellingMs);
    } finally {
      this.#filling = false;
    }
  }

  /** What cannot be begun waits as if there were no room. */
  async #orLater(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#someWait = true;
      this.#options.log.warn({ err: error }, 'runs that were noted could not be begun: they are looked for again');
    }
  }

  /** One that cannot be begun keeps no other one from it. */
  async #begin(runs: readonly NotedRun[]): Promise<void> {
    const failures: unknown[] = [];
    for (const { id, kind, attempt } of runs) {
      if (kind !== 'BACKFILL') this.#entering.set(id, this.#options.clock.now());
      try {
        await this.#options.tasks.start(SYNC_TASK, id, attempt);
      } catch (error) {
        this.#entering.delete(id);
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  #room(): number {
    const { atOnce, clock } = this.#options;
    for (const [id, since] of this.#entering) if (since < clock.now() - ENTRY_MS) this.#entering.delete(id);
    const begun = this.#carried.size + this.#entering.size;
    return Math.min(atOnce - begun, atOnce * (1 + RESTING_FOR_EACH) - begun - this.#resting.size);
  }
}
