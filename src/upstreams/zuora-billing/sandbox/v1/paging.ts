const DEFAULT_PAGE_SIZE = 20;
/** Larger pages are asked for in vain. */
const LARGEST_PAGE = 40;

interface V1Page {
  readonly page: number;
  readonly pageSize: number;
}

/** Null if the parameters are no positive whole numbers. `page` counts only beside `pageSize`. */
export function readPage(query: URLSearchParams): V1Page | null {
  const size = positive(query.get('pageSize'), DEFAULT_PAGE_SIZE);
  const page = positive(query.get('page'), 1);
  if (size === null || page === null) return null;
  return { page: query.has('pageSize') ? page : 1, pageSize: Math.min(size, LARGEST_PAGE) };
}

/** The page's part of `all`, and the address of the next page unless this is the last. */
export function cut<T>(all: readonly T[], { page, pageSize }: V1Page, here: URL): { part: T[]; nextPage?: string } {
  const from = (page - 1) * pageSize;
  const part = all.slice(from, from + pageSize);
  if (from + pageSize >= all.length) return { part };
  const next = new URL(here);
  next.searchParams.set('page', String(page + 1));
  next.searchParams.set('pageSize', String(pageSize));
  return { part, nextPage: next.href };
}

function positive(text: string | null, otherwise: number): number | null {
  if (text === null) return otherwise;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
