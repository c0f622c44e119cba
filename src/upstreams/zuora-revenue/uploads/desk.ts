import { z } from 'zod';
import type { UploadRecord } from '../../../domain/uploads/model.js';
import type { UploadBook } from '../../../domain/uploads/ports.js';
import type { Clock } from '../../../kernel/clock.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Logger } from '../../../kernel/logger.js';
import type { ChangeFeed } from '../../../kernel/reading/change-feed.js';
import type { KeptDocuments } from '../../../kernel/reading/kept-documents.js';
import type { TaskStarter } from '../../../kernel/writing/durable-task.js';
import type { RevenueClient } from '../client.js';
import type { RevenueSettings } from '../config.js';

/** What everything about the uploads of one tenant works with. */
export interface UploadDesk {
  readonly client: RevenueClient;
  readonly settings: RevenueSettings;
  /** The tenant, as the store knows it. */
  readonly scope: string;
  readonly book: UploadBook;
  readonly changes: ChangeFeed;
  readonly kept: KeptDocuments;
  readonly tasks: TaskStarter;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Logger;
  readonly addressOf: (path: string) => string;
  /** Whether a column may hold what looks like the number of a payment card. */
  readonly mayHoldCardNumber: (path: readonly string[]) => boolean;
}

export const UPLOAD_TASK = 'upload';

export type UploadStatus =
  | 'WAITING_FOR_FILE'
  | 'VALIDATING'
  | 'UPLOADING'
  | 'STAGED'
  | 'STAGED_WITH_ERRORS'
  | 'COLLECTING'
  | 'COLLECTED'
  | 'FAILED';

/** Whether nothing more comes of it unless somebody asks for it. A file that is to be put right is still expected. */
export function hasEnded({ state, putToken }: UploadRecord): boolean {
  return ENDED.has(state) && putToken === null;
}
const ENDED: ReadonlySet<string> = new Set<UploadStatus>(['STAGED', 'STAGED_WITH_ERRORS', 'COLLECTED', 'FAILED']);

export type StageErrorKind = 'TRANSACTION' | 'EVENT';

const Options = z.object({
  kind: z.enum(['TRANSACTION', 'EVENT']),
  /** Headings and fields in the template's order, as they were when the file was checked. */
  columns: z.array(z.object({ label: z.string(), field: z.string() })),
  /** Data collection that follows; null for none. */
  collect: z.object({ rcTemplate: z.string(), orgId: z.number().nullable() }).nullable(),
  /** Whether a file that was uploaded before is taken again. */
  again: z.boolean(),
});
export type UploadOptions = z.infer<typeof Options>;

export function optionsOf({ options }: UploadRecord): UploadOptions {
  return Options.parse(options);
}

/** Rows of one upload: its header is a line, too. */
export function rowsPerUpload({ linesPerUpload }: RevenueSettings): number {
  return linesPerUpload - 1;
}

export function nowOf({ clock }: { clock: Clock }): string {
  return new Date(clock.now()).toISOString();
}

/** Whether it is the id of a job, and not a mark in its place. */
export function isJob(jobId: string | null): boolean {
  return /^\d+$/.test(jobId ?? '');
}

const LONGEST_WAIT = 30;

/** How long to wait before look number `look`, which is 0 for the first. */
export function pollWait({ settings }: UploadDesk, look: number): number {
  return Math.round(settings.pollMs * Math.min(1.5 ** look, LONGEST_WAIT));
}
