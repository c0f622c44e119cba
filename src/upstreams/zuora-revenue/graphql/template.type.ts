import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ColumnType, TemplateColumn, UploadTemplate } from '../model.js';

const ColumnTypeEnum: Record<ColumnType, ColumnType> = { TEXT: 'TEXT', NUMBER: 'NUMBER', DATE: 'DATE' };
registerEnumType(ColumnTypeEnum, {
  name: 'RevenueColumnType',
  description: 'What the cells of a column hold.',
  valuesConfig: {
    TEXT: { description: 'Text of at most 240 characters.' },
    NUMBER: { description: 'A number with a point, without separators of thousands.' },
    DATE: { description: "A day in the template's date format." },
  },
});

@ObjectType('RevenueTemplateColumn', { simpleResolvers: true, description: 'A column of an upload template.' })
class RevenueTemplateColumnType implements TemplateColumn {
  @Field(() => String, { description: 'Its heading in the CSV.' })
  label!: string;

  @Field(() => String, { description: 'The staging field that it goes to, for example `SO_LINE_ID`.' })
  field!: string;

  @Field(() => ColumnTypeEnum, { description: 'What its cells hold.' })
  type!: ColumnType;
}

@ObjectType('RevenueUploadTemplate', {
  simpleResolvers: true,
  description: 'What an upload template takes. Templates are made in the user interface of Zuora Revenue.',
})
export class RevenueUploadTemplateType implements UploadTemplate {
  @Field(() => String, { description: 'The name of the template.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'How dates are written, for example `DD-MON-YYYY`.' })
  dateFormat!: string | null;

  @Field(() => [RevenueTemplateColumnType], { description: 'The columns in the order of the file.' })
  columns!: readonly TemplateColumn[];

  @Field(() => Int, { description: 'How many rows one upload takes; longer files are split.' })
  rowsPerUpload!: number;
}
