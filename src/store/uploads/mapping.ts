import type { Selectable, Updateable } from 'kysely';
import type { PartState, UploadPart, UploadProblem, UploadRecord } from '../../domain/uploads/model.js';
import type { PartChanges, UploadChanges } from '../../domain/uploads/ports.js';
import type { UploadPartTable, UploadTable } from '../tables/uploads.js';

export function toUpload(row: Selectable<UploadTable>, parts: readonly UploadPart[]): UploadRecord {
  return {
    id: row.id,
    scope: row.scope,
    fileName: row.file_name,
    template: row.template,
    state: row.state,
    options: row.options,
    rows: row.rows,
    digest: row.digest,
    problems: row.problems as readonly UploadProblem[],
    problemCount: row.problem_count,
    failure: row.failure,
    jobId: row.job_id,
    putToken: row.put_token,
    putPart: row.put_part,
    readToken: row.read_token,
    leaseUntil: row.lease_until?.toISOString() ?? null,
    runs: row.runs,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    parts,
  };
}

export function toPart(row: Selectable<UploadPartTable>): UploadPart {
  return {
    number: row.number,
    state: row.state as PartState,
    rows: row.rows,
    fileName: row.file_name,
    attempt: row.attempt,
    // Drivers give bigint as text.
    requestId: row.request_id === null ? null : Number(row.request_id),
    baseline: row.baseline === null ? null : Number(row.baseline),
    message: row.message,
    sentAt: row.sent_at?.toISOString() ?? null,
  };
}

const UPLOAD_COLUMNS: Readonly<Record<keyof UploadChanges, keyof UploadTable>> = {
  fileName: 'file_name',
  template: 'template',
  state: 'state',
  options: 'options',
  rows: 'rows',
  digest: 'digest',
  problems: 'problems',
  problemCount: 'problem_count',
  failure: 'failure',
  jobId: 'job_id',
  putToken: 'put_token',
  putPart: 'put_part',
  leaseUntil: 'lease_until',
  runs: 'runs',
  finishedAt: 'finished_at',
};
const JSON_COLUMNS: ReadonlySet<string> = new Set(['options', 'problems']);

export function uploadColumns(changes: UploadChanges): Updateable<UploadTable> {
  return Object.fromEntries(
    Object.entries(changes).map(([name, value]) => [
      UPLOAD_COLUMNS[name as keyof UploadChanges],
      JSON_COLUMNS.has(name) ? JSON.stringify(value) : value,
    ]),
  );
}

const PART_COLUMNS: Readonly<Record<keyof PartChanges, keyof UploadPartTable>> = {
  state: 'state',
  rows: 'rows',
  fileName: 'file_name',
  attempt: 'attempt',
  requestId: 'request_id',
  baseline: 'baseline',
  message: 'message',
  sentAt: 'sent_at',
};

export function partColumns(changes: PartChanges): Updateable<UploadPartTable> {
  return Object.fromEntries(
    Object.entries(changes).map(([name, value]) => [PART_COLUMNS[name as keyof PartChanges], value]),
  );
}
