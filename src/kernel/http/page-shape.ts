import { z } from 'zod';

/**
 * A page of a list whose rows may be left out when there are none, as empty fields often are. An answer without rows that
 * holds something else than a page does is no empty page, but an answer to another question.
 */
export function pageShape<Shape extends z.ZodRawShape>(shape: Shape, others: readonly string[] = []) {
  const known = new Set([...Object.keys(shape), ...others]);
  return z
    .object(shape)
    .loose()
    .refine(
      (page) =>
        Object.keys(shape).some((name) => Array.isArray(page[name])) ||
        Object.keys(page).every((name) => known.has(name)),
      'there are neither rows nor an empty page',
    );
}

/**
 * What is made of the schema of a row, once: a schema of its own for each answer costs more than the answer, for zod
 * compiles what is used for the first time.
 */
export function oncePerRow<Page extends z.ZodType>(pageOf: (row: z.ZodType) => Page): <T>(row: z.ZodType<T>) => Page {
  const made = new WeakMap<z.ZodType, Page>();
  return (row) => {
    const known = made.get(row) ?? pageOf(row);
    made.set(row, known);
    return known;
  };
}
