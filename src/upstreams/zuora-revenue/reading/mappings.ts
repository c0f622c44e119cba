import { UpstreamError } from '../../../kernel/errors.js';
import type { Lane } from '../../../kernel/http/lanes.js';
import type { RevenueClient } from '../client.js';
import type { ColumnType, UploadTemplate } from '../model.js';
import { MappingAnswer } from '../wire.js';

/** The columns of a template; null if there is no template of this name. */
export async function readTemplate(
  client: RevenueClient,
  name: string,
  { signal, lane = 'interactive' }: { signal: AbortSignal; lane?: Lane },
): Promise<UploadTemplate | null> {
  const call = { operation: 'getFieldMapping', path: '/v1/upload/mapping', query: { templatename: name } };
  const answer = await client.find({ ...call, schema: MappingAnswer, signal, lane }).catch((error: unknown) => {
    // 400, "error fetching the mapping details", is all that is said of a name that does not exist.
    if (error instanceof UpstreamError && error.code === 'UPSTREAM_REJECTED') return null;
    throw error;
  });
  if (answer === null || answer.Mapping.length === 0) return null;
  const columns = answer.Mapping.map((column, at) => ({ ...column, seq: column.seq ?? at + 1 }))
    .sort((one, other) => one.seq - other.seq)
    .map(({ label, col_name, data_type }) => ({
      label: label.trim(),
      field: col_name.trim().toUpperCase(),
      type: typeOf(data_type ?? ''),
    }));
  return { name, dateFormat: answer.Dateformat?.trim() || null, columns };
}

/** Types of Oracle columns, in words of ours. */
function typeOf(type: string): ColumnType {
  if (/num|int|dec|float/i.test(type)) return 'NUMBER';
  return /date|time/i.test(type) ? 'DATE' : 'TEXT';
}
