import { createHash } from 'node:crypto';
import { FormData } from 'undici';
import { z } from 'zod';
import { UpstreamError } from '../../../../kernel/errors.js';
import { globalId } from '../../../../schema-kit/global-id.js';
import type { PlannedCall } from '../../../../schema-kit/mutation.js';
import type { ZuoraClient } from '../../client.js';
import { SYSTEM, TITLE, USAGE_IMPORT_PREFIX } from '../../names.js';
import type { QueryOptions } from '../../object-query.js';
import { Text, Whole } from '../../schemas/wire.js';
import type { WriteDesk } from '../../writing/write-desk.js';
import type { UsageFile } from './csv-file.js';

export type UsageImportStatus = 'PENDING' | 'PROCESSING' | 'COMPLETED' | 'CANCELED' | 'FAILED' | 'UNKNOWN';

/** A usage file that Zuora has taken, and how far it is with it. */
export interface ZuoraUsageImport {
  readonly id: string;
  readonly zuoraId: string;
  readonly status: UsageImportStatus;
  readonly statusText: string | null;
  readonly message: string | null;
}

const STATUSES: Readonly<Record<string, UsageImportStatus>> = {
  pending: 'PENDING',
  processing: 'PROCESSING',
  completed: 'COMPLETED',
  canceled: 'CANCELED',
  failed: 'FAILED',
};

const Taken = z.object({ checkImportStatus: Text, size: Whole });
// The reference names the path and the words, not the property that they are in.
const Status = z.object({ importStatus: Text, status: Text, message: Text });

export function planImport(file: UsageFile): PlannedCall[] {
  const after = { bytes: file.bytes, rows: file.rows, file: file.text.slice(0, 1_000) };
  return [{ system: SYSTEM, action: 'POST_Usage', target: null, after }];
}

/**
 * Hands a file to Zuora, exactly once for an idempotency key. Zuora imports all of it or nothing, later.
 * https://developer.zuora.com/v1-api-reference/api/operation/POST_Usage/
 */
export async function importUsage(desk: WriteDesk, file: UsageFile, key: string | null): Promise<ZuoraUsageImport> {
  const digest = createHash('sha256').update(file.text).digest('hex');
  // At most 50 characters; shown at each record in Zuora.
  const name = `usage-${digest.slice(0, 16)}.csv`;
  const { checkImportStatus } = await desk.once(
    { operation: 'POST_Usage', key, input: digest },
    {
      result: Taken,
      replayed: true,
      send: (idempotencyKey) => {
        const body = new FormData();
        body.append('file', new Blob([file.text], { type: 'text/csv' }), name);
        return desk.client.write({
          operation: 'POST_Usage',
          method: 'POST',
          path: '/v1/usage',
          body,
          schema: Taken,
          idempotencyKey,
          ...desk.options,
        });
      },
      // What was taken shows only when it has been imported, and nothing lists what waits: that it is not there
      // cannot be told, so that it is never sent a second time under another key.
      find: async () => {
        throw new UpstreamError(
          SYSTEM,
          'UPSTREAM_CONFLICT',
          `${TITLE} failed while it took the file ${name}: look there (Billing, Usage) whether it was imported before you send it again.`,
          { outcome: 'unknown', retryable: false },
        );
      },
    },
  );
  const zuoraId = importIdOf(checkImportStatus);
  if (zuoraId === null) {
    throw new UpstreamError(
      SYSTEM,
      'UPSTREAM_INVALID_RESPONSE',
      `${TITLE} has taken the file ${name}, and did not say where its status is: look there (Billing, Usage).`,
      { outcome: 'unknown', retryable: false },
    );
  }
  return toImport(zuoraId, 'Pending', null);
}

/** Null if Zuora knows no such import. */
export async function readImport(
  client: ZuoraClient,
  zuoraId: string,
  options: QueryOptions,
): Promise<ZuoraUsageImport | null> {
  if (!IMPORT_ID.test(zuoraId)) return null;
  try {
    const { importStatus, status, message } = await client.read({
      operation: 'GET_UsageImportStatus',
      path: `/v1/usage/${zuoraId}/status`,
      schema: Status,
      ...options,
    });
    return toImport(zuoraId, importStatus ?? status, message);
  } catch (error) {
    if (error instanceof UpstreamError && error.code === 'UPSTREAM_NOT_FOUND') return null;
    throw error;
  }
}

const IMPORT_ID = /^[\w-]{1,64}$/;

/** Of `/v1/usage/{id}/status`. A host in front of it is not ours to call: only the id is taken. */
function importIdOf(address: string | null): string | null {
  const [, id] = /\/v1\/usage\/([^/?]+)\/status$/.exec(address ?? '') ?? [];
  return id !== undefined && IMPORT_ID.test(id) ? id : null;
}

function toImport(zuoraId: string, statusText: string | null, message: string | null): ZuoraUsageImport {
  return {
    id: globalId(USAGE_IMPORT_PREFIX, zuoraId),
    zuoraId,
    status: STATUSES[statusText?.toLowerCase() ?? ''] ?? 'UNKNOWN',
    statusText,
    message,
  };
}
