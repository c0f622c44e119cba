import { createHash } from 'node:crypto';

/** The id of a run that follows from what it is about: the same parts are the same run, however often it is asked for. */
export function runIdOf(prefix: string, parts: readonly unknown[]): string {
  return `${prefix}${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 28)}`;
}
