import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../sandbox-kit/definition.js';
import { said } from './access.js';

const BASE = '/api/integration';
const DAY_MS = 86_400_000;

const REPORTS = [
  { id: 7_101, rep_name: 'Revenue Waterfall', file_name: 'revenue_waterfall_7101.csv', category: 'Accounting' },
  { id: 7_102, rep_name: 'Unreleased Revenue', file_name: 'unreleased_revenue_7102.csv', category: 'Revenue' },
] as const;

/** https://developer.zuora.com/other-api/revenue/tag/Reports: two reports, of yesterday and of today. */
export function reportRoutes(app: FastifyInstance, now: () => number, url: () => string): void {
  const listed = () =>
    REPORTS.map((report, at) => ({
      ...report,
      rep_desc: `${report.rep_name} by revenue contract`,
      layout_name: 'Default',
      status: 'Completed',
      report_date: new Date(now() - (REPORTS.length - 1 - at) * DAY_MS).toISOString(),
    }));

  app.get<{ Querystring: { createddate?: string } }>(`${BASE}/v1/reports/list`, async ({ query }) => {
    const { createddate: day } = query;
    if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Refusal(said(400, 'Invalid date format'));
    const Result = listed().filter(({ report_date }) => day === undefined || report_date.startsWith(day));
    return { status: 'Success', Message: '', Result };
  });
  app.get<{ Params: { file: string } }>(`${BASE}/v1/reports/download/:file`, async ({ params }, reply) => {
    const report = REPORTS.find(({ file_name }) => file_name === params.file);
    if (!report) return reply.code(204).send();
    return reply.type('application/octet-stream').send(Buffer.from(`"Report"\n"${report.rep_name}"\n`));
  });
  app.get<{ Params: { id: string } }>(`${BASE}/v2/reports/signedurl/:id`, async ({ params }) => {
    const report = REPORTS.find(({ id }) => String(id) === params.id);
    if (!report) throw new Refusal(said(404, 'The report ID is not found'));
    return { success: true, signed_url: `${url()}/signed/${report.file_name}?expires=${now() + 30 * 60_000}` };
  });
}
