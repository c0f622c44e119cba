import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import type { Problem } from '../../../kernel/refusal.js';
import { Instant } from '../schemas/wire.js';
import type { TogaiDesk } from '../writing/togai-desk.js';

/** Most of one call. https://docs.togai.com/api-reference/aliases/create-an-alias */
export const ALIASES_PER_CALL = 100;

export interface CreatedAliases {
  readonly created: readonly string[];
  readonly problems: readonly Problem[];
}

const Alias = z.object({ value: z.string(), createdAt: Instant });
type Alias = z.infer<typeof Alias>;
// Togai's clock may be this far behind ours.
const SKEW_MS = 5_000;

export const aliasesBody = (values: readonly string[]) => ({ aliases: values.map((value) => ({ value })) });

/** Makes aliases, a hundred a call. Those that are there already do not keep the others out. */
export async function createAliases(desk: TogaiDesk, values: readonly string[]): Promise<CreatedAliases> {
  const created: string[] = [];
  const problems: Problem[] = [];
  for (let start = 0; start < values.length; start += ALIASES_PER_CALL) {
    const batch = values.slice(start, start + ALIASES_PER_CALL);
    const place = (value: string) => ['aliases', String(start + batch.indexOf(value))];
    try {
      const { made, taken, refused } = await createBatch(desk, batch);
      created.push(...made);
      const there = (value: string) => `There is an alias ${value} already.`;
      problems.push(
        ...taken.map((value): Problem => ({ code: 'CONFLICT', message: there(value), field: place(value) })),
      );
      for (const value of refused?.values ?? []) {
        problems.push({ code: 'REJECTED_BY_UPSTREAM', message: refused?.message ?? '', field: place(value) });
      }
    } catch (error) {
      // With nothing made, the error says all. Else the caller has to know what is.
      if (!(error instanceof UpstreamError) || created.length === 0) throw error;
      const message = `Aliases ${start} to ${values.length - 1} may be missing: ask for them again. (${error.message})`;
      problems.push({ code: 'REJECTED_BY_UPSTREAM', message, field: ['aliases'] });
      break;
    }
  }
  return { created, problems };
}

interface Batch {
  readonly made: readonly string[];
  readonly taken: readonly string[];
  readonly refused?: { readonly values: readonly string[]; readonly message: string };
}

/** A batch with one alias that is there already is refused as a whole, without saying which: the others go again. */
async function createBatch(desk: TogaiDesk, values: readonly string[]): Promise<Batch> {
  try {
    return await send(desk, values);
  } catch (error) {
    if (!isRefused(error)) throw error;
    const there = await lookUp(desk, values);
    const rest = values.filter((value) => !there.has(value));
    const taken = values.filter((value) => there.has(value));
    if (taken.length === 0) return { made: [], taken, refused: { values, message: error.message } };
    if (rest.length === 0) return { made: [], taken };
    try {
      const again = await send(desk, rest);
      return { made: again.made, taken: [...taken, ...again.taken] };
    } catch (second) {
      if (!isRefused(second)) throw second;
      return { made: [], taken, refused: { values: rest, message: second.message } };
    }
  }
}

/** One call; after an answer that was lost each of them is looked for, and only what is missing is sent again. */
async function send(desk: TogaiDesk, values: readonly string[]): Promise<Batch> {
  let missing = values;
  const taken: string[] = [];
  await desk.once(
    { operation: 'createAlias', key: null, input: values },
    {
      result: z.unknown(),
      send: () =>
        desk.client.write({
          operation: 'createAlias',
          method: 'POST',
          path: '/aliases',
          body: aliasesBody(missing),
          schema: z.unknown(),
          ...desk.options,
        }),
      find: async (since) => {
        const there = await lookUp(desk, missing);
        for (const [value, { createdAt }] of there) {
          if (createdAt === null || Date.parse(createdAt) < since - SKEW_MS) taken.push(value);
        }
        missing = missing.filter((value) => !there.has(value));
        return missing.length === 0 ? { done: true } : null;
      },
    },
  );
  return { made: values.filter((value) => !taken.includes(value)), taken };
}

async function lookUp(desk: TogaiDesk, values: readonly string[]): Promise<ReadonlyMap<string, Alias>> {
  const found = await Promise.all(
    values.map((value) =>
      desk.client.find({
        operation: 'getAlias',
        path: `/aliases/${encodeURIComponent(value)}`,
        schema: Alias,
        ...desk.options,
      }),
    ),
  );
  return new Map(values.flatMap((value, at) => (found[at] ? [[value, found[at]] as const] : [])));
}

function isRefused(error: unknown): error is UpstreamError {
  if (!(error instanceof UpstreamError) || error.outcome === 'unknown') return false;
  return error.code === 'UPSTREAM_REJECTED' || error.code === 'UPSTREAM_CONFLICT';
}
