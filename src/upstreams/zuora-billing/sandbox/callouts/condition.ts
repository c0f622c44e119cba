import type { FieldValue } from '../state/record.js';

type Value = FieldValue | undefined;

const TOKEN =
  /\s*(?:(\|\||&&|==|!=|>=|<=|[()!<>])|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(\d+(?:\.\d+)?)|([A-Za-z_][\w.]*))\s*/y;
const WORDS: Readonly<Record<string, string>> = {
  ...{ and: '&&', or: '||', not: '!', eq: '==', ne: '!=', gt: '>', lt: '<', ge: '>=', le: '<=' },
};
const LITERALS: Readonly<Record<string, Value>> = { true: true, false: false, null: null };

type Token = { readonly sign: string } | { readonly value: Value } | { readonly name: string };

/**
 * Whether a trigger's condition holds: the JEXL of Zuora's examples, which is comparisons joined by `&&`, `||`, `!` and brackets.
 * @throws Error for any other
 */
export function holds(condition: string, read: (name: string) => Value): boolean {
  const tokens = tokensOf(condition);
  let at = 0;
  const takes = (...signs: string[]): string | null => {
    const token = tokens[at];
    if (token === undefined || !('sign' in token) || !signs.includes(token.sign)) return null;
    at += 1;
    return token.sign;
  };
  const either = (): Value => {
    let value = both();
    while (takes('||') !== null) {
      const right = both();
      value = isTrue(value) || isTrue(right);
    }
    return value;
  };
  const both = (): Value => {
    let value = negated();
    while (takes('&&') !== null) {
      const right = negated();
      value = isTrue(value) && isTrue(right);
    }
    return value;
  };
  const negated = (): Value => (takes('!') === null ? compared() : !isTrue(negated()));
  const compared = (): Value => {
    const left = operand();
    const sign = takes('==', '!=', '>', '<', '>=', '<=');
    return sign === null ? left : compare(left, sign, operand());
  };
  const operand = (): Value => {
    if (takes('(') !== null) {
      const value = either();
      if (takes(')') === null) throw new Error(`a bracket is left open in ${condition}`);
      return value;
    }
    const token = tokens[at];
    if (token === undefined || 'sign' in token) throw new Error(`${condition} cannot be evaluated here`);
    at += 1;
    return 'name' in token ? read(token.name) : token.value;
  };
  const value = either();
  if (at < tokens.length) throw new Error(`${condition} cannot be evaluated here`);
  return isTrue(value);
}

function tokensOf(condition: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < condition.length; at = TOKEN.lastIndex) {
    const found = TOKEN.exec(condition);
    if (found === null) throw new Error(`${condition} cannot be evaluated here`);
    const [, sign, single, double, number, word] = found;
    const text = single ?? double;
    if (sign !== undefined) tokens.push({ sign });
    else if (text !== undefined) tokens.push({ value: text.replaceAll(/\\(.)/g, '$1') });
    else if (number !== undefined) tokens.push({ value: Number(number) });
    else if (Object.hasOwn(WORDS, word ?? '')) tokens.push({ sign: WORDS[word ?? ''] ?? '' });
    else if (Object.hasOwn(LITERALS, word ?? '')) tokens.push({ value: LITERALS[word ?? ''] });
    else tokens.push({ name: word ?? '' });
  }
  return tokens;
}

function compare(left: Value, sign: string, right: Value): boolean {
  if (sign === '==') return isSame(left, right);
  if (sign === '!=') return !isSame(left, right);
  if (left == null || right == null) return false;
  const numbers = [Number(left), Number(right)];
  const [a, b] = numbers.some(Number.isNaN) ? [String(left), String(right)] : numbers;
  if (a === undefined || b === undefined) return false;
  return sign === '>' ? a > b : sign === '<' ? a < b : sign === '>=' ? a >= b : a <= b;
}

function isSame(left: Value, right: Value): boolean {
  if (left == null || right == null) return (left ?? null) === (right ?? null);
  if (typeof left === 'number' || typeof right === 'number') return Number(left) === Number(right);
  return String(left) === String(right);
}

const isTrue = (value: Value) => value === true || value === 'true';
