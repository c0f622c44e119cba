import { type Expression, partsOf } from './syntax.js';

/** What can happen to an object; a condition knows it as `changeType`. */
export const CHANGE_TYPES = ['INSERT', 'UPDATE', 'DELETE'] as const;
export type ChangeType = (typeof CHANGE_TYPES)[number];

interface Outcome {
  readonly canHold: boolean;
  readonly canFail: boolean;
}

const UNKNOWN: Outcome = { canHold: true, canFail: true };
const outcome = (holds: boolean): Outcome => ({ canHold: holds, canFail: !holds });

/** The changes for which a condition can hold, whatever the fields of the object are. */
export function changesThatFit(condition: Expression): ChangeType[] {
  return CHANGE_TYPES.filter((change) => outcomeOf(condition, change).canHold);
}

/** The texts that a condition compares the kind of change with. */
export function changesNamed(condition: Expression): string[] {
  return [...partsOf(condition)].flatMap((part) => comparedWith(part) ?? []);
}

function outcomeOf(expression: Expression, change: ChangeType): Outcome {
  if (expression.kind === 'literal' && expression.type === 'boolean') return outcome(expression.value === 'true');
  if (expression.kind === 'unary' && expression.operator === '!') {
    const { canHold, canFail } = outcomeOf(expression.operand, change);
    return { canHold: canFail, canFail: canHold };
  }
  if (expression.kind !== 'binary') return UNKNOWN;
  const { operator, left, right } = expression;
  const texts = comparedWith(expression);
  if (texts !== null) return outcome(texts.includes(change) === (operator === '==' || operator === '=~'));
  if (operator !== '&&' && operator !== '||') return UNKNOWN;
  const [a, b] = [outcomeOf(left, change), outcomeOf(right, change)];
  return operator === '&&'
    ? { canHold: a.canHold && b.canHold, canFail: a.canFail || b.canFail }
    : { canHold: a.canHold || b.canHold, canFail: a.canFail && b.canFail };
}

/** Null unless this compares `changeType` with texts. */
function comparedWith(expression: Expression): string[] | null {
  if (expression.kind !== 'binary') return null;
  const { operator, left, right } = expression;
  if (operator === '==' || operator === '!=') {
    const other = isChangeType(left) ? right : isChangeType(right) ? left : null;
    return other?.kind === 'literal' && other.type === 'string' ? [other.value] : null;
  }
  if ((operator !== '=~' && operator !== '!~') || !isChangeType(left) || right.kind !== 'list') return null;
  const texts = right.items.filter((item) => item.kind === 'literal' && item.type === 'string');
  return texts.length === right.items.length ? texts.map((item) => (item.kind === 'literal' ? item.value : '')) : null;
}

function isChangeType(expression: Expression): boolean {
  return expression.kind === 'name' && expression.name === 'changeType';
}
