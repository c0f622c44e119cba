import { z } from 'zod';
import type { EntityReader } from '../../../kernel/reading/entity-reader.js';
import type { TogaiClient } from '../client.js';
import type { TogaiJob, TogaiJobEntry } from '../jobs/model.js';
import { type ListPage, listPage, type TogaiList } from '../lists.js';
import { toJob, toJobEntry } from '../mapping/job.js';
import { Job, JobEntry } from '../schemas/job.js';
import { isKey, LIVE, type ReaderFactory } from './reader-factory.js';

export interface JobReaders {
  /** With counts. */
  readonly jobs: EntityReader<TogaiJob>;
  /** By token; the first page under the empty one. */
  readonly jobPages: EntityReader<ListPage<TogaiJob>>;
  /** By `jobEntriesKey`. */
  readonly jobEntryPages: EntityReader<ListPage<TogaiJobEntry>>;
}

const JOBS: TogaiList<Job> = { operation: 'getJobs', path: '/jobs', row: Job, pageSize: 100 };

export function jobEntriesKey(jobId: string, token: string | null): string {
  return JSON.stringify([jobId, token]);
}

const KeyText = z.tuple([z.string(), z.string().nullable()]);

export function jobReaders(client: TogaiClient, reader: ReaderFactory): JobReaders {
  return {
    jobs: reader('job', LIVE, async (id, options) => {
      if (!isKey(id)) return null;
      const path = `/jobs/${encodeURIComponent(id)}`;
      const row = await client.find({ operation: 'getJobStatus', path, schema: Job, ...options });
      return row && toJob(row);
    }),
    jobPages: reader('job-page', LIVE, async (token, options) => {
      const { rows, next } = await listPage(client, JOBS, token || null, options);
      return { rows: rows.map(toJob), next };
    }),
    jobEntryPages: reader('job-entry-page', LIVE, async (key, options) => {
      const [jobId, token] = KeyText.parse(JSON.parse(key));
      // It takes no page size.
      const path = `/jobs/${encodeURIComponent(jobId)}/entries`;
      const { rows, next } = await listPage(
        client,
        { operation: 'getJobEntries', path, row: JobEntry },
        token,
        options,
      );
      return { rows: rows.map(toJobEntry), next };
    }),
  };
}
