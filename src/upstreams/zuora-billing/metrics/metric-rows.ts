import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import type { ZuoraClient } from '../client.js';
import { SYSTEM, TITLE } from '../names.js';
import type { MetricStream } from './metric-streams.js';
import { formatOf, MEDIA_TYPES, type RowFormat, rowsOf } from './row-formats.js';

/** Rows that were changed from one instant on and before another, as Zuora writes them. */
export interface MetricWindow {
  readonly from: string;
  readonly to: string;
}

// Nothing that arrives at all takes as long.
const LONGEST_MS = 1_800_000;

/**
 * The rows of a window as JSON of what is shown of them, as they arrive. Throws UpstreamError, also when the answer is
 * broken off or a row cannot be read: what ends without an error is whole.
 */
export async function* metricRows<T>(
  client: ZuoraClient,
  { operation, path, row }: MetricStream<T>,
  { from, to }: MetricWindow,
  { format, signal }: { format: RowFormat; signal: AbortSignal },
): AsyncGenerator<readonly string[]> {
  const tooLong = AbortSignal.timeout(LONGEST_MS);
  let read = 0;
  try {
    const { headers, body, mask } = await client.open({
      operation,
      path,
      query: [
        ['fromTimestamp', from],
        ['toTimestamp', to],
      ],
      accept: MEDIA_TYPES[format],
      announces: (head) => head.status === 200 && formatOf(head.headers) !== null,
      signal: AbortSignal.any([signal, tooLong]),
      lane: 'interactive',
    });
    for await (const rows of rowsOf(body, formatOf(headers) ?? format)) {
      yield rows.map((each) => {
        const shown = mask(JSON.stringify(row.parse(each)));
        read += 1;
        return shown;
      });
    }
  } catch (error) {
    if (error instanceof UpstreamError || signal.aborted) throw error;
    if (tooLong.aborted) {
      throw new UpstreamError(SYSTEM, 'UPSTREAM_TIMEOUT', `${TITLE} took half an hour over ${operation}.`);
    }
    throw new UpstreamError(
      SYSTEM,
      'UPSTREAM_INVALID_RESPONSE',
      `${TITLE} answered ${operation} with something that cannot be read after ${read} rows: ${reasonOf(error)}`,
      { retryable: false, ...(!quotes(error) && { cause: error }) },
    );
  }
}

/** Whether it may hold a piece of the row: what logs an error logs its causes, and of half a credential no mask knows. */
function quotes(error: unknown): boolean {
  return !(error instanceof z.ZodError || error instanceof TypeError);
}

/** Without values of the row: they may be anybody's. */
function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    return `${issue?.path.join('.')}: ${issue?.message}`;
  }
  if (error instanceof SyntaxError) return 'it is no JSON.';
  if (error instanceof RangeError) return `${error.message}.`;
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  return code?.startsWith('CSV_') ? `it is no CSV (${code}).` : 'it is no text.';
}
