/**
 * Whether a Zuora-Version is `since` or later. Dated versions came after the numbered ones, and Zuora takes a value that
 * it does not know for 186.0. https://developer.zuora.com/docs/guides/api-versioning
 */
export function isVersionSince(version: string, since: string): boolean {
  const [mine, theirs] = [rank(version), rank(since)];
  return mine[0] - theirs[0] > 0 || (mine[0] === theirs[0] && mine[1] >= theirs[1]);
}

function rank(version: string): [age: number, order: number] {
  if (/^\d{4}-\d{2}-\d{2}$/.test(version)) return [1, Number(version.replaceAll('-', ''))];
  return [0, /^\d+(\.\d+)?$/.test(version) ? Number(version) : 186];
}
