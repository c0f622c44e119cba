import type { Clock } from '../../../kernel/clock.js';
import { type PreStaged, preStage, type StagedCells } from './pre-stage.js';
import type { SandboxTemplate } from './templates.js';

export interface SandboxUpload {
  readonly id: number;
  readonly fileName: string;
  readonly template: SandboxTemplate;
  readonly outcome: PreStaged;
  /** Milliseconds since the epoch at which its rows are in staging, or it is known to have failed. */
  readonly readyAt: number;
}

export interface StagedRow {
  readonly uploadId: number;
  readonly kind: 'transaction' | 'event';
  readonly cells: StagedCells;
  readonly error: { readonly id: number; readonly message: string; readonly at: number } | null;
  readonly collected: boolean;
}

const FIRST_UPLOAD = 43_101;
const FIRST_ERROR = 900_001;

/** The staging area of one tenant: uploads on their way, rows in staging, rows that could not be taken. */
export class Tenant {
  stagingMs: number;
  /** Uploads whose CSV holds the text are refused as a whole with the message. */
  refuses: { readonly text: string; readonly message: string } | null = null;
  readonly #clock: Pick<Clock, 'now'>;
  #uploads: SandboxUpload[] = [];
  #settled = new Set<number>();
  #rows: StagedRow[] = [];
  #errors = 0;

  constructor(clock: Pick<Clock, 'now'>, stagingMs: number) {
    this.#clock = clock;
    this.stagingMs = stagingMs;
  }

  reset(): void {
    this.#uploads = [];
    this.#settled = new Set();
    this.#rows = [];
    this.#errors = 0;
  }

  get uploads(): readonly SandboxUpload[] {
    return this.#uploads;
  }

  /** Uploads whose rows are not in staging yet. */
  get underWay(): number {
    const now = this.#clock.now();
    return this.#uploads.filter(({ readyAt }) => readyAt > now).length;
  }

  get rows(): readonly StagedRow[] {
    this.#settle();
    return this.#rows;
  }

  upload(template: SandboxTemplate, fileName: string, csv: string): SandboxUpload {
    const upload = {
      id: FIRST_UPLOAD + this.#uploads.length,
      fileName,
      template,
      outcome:
        this.refuses && csv.includes(this.refuses.text) ? { refused: this.refuses.message } : preStage(csv, template),
      readyAt: this.#clock.now() + this.stagingMs,
    };
    this.#uploads.push(upload);
    return upload;
  }

  hurry(): void {
    const now = this.#clock.now();
    this.#uploads = this.#uploads.map((one) => ({ ...one, readyAt: Math.min(one.readyAt, now) }));
  }

  status(id: number): { readonly status: string; readonly message: string } | null {
    this.#settle();
    const upload = this.#uploads.find((one) => one.id === id);
    if (!upload) return null;
    if (upload.readyAt > this.#clock.now()) return { status: 'In Progress', message: 'Data Received' };
    return 'refused' in upload.outcome
      ? { status: 'Failed', message: upload.outcome.refused }
      : { status: 'Successfully Uploaded', message: 'Data Received' };
  }

  /** Takes what is without error out of staging, and gives how many rows those were. */
  collect(): number {
    this.#settle();
    const takes = (row: StagedRow) => row.error === null && !row.collected;
    const count = this.#rows.filter(takes).length;
    this.#rows = this.#rows.map((row) => (takes(row) ? { ...row, collected: true } : row));
    return count;
  }

  #settle(): void {
    const now = this.#clock.now();
    for (const upload of this.#uploads) {
      if (upload.readyAt > now || this.#settled.has(upload.id)) continue;
      this.#settled.add(upload.id);
      if ('rows' in upload.outcome) this.#stage(upload, upload.outcome.rows);
    }
  }

  #stage(upload: SandboxUpload, rows: readonly StagedCells[]): void {
    const { kind } = upload.template;
    const posted = new Set(rows.map(lineOf));
    // A row in error that is posted again takes the place of the first one.
    this.#rows = this.#rows.filter((row) => row.error === null || row.kind !== kind || !posted.has(lineOf(row.cells)));
    const taken = new Set(this.#rows.filter((row) => row.kind === kind).map(({ cells }) => lineOf(cells)));
    for (const cells of rows) {
      const message = stageErrorOf(kind, cells, taken.has(lineOf(cells)));
      const error = message === null ? null : { id: FIRST_ERROR + this.#errors++, message, at: upload.readyAt };
      if (error === null && kind === 'transaction') taken.add(lineOf(cells));
      this.#rows.push({ uploadId: upload.id, kind, cells, error, collected: false });
    }
  }
}

function lineOf(cells: StagedCells): string {
  return cells.INV_LINE_ID ? `inv ${cells.INV_LINE_ID}` : `so ${cells.SO_LINE_ID ?? ''}`;
}

/** https://knowledgecenter.zuora.com/Zuora_Revenue/New_UI_navigation/Error_messages_in_Zuora_Revenue */
function stageErrorOf(kind: 'transaction' | 'event', cells: StagedCells, taken: boolean): string | null {
  if (kind === 'event') return cells.EVENT_NAME ? null : 'The event line is not processed due to missing Event Name';
  if (!cells.CUSTOMER_NAME) return 'RPRO-00003: The transaction line is not processed due to missing Customer Name';
  if (!cells.ITEM_NUM) return 'RPRO-00006: The transaction line is not processed due to missing Line Item Number';
  return taken ? 'The transaction line is not processed as it is in staging already' : null;
}
