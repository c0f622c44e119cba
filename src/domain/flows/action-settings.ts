import type { Problem } from '../../kernel/refusal.js';
import { INVOICE_FORMS } from '../syncs/subjects.js';
import type { FlowAction, FlowActionKind } from './model.js';

/** Something that can be said of an action, and the words that it can be said in. */
export interface ActionSetting {
  readonly name: string;
  readonly values: readonly string[];
}

/** What each action needs to be told; all of it has to be. */
const ACTION_SETTINGS: Readonly<Record<FlowActionKind, readonly ActionSetting[]>> = {
  CUSTOMER: [],
  SUBSCRIPTION: [],
  CREDIT: [],
  INVOICE: [{ name: 'as', values: INVOICE_FORMS }],
  SALE: [],
};

export function settingProblems({ action, settings }: FlowAction, field: readonly string[]): Problem[] {
  const known = ACTION_SETTINGS[action];
  const problem = (message: string): Problem => ({ code: 'INVALID', message, field: [...field, 'settings'] });
  const strange = Object.keys(settings).filter((name) => !known.some((one) => one.name === name));
  return [
    ...strange.map((name) => problem(`${action} has no setting ${name}.`)),
    ...known
      .filter(({ name, values }) => !values.includes(settings[name] ?? ''))
      .map(({ name, values }) => problem(`${name} has to be one of ${values.join(', ')}.`)),
  ];
}
