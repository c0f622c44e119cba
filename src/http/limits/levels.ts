import { LimitExceeded } from '../../kernel/errors.js';

/** Most brackets within each other in a document: a field of the deepest operation that can be allowed has two. */
const MOST_DOCUMENT_LEVELS = 250;
/** Most lists and objects within each other in variables. */
const MOST_VALUE_LEVELS = 64;

/**
 * Refuses what is nested so deep that whatever walks it (the parser, validation, every look at arguments) would run out of
 * stack: before it is parsed, in one pass without recursion.
 * @throws LimitExceeded `levels`
 */
export function refuseDeep({ query, variables }: { query?: unknown; variables?: unknown }): void {
  if (typeof query === 'string' && isDeepText(query)) refuse('document', 'brackets', MOST_DOCUMENT_LEVELS);
  // In an address they are JSON; its brackets are those of a document.
  const deep = typeof variables === 'string' ? isDeepText(variables, MOST_VALUE_LEVELS) : isDeepValue(variables);
  if (deep) refuse('variables', 'lists and objects', MOST_VALUE_LEVELS);
}

function refuse(where: string, what: string, most: number): never {
  throw new LimitExceeded('levels', most, `In the ${where} are more than ${most} ${what} within each other.`);
}

// Comments, block strings and strings, as far as each goes, and brackets.
const MEANT = /#[^\n\r]*|"""(?:\\"""|[^"]|"(?!""))*(?:"""|$)|"(?:\\.|[^"\\\n\r])*"?|[{}[\]()]/g;

function isDeepText(text: string, most = MOST_DOCUMENT_LEVELS): boolean {
  let level = 0;
  for (const [found] of text.matchAll(MEANT)) {
    if (found === '{' || found === '[' || found === '(') level += 1;
    else if (found === '}' || found === ']' || found === ')') level -= 1;
    if (level > most) return true;
  }
  return false;
}

/** Level by level: as many rounds as are allowed, whatever the value is. */
function isDeepValue(value: unknown): boolean {
  let level = [value].filter(isNested);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > MOST_VALUE_LEVELS) return true;
    level = level.flatMap((one) => Object.values(one).filter(isNested));
  }
  return false;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
