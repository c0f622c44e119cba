import type { RevenueClient } from '../client.js';
import type { RevenueReport } from '../model.js';
import { ReportsAnswer, SignedUrlAnswer } from '../wire.js';

/** The reports that were made on a day, or all that there are. */
export async function readReports(
  client: RevenueClient,
  createdOn: string | null,
  signal: AbortSignal,
): Promise<readonly RevenueReport[]> {
  const answer = await client.find({
    operation: 'getReportList',
    path: '/v1/reports/list',
    ...(createdOn && { query: { createddate: createdOn } }),
    schema: ReportsAnswer,
    signal,
  });
  return (answer?.Result ?? []).map((report) => ({
    reportId: report.id,
    name: report.rep_name,
    description: report.rep_desc,
    fileName: report.file_name,
    layout: report.layout_name,
    category: report.category,
    status: report.status,
    reportDate: report.report_date,
  }));
}

/** An address that opens the report's file for thirty minutes to whoever has it. */
export async function readReportUrl(
  client: RevenueClient,
  reportId: number,
  signal: AbortSignal,
): Promise<string | null> {
  const call = {
    operation: 'getReportData',
    path: `/v2/reports/signedurl/${reportId}`,
    schema: SignedUrlAnswer,
    signal,
  };
  return (await client.find(call))?.signed_url ?? null;
}
