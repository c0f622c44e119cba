import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../../sandbox-kit/definition.js';
import { said } from './access.js';
import { TEMPLATES, templateOf } from './templates.js';
import type { StagedRow, Tenant } from './tenant.js';

const BASE = '/api/integration/v1';
const MOST_LINES = 20_000;
const MOST_AT_ONCE = 2;
const MEGABYTE = 1_048_576;
const CLIENT_ID = 1;

/** https://developer.zuora.com/other-api/revenue/tag/Inbound, Adapter and Stage-Error */
export function uploadRoutes(app: FastifyInstance, tenant: Tenant, limits: boolean): void {
  app.addContentTypeParser('text/plain', { parseAs: 'string', bodyLimit: 64 * MEGABYTE }, (_request, body, done) =>
    done(null, body),
  );

  app.get<{ Querystring: { templatename?: string } }>(`${BASE}/upload/mapping`, async ({ query }) => {
    const template = query.templatename === undefined ? TEMPLATES[0] : templateOf(query.templatename);
    if (!template) throw new Refusal(said(400, 'Error fetching the mapping details'));
    return {
      Dateformat: template.dateFormat,
      Mapping: template.columns.map(({ label, field, type }, at) => ({
        client_id: CLIENT_ID,
        id: template.id * 1_000 + at,
        upload_id: template.id,
        seq: at + 1,
        label,
        col_name: field,
        data_type: type,
      })),
    };
  });

  app.post(`${BASE}/csv/upload`, { bodyLimit: 64 * MEGABYTE }, async (request) => {
    const template = templateOf(header(request, 'templatename'));
    const fileName = header(request, 'filename');
    const csv = typeof request.body === 'string' ? request.body : '';
    if (!template) throw refused('The template does not exist');
    if (!fileName) throw refused('The file name is missing');
    if (tenant.uploads.some((upload) => upload.fileName === fileName)) throw refused('The file name is not unique');
    if (lines(csv) > MOST_LINES) throw refused(`More than ${MOST_LINES} lines`);
    if (limits && tenant.underWay >= MOST_AT_ONCE) {
      throw new Refusal({ ...said(429, 'Two uploads are under way'), headers: { 'retry-after': '1' } });
    }
    const { id } = tenant.upload(template, fileName, csv);
    const result = { id, client_id: CLIENT_ID, status: 'Success', message: 'Data Received' };
    return { status: 'Success', message: 'Data Staged Successfully', result };
  });

  app.get<{ Querystring: { id?: string } }>(`${BASE}/csv/upload/status`, async ({ query }) => {
    const found = tenant.status(Number(query.id));
    if (!found) throw new Refusal({ status: 400, body: { status: 'Error', message: 'No data found', Result: '' } });
    return { status: 'Success', result: { id: Number(query.id), client_id: CLIENT_ID, ...found } };
  });

  app.get<{ Params: { type: string } }>(`${BASE}/stage/error/:type`, async ({ params }, reply) => {
    const { type } = params;
    const rows = tenant.rows.filter((row) => row.error !== null && row.kind === type);
    if (rows.length === 0) return reply.code(204).send();
    return { status: 'Success', Result: rows.map(errorBody) };
  });
}

function errorBody({ uploadId, kind, cells, error }: StagedRow) {
  const at = new Date(error?.at ?? 0).toISOString();
  return {
    id: error?.id,
    err_msg: error?.message,
    type: kind === 'event' ? 'EVENT' : (cells.TRAN_TYPE ?? ''),
    upload_id: String(uploadId),
    processed_flag: 'E',
    so_num: cells.SO_NUM ?? '',
    so_line_id: cells.SO_LINE_ID ?? '',
    so_line_num: cells.SO_LINE_NUM ?? '',
    inv_line_id: cells.INV_LINE_ID ?? '',
    inv_line_num: cells.INV_LINE_NUM ?? '',
    client_id: CLIENT_ID,
    sec_atr_val: '1',
    crtd_by: 'SYSADMIN',
    crtd_dt: at,
    updt_by: 'SYSADMIN',
    updt_dt: at,
  };
}

function refused(message: string): Refusal {
  const result = { id: 0, client_id: CLIENT_ID, status: 'Error', message };
  return new Refusal({
    status: 400,
    body: { status: 'Error', message: 'Error loading Data into Staging Area', result },
  });
}

function header({ headers }: FastifyRequest, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' ? value : null;
}

function lines(csv: string): number {
  let count = csv.endsWith('\n') || csv === '' ? 0 : 1;
  for (let at = csv.indexOf('\n'); at >= 0; at = csv.indexOf('\n', at + 1)) count += 1;
  return count;
}
