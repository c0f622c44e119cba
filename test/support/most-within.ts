/** The most of these moments, in milliseconds, that lie within any window of the length, wherever it begins. */
export function mostWithin(windowMs: number, moments: readonly number[]): number {
  const sorted = moments.toSorted((a, b) => a - b);
  let first = 0;
  let most = 0;
  for (const [last, moment] of sorted.entries()) {
    while ((sorted[first] ?? 0) <= moment - windowMs) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
