import { UpstreamError } from '../../../kernel/errors.js';
import type { RevenueClient } from '../client.js';
import type { BiViewColumn } from '../model.js';
import { BiColumnsAnswer } from '../wire.js';

export interface BiViewQuery {
  readonly view: string;
  /** `2026-02-01T00:00:00`, as Zuora Revenue writes an instant without a zone. */
  readonly from: string;
  readonly to: string;
  /** Id of an application user of the tenant. */
  readonly clientId: number;
}

const PAGE_SIZE = 10_000;
// The first page of a large view is there long before the second one.
const NOT_READY_LOOKS = 60;

const parametersOf = ({ from, to, clientId }: BiViewQuery) => ({
  clientId: String(clientId),
  fromDate: from,
  toDate: to,
});

/** The columns of a view; null if there is no view of this name. */
export async function readBiColumns(
  client: RevenueClient,
  view: string,
  signal: AbortSignal,
): Promise<readonly BiViewColumn[] | null> {
  const path = `/v2/biviews/${encodeURIComponent(view)}/describe-columns`;
  try {
    const answer = await client.find({ operation: 'getColumnList', path, schema: BiColumnsAnswer, signal });
    return (answer ?? []).map(({ column_name, data_type }) => ({ name: column_name, type: data_type }));
  } catch (error) {
    if (error instanceof UpstreamError && error.code === 'UPSTREAM_REJECTED') return null;
    throw error;
  }
}

/** How many rows the view has in the time; null where the answer holds no number. A full scan of the view. */
export async function countBiRows(
  client: RevenueClient,
  query: BiViewQuery,
  signal: AbortSignal,
): Promise<number | null> {
  const path = `/v2/biviews/count/${encodeURIComponent(query.view)}`;
  const { body } = await client.answer({ operation: 'getRowCount', path, query: parametersOf(query), signal });
  // The reference shows no field of the answer.
  const found = typeof body === 'object' && body !== null ? Object.values(body).map(Number) : [];
  return found.find((value) => Number.isInteger(value)) ?? null;
}

/**
 * A view as CSV, a page of ten thousand rows at a time: the first page gives a continuation token, and the others come
 * with it. The header is there once.
 */
export async function* biViewCsv(
  client: RevenueClient,
  query: BiViewQuery,
  { signal, wait }: { signal: AbortSignal; wait: (look: number) => Promise<void> },
): AsyncGenerator<string> {
  let token: string | null = null;
  let header: string | null = null;
  for (let page = 1; ; page += 1) {
    const answer = await biPage(client, query, { page, token }, { signal, wait });
    if (answer === null || answer.text === '') return;
    token = answer.headers['continuation-token'] ?? token;
    const end = answer.text.indexOf('\n') + 1;
    const first = answer.text.slice(0, end);
    const rows = header !== null && first === header ? answer.text.slice(end) : answer.text;
    header ??= first;
    yield rows.endsWith('\n') ? rows : `${rows}\n`;
    if (token === null) return;
  }
}

async function biPage(
  client: RevenueClient,
  query: BiViewQuery,
  { page, token }: { page: number; token: string | null },
  { signal, wait }: { signal: AbortSignal; wait: (look: number) => Promise<void> },
) {
  for (let look = 0; ; look += 1) {
    try {
      const answer = await client.answer({
        operation: 'downloadBiView',
        path: `/v2/biviews/${encodeURIComponent(query.view)}`,
        query: { ...parametersOf(query), pagenum: String(page), pageSize: String(PAGE_SIZE), outputType: 'csv' },
        headers: { accept: 'text/csv', ...(token !== null && { 'continuation-token': token }) },
        lane: 'background',
        signal,
      });
      return answer.status === 204 ? null : answer;
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      // Behind the last page.
      if (error.code === 'UPSTREAM_NOT_FOUND' && page > 1) return null;
      const notReady = error.code === 'UPSTREAM_REJECTED' && page > 1 && /cache/i.test(error.message);
      if (!notReady || look >= NOT_READY_LOOKS) throw error;
      await wait(look);
    }
  }
}
