/** What the work comes to, or the error if it has not come to anything in time; the work itself goes on. */
export async function within<T>(ms: number, work: Promise<T>, late: () => Error): Promise<T> {
  const over = Promise.withResolvers<never>();
  const timer = setTimeout(() => over.reject(late()), ms);
  return await Promise.race([work, over.promise]).finally(() => clearTimeout(timer));
}
