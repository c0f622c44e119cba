import { readUploadStatus } from '../reading/uploads.js';
import { pollWait, type UploadDesk } from './desk.js';

// Ids are not known to be without gaps.
const MISSES_TO_END = 5;
const MOST_LOOKED_AT = 200;
// A request that was cut off may still be read when we look for the first time.
const SETTLE_LOOKS = 4;

const NEWEST = 'newest-upload-request';

/** The newest request id of the tenant that this gateway knows; null before its first upload. */
export async function newestRequest({ kept, scope }: UploadDesk): Promise<number | null> {
  const found = (await kept.get({ scope, kind: NEWEST }, ['id'])).get('id');
  return typeof found?.document === 'number' ? found.document : null;
}

export async function noteRequest(desk: UploadDesk, id: number): Promise<void> {
  const known = await newestRequest(desk);
  if (known === null || known < id)
    await desk.kept.put({ scope: desk.scope, kind: NEWEST }, 'id', id, desk.clock.now());
}

/**
 * Finds out what became of requests whose answers were lost. Zuora Revenue cannot be asked for a file by its name, only for
 * a request by its id; ids grow. So the ids after the newest one that was known when the request was sent are looked at:
 * none there, and nothing arrived; as many unknown ones as requests were lost, and they are these; anything else is for
 * a person to find out. While an answer is lost nothing is sent, so nothing of ours can be mistaken for it.
 */
async function findLost(desk: UploadDesk, signal: AbortSignal): Promise<void> {
  const { book, clock, scope } = desk;
  for (let look = 0; ; look += 1) {
    const open = await book.partsIn(scope, ['SENDING', 'LOST']);
    const lost = open.filter(({ state }) => state === 'LOST');
    if (lost.length === 0) return;
    // Whatever is being sent has an id that nobody knows yet: it has to be answered first.
    if (open.length > lost.length) {
      await clock.wait(pollWait(desk, look), signal);
      continue;
    }
    const baselines = lost.flatMap(({ baseline }) => baseline ?? []);
    if (baselines.length < lost.length) return await giveUp(desk, lost, 'no earlier request is known to look after');
    const arrived = await arrivedAfter(desk, Math.min(...baselines), signal);
    if (arrived.length === lost.length) {
      for (const [at, part] of lost.entries()) {
        const requestId = arrived[at] ?? null;
        if (requestId !== null) await noteRequest(desk, requestId);
        await book.changePart(part.uploadId, part.number, ['LOST'], { state: 'SENT', requestId });
      }
      return;
    }
    if (arrived.length > 0) return await giveUp(desk, lost, `${arrived.length} requests could be it`);
    for (const part of lost) await book.changePart(part.uploadId, part.number, ['LOST'], { state: 'READY' });
    return;
  }
}

/** Ids of requests that are not of uploads known here, oldest first. Nothing is only believed after several looks. */
async function arrivedAfter(desk: UploadDesk, baseline: number, signal: AbortSignal): Promise<readonly number[]> {
  const { book, client, clock, scope } = desk;
  for (let look = 0; look < SETTLE_LOOKS; look += 1) {
    if (look > 0) await clock.wait(pollWait(desk, look), signal);
    const there: number[] = [];
    let misses = 0;
    for (let id = baseline + 1; misses < MISSES_TO_END && id <= baseline + MOST_LOOKED_AT; id += 1) {
      const status = await readUploadStatus(client, id, signal);
      misses = status === null ? misses + 1 : 0;
      if (status !== null) there.push(id);
    }
    const known = await book.knownRequests(scope, there);
    const unknown = there.filter((id) => !known.has(id));
    if (unknown.length > 0) return unknown;
  }
  return [];
}

async function giveUp(
  { book }: UploadDesk,
  lost: readonly { readonly uploadId: string; readonly number: number; readonly fileName: string }[],
  why: string,
): Promise<void> {
  for (const { uploadId, number, fileName } of lost) {
    const message = `The answer was lost, and ${why}. Look in Zuora Revenue whether ${fileName} arrived.`;
    await book.changePart(uploadId, number, ['LOST'], { state: 'UNCERTAIN', message });
  }
}

/** One look at a time in this process: two would each take what both have lost for their own. */
export function oneLookAtATime(desk: UploadDesk): (signal: AbortSignal) => Promise<void> {
  let looking: Promise<void> | null = null;
  return (signal) => {
    looking ??= findLost(desk, signal).finally(() => {
      looking = null;
    });
    return looking;
  };
}
