import { createHash } from 'node:crypto';
import { z } from 'zod';
import { InvalidCursor, InvalidInput } from '../../../kernel/errors.js';
import { type RowSpool, TooManyRows } from '../../../kernel/reading/row-spool.js';
import { SpoolShelf } from '../../../kernel/reading/spool-shelf.js';
import { type Connection, connection } from '../../../schema-kit/connection.js';
import type { UpstreamKit } from '../../contract.js';
import type { ZuoraClient } from '../client.js';
import type { ZuoraBillingSettings } from '../config.js';
import { type MetricWindow, metricRows } from './metric-rows.js';
import type { MetricStream } from './metric-streams.js';

const FRESH_MS = 60_000;
const KEPT_MS = 600_000;
const MEBIBYTE = 1_048_576;
const MOST_BYTES = 1_024 * MEBIBYTE;
const MOST_BYTES_TOGETHER = 2_048 * MEBIBYTE;
const ROWS_A_LOOK = 1_000;

/** Which answer, which place in it, and a digest of everything before that place. */
const Place = z.tuple([z.string(), z.string(), z.int().min(1), z.string()]);

export interface MetricPage {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/**
 * Charge metrics in pages. Zuora has no pages of them: the whole answer is taken down once and read from there, and once
 * more when it is not kept any longer; a cursor then holds only if everything before it is the same again.
 */
export class ChargeMetrics {
  readonly #client: ZuoraClient;
  readonly #format: ZuoraBillingSettings['metricsFormat'];
  readonly #shelf: SpoolShelf;
  /** Digests of what lies before places that were asked for. */
  readonly #digests = new WeakMap<RowSpool, Map<number, string>>();

  constructor(client: ZuoraClient, { metricsFormat }: ZuoraBillingSettings, { clock, ids }: UpstreamKit) {
    this.#client = client;
    this.#format = metricsFormat;
    this.#shelf = new SpoolShelf({
      clock,
      ids,
      freshMs: FRESH_MS,
      keepMs: KEPT_MS,
      mostBytes: MOST_BYTES,
      mostBytesTogether: MOST_BYTES_TOGETHER,
    });
  }

  /** Throws InvalidCursor, InvalidInput for a window with too many rows, or UpstreamError. */
  async page<T>(
    stream: MetricStream<T>,
    window: MetricWindow,
    { first, after = null }: MetricPage,
    signal: AbortSignal,
  ): Promise<Connection<T>> {
    const key = fingerprint(stream, window);
    const place = after === null ? null : placeOf(key, after);
    const { id, spool } =
      (place && this.#shelf.kept(key, place.id)) ??
      (await this.#shelf.current(key, (filling) =>
        metricRows(this.#client, stream, window, { format: this.#format, signal: filling }),
      ));
    try {
      if (place) await this.#verify(spool, place, signal);
      const { rows, ends, more } = await spool.rows(place?.at ?? 0, first, signal);
      let digest = place?.digest ?? '';
      const edges = rows.map((row, index) => {
        digest = chained(digest, row);
        return { node: JSON.parse(row) as T, cursor: cursorOf([key, id, ends[index] ?? 0, digest]) };
      });
      this.#note(spool, ends.at(-1), digest);
      return connection(edges, { hasNextPage: more, after });
    } catch (error) {
      if (!(error instanceof TooManyRows)) throw error;
      throw new InvalidInput('There are too many rows between these times: ask for a shorter span.');
    }
  }

  close(): Promise<void> {
    return this.#shelf.close();
  }

  /** Throws InvalidCursor unless the rows before the place are those that the cursor was made behind. */
  async #verify(spool: RowSpool, { at, digest }: { at: number; digest: string }, signal: AbortSignal): Promise<void> {
    const known = this.#digests.get(spool) ?? new Map<number, string>();
    let here = Math.max(0, ...[...known.keys()].filter((each) => each <= at));
    let sofar = known.get(here) ?? '';
    while (here < at) {
      const { rows, ends } = await spool.rows(here, ROWS_A_LOOK, signal);
      if (rows.length === 0) throw changed();
      for (const [index, row] of rows.entries()) {
        if (here >= at) break;
        sofar = chained(sofar, row);
        here = ends[index] ?? here;
      }
    }
    if (here !== at || sofar !== digest) throw changed();
    this.#note(spool, at, digest);
  }

  #note(spool: RowSpool, at: number | undefined, digest: string): void {
    if (at === undefined) return;
    const known = this.#digests.get(spool) ?? new Map<number, string>();
    this.#digests.set(spool, known.set(at, digest));
  }
}

function changed(): InvalidCursor {
  return new InvalidCursor(
    'The rows before this cursor have changed, or it belongs to another list: start again without "after".',
  );
}

function chained(before: string, row: string): string {
  return createHash('sha256').update(before).update(row).digest('base64url').slice(0, 16);
}

function fingerprint(stream: MetricStream<unknown>, { from, to }: MetricWindow): string {
  return chained(stream.operation, `${from} ${to}`);
}

function cursorOf(place: z.infer<typeof Place>): string {
  return Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');
}

function placeOf(key: string, cursor: string): { id: string; at: number; digest: string } {
  const parsed = Place.safeParse(jsonOf(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success || parsed.data[0] !== key) throw new InvalidCursor();
  const [, id, at, digest] = parsed.data;
  return { id, at, digest };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
