import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { InvalidCursor } from '../../../kernel/errors.js';
import { refusal } from '../../../kernel/refusal.js';
import { Needs } from '../../../schema-kit/access.js';
import { type Connection, connection, connectionOfList } from '../../../schema-kit/connection.js';
import type { RequestContext } from '../../../schema-kit/context.js';
import { answered } from '../../../schema-kit/mutation.js';
import { readStageErrors } from '../reading/uploads.js';
import { zuoraRevenue } from '../session.js';
import { type CreatedUpload, createUpload } from '../uploads/create.js';
import { optionsOf, type StageErrorKind, type UploadDesk } from '../uploads/desk.js';
import { csvOfRows } from '../uploads/inline-rows.js';
import { retryUpload } from '../uploads/retry-command.js';
import { refreshErrors } from '../uploads/run.js';
import { collectionOf } from './job.resolver.js';
import { StageErrorTypeEnum } from './upload.enums.js';
import {
  RevenueUploadCreateInput,
  RevenueUploadRetryInput,
  RevenueUploadsArgs,
  StageErrorPageArgs,
} from './upload.inputs.js';
import {
  RevenueStageErrorConnection,
  type RevenueStageErrorType,
  RevenueUploadConnection,
  RevenueUploadPayload,
  RevenueUploadType,
  toStageError,
  toUpload,
} from './upload.type.js';

@Resolver(() => RevenueUploadType)
export class RevenueUploadResolver {
  @Needs('read')
  @Query(() => RevenueUploadType, { nullable: true, description: 'An upload as it stands now; null if there is none.' })
  async revenueUpload(
    @Arg('id', () => ID, { description: 'The id of the upload.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<RevenueUploadType | null> {
    const { desk } = context.session(zuoraRevenue);
    return await uploadOf(desk, id);
  }

  @Needs('read')
  @Query(() => RevenueUploadConnection, { description: 'The uploads of the last thirty days, newest first.' })
  async revenueUploads(
    @Args(() => RevenueUploadsArgs) { first, after = null, status }: RevenueUploadsArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<RevenueUploadType>> {
    const { desk } = context.session(zuoraRevenue);
    const last = after === null ? null : Buffer.from(after, 'base64url').toString('utf8');
    const { uploads, more } = await desk.book.page({
      scope: desk.scope,
      states: status ? [status] : null,
      first,
      after: last,
    });
    const edges = uploads.map((upload) => ({
      node: toUpload(upload, desk),
      cursor: Buffer.from(upload.id, 'utf8').toString('base64url'),
    }));
    return connection(edges, { hasNextPage: more, after });
  }

  @Needs('read')
  @Query(() => RevenueStageErrorConnection, {
    description:
      'Rows that did not come through staging, as Zuora Revenue has them now: of the whole tenant, or of one upload with their lines.',
  })
  async revenueStageErrors(
    @Arg('type', () => StageErrorTypeEnum, { description: 'What the rows are.' }) type: StageErrorKind,
    @Arg('uploadId', () => ID, { nullable: true, description: 'Only those of this upload.' })
    uploadId: string | null | undefined,
    @Args(() => StageErrorPageArgs) page: StageErrorPageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<RevenueStageErrorType>> {
    const { desk, client, signal } = context.session(zuoraRevenue);
    if (uploadId != null) {
      const upload = await desk.book.get(uploadId);
      if (upload?.scope !== desk.scope || optionsOf(upload).kind !== type) return connectionOfList([], page, () => '');
      await refreshErrors(desk, upload, signal);
      return await errorsOf(desk, uploadId, page);
    }
    const all = await readStageErrors(client, type, signal);
    return connectionOfList(
      all.map(({ errorId, message, soNum, soLineId, invLineId }) => ({
        ...{ errorId, message, soNumber: soNum, soLineId, invLineId },
        ...{ line: null, part: null, row: null },
      })),
      page,
      ({ errorId }) => errorId,
    );
  }

  @FieldResolver(() => RevenueStageErrorConnection, {
    nullable: true,
    description: 'Its rows that did not come through staging, in the order of the file, as they were when it ended.',
  })
  stageErrors(
    @Root() { id }: RevenueUploadType,
    @Args(() => StageErrorPageArgs) page: StageErrorPageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<RevenueStageErrorType>> {
    return errorsOf(context.session(zuoraRevenue).desk, id, page);
  }

  @FieldResolver(() => Int, { description: 'How many of its rows did not come through staging.' })
  async stageErrorCount(@Root() { id }: RevenueUploadType, @Ctx() context: RequestContext): Promise<number> {
    const counts = await context.session(zuoraRevenue).desk.book.countErrors(id);
    return [...counts.values()].reduce((sum, count) => sum + count, 0);
  }

  @Needs('finance')
  @Mutation(() => RevenueUploadPayload, {
    description:
      'Uploads rows: they are checked as a whole, split into parts that Zuora Revenue takes, and sent durably, each once. Without `csv` and `rows` the upload waits for a file at its `putUrl`.',
  })
  async revenueUploadCreate(
    @Arg('input', () => RevenueUploadCreateInput, { description: 'The rows, and how they are to be taken.' })
    input: RevenueUploadCreateInput,
    @Arg('idempotencyKey', () => String, {
      nullable: true,
      description: 'A key of yours for this upload: the same one gives the same upload again, for thirty days.',
    })
    idempotencyKey: string | null | undefined,
    @Arg('dryRun', () => Boolean, {
      defaultValue: false,
      description: 'Whether to check everything and to say which parts would be sent, without keeping or sending any.',
    })
    dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<RevenueUploadPayload> {
    const session = context.session(zuoraRevenue);
    const { desk, signal } = session;
    return await answered(async () => {
      const { csv, rows, type, collect, template, again } = input;
      if (csv != null && rows != null) throw refusal('INVALID', 'Give csv or rows, not both.', ['input', 'rows']);
      const created = await createUpload(
        desk,
        {
          template,
          again,
          fileName: input.fileName.trim() || 'upload.csv',
          kind: type ?? null,
          collect: collect ? collectionOf(session, collect, ['input', 'collect']) : null,
          key: idempotencyKey ?? null,
          csv: contentOf(csv, rows),
          fieldOf: fieldOf(rows != null),
        },
        { dryRun, signal },
      );
      return payload(created, desk);
    });
  }

  @Needs('finance')
  @Mutation(() => RevenueUploadPayload, {
    description:
      'Sends again what failed of an upload: everything, or one part, as it is or with other rows. Parts that arrived are left alone.',
  })
  async revenueUploadRetry(
    @Arg('id', () => ID, { description: 'The id of the upload.' }) id: string,
    @Arg('input', () => RevenueUploadRetryInput, { description: 'What is to be sent again.' })
    input: RevenueUploadRetryInput,
    @Arg('dryRun', () => Boolean, {
      defaultValue: false,
      description: 'Whether to check everything and to say which parts would be sent, without changing any.',
    })
    dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<RevenueUploadPayload> {
    const { desk, signal } = context.session(zuoraRevenue);
    return await answered(async () => {
      const { csv, rows, byFile } = input;
      if ([csv != null, rows != null, byFile].filter(Boolean).length > 1) {
        throw refusal('INVALID', 'Give one of csv, rows and byFile.', ['input']);
      }
      const retried = await retryUpload(
        desk,
        id,
        {
          part: input.part ?? null,
          csv: contentOf(csv, rows),
          fieldOf: fieldOf(rows != null),
          byFile,
          landed: input.landed ?? null,
          requestId: input.requestId ?? null,
        },
        { dryRun, signal },
      );
      return payload(retried, desk);
    });
  }
}

export async function uploadOf(desk: UploadDesk, id: string): Promise<RevenueUploadType | null> {
  const upload = await desk.book.get(id);
  return upload && upload.scope === desk.scope ? toUpload(upload, desk) : null;
}

async function errorsOf(
  { book }: UploadDesk,
  id: string,
  { first, after }: StageErrorPageArgs,
): Promise<Connection<RevenueStageErrorType>> {
  const from = after == null ? null : Number(Buffer.from(after, 'base64url').toString('utf8'));
  if (from !== null && !Number.isInteger(from)) throw new InvalidCursor();
  const [upload, errors] = await Promise.all([book.get(id), book.errors(id, first + 1, from)]);
  const labels = upload ? optionsOf(upload).columns.map(({ label }) => label) : [];
  const edges = errors.slice(0, first).map((error) => ({
    node: toStageError(error, labels),
    cursor: Buffer.from(String(error.place), 'utf8').toString('base64url'),
  }));
  return connection(edges, { hasNextPage: errors.length > first, after: after ?? null });
}

function contentOf(csv: string | null | undefined, rows: unknown[] | null | undefined) {
  if (csv != null) return () => csv;
  return rows == null ? null : (template: Parameters<typeof csvOfRows>[1]) => csvOfRows(rows, template);
}

/** Rows have no lines: the first one is line 2 of what is made of them. */
function fieldOf(byRows: boolean) {
  return ({ line }: { line: number | null }): readonly string[] =>
    byRows ? ['input', 'rows', ...(line === null || line < 2 ? [] : [String(line - 2)])] : ['input', 'csv'];
}

function payload({ upload, plan }: CreatedUpload, desk: UploadDesk): Pick<RevenueUploadPayload, 'upload' | 'plan'> {
  return { upload: upload && toUpload(upload, desk), ...(plan && { plan }) };
}
