import type { Expression } from './syntax.js';

/** The fields that a condition reads, without `_old`, and what it reads that is no field of its base object. */
export interface FieldUse {
  readonly fields: ReadonlySet<string>;
  /** Each as the rest of a sentence that begins with "the condition". */
  readonly strays: readonly string[];
}

/** `Account.Status_old` is what `Account.Status` was before the change. */
export const OLD = /_old$/;

/** A condition may read `changeType`, and fields of its base object: nothing that they lead to. */
export function fieldsUsed(condition: Expression, baseObject: string): FieldUse {
  const fields = new Set<string>();
  const strays: string[] = [];

  function visit(expression: Expression): void {
    switch (expression.kind) {
      case 'literal':
        return;
      case 'list':
        expression.items.forEach(visit);
        return;
      case 'name':
        if (expression.name !== 'changeType') strays.push(wrongRoot(expression.name, baseObject));
        return;
      case 'property': {
        const path = pathOf(expression);
        if (path === null) visit(expression.of);
        else visitPath(path);
        return;
      }
      case 'index':
        visit(expression.of);
        visit(expression.key);
        return;
      case 'call':
        visit(expression.of);
        expression.given.forEach(visit);
        return;
      case 'unary':
        visit(expression.operand);
        return;
      case 'binary':
        visit(expression.left);
        visit(expression.right);
        return;
      case 'choice':
        visit(expression.condition);
        if (expression.first) visit(expression.first);
        visit(expression.otherwise);
    }
  }

  function visitPath([root = '', field, ...deeper]: readonly string[]): void {
    if (root !== baseObject) strays.push(wrongRoot(short([root, field]), baseObject));
    else if (deeper.length > 0) {
      strays.push(`reads ${short([root, field, ...deeper])}, and can only read fields of ${baseObject} itself`);
    } else if (field !== undefined) fields.add(field);
  }

  visit(condition);
  return { fields, strays: [...new Set(strays)] };
}

/** `Account.Status` as names; null if something is called or chosen on the way. */
function pathOf(expression: Expression): string[] | null {
  if (expression.kind === 'name') return [expression.name];
  if (expression.kind !== 'property') return null;
  const path = pathOf(expression.of);
  return path === null ? null : [...path, expression.name];
}

function wrongRoot(read: string, baseObject: string): string {
  const [root = ''] = read.split('.');
  if (root === baseObject) return `reads ${root}, and has to name a field of it: ${root}.Id`;
  if (root.toLowerCase() === baseObject.toLowerCase()) return `reads ${root}, and Zuora minds the case: ${baseObject}`;
  if (root.toLowerCase() === 'changetype') return `reads ${root}, and Zuora minds the case: changeType`;
  return `reads ${read}, and can only read changeType and fields of ${baseObject}, written ${baseObject}.Id`;
}

const LONGEST = 100;

function short(path: readonly (string | undefined)[]): string {
  const text = path.join('.');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
