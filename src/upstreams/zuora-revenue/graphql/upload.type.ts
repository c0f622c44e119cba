import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { PartState, UploadProblem, UploadRecord, UploadRowError } from '../../../domain/uploads/model.js';
import { connectionType } from '../../../schema-kit/connection.js';
import { MutationPayload } from '../../../schema-kit/mutation.js';
import { Node } from '../../../schema-kit/node.js';
import { DateTimeScalar, JsonScalar, UrlScalar } from '../../../schema-kit/scalars.js';
import { isJob, optionsOf, type StageErrorKind, type UploadDesk, type UploadStatus } from '../uploads/desk.js';
import { errorsPath, partPath, putPath } from '../uploads/routes.js';
import { PartStateEnum, StageErrorTypeEnum, UploadStatusEnum } from './upload.enums.js';

@ObjectType('RevenueUploadProblem', { simpleResolvers: true, description: 'Something that is wrong with a file.' })
class RevenueUploadProblemType implements UploadProblem {
  @Field(() => Int, {
    nullable: true,
    description: 'The line, the header being 1; null if it is about the whole file.',
  })
  line!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The heading of the column; null if it is about the whole line.',
  })
  column!: string | null;

  @Field(() => String, { description: 'What is wrong, in words for people.' })
  reason!: string;
}

@ObjectType('RevenueUploadPart', {
  simpleResolvers: true,
  description: 'A part of an upload: Zuora Revenue takes or refuses it as a whole.',
})
class RevenueUploadPartType {
  @Field(() => Int, { description: 'Its place in the file, from 1.' })
  number!: number;

  @Field(() => PartStateEnum, { description: 'How far it has come.' })
  status!: PartState;

  @Field(() => Int, { description: 'How many rows it has.' })
  rows!: number;

  @Field(() => String, { description: 'The name of its file in Zuora Revenue.' })
  fileName!: string;

  @Field(() => Int, { nullable: true, description: "Zuora Revenue's id of the request; null before it is known." })
  requestId!: number | null;

  @Field(() => Int, { description: 'How often it was made ready to be sent: 1 for the first time.' })
  attempt!: number;

  @Field(() => String, { nullable: true, description: 'Why it failed, or what is to be found out.' })
  message!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last sent.' })
  sentAt!: string | null;

  @Field(() => UrlScalar, { description: 'Where its rows can be downloaded as CSV, to be put right.' })
  csvUrl!: string;
}

@ObjectType('RevenueUpload', {
  implements: Node,
  simpleResolvers: true,
  description: 'A file on its way into Zuora Revenue, and what became of its rows.',
})
export class RevenueUploadType extends Node {
  @Field(() => ID, { description: 'The id of the object over all systems. Opaque.' })
  override id!: string;

  @Field(() => String, { description: 'The name of the file.' })
  fileName!: string;

  @Field(() => String, { description: 'The upload template that says what its columns are.' })
  template!: string;

  @Field(() => StageErrorTypeEnum, { description: 'What its rows are.' })
  type!: StageErrorKind;

  @Field(() => UploadStatusEnum, { description: 'How far it has come.' })
  status!: UploadStatus;

  @Field(() => Int, { description: 'How many rows it has; 0 before the file was read.' })
  rows!: number;

  @Field(() => Int, { description: 'How many rows are in parts that Zuora Revenue has loaded.' })
  rowsUploaded!: number;

  @Field(() => [RevenueUploadPartType], { description: 'Its parts, in the order of the file.' })
  parts!: RevenueUploadPartType[];

  @Field(() => [RevenueUploadProblemType], { description: 'What is wrong with the file: the first thousand things.' })
  problems!: readonly UploadProblem[];

  @Field(() => Int, { description: 'How many things are wrong with the file.' })
  problemCount!: number;

  @Field(() => String, { nullable: true, description: 'The job of data collection; null if there is none.' })
  collectionJobId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it came to its end; null before.' })
  finishedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it failed, or what a person has to look at.' })
  failure!: string | null;

  @Field(() => UrlScalar, {
    nullable: true,
    description:
      'Where to send the CSV when it was not given inline, once and of any length: `curl -T FILE URL`. Null if no file is expected.',
  })
  putUrl!: string | null;

  @Field(() => UrlScalar, {
    description:
      'Where the rows in `stageErrors` can be downloaded as CSV with the columns of the template; with `?reasons=1` also why.',
  })
  stageErrorsUrl!: string;
}

export function toUpload(upload: UploadRecord, { addressOf, clock }: UploadDesk): RevenueUploadType {
  const { putToken, readToken, state, leaseUntil } = upload;
  // Whoever was sending the file has gone without a word.
  const left = leaseUntil === null || Date.parse(leaseUntil) < clock.now();
  const abandoned = state === 'VALIDATING' && putToken !== null && left;
  return Object.assign(new RevenueUploadType(), {
    id: upload.id,
    fileName: upload.fileName,
    template: upload.template,
    type: optionsOf(upload).kind,
    status: abandoned ? 'WAITING_FOR_FILE' : (state as UploadStatus),
    rows: upload.rows,
    rowsUploaded: upload.parts.reduce((sum, part) => sum + (part.state === 'DONE' ? part.rows : 0), 0),
    parts: upload.parts.map(({ baseline: _, state: status, ...part }) => ({
      ...part,
      status,
      csvUrl: addressOf(partPath(readToken, part.number)),
    })),
    problems: upload.problems,
    problemCount: upload.problemCount,
    collectionJobId: isJob(upload.jobId) ? upload.jobId : null,
    createdAt: upload.createdAt,
    finishedAt: upload.finishedAt,
    failure: upload.failure,
    putUrl: putToken === null ? null : addressOf(putPath(putToken)),
    stageErrorsUrl: addressOf(errorsPath(readToken)),
  });
}

@ObjectType('RevenueStageError', {
  simpleResolvers: true,
  description: 'A row that did not come through staging. It stays there until it is put right or posted again.',
})
export class RevenueStageErrorType {
  @Field(() => String, { description: "Zuora Revenue's id of the error." })
  errorId!: string;

  @Field(() => String, { description: "What is wrong with the row, in Zuora Revenue's words." })
  message!: string;

  @Field(() => String, { nullable: true, description: 'The number of the order.' })
  soNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'The id of the order line.' })
  soLineId!: string | null;

  @Field(() => String, { nullable: true, description: 'The id of the invoice line.' })
  invLineId!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The line of the upload; null for rows of other uploads, and where no line has the ids.',
  })
  line!: number | null;

  @Field(() => Int, { nullable: true, description: 'The part of the upload; null for rows of other uploads.' })
  part!: number | null;

  @Field(() => JsonScalar, { nullable: true, description: 'The row by heading; null where its line is not known.' })
  row!: unknown;
}

/** By heading, where the columns are known. */
export function toStageError(error: UploadRowError, labels: readonly string[]): RevenueStageErrorType {
  const { errorId, message, line, part, keys, cells } = error;
  return {
    errorId,
    message,
    line,
    part,
    soNumber: keys.soNum ?? null,
    soLineId: keys.soLineId ?? null,
    invLineId: keys.invLineId ?? null,
    row: cells && Object.fromEntries(labels.map((label, at) => [label, cells[at] ?? ''])),
  };
}

export const RevenueUploadConnection = connectionType('RevenueUpload', () => RevenueUploadType);
export const RevenueStageErrorConnection = connectionType('RevenueStageError', () => RevenueStageErrorType);

@ObjectType('RevenueUploadPayload', { simpleResolvers: true, description: 'What became of an upload.' })
export class RevenueUploadPayload extends MutationPayload {
  @Field(() => RevenueUploadType, { nullable: true, description: 'The upload; null if there is none.' })
  upload?: RevenueUploadType | null;
}
