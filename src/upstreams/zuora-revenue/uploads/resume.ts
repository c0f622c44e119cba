import { UPLOAD_TASK, type UploadDesk } from './desk.js';

const PAGE = 100;

/** Starts what is under way and has no task because the process ended in between; one that has a task keeps it. */
export async function resumeUploads({ book, scope, tasks }: UploadDesk): Promise<void> {
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof book.page>> = await book.page({
      scope,
      states: ['UPLOADING', 'COLLECTING'],
      first: PAGE,
      after,
    });
    for (const { id, runs } of page.uploads) await tasks.start(UPLOAD_TASK, id, runs);
    after = page.uploads.at(-1)?.id ?? null;
    if (!page.more) return;
  }
}
