import { nowOf, UPLOAD_TASK, type UploadDesk } from './desk.js';

const PAGE = 100;
// Rows that came with a request are checked within its deadline.
const LONGEST_CHECK_MS = 300_000;

/**
 * Starts what is under way and has no task because a process ended in between; how much that was. What had
 * been checked by a request that ended with the process is given up: nothing of it was sent.
 */
export async function resumeUploads(desk: UploadDesk): Promise<number> {
  const { book, scope, tasks, clock } = desk;
  const checked = await book.page({ scope, states: ['VALIDATING'], first: PAGE, after: null });
  for (const { id, putToken, createdAt } of checked.uploads) {
    if (putToken !== null || Date.parse(createdAt) > clock.now() - LONGEST_CHECK_MS) continue;
    const failure = 'The gateway ended while it checked the rows; nothing of them was sent.';
    await book.change(id, ['VALIDATING'], { state: 'FAILED', failure, finishedAt: nowOf(desk) });
  }
  let started = 0;
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof book.page>> = await book.page({
      scope,
      states: ['UPLOADING', 'COLLECTING'],
      first: PAGE,
      after,
    });
    started += await tasks.startMissing(UPLOAD_TASK, page.uploads);
    after = page.uploads.at(-1)?.id ?? null;
    if (!page.more) return started;
  }
}
