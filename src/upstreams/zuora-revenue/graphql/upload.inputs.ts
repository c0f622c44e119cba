import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { PageArgs } from '../../../schema-kit/connection.js';
import { JsonScalar } from '../../../schema-kit/scalars.js';
import type { StageErrorKind, UploadStatus } from '../uploads/desk.js';
import { RevenueCollectionInput } from './job.inputs.js';
import { StageErrorTypeEnum, UploadStatusEnum } from './upload.enums.js';

@InputType({ description: 'Rows that are given with the request: as CSV or as objects.' })
abstract class RowsInput {
  @Field(() => String, {
    nullable: true,
    description: 'The file itself, with a header, up to what fits into a request (1 MB).',
  })
  csv?: string | null;

  @Field(() => [JsonScalar], {
    nullable: true,
    description: 'The rows as objects: values by the heading of the column or by its staging field.',
  })
  rows?: unknown[] | null;
}

@InputType('RevenueUploadCreateInput', {
  description: 'A file that is to be uploaded: inline as `csv` or `rows`, else through the `putUrl` that it is given.',
})
export class RevenueUploadCreateInput extends RowsInput {
  @Field(() => String, { description: 'The name of the upload template.' })
  template!: string;

  @Field(() => String, {
    defaultValue: 'upload.csv',
    description: 'What the file is called; names in Zuora Revenue are made of it.',
  })
  fileName!: string;

  @Field(() => StageErrorTypeEnum, {
    nullable: true,
    description: 'What the rows are; without it as the template looks: transactions have a type.',
  })
  type?: StageErrorKind | null;

  @Field(() => RevenueCollectionInput, {
    nullable: true,
    description: 'Data collection that follows once all parts are in staging; null for none.',
  })
  collect?: RevenueCollectionInput | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether a file is taken although the same one was uploaded before.',
  })
  again!: boolean;
}

@InputType('RevenueUploadRetryInput', {
  description: 'What is to be sent again: a part as it is, a part with other rows, or everything that failed.',
})
export class RevenueUploadRetryInput extends RowsInput {
  @Field(() => Int, { nullable: true, description: 'The part; without it all that failed.' })
  part?: number | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the corrected part is sent to the `putUrl` that the upload is given.',
  })
  byFile!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'For a part that is UNCERTAIN: whether it was found in Zuora Revenue.',
  })
  landed?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'With `landed`: the id of its request there, if it is known.' })
  requestId?: number | null;
}

@ArgsType()
export class RevenueUploadsArgs extends PageArgs {
  @Field(() => UploadStatusEnum, { nullable: true, description: 'Only those that are there.' })
  status?: UploadStatus | null;
}

@ArgsType()
export class StageErrorPageArgs extends PageArgs {
  @Field(() => Int, { defaultValue: 50, description: 'How many elements, 0 to 100.' })
  override first!: number;
}
