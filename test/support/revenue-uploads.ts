import { expect } from 'vitest';
import type { TestGateway } from './gateway.js';

export interface UploadAnswer {
  readonly id: string;
  readonly status: string;
  readonly rows: number;
  readonly rowsUploaded: number;
  readonly failure: string | null;
  readonly putUrl: string | null;
  readonly stageErrorsUrl: string;
  readonly stageErrorCount: number;
  readonly collectionJobId: string | null;
  readonly finishedAt: string | null;
  readonly problemCount: number;
  readonly problems: readonly { line: number | null; column: string | null; reason: string }[];
  readonly parts: readonly PartAnswer[];
  readonly stageErrors: { nodes: readonly Record<string, unknown>[] };
}

export interface PartAnswer {
  readonly number: number;
  readonly status: string;
  readonly rows: number;
  readonly fileName: string;
  readonly requestId: number | null;
  readonly attempt: number;
  readonly message: string | null;
  readonly csvUrl: string;
}

export interface UploadPayloadAnswer {
  readonly upload: UploadAnswer | null;
  readonly plan: readonly { action: string; target: string | null; after: unknown }[] | null;
  readonly userErrors: readonly { code: string; message: string; field: string[] | null }[];
}

const UPLOAD = `id status rows rowsUploaded failure putUrl stageErrorsUrl stageErrorCount collectionJobId finishedAt
  problemCount problems { line column reason }
  parts { number status rows fileName requestId attempt message csvUrl }
  stageErrors { nodes { message soLineId invLineId line part row } }`;
const PAYLOAD = `upload { ${UPLOAD} } plan { action target after } userErrors { code message field }`;
const ENDED = ['STAGED', 'STAGED_WITH_ERRORS', 'COLLECTED', 'FAILED'];

/** Uploads through a gateway. */
export function uploadsOf(query: TestGateway['query']) {
  const ask = async <T>(text: string, variables: object): Promise<T> => {
    const { data, errors } = await query<T>(text, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const upload = async (id: string): Promise<UploadAnswer> => {
    const text = `query ($id: ID!) { revenueUpload(id: $id) { ${UPLOAD} } }`;
    return (await ask<{ revenueUpload: UploadAnswer }>(text, { id })).revenueUpload;
  };
  const until = async (id: string, holds: (upload: UploadAnswer) => boolean): Promise<UploadAnswer> => {
    for (;;) {
      const found = await upload(id);
      if (holds(found)) return found;
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  };
  return {
    upload,
    until,
    ended: (id: string | undefined) => until(id ?? '', ({ status }) => ENDED.includes(status)),
    async create(input: object, more: { idempotencyKey?: string; dryRun?: boolean } = {}) {
      const text = `mutation ($input: RevenueUploadCreateInput!, $idempotencyKey: String, $dryRun: Boolean) {
        payload: revenueUploadCreate(input: $input, idempotencyKey: $idempotencyKey, dryRun: $dryRun) { ${PAYLOAD} } }`;
      const variables = { input: { template: 'Order Lines', ...input }, ...more };
      return (await ask<{ payload: UploadPayloadAnswer }>(text, variables)).payload;
    },
    async retry(id: string, input: object = {}, dryRun = false) {
      const text = `mutation ($id: ID!, $input: RevenueUploadRetryInput!, $dryRun: Boolean!) {
        payload: revenueUploadRetry(id: $id, input: $input, dryRun: $dryRun) { ${PAYLOAD} } }`;
      return (await ask<{ payload: UploadPayloadAnswer }>(text, { id, input, dryRun })).payload;
    },
    ask,
  };
}

/** As `curl -T` sends a file. */
export async function put(url: string | null | undefined, body: string | Buffer) {
  const response = await fetch(url ?? '', {
    method: 'PUT',
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
