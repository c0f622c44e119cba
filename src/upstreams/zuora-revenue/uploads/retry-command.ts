import { refusal } from '../../../kernel/refusal.js';
import { readFile } from './admit.js';
import { type CreatedUpload, once, refuseProblems, templateFor, token, type WantedUpload } from './create.js';
import type { UploadDesk } from './desk.js';
import { decide, plannedRetry, replaceContent, retriable, sendAgain } from './retry.js';

export interface WantedRetry extends Pick<WantedUpload, 'csv' | 'fieldOf'> {
  readonly part: number | null;
  readonly byFile: boolean;
  readonly landed: boolean | null;
  readonly requestId: number | null;
}

/** Sends what failed of an upload again. Throws a Refusal where there is nothing to be sent, or more has to be told. */
export async function retryUpload(
  desk: UploadDesk,
  id: string,
  wanted: WantedRetry,
  { dryRun, signal }: { dryRun: boolean; signal: AbortSignal },
): Promise<CreatedUpload> {
  const { book, scope } = desk;
  const { part, landed, requestId } = wanted;
  const upload = await book.get(id);
  if (upload?.scope !== scope) throw refusal('NOT_FOUND', `There is no upload ${id}.`, ['id']);
  retriable(upload, part, landed !== null);
  if (part === null) {
    if (wanted.csv !== null || wanted.byFile) {
      throw refusal('INVALID', 'Other rows are for one part: say which.', ['input', 'part']);
    }
    if (dryRun) return { upload: null, plan: plannedRetry(upload, null, null) };
    await sendAgain(desk, upload, null);
  } else if (dryRun && wanted.csv === null) {
    return { upload: null, plan: landed ? [] : plannedRetry(upload, part, null) };
  } else if (landed !== null) {
    await decide(desk, upload, part, { landed, requestId });
  } else if (wanted.byFile) {
    await book.change(id, ['FAILED'], { putToken: token(), putPart: part });
  } else if (wanted.csv !== null) {
    const template = await templateFor(desk, upload.template, signal);
    const file = await readFile(desk, template, once(Buffer.from(wanted.csv(template))));
    try {
      refuseProblems(file, wanted.fieldOf);
      if (dryRun) return { upload: null, plan: plannedRetry(upload, part, file.checked.rows) };
      await replaceContent(desk, upload, part, file);
    } finally {
      await file.spool.remove();
    }
  } else {
    await sendAgain(desk, upload, part);
  }
  return { upload: await book.get(id) };
}
