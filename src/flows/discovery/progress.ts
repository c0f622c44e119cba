import type { Kysely, Selectable } from 'kysely';
import type { DiscoveryFailure } from '../../domain/identity/discovery-status.js';
import type { Database } from '../../store/schema.js';
import type { DiscoveryTable } from '../../store/tables/customers.js';

export type Progress = Selectable<DiscoveryTable>;

/** A page that was read and registered, and where to go on; `stream` null ends the run. */
export interface PageDone {
  readonly records: number;
  readonly created: number;
  readonly stream: string | null;
  readonly cursor: string | null;
}

/** Progress of a run as long as the run owns its system's row: one that was stopped or replaced writes nothing. */
export class RunProgress {
  constructor(
    readonly db: Kysely<Database>,
    readonly system: string,
    readonly runId: string,
  ) {}

  /** Null when the run is no longer the one to go on. */
  async read(): Promise<Progress | null> {
    const query = this.db.selectFrom('discovery').selectAll();
    const row = await query.where('system', '=', this.system).where('run_id', '=', this.runId).executeTakeFirst();
    return row?.state === 'RUNNING' ? row : null;
  }

  /** Goes on from `from`, unless somebody else did meanwhile. */
  async advance(from: Progress, done: PageDone, now: string): Promise<void> {
    const ended = done.stream === null ? { state: 'SUCCEEDED', finished_at: now, last_succeeded_at: now } : {};
    await this.#update({
      stream: done.stream,
      cursor: done.cursor,
      restarted: done.stream === from.stream && from.restarted,
      pages: from.pages + 1,
      records: from.records + done.records,
      created: from.created + done.created,
      failure_code: null,
      failure_message: null,
      ...ended,
    })
      .where('pages', '=', from.pages)
      .execute();
  }

  /** Begins the stream again, because its cursor is refused. */
  async restartStream(): Promise<void> {
    await this.#update({ cursor: null, restarted: true }).execute();
  }

  /** The page under way is tried again. */
  async note(failure: DiscoveryFailure): Promise<void> {
    await this.#update({ failure_code: failure.code, failure_message: failure.message }).execute();
  }

  async fail(failure: DiscoveryFailure, now: string): Promise<void> {
    await this.#update({
      state: 'FAILED',
      finished_at: now,
      failure_code: failure.code,
      failure_message: failure.message,
    }).execute();
  }

  #update(values: Partial<Omit<Progress, 'started_at' | 'finished_at' | 'last_succeeded_at'>> & EndTimes) {
    return this.db
      .updateTable('discovery')
      .set(values)
      .where('system', '=', this.system)
      .where('run_id', '=', this.runId)
      .where('state', '=', 'RUNNING');
  }
}

interface EndTimes {
  finished_at?: string;
  last_succeeded_at?: string;
}
