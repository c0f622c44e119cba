/** A JEXL expression as a tree. `at` is the place of its first character in the condition, from 0. */
export type Expression =
  | { readonly kind: 'literal'; readonly type: 'string' | 'number' | 'boolean' | 'null'; readonly value: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  | { readonly kind: 'property'; readonly of: Expression; readonly name: string; readonly at: number }
  | { readonly kind: 'index'; readonly of: Expression; readonly key: Expression }
  | { readonly kind: 'call'; readonly of: Expression; readonly name: string; readonly given: readonly Expression[] }
  | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'choice';
      readonly condition: Expression;
      /** Null for `a ?: b` and `a ?? b`, which give their first part if it has a value. */
      readonly first: Expression | null;
      readonly otherwise: Expression;
    };

export type UnaryOperator = '!' | '-' | '+' | '~' | 'empty' | 'size';
export type BinaryOperator = (typeof BINARY_OPERATORS)[number][number];

/** From the loosest to the tightest. https://commons.apache.org/proper/commons-jexl/reference/syntax.html#Operators */
export const BINARY_OPERATORS = [
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['==', '!=', '..'],
  ['<', '<=', '>', '>=', '=~', '!~', '=^', '!^', '=$', '!$'],
  ['+', '-'],
  ['*', '/', '%'],
] as const;

/** Other spellings of operators. */
export const OPERATOR_WORDS: Readonly<Record<string, BinaryOperator | '!'>> = {
  or: '||',
  and: '&&',
  not: '!',
  eq: '==',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
  div: '/',
  mod: '%',
};

/** Why a text is no JEXL expression; the message continues "the condition". */
export class NotJexl extends Error {
  override readonly name = 'NotJexl';
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(`${message} (character ${at + 1})`);
  }
}

/** The parts that an expression is made of, itself first. */
export function* partsOf(expression: Expression): Generator<Expression> {
  yield expression;
  for (const child of childrenOf(expression)) yield* partsOf(child);
}

function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'list':
      return expression.items;
    case 'property':
      return [expression.of];
    case 'index':
      return [expression.of, expression.key];
    case 'call':
      return [expression.of, ...expression.given];
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'choice': {
      const { condition, first, otherwise } = expression;
      return first === null ? [condition, otherwise] : [condition, first, otherwise];
    }
  }
}
