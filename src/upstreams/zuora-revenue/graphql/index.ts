import type { UpstreamSchema } from '../../contract.js';
import { REPORT_PREFIX } from '../names.js';
import { readReports } from '../reading/reports.js';
import { zuoraRevenue } from '../session.js';
import { RevenueJobResolver } from './job.resolver.js';
import { RevenueReportResolver } from './report.resolver.js';
import { toReport } from './report.type.js';

/** What Zuora Revenue adds to the GraphQL schema. */
export const schema: UpstreamSchema = {
  resolvers: [RevenueReportResolver, RevenueJobResolver],
  nodes: [
    {
      type: 'RevenueReport',
      prefix: REPORT_PREFIX,
      load: async (id, context) => {
        const { client, signal } = context.session(zuoraRevenue);
        const found = (await readReports(client, null, signal)).find(({ reportId }) => String(reportId) === id);
        return found ? toReport(found) : null;
      },
    },
  ],
};
