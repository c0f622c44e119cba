import { BINARY_OPERATORS, type BinaryOperator, type Expression, NotJexl, type UnaryOperator } from './syntax.js';
import { type Token, tokensOf } from './tokens.js';

// Each level of nesting costs a few frames of the stack; nobody writes a condition as deep as this.
const DEEPEST = 100;
/** Between two operators of these levels there is no third: `a == b == c` is no JEXL. */
const SINGLE: ReadonlySet<string> = new Set([...BINARY_OPERATORS[5], ...BINARY_OPERATORS[6]]);
const UNARY: ReadonlySet<string> = new Set(['!', '-', '+', '~'] satisfies UnaryOperator[]);
/** Words that begin what is no expression. */
const STATEMENTS: ReadonlySet<string> = new Set(
  'if else for foreach while do new var let const return in continue break function'.split(' '),
);
const LEVELS = new Map<string, number>(
  BINARY_OPERATORS.flatMap((operators, level) => operators.map((operator) => [operator, level] as const)),
);

/**
 * Reads one JEXL expression, as Apache Commons JEXL does: fields, literals, lists, operators in signs and words, `empty`,
 * `size`, method calls, choices. Statements and assignments are no conditions. Throws NotJexl.
 * https://commons.apache.org/proper/commons-jexl/reference/syntax.html
 */
export function parseCondition(text: string): Expression {
  return new Parser(tokensOf(text)).whole();
}

class Parser {
  readonly #tokens: readonly Token[];
  #place = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Expression {
    if (this.#ended) throw new NotJexl('says nothing', 0);
    const expression = this.#choice();
    if (!this.#ended) throw this.#unexpected('an operator or the end');
    return expression;
  }

  get #now(): Token {
    return this.#tokens[this.#place] as Token;
  }

  get #ended(): boolean {
    return this.#now.kind === 'end';
  }

  #choice(): Expression {
    return this.#deeper(() => {
      const condition = this.#binary(0);
      if (this.#take('?:') || this.#take('??'))
        return { kind: 'choice', condition, first: null, otherwise: this.#choice() };
      if (!this.#take('?')) return condition;
      const first = this.#choice();
      this.#expect(':');
      return { kind: 'choice', condition, first, otherwise: this.#choice() };
    });
  }

  /** Operators of this level or a tighter one. */
  #binary(level: number): Expression {
    let left = this.#unary();
    for (;;) {
      const found = this.#operatorFrom(level);
      if (found === null) return left;
      this.#place += 1;
      const right = this.#binary(found.level + 1);
      left = { kind: 'binary', operator: found.operator, left, right };
      const next = this.#operatorFrom(found.level);
      if (next?.level === found.level && SINGLE.has(found.operator)) throw this.#unexpected('&&, || or the end');
    }
  }

  #operatorFrom(lowest: number): { operator: BinaryOperator; level: number } | null {
    const { kind, text } = this.#now;
    const level = kind === 'operator' ? LEVELS.get(text) : undefined;
    return level === undefined || level < lowest ? null : { operator: text as BinaryOperator, level };
  }

  #unary(): Expression {
    const { kind, text } = this.#now;
    if (kind === 'operator' && UNARY.has(text)) {
      this.#place += 1;
      return this.#deeper(() => ({ kind: 'unary', operator: text as UnaryOperator, operand: this.#unary() }));
    }
    if (kind === 'name' && (text === 'empty' || text === 'size')) {
      this.#place += 1;
      return this.#deeper(() => ({ kind: 'unary', operator: text, operand: this.#unary() }));
    }
    return this.#postfix(this.#primary());
  }

  #postfix(start: Expression): Expression {
    let of = start;
    for (;;) {
      if (this.#take('.')) {
        const { kind, text: name, at } = this.#now;
        if (kind !== 'name' && kind !== 'string') throw this.#unexpected('the name of a field');
        this.#place += 1;
        if (this.#take('(')) of = { kind: 'call', of, name, given: this.#until(')') };
        else of = { kind: 'property', of, name, at };
      } else if (this.#take('[')) {
        const key = this.#choice();
        this.#expect(']');
        of = { kind: 'index', of, key };
      } else return of;
    }
  }

  #primary(): Expression {
    const token = this.#now;
    if (token.kind === 'number') return this.#literal('number', token.text);
    if (token.kind === 'string') return this.#literal('string', token.text);
    if (token.kind === 'name') return this.#named(token);
    if (this.#take('(')) {
      const inner = this.#choice();
      this.#expect(')');
      return inner;
    }
    if (this.#take('[')) return { kind: 'list', items: this.#until(']') };
    if (this.#take('{')) return { kind: 'list', items: this.#until('}') };
    throw this.#unexpected('a field or a value');
  }

  #named({ text, at }: Token): Expression {
    if (text === 'true' || text === 'false') return this.#literal('boolean', text);
    if (text === 'null') return this.#literal('null', text);
    if (STATEMENTS.has(text))
      throw new NotJexl(`has ${text}, and a condition is one expression without statements`, at);
    this.#place += 1;
    if (this.#now.text === '(') throw new NotJexl(`calls ${text}, and there is no such function`, at);
    return { kind: 'name', name: text, at };
  }

  #literal(type: 'string' | 'number' | 'boolean' | 'null', value: string): Expression {
    this.#place += 1;
    return { kind: 'literal', type, value };
  }

  /** Expressions with commas between them, up to a closing sign. */
  #until(end: string): Expression[] {
    const items: Expression[] = [];
    if (this.#take(end)) return items;
    do items.push(this.#choice());
    while (this.#take(','));
    this.#expect(end);
    return items;
  }

  #take(operator: string): boolean {
    const { kind, text } = this.#now;
    if (kind !== 'operator' || text !== operator) return false;
    this.#place += 1;
    return true;
  }

  #expect(operator: string): void {
    if (!this.#take(operator)) throw this.#unexpected(operator);
  }

  #deeper<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new NotJexl('is nested too deeply', this.#now.at);
    try {
      return read();
    } finally {
      this.#depth -= 1;
    }
  }

  #unexpected(wanted: string): NotJexl {
    const { kind, raw, text, at } = this.#now;
    if (kind === 'operator' && text === '=') return new NotJexl('has =, which gives a value: == compares', at);
    const found = kind === 'end' ? 'ends' : `has ${raw}`;
    return new NotJexl(`${found} where ${wanted} has to be`, at);
  }
}
