/** https://docs.togai.com/api-reference/jobs */
export interface JobDocument {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly settledAt?: string;
  readonly updatedAt: string;
  readonly totalJobEntries: number;
  readonly pendingJobEntries: number;
  readonly failedJobEntries: number;
  readonly completedJobEntries: number;
  readonly metadata?: Readonly<Record<string, string>>;
}

export interface JobEntryDocument {
  readonly entityId: string;
  readonly jobId: string;
  readonly status: string;
  readonly createdAt: string;
}
