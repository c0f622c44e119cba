import { UpstreamError } from '../../../kernel/errors.js';
import type { RequestLoader } from '../../../kernel/reading/request-loader.js';
import { Refusal } from '../../../kernel/refusal.js';
import { CUSTOM_FIELD, type ZuoraDescribedObject } from '../describe/described-object.js';
import { isCustomObject, WITHOUT_INSERT } from './base-objects.js';
import { CHANGE_TYPES, changesNamed, changesThatFit } from './condition/change-types.js';
import { fieldsUsed, OLD } from './condition/fields.js';
import { parseCondition } from './condition/parse.js';
import { type Expression, NotJexl } from './condition/syntax.js';

/** Where a caller gave the condition. */
const FIELD = ['input', 'condition'] as const;
// What says neither yes nor no.
const VALUES: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%', '..', '&', '|', '^']);

/**
 * The condition of a trigger, read. Throws a Refusal that names everything that Zuora would refuse or never act on: what
 * is no JEXL, fields of other objects or that the object does not have, and changes that it tells nothing of.
 * https://docs.zuora.com/en/zuora-platform/extensibility/events-and-notifications/custom-events/custom-event-overview
 */
export async function checkedCondition(
  baseObject: string,
  text: string,
  descriptions: Pick<RequestLoader<ZuoraDescribedObject>, 'load'>,
): Promise<Expression> {
  const condition = parsed(text);
  const { fields, strays } = fieldsUsed(condition, baseObject);
  const complaints = [
    ...strays,
    ...wrongAnswers(condition),
    ...wrongChanges(baseObject, condition, fields),
    ...(await unknownFields(baseObject, fields, descriptions)),
  ];
  if (complaints.length > 0) throw refused(complaints);
  return condition;
}

function parsed(text: string): Expression {
  try {
    return parseCondition(text);
  } catch (error) {
    if (error instanceof NotJexl) throw refused([`is no JEXL expression: it ${error.message}`]);
    throw error;
  }
}

function refused(complaints: readonly string[]): Refusal {
  return new Refusal(
    complaints.map((complaint) => ({ code: 'INVALID', message: `The condition ${complaint}.`, field: FIELD })),
  );
}

function wrongAnswers(condition: Expression): string[] {
  const { kind } = condition;
  const value =
    kind === 'list' ||
    kind === 'name' ||
    (kind === 'literal' && condition.type !== 'boolean') ||
    (kind === 'unary' && !['!', 'empty'].includes(condition.operator)) ||
    (kind === 'binary' && VALUES.has(condition.operator));
  return value ? ['gives a value, and has to be true or false'] : [];
}

function wrongChanges(baseObject: string, condition: Expression, fields: ReadonlySet<string>): string[] {
  const named = changesNamed(condition);
  const unknown = named.filter((change) => !CHANGE_TYPES.some((one) => one === change));
  if (unknown.length > 0) {
    return [`compares changeType with '${unknown[0]}', and it is INSERT, UPDATE or DELETE`];
  }
  const fit = changesThatFit(condition);
  if (fit.length === 0) return ['can never be true'];
  const forNew = fit.includes('INSERT') && (named.includes('INSERT') || fit.length === 1);
  if (WITHOUT_INSERT.has(baseObject) && forNew) {
    return [`waits for INSERT, and Zuora tells nothing of a new ${baseObject}`];
  }
  const customOnly = fields.size > 0 && [...fields].every((field) => CUSTOM_FIELD.test(field.replace(OLD, '')));
  if (fit.includes('UPDATE') && customOnly && !isCustomObject(baseObject)) {
    return [
      `is about custom fields alone, and Zuora tells nothing of an UPDATE of those: it needs a standard field, too`,
    ];
  }
  return [];
}

/** Nothing where the tenant does not describe the object. */
async function unknownFields(
  baseObject: string,
  fields: ReadonlySet<string>,
  descriptions: Pick<RequestLoader<ZuoraDescribedObject>, 'load'>,
): Promise<string[]> {
  if (fields.size === 0 || isCustomObject(baseObject)) return [];
  const description = await described(baseObject, descriptions);
  if (description === null) return [];
  const names = new Set(description.fields.map(({ name }) => name));
  return [...fields]
    .filter((field) => !names.has(field) && !names.has(field.replace(OLD, '')))
    .map((field) => {
      const plain = field.replace(OLD, '').toLowerCase();
      const meant = [...names].find((name) => name.toLowerCase() === plain);
      const hint = meant ? `: Zuora minds the case, ${baseObject}.${meant}` : '';
      return `reads ${baseObject}.${field}, and ${baseObject} has no such field in this tenant${hint}`;
    });
}

async function described(
  baseObject: string,
  descriptions: Pick<RequestLoader<ZuoraDescribedObject>, 'load'>,
): Promise<ZuoraDescribedObject | null> {
  try {
    return await descriptions.load(baseObject);
  } catch (error) {
    // Not everybody who may make triggers may look at all objects.
    if (error instanceof UpstreamError && (error.code === 'UPSTREAM_FORBIDDEN' || error.code === 'UPSTREAM_REJECTED')) {
      return null;
    }
    throw error;
  }
}
