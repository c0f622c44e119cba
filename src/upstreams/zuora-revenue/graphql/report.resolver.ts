import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Needs } from '../../../schema-kit/access.js';
import type { RequestContext } from '../../../schema-kit/context.js';
import { DateScalar, UrlScalar } from '../../../schema-kit/scalars.js';
import type { RevenueReport } from '../model.js';
import { readTemplate } from '../reading/mappings.js';
import { readReports, readReportUrl } from '../reading/reports.js';
import { zuoraRevenue } from '../session.js';
import { rowsPerUpload } from '../uploads/desk.js';
import { RevenueReportType, toReport } from './report.type.js';
import { RevenueUploadTemplateType } from './template.type.js';

@Resolver(() => RevenueReportType)
export class RevenueReportResolver {
  @Needs('read')
  @Query(() => [RevenueReportType], { description: 'The reports that Zuora Revenue has made.' })
  async revenueReports(
    @Arg('createdOn', () => DateScalar, { nullable: true, description: 'Only those that were made on this day.' })
    createdOn: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<RevenueReportType[]> {
    const { client, signal } = context.session(zuoraRevenue);
    return (await readReports(client, createdOn ?? null, signal)).map(toReport);
  }

  @FieldResolver(() => UrlScalar, {
    nullable: true,
    description: 'An address that opens its file, for thirty minutes and to whoever has it. A call for each report.',
  })
  signedUrl(@Root() { reportId }: RevenueReport, @Ctx() context: RequestContext): Promise<string | null> {
    const { client, signal } = context.session(zuoraRevenue);
    return readReportUrl(client, reportId, signal);
  }

  @Needs('read')
  @Query(() => RevenueUploadTemplateType, {
    nullable: true,
    description: 'The columns that an upload template takes; null if there is no template of this name.',
  })
  async revenueUploadTemplate(
    @Arg('name', () => String, { description: 'The name of the template, exactly as it was made.' }) name: string,
    @Ctx() context: RequestContext,
  ): Promise<RevenueUploadTemplateType | null> {
    const { client, settings, signal } = context.session(zuoraRevenue);
    const template = await readTemplate(client, name, { signal });
    return template && { ...template, rowsPerUpload: rowsPerUpload(settings) };
  }
}
