/** A query that Zuora would not take; `code` and `message` as it answers. */
export class BadQuery extends Error {
  override readonly name = 'BadQuery';
  constructor(
    readonly code: 'MALFORMED_QUERY' | 'INVALID_TYPE' | 'INVALID_FIELD' | 'INVALID_VALUE' | 'INVALID_QUERY_LOCATOR',
    message: string,
  ) {
    super(message);
  }
}

export const COMPARISONS = ['=', '!=', '<>', '<=', '>=', '<', '>', 'like'] as const;
export type Comparison = (typeof COMPARISONS)[number];

export interface Condition {
  readonly field: string;
  readonly comparison: Comparison;
  readonly value: string | number | boolean | null;
}

export interface Query {
  readonly select: readonly string[];
  readonly from: string;
  /** One of these groups has to hold, with every condition in it; empty if everything is asked for. */
  readonly where: readonly (readonly Condition[])[];
}

const MOST_CONDITIONS = 200;
// Text in quotes with its escapes, a word or number, or a mark.
const TOKEN = /\s*(?:'((?:[^'\\]|\\.)*)'|([\w.:+-]+)|(!=|<>|<=|>=|[=<>,*()]))/sy;

interface Token {
  readonly kind: 'text' | 'word' | 'mark' | 'end';
  readonly text: string;
}

/** @throws BadQuery */
export function parseQuery(text: string): Query {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = (): Token => tokens[at] ?? { kind: 'end', text: '' };
  const take = (): Token => {
    const token = peek();
    at += 1;
    return token;
  };
  const keyword = (word: string) => {
    // Keywords in upper case are refused, too.
    const token = take();
    if (token.kind !== 'word' || token.text !== word) throw malformed(`"${word}" expected at "${token.text}"`);
  };
  const name = () => {
    const token = take();
    if (token.kind !== 'word') throw malformed(`a name expected at "${token.text}"`);
    return token.text;
  };

  keyword('select');
  const select = [name()];
  while (peek().text === ',') {
    take();
    select.push(name());
  }
  keyword('from');
  const from = name();
  if (peek().kind === 'end') return { select, from, where: [] };
  keyword('where');
  const groups: Condition[][] = [[condition(name, take)]];
  let count = 1;
  while (peek().kind !== 'end') {
    const joint = take();
    if (joint.kind !== 'word' || (joint.text !== 'and' && joint.text !== 'or')) {
      throw malformed(`"and" or "or" expected at "${joint.text}"`);
    }
    const next = condition(name, take);
    // "and" binds before "or", and there are no parentheses.
    if (joint.text === 'or') groups.push([next]);
    else groups.at(-1)?.push(next);
    count += 1;
  }
  if (count > MOST_CONDITIONS) throw malformed(`a where clause takes ${MOST_CONDITIONS} conditions, not ${count}`);
  return { select, from, where: groups };
}

function condition(name: () => string, take: () => Token): Condition {
  const field = name();
  const mark = take();
  const comparison = COMPARISONS.find((one) => one === mark.text);
  if (comparison === undefined || mark.kind === 'text') throw malformed(`no comparison: "${mark.text}"`);
  const value = take();
  if (value.kind === 'text') return { field, comparison, value: value.text };
  if (value.kind !== 'word') throw malformed(`a value expected at "${value.text}"`);
  return { field, comparison, value: literal(value.text) };
}

function literal(text: string): string | number | boolean | null {
  if (text === 'null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  if (Number.isNaN(Number(text))) throw malformed(`text must stand in quotes: ${text}`);
  return Number(text);
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  for (let at = 0; at < end; ) {
    TOKEN.lastIndex = at;
    const [all, quoted, word, mark] = TOKEN.exec(text) ?? [];
    if (all === undefined) throw malformed(`cannot be read from: ${text.slice(at, at + 20)}`);
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replaceAll(/\\(.)/gs, '$1') });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'mark', text: mark ?? '' });
    at += all.length;
  }
  return tokens;
}

function malformed(what: string): BadQuery {
  return new BadQuery('MALFORMED_QUERY', `You have an error in your ZOQL syntax: ${what}`);
}
