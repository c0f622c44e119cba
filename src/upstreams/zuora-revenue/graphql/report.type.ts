import { Field, ID, Int, ObjectType } from 'type-graphql';
import { globalId } from '../../../schema-kit/global-id.js';
import { Node } from '../../../schema-kit/node.js';
import { DateTimeScalar } from '../../../schema-kit/scalars.js';
import type { RevenueReport } from '../model.js';
import { REPORT_PREFIX } from '../names.js';

@ObjectType('RevenueReport', {
  implements: Node,
  simpleResolvers: true,
  description: 'A report that Zuora Revenue has made.',
})
export class RevenueReportType extends Node implements RevenueReport {
  @Field(() => ID, { description: 'The id of the object over all systems. Opaque.' })
  override id!: string;

  @Field(() => Int, { description: "Zuora Revenue's id of the report." })
  reportId!: number;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'What it shows.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of its file.' })
  fileName!: string | null;

  @Field(() => String, { nullable: true, description: 'The layout that it was made with.' })
  layout!: string | null;

  @Field(() => String, { nullable: true, description: 'Its category.' })
  category!: string | null;

  @Field(() => String, { nullable: true, description: "Its status, in Zuora Revenue's words." })
  status!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was made.' })
  reportDate!: string | null;
}

export function toReport(report: RevenueReport): RevenueReportType {
  return Object.assign(new RevenueReportType(), report, { id: globalId(REPORT_PREFIX, String(report.reportId)) });
}
