import type { RequestMatch } from './types.js';

const SHAPE = /^(\*|[A-Z]+) (\/\S*)$/;

/**
 * Reads a `RequestMatch` into a test for a method and a path without its query string.
 * @throws Error if the match is neither `*` nor `METHOD /path`
 */
export function requestMatcher(match: RequestMatch): (method: string, path: string) => boolean {
  if (match === '*') return () => true;
  const [, method, pattern] = SHAPE.exec(match) ?? [];
  if (method === undefined || pattern === undefined) {
    throw new Error(
      `"${match}" is no request match: write "METHOD /path" (with * for one segment, ** at the end) or "*"`,
    );
  }
  const open = pattern.endsWith('/**');
  const source = (open ? pattern.slice(0, -3) : pattern)
    .split('/')
    .map((segment) => segment.split('*').map(escaped).join('[^/]*'))
    .join('/');
  const path = new RegExp(`^${source}${open ? '(/.*)?' : ''}$`);
  return (asked, at) => (method === '*' || method === asked) && path.test(at);
}

const escaped = (text: string) => text.replace(/[\\^$.|?+()[\]{}]/g, '\\$&');
