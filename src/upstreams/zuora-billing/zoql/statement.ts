/** Most conditions of one `where`, and most rows of one call. https://docs.zuora.com/en/zuora-platform/data/legacy-query-methods/zoql */
export const MAX_CONDITIONS = 200;
export const MAX_ROWS = 2000;

/** One object, the fields wanted of it, and values of which one has to be met; every row where there is none. */
export interface Statement {
  readonly from: string;
  readonly select: readonly string[];
  readonly where?: {
    readonly field: string;
    readonly values: readonly string[];
    /** Equal to one of the values, unless said otherwise. */
    readonly comparison?: '=' | '>=';
  };
}

/**
 * The text of a statement. Keywords have to be in lower case. There is no IN, so that each value is a condition of its own.
 * @throws RangeError if there are more values than a `where` takes
 */
export function zoql({ from, select, where }: Statement): string {
  const all = `select ${select.join(', ')} from ${from}`;
  if (!where) return all;
  if (where.values.length === 0 || where.values.length > MAX_CONDITIONS) {
    throw new RangeError(`a where clause takes 1 to ${MAX_CONDITIONS} conditions, not ${where.values.length}`);
  }
  const { comparison = '=' } = where;
  return `${all} where ${where.values.map((value) => `${where.field} ${comparison} ${quoted(value)}`).join(' or ')}`;
}

/** A text literal. Quote and backslash are escaped with a backslash; nothing else is special between quotes. */
function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}
