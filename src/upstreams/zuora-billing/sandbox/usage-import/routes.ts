import { hash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CATEGORY, refuseV1 } from '../access/errors.js';
import { type Fields, Usages } from '../crud/usages.js';
import type { RecordEditor } from '../state/editor.js';
import type { Store } from '../state/store.js';

const MOST_BYTES = 4 * 1024 * 1024;
const MOST_NAME = 50;
const REQUIRED = ['ACCOUNT_ID', 'UOM', 'QTY', 'STARTDATE', 'ENDDATE'];

interface Import {
  /** How often it still answers that it is at it. */
  polls: number;
  readonly importStatus: 'Completed' | 'Failed';
  readonly message: string;
}

/**
 * Usage files of a user whose locale is en_US. The rows are imported when the file is taken, all or none; the status says
 * so only to those who ask often enough. https://developer.zuora.com/v1-api-reference/api/operation/POST_Usage/
 */
export function usageImportRoutes(
  app: FastifyInstance,
  store: Store,
  edit: RecordEditor,
  polls: number,
): { reset(): void } {
  const imports = new Map<string, Import>();
  const usages = new Usages(store, edit);
  app.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  app.post('/v1/usage', async (request) => {
    const { name, text, size } = await fileOf(request);
    const id = hash('md5', `${store.seed.scenario.seed} import ${imports.size}`);
    imports.set(id, { polls: polls + 1, ...importRows(rowsOf(request, text), { importId: id, fileName: name }) });
    return { checkImportStatus: `/v1/usage/${id}/status`, size, success: true };
  });

  app.get<{ Params: { id: string } }>('/v1/usage/:id/status', async (request) => {
    const found = imports.get(request.params.id);
    if (!found) throw refuseV1(request, CATEGORY.notFound, `Cannot find entity by key: '${request.params.id}'.`);
    if (found.polls > 0) {
      found.polls -= 1;
      return { importStatus: found.polls === polls ? 'Pending' : 'Processing', message: null, success: true };
    }
    return { importStatus: found.importStatus, message: found.message, success: true };
  });

  function importRows(rows: readonly Record<string, string>[], file: { importId: string; fileName: string }) {
    const made: string[] = [];
    for (const [at, row] of rows.entries()) {
      const record = usages.create(usageOf(row));
      if ('Code' in record) {
        for (const id of made) edit.remove('usage', id);
        return { importStatus: 'Failed' as const, message: `Row ${at + 2}: ${String(record.Message)}` };
      }
      made.push(record.id);
      edit.update('usage', record.id, { ...file, sourceType: 'Import' });
    }
    return { importStatus: 'Completed' as const, message: `${made.length} records were imported.` };
  }

  return { reset: () => imports.clear() };
}

async function fileOf(request: FastifyRequest): Promise<{ name: string; text: string; size: number }> {
  const headers = { 'content-type': String(request.headers['content-type']) };
  const form = Buffer.isBuffer(request.body)
    ? await new Response(new Uint8Array(request.body), { headers }).formData()
    : null;
  const file = form?.get('file');
  if (!(file instanceof File)) throw refuseV1(request, CATEGORY.missingField, 'Missing required value: file');
  if (!/\.(csv|xls|zip)$/.test(file.name) || file.name.length > MOST_NAME) {
    throw refuseV1(
      request,
      CATEGORY.invalidValue,
      'The name of the file must end in .csv and not exceed 50 characters.',
    );
  }
  if (file.size > MOST_BYTES)
    throw refuseV1(request, CATEGORY.invalidValue, 'The size of the file must not exceed 4MB.');
  return { name: file.name, text: await file.text(), size: file.size };
}

function rowsOf(request: FastifyRequest, text: string): Record<string, string>[] {
  const rows: Record<string, string>[] = parse(text, { columns: true, skip_empty_lines: true });
  const missing = REQUIRED.find((name) => !(name in (rows[0] ?? {})));
  if (missing) throw refuseV1(request, CATEGORY.missingField, `The column ${missing} is missing.`);
  return rows;
}

function usageOf(row: Readonly<Record<string, string>>): Fields {
  return {
    AccountNumber: row.ACCOUNT_ID,
    UOM: row.UOM,
    Quantity: row.QTY,
    StartDateTime: instant(row.STARTDATE),
    ...(row.ENDDATE && { EndDateTime: instant(row.ENDDATE) }),
    ...(row.SUBSCRIPTION_ID && { SubscriptionNumber: row.SUBSCRIPTION_ID }),
    ...(row.CHARGE_ID && { ChargeNumber: row.CHARGE_ID }),
    ...(row.DESCRIPTION && { Description: row.DESCRIPTION }),
    ...(row.UNIQUE_KEY && { UniqueKey: row.UNIQUE_KEY }),
  };
}

/** Midnight at UTC, for simplicity; what is no day is left as it is, and refused. */
function instant(text: string | undefined): string {
  const [, month, day, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text ?? '') ?? [];
  return year === undefined ? `no day: ${text}` : `${year}-${month}-${day}T00:00:00.000Z`;
}
