import { globalId } from '../../../schema-kit/global-id.js';
import type { UpstreamSchema } from '../../contract.js';
import { REPORT_PREFIX, UPLOAD_PREFIX } from '../names.js';
import { readReports } from '../reading/reports.js';
import { zuoraRevenue } from '../session.js';
import { RevenueCustomerFields } from './customer-rows/customer-rows.resolver.js';
import { RevenueFinanceResolver } from './finance.resolver.js';
import { RevenueJobResolver } from './job.resolver.js';
import { RevenueReportResolver } from './report.resolver.js';
import { toReport } from './report.type.js';
import { RevenueUploadResolver, uploadOf } from './upload.resolver.js';
import { RevenueUploadProgressResolver } from './upload-progress.resolver.js';

/** What Zuora Revenue adds to the GraphQL schema. */
export const schema: UpstreamSchema = {
  resolvers: [
    RevenueUploadResolver,
    RevenueUploadProgressResolver,
    RevenueReportResolver,
    RevenueJobResolver,
    RevenueFinanceResolver,
    RevenueCustomerFields,
  ],
  nodes: [
    {
      type: 'RevenueUpload',
      prefix: UPLOAD_PREFIX,
      load: (key, context) => uploadOf(context.session(zuoraRevenue).desk, globalId(UPLOAD_PREFIX, key)),
    },
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
