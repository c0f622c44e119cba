import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Needs } from '../../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../../schema-kit/context.js';
import { parseGlobalId } from '../../../../../schema-kit/global-id.js';
import { answered, type PlannedCall } from '../../../../../schema-kit/mutation.js';
import { USAGE_IMPORT_PREFIX } from '../../../names.js';
import { zuoraBilling } from '../../../session.js';
import { usageFile } from '../../../usage/import/csv-file.js';
import { importUsage, planImport, readImport, type ZuoraUsageImport } from '../../../usage/import/usage-import.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../../descriptions.js';
import { ZuoraUsageImportInput, ZuoraUsageImportPayload, ZuoraUsageImportType } from './usage-import.type.js';

interface ImportAnswer {
  readonly usageImport: ZuoraUsageImport | null;
  readonly rows: number;
  readonly plan?: readonly PlannedCall[];
}

@Resolver()
export class ZuoraUsageImportResolver {
  @Needs('write')
  @Mutation(() => ZuoraUsageImportPayload, {
    description:
      'Hands Zuora a file of usage records. Every row is checked first: what is wrong is a user error with its line and column, and nothing is sent. Zuora imports later, all rows or none: ask `zuoraUsageImport` how far it is.',
  })
  zuoraUsageImport(
    @Arg('input', () => ZuoraUsageImportInput, { description: 'The file.' }) input: ZuoraUsageImportInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraUsageImportPayload> {
    const { desk } = context.session(zuoraBilling);
    return answered(async (): Promise<ImportAnswer> => {
      const file = usageFile(input.csv, input.dateFormat, ['input', 'csv']);
      const { rows } = file;
      if (dryRun) return { usageImport: null, rows, plan: planImport(file) };
      return { usageImport: await importUsage(desk, file, key ?? null), rows };
    });
  }

  @Needs('read')
  @Query(() => ZuoraUsageImportType, {
    name: 'zuoraUsageImport',
    nullable: true,
    description: 'How far Zuora is with a usage file; null if it knows none with that id. Never cached.',
  })
  usageImportNow(
    @Arg('id', () => String, { description: 'Id of the import, ours or the one in Zuora.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraUsageImport | null> {
    const global = parseGlobalId(id);
    return importNow(context, global?.prefix === USAGE_IMPORT_PREFIX ? global.key : id);
  }
}

export function importNow(context: RequestContext, zuoraId: string): Promise<ZuoraUsageImport | null> {
  const { desk } = context.session(zuoraBilling);
  return readImport(desk.client, zuoraId, desk.options);
}
