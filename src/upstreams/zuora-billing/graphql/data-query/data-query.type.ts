import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MutationPayload } from '../../../../schema-kit/mutation.js';
import { DateTimeScalar, UrlScalar } from '../../../../schema-kit/scalars.js';
import type { DataQueryStatus, ZuoraDataQuery } from '../../data-query/model.js';

export const DataQueryStatusEnum: Record<DataQueryStatus, DataQueryStatus> = {
  SUBMITTED: 'SUBMITTED',
  ACCEPTED: 'ACCEPTED',
  IN_PROGRESS: 'IN_PROGRESS',
  COMPLETED: 'COMPLETED',
  FAILED: 'FAILED',
  CANCELLED: 'CANCELLED',
  UNKNOWN: 'UNKNOWN',
};
registerEnumType(DataQueryStatusEnum, {
  name: 'ZuoraDataQueryStatus',
  description: 'How far Zuora is with a data query.',
  valuesConfig: {
    SUBMITTED: { description: 'Handed over.' },
    ACCEPTED: { description: 'Waits.' },
    IN_PROGRESS: { description: 'At work: ask again later.' },
    COMPLETED: { description: 'Answered: `fileUrl` leads to the rows.' },
    FAILED: { description: 'Could not be answered.' },
    CANCELLED: { description: 'Stopped.' },
    UNKNOWN: { description: 'A state that this gateway does not know; `statusText` has it.' },
  },
});

const FormatEnum = { JSON: 'JSON', CSV: 'CSV', TSV: 'TSV' } as const;
registerEnumType(FormatEnum, {
  name: 'ZuoraDataQueryFormat',
  description: 'How the rows are written.',
  valuesConfig: {
    JSON: { description: 'An object a line.' },
    CSV: { description: 'Cells with commas between them.' },
    TSV: { description: 'Cells with tabs between them.' },
  },
});
const CompressionEnum = { NONE: 'NONE', GZIP: 'GZIP', ZIP: 'ZIP' } as const;
registerEnumType(CompressionEnum, {
  name: 'ZuoraDataQueryCompression',
  description: 'How the file is packed.',
  valuesConfig: {
    NONE: { description: 'Not at all.' },
    GZIP: { description: 'By gzip.' },
    ZIP: { description: 'As a ZIP archive.' },
  },
});
const SourceEnum = { LIVE: 'LIVE', WAREHOUSE: 'WAREHOUSE' } as const;
registerEnumType(SourceEnum, {
  name: 'ZuoraDataQuerySource',
  description: 'Which data are asked.',
  valuesConfig: {
    LIVE: { description: 'The data of this moment.' },
    WAREHOUSE: { description: 'The Zuora Warehouse, on tenants that have it.' },
  },
});

@ObjectType('ZuoraDataQuery', {
  simpleResolvers: true,
  description: 'A query of Data Query (SQL), which Zuora answers with a file, later.',
})
export class ZuoraDataQueryType implements ZuoraDataQuery {
  @Field(() => String, { description: "Zuora's id of the job." })
  zuoraId!: string;

  @Field(() => String, { description: 'The query.' })
  query!: string;

  @Field(() => DataQueryStatusEnum, { description: 'How far it is.' })
  status!: DataQueryStatus;

  @Field(() => String, { nullable: true, description: 'The state as Zuora writes it.' })
  statusText!: string | null;

  @Field(() => String, { nullable: true, description: '`LIVE` or `WAREHOUSE`, as Zuora writes it.' })
  source!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many rows there are; null until it is answered.' })
  rows!: number | null;

  @Field(() => Int, { nullable: true, description: 'How long it took, in milliseconds; null until it is answered.' })
  processingMs!: number | null;

  @Field(() => Int, { nullable: true, description: 'How often Zuora will try again by itself.' })
  remainingRetries!: number | null;

  @Field(() => UrlScalar, {
    nullable: true,
    description: 'Where the rows are, for whoever has the address, and for a while only; null until it is answered.',
  })
  fileUrl!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its state last changed.' })
  updatedAt!: string | null;
}

@InputType('ZuoraDataQueryInput', { description: 'A query of Data Query.' })
export class ZuoraDataQueryInput {
  @Field(() => String, {
    description:
      'SQL as Data Query has it, https://docs.zuora.com/en/zuora-platform/data/data-query ; at most 100,000 characters.',
  })
  query!: string;

  @Field(() => FormatEnum, { defaultValue: 'JSON', description: 'How to write the rows.' })
  format!: 'JSON' | 'CSV' | 'TSV';

  @Field(() => CompressionEnum, { defaultValue: 'NONE', description: 'How to pack the file.' })
  compression!: 'NONE' | 'GZIP' | 'ZIP';

  @Field(() => SourceEnum, { defaultValue: 'LIVE', description: 'Which data to ask.' })
  source!: 'LIVE' | 'WAREHOUSE';

  @Field(() => Boolean, { defaultValue: false, description: 'Whether to ask for what was deleted, and nothing else.' })
  deletedOnly!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether to look rows of a large table up by a value that another one is filtered by.',
  })
  useIndexJoin!: boolean;
}

@ObjectType('ZuoraDataQueryPayload', { simpleResolvers: true, description: 'What became of a data query.' })
export class ZuoraDataQueryPayload extends MutationPayload {
  @Field(() => ZuoraDataQueryType, {
    nullable: true,
    description: 'The query as it is now; null if nothing was done.',
  })
  dataQuery?: ZuoraDataQuery | null;
}
