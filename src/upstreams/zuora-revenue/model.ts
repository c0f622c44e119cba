/** What an upload template takes: made in the user interface of Zuora Revenue only. */
export interface UploadTemplate {
  readonly name: string;
  /** As the template says it, for example `DD-MON-YYYY`. */
  readonly dateFormat: string | null;
  /** In the order of the file. */
  readonly columns: readonly TemplateColumn[];
}

export interface TemplateColumn {
  /** The heading of the column in the CSV. */
  readonly label: string;
  /** The staging field it goes to, for example `SO_LINE_ID`. */
  readonly field: string;
  readonly type: ColumnType;
}

export type ColumnType = 'TEXT' | 'NUMBER' | 'DATE';

export interface RevenueReport {
  readonly reportId: number;
  readonly name: string | null;
  readonly description: string | null;
  readonly fileName: string | null;
  readonly layout: string | null;
  readonly category: string | null;
  readonly status: string | null;
  readonly reportDate: string | null;
}

export interface RevenueOrg {
  readonly orgId: number;
  readonly name: string;
}

export interface RevenueProgram {
  readonly programId: string;
  readonly name: string;
  readonly parameters: readonly RevenueProgramParameter[];
}

export interface RevenueProgramParameter {
  readonly parameterId: number;
  readonly sequence: number;
  readonly name: string;
  readonly type: string | null;
  readonly mandatory: boolean;
}

export type JobStatus =
  | 'PENDING'
  | 'RUNNING'
  | 'COMPLETED'
  | 'WARNING'
  | 'ERROR'
  | 'FAILED'
  | 'CANCELLED'
  | 'TERMINATED'
  | 'INCOMPATIBLE'
  | 'UNKNOWN';

export interface RevenueJob {
  readonly jobId: string;
  readonly status: JobStatus;
  /** As Zuora Revenue says it. */
  readonly rawStatus: string;
  readonly failure: string | null;
  readonly startedAt: string | null;
  readonly createdAt: string | null;
  readonly createdBy: string | null;
  readonly updatedAt: string | null;
}

export interface TransferBatch {
  readonly batchId: number;
  readonly name: string | null;
  readonly status: string | null;
  readonly createdAt: string | null;
  readonly createdBy: string | null;
  readonly updatedAt: string | null;
}

export interface TransferPage {
  readonly rows: readonly unknown[];
  readonly hasMore: boolean;
}

export interface BiViewColumn {
  readonly name: string;
  readonly type: string | null;
}
