import type { z } from 'zod';

/** Why a change was not made, where its caller can do something about it. */
export type RefusalCode =
  | 'INVALID'
  | 'CARD_NUMBER'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'NOT_LINKED'
  | 'UNSUPPORTED'
  | 'REJECTED_BY_UPSTREAM'
  | 'FORBIDDEN';

export interface Problem {
  readonly code: RefusalCode;
  readonly message: string;
  /** Path of the argument that is wrong; null if none is. */
  readonly field: readonly string[] | null;
}

/** A change that was not made, with everything its caller has to put right. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join('; '));
  }
}

export function refusal(code: RefusalCode, message: string, field: readonly string[] | null = null): Refusal {
  return new Refusal([{ code, message, field }]);
}

/** What `schema` makes of `value`. Throws a Refusal that names every wrong field below `at`. */
export function checked<T>(schema: z.ZodType<T>, value: unknown, at: readonly string[] = ['input']): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Refusal(
    parsed.error.issues.map(({ path, message }) => ({
      code: 'INVALID',
      message,
      field: [...at, ...path.map(String)],
    })),
  );
}
