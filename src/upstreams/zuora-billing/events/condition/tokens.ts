import { NotJexl, OPERATOR_WORDS } from './syntax.js';

export interface Token {
  readonly kind: 'number' | 'string' | 'name' | 'operator' | 'end';
  /** Of a string what it says, of an operator its usual spelling. */
  readonly text: string;
  /** As it was written. */
  readonly raw: string;
  readonly at: number;
}

// Longer ones first, so that `<=` is not `<` and `=`.
const OPERATORS = /\?\?|\?:|\.\.|&&|\|\||==|!=|<=|>=|=~|!~|=\^|!\^|=\$|!\$|[<>=+\-*/%!~&|^?:.,()[\]{};]/y;
// With the suffixes for long, big integer, float, double and big decimal.
const NUMBER = /(?:\d+(?:\.(?!\.)\d+)?(?:[eE][+-]?\d+)?|\.\d+)[lLhHfFdDbB]?(?!\w|\.(?!\.))/y;
const NAME = /[A-Za-z_$@][\w$@]*/y;
const SPACE = /(?:\s|##[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** The words and signs of a JEXL expression; comments and white space are left out. Throws NotJexl. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = skip(text, 0);
  while (at < text.length) {
    const token = tokenAt(text, at, tokens.at(-1)?.text === '.');
    tokens.push(token);
    at = skip(text, at + token.raw.length);
  }
  return [...tokens, { kind: 'end', text: '', raw: '', at: text.length }];
}

function skip(text: string, at: number): number {
  return at + (match(SPACE, text, at)?.length ?? 0);
}

function tokenAt(text: string, at: number, afterDot: boolean): Token {
  const sign = text.charAt(at);
  if (sign === "'" || sign === '"') return stringAt(text, at, sign);
  const number = match(NUMBER, text, at);
  if (number) return { kind: 'number', text: number, raw: number, at };
  const name = match(NAME, text, at);
  if (name) {
    // A field may be called like an operator.
    const operator = afterDot || !Object.hasOwn(OPERATOR_WORDS, name) ? null : OPERATOR_WORDS[name];
    return operator ? { kind: 'operator', text: operator, raw: name, at } : { kind: 'name', text: name, raw: name, at };
  }
  const operator = match(OPERATORS, text, at);
  if (operator) return { kind: 'operator', text: operator, raw: operator, at };
  throw new NotJexl(`has ${JSON.stringify(sign)} where JEXL knows nothing of the kind`, at);
}

function stringAt(text: string, at: number, quote: string): Token {
  let said = '';
  for (let place = at + 1; place < text.length; place += 1) {
    const sign = text.charAt(place);
    if (sign === quote) return { kind: 'string', text: said, raw: text.slice(at, place + 1), at };
    if (sign === '\n' || sign === '\r') break;
    if (sign === '\\') {
      place += 1;
      said += escaped(text.charAt(place), quote);
    } else said += sign;
  }
  throw new NotJexl('has a text that does not end', at);
}

/** What a backslash before anything else stands for is the backslash and the sign. */
function escaped(sign: string, quote: string): string {
  return sign === '\\' || sign === quote ? sign : (ESCAPES[sign] ?? `\\${sign}`);
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
