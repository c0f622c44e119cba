import { Decimal } from 'decimal.js';
import type { Expression } from './syntax.js';

/**
 * The same text for conditions that say the same in other spellings: white space, quotes, `eq` or `==`, brackets that
 * change nothing, digits of a number, the order of what `&&`, `||`, `==` and `!=` join, `a > b` or `b < a`.
 */
export function normalForm(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      if (expression.type === 'string') return JSON.stringify(expression.value);
      return expression.type === 'number' ? numberOf(expression.value) : expression.value;
    case 'list':
      return `[${expression.items.map(normalForm).join(',')}]`;
    case 'name':
      return expression.name;
    case 'property':
      return `${normalForm(expression.of)}.${expression.name}`;
    case 'index':
      return `${normalForm(expression.of)}[${normalForm(expression.key)}]`;
    case 'call':
      return `${normalForm(expression.of)}.${expression.name}(${expression.given.map(normalForm).join(',')})`;
    case 'unary':
      return `${expression.operator}(${normalForm(expression.operand)})`;
    case 'binary':
      return binaryForm(expression);
    case 'choice': {
      const { condition, first, otherwise } = expression;
      return `(${normalForm(condition)}?${first === null ? '' : normalForm(first)}:${normalForm(otherwise)})`;
    }
  }
}

type Binary = Extract<Expression, { kind: 'binary' }>;

function binaryForm(expression: Binary): string {
  const { operator, left, right } = expression;
  if (operator === '&&' || operator === '||') {
    const parts = new Set(joined(expression, operator).map(normalForm));
    return `(${[...parts].toSorted().join(operator)})`;
  }
  const [a, b] = [normalForm(left), normalForm(right)];
  if (operator === '==' || operator === '!=') return `(${[a, b].toSorted().join(operator)})`;
  if (operator === '>') return `(${b}<${a})`;
  if (operator === '>=') return `(${b}<=${a})`;
  return `(${a}${operator}${b})`;
}

function joined(expression: Expression, operator: string): Expression[] {
  if (expression.kind !== 'binary' || expression.operator !== operator) return [expression];
  return [...joined(expression.left, operator), ...joined(expression.right, operator)];
}

/** `1000.0`, `1000` and `1000L` are one number. */
function numberOf(text: string): string {
  return new Decimal(text.replace(/[lLhHfFdDbB]$/, '')).toString();
}
