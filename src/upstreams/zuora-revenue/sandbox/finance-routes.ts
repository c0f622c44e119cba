import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../sandbox-kit/definition.js';
import { said } from './access.js';

const BASE = '/api/integration';
const VIEW = 'RPRO_BI3_RC_LNS_V';
const ROWS = 12_345;
const ENTRIES = 2_500;
const COLUMNS = [
  { column_name: 'RC_ID', data_type: 'NUMBER', data_length: 22, data_precision: '', data_scale: '0' },
  { column_name: 'SO_LINE_ID', data_type: 'VARCHAR2', data_length: 240, data_precision: '', data_scale: '' },
  { column_name: 'EXT_SLL_PRC', data_type: 'NUMBER', data_length: 22, data_precision: '', data_scale: '' },
];
const FIRST_BATCHES = [
  { id: 10_043, name: 'FEB-26 Transfer', status: 'Ready to Transfer' },
  { id: 10_044, name: 'MAR-26 Transfer', status: 'Ready to Transfer' },
];

/** https://developer.zuora.com/other-api/revenue/tag/Transfer-Accounting and BI-Views-v2 */
export function financeRoutes(app: FastifyInstance, now: () => number): { reset: () => void } {
  let transferred = new Set<number>();
  let looks = 0;
  const ready = () => FIRST_BATCHES.filter(({ id }) => !transferred.has(id));

  app.get(`${BASE}/v1/journal/list`, async (_request, reply) => {
    if (ready().length === 0) return reply.code(204).send();
    const at = new Date(now()).toISOString();
    const who = { crtd_by: 'SYSADMIN', crtd_dt: at, updt_by: 'SYSADMIN', updt_dt: at, client_id: 1, report_id: 10_003 };
    return { status: 'Success', result: ready().map((batch) => ({ ...batch, ...who })) };
  });
  app.get<{ Params: { id: string; page: string }; Querystring: { pagesize?: string } }>(
    `${BASE}/v1/journal/batch/:id/:page`,
    async ({ params, query }) => {
      const size = Number(query.pagesize ?? 1_000);
      const first = (Number(params.page) - 1) * size;
      const length = Math.max(0, Math.min(size, ENTRIES - first));
      const Result = Array.from({ length }, (_, at) => ({
        BATCH_ID: Number(params.id),
        ENTRY: first + at + 1,
        DEBIT: '10.00',
      }));
      return { status: 'Success', Result };
    },
  );
  app.put<{ Params: { id: string } }>(`${BASE}/v1/journal/batch/status/:id`, async ({ params }) => {
    const id = Number(params.id);
    if (!ready().some((batch) => batch.id === id)) {
      throw new Refusal(said(400, 'Only the batch in Ready To Transfer status can be updated'));
    }
    transferred.add(id);
    return { status: 'Success' };
  });

  app.get<{ Params: { view: string } }>(`${BASE}/v2/biviews/:view/describe-columns`, async ({ params }) => {
    if (params.view !== VIEW) throw new Refusal(said(400, 'The BI view does not exist'));
    return COLUMNS;
  });
  app.get<{ Params: { view: string } }>(`${BASE}/v2/biviews/count/:view`, async ({ params }) => {
    if (params.view !== VIEW) throw new Refusal(said(400, 'The BI view does not exist'));
    return { count: ROWS };
  });
  app.get<{ Params: { view: string }; Querystring: { pagenum?: string; pageSize?: string } }>(
    `${BASE}/v2/biviews/:view`,
    async ({ params, query, headers }, reply) => {
      if (params.view !== VIEW) throw new Refusal(said(400, 'The BI view does not exist'));
      const [page, size] = [Number(query.pagenum ?? 1), Number(query.pageSize ?? 1_000)];
      const token = `bi-${params.view}`;
      if (page > 1 && headers['continuation-token'] !== token)
        throw new Refusal(said(400, 'Continuation token is missing'));
      if (page > 1 && looks++ === 0) throw new Refusal(said(400, 'The requested page is not cached yet'));
      const first = (page - 1) * size;
      if (first >= ROWS) throw new Refusal(said(404, `Total pages: ${Math.ceil(ROWS / size)}, total rows: ${ROWS}`));
      const rows = Array.from(
        { length: Math.min(size, ROWS - first) },
        (_, at) => `${first + at + 1},SO-${first + at},10`,
      );
      const header = COLUMNS.map(({ column_name }) => column_name).join(',');
      return reply
        .header('continuation-token', token)
        .type('text/csv; charset=utf-8')
        .send(`${[header, ...rows].join('\n')}\n`);
    },
  );
  return {
    reset: () => {
      transferred = new Set();
      looks = 0;
    },
  };
}
