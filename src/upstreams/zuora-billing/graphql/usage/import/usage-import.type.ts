import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MutationPayload } from '../../../../../schema-kit/mutation.js';
import { Node } from '../../../../../schema-kit/node.js';
import type { UsageDateFormat } from '../../../usage/import/row-check.js';
import type { UsageImportStatus, ZuoraUsageImport } from '../../../usage/import/usage-import.js';

const UsageImportStatusEnum: Record<UsageImportStatus, UsageImportStatus> = {
  PENDING: 'PENDING',
  PROCESSING: 'PROCESSING',
  COMPLETED: 'COMPLETED',
  CANCELED: 'CANCELED',
  FAILED: 'FAILED',
  UNKNOWN: 'UNKNOWN',
};
registerEnumType(UsageImportStatusEnum, {
  name: 'ZuoraUsageImportStatus',
  description: 'How far Zuora is with a usage file.',
  valuesConfig: {
    PENDING: { description: 'Waits.' },
    PROCESSING: { description: 'At work: ask again later.' },
    COMPLETED: { description: 'Every row was imported.' },
    CANCELED: { description: 'Somebody stopped it; nothing was imported.' },
    FAILED: { description: 'A row was refused, and nothing was imported; `message` may say why.' },
    UNKNOWN: { description: 'A state that this gateway does not know; `statusText` has it.' },
  },
});

const UsageDateFormatEnum: Record<UsageDateFormat, UsageDateFormat> = {
  MONTH_FIRST: 'MONTH_FIRST',
  DAY_FIRST: 'DAY_FIRST',
};
registerEnumType(UsageDateFormatEnum, {
  name: 'ZuoraUsageDateFormat',
  description: "How the locale of the gateway's user in Zuora writes days.",
  valuesConfig: {
    MONTH_FIRST: { description: '`MM/DD/YYYY`, as in the United States.' },
    DAY_FIRST: { description: '`DD/MM/YYYY`, as in Great Britain.' },
  },
});

@ObjectType('ZuoraUsageImport', {
  implements: Node,
  simpleResolvers: true,
  description: 'A usage file that Zuora has taken: all of it is imported, or nothing.',
})
export class ZuoraUsageImportType extends Node implements ZuoraUsageImport {
  @Field(() => String, { description: "Zuora's id of the import." })
  zuoraId!: string;

  @Field(() => UsageImportStatusEnum, { description: 'How far it is.' })
  status!: UsageImportStatus;

  @Field(() => String, { nullable: true, description: 'The state as Zuora writes it.' })
  statusText!: string | null;

  @Field(() => String, { nullable: true, description: 'What Zuora says about it, such as why it failed.' })
  message!: string | null;
}

@InputType('ZuoraUsageImportInput', { description: 'A usage file.' })
export class ZuoraUsageImportInput {
  @Field(() => String, {
    description:
      'CSV with headings: ACCOUNT_ID (the number of the account), UOM, QTY, STARTDATE; if you like ENDDATE, SUBSCRIPTION_ID and CHARGE_ID (their numbers), DESCRIPTION, UNIQUE_KEY and custom fields (`Name__c`). Days as `dateFormat` says, or YYYY-MM-DD. At most 4 MB, and not more than a request to this gateway may hold.',
  })
  csv!: string;

  @Field(() => UsageDateFormatEnum, {
    defaultValue: 'MONTH_FIRST',
    description: 'How days are written for Zuora, and read where they are not YYYY-MM-DD.',
  })
  dateFormat!: UsageDateFormat;
}

@ObjectType('ZuoraUsageImportPayload', { simpleResolvers: true, description: 'What became of a usage file.' })
export class ZuoraUsageImportPayload extends MutationPayload {
  @Field(() => ZuoraUsageImportType, { nullable: true, description: 'The import; null if nothing was sent.' })
  usageImport?: ZuoraUsageImport | null;

  @Field(() => Int, { nullable: true, description: 'How many rows the file has; null if something is wrong with it.' })
  rows?: number | null;
}
