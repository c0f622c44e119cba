import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import { refusal } from '../../../kernel/refusal.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { SYSTEM } from '../names.js';
import { everyRow } from '../paging/start-pages.js';
import { onlyOne } from '../writing/only-one.js';
import type { WriteDesk } from '../writing/write-desk.js';
import { type Notice, type NoticeFilter, type NoticeKind, noticeList } from './kinds.js';
import type { Request } from './requests.js';
import { withoutSecrets } from './secrets.js';

const Made = z.object({ id: z.string() });
// Clocks differ, and the object was made after its request was sent.
const SKEW_MS = 60_000;

export function planned(action: string, target: string | null, request: Request | null): PlannedCall[] {
  return [{ system: SYSTEM, action, target, after: request && withoutSecrets(request) }];
}

/**
 * Makes an object exactly once and gives Zuora's id of it. What is secret in it is kept nowhere: to the ledger, two
 * requests that differ in that alone are one.
 */
export async function createNotice(
  desk: WriteDesk,
  kind: NoticeKind,
  request: Request,
  filter: NoticeFilter,
  key: string | null,
): Promise<string> {
  const { create } = kind.operations;
  const named = async () => {
    const rows = await everyRow(desk.client, noticeList(kind, filter), desk.options);
    return rows.filter(({ name }) => name === request.name);
  };
  let looked = false;
  const { id } = await desk.once(
    { operation: create, key, input: withoutSecrets(request) },
    {
      result: Made,
      replayed: kind.keyed,
      send: async (idempotencyKey) => {
        // Before the first attempt: a later look could not tell an older one of the name from the one that was made.
        if (!kind.keyed && !looked) refuseTaken(kind, await named());
        looked = true;
        return await desk.client.write({
          operation: create,
          method: 'POST',
          path: kind.path,
          body: request,
          schema: Made,
          ...(kind.keyed && { idempotencyKey }),
          ...desk.options,
        });
      },
      find: async (since) => {
        const from = new Date(since - SKEW_MS).toISOString();
        const fits = (await named()).filter(
          ({ eventTypeName, createdAt }) =>
            (createdAt ?? from) >= from && (request.eventTypeName ?? eventTypeName) === eventTypeName,
        );
        const made = onlyOne(fits, `${kind.title}s`);
        return made && { id: made.zuoraId };
      },
    },
  );
  return id;
}

function refuseTaken({ title }: NoticeKind, [taken]: readonly Notice[]): void {
  if (taken) throw refusal('CONFLICT', `There is a ${title} called ${taken.name} already.`, ['input', 'name']);
}

/** A PUT of values, which may be sent again. */
export async function updateNotice(desk: WriteDesk, kind: NoticeKind, id: string, request: Request): Promise<void> {
  await desk.client.write({
    operation: kind.operations.update,
    method: 'PUT',
    path: pathOf(kind, id),
    body: request,
    schema: z.unknown(),
    repeatable: true,
    ...desk.options,
  });
}

export async function deleteNotice(desk: WriteDesk, kind: NoticeKind, id: string): Promise<void> {
  const operation = kind.operations.delete;
  await desk.once(
    { operation, key: null, input: id },
    {
      result: z.unknown(),
      send: () =>
        desk.client.write({
          operation,
          method: 'DELETE',
          path: pathOf(kind, id),
          schema: z.unknown(),
          ...desk.options,
        }),
      find: async () => ((await readNotice(desk, kind, id)) === null ? { id } : null),
    },
  );
}

type Reading = Pick<WriteDesk, 'client' | 'options'>;

/** The object as Zuora has it now; null if there is none. */
export function readNotice<T extends Notice>(desk: Reading, kind: NoticeKind<T>, id: string): Promise<T | null> {
  return readAs(desk, kind, id, kind.row);
}

/** All that Zuora says of it, secrets included: to be sent back, and never to be shown or kept. */
export function readWhole(desk: Reading, kind: NoticeKind, id: string): Promise<Request | null> {
  return readAs(desk, kind, id, z.record(z.string(), z.unknown()));
}

async function readAs<R>({ client, options }: Reading, kind: NoticeKind, id: string, schema: z.ZodType<R>) {
  try {
    return await client.read({ operation: kind.operations.get, path: pathOf(kind, id), schema, ...options });
  } catch (error) {
    if (error instanceof UpstreamError && error.code === 'UPSTREAM_NOT_FOUND') return null;
    throw error;
  }
}

const pathOf = ({ path }: NoticeKind, id: string) => `${path}/${encodeURIComponent(id)}`;
