import { type Problem, Refusal, refusal } from '../../kernel/refusal.js';
import type { ConnectionKey } from '../connections/key.js';
import type { EventName } from '../events/model.js';
import { settingProblems } from './action-settings.js';
import type { Flow, FlowAction, FlowActionKind } from './model.js';
import type { FlowSystems } from './ports.js';
import { templatesFor } from './templates.js';

/** What somebody wants a flow to be. On a change, what is undefined stays as it is. */
export interface FlowWish {
  readonly template?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | null | undefined;
  /** Of a template the connection alone has to be said, if it is not the default one. */
  readonly trigger?: { readonly connection?: ConnectionKey | undefined; readonly event?: EventName | undefined };
  readonly actions?: readonly ActionWish[] | undefined;
  readonly enabled?: boolean | undefined;
}

export interface ActionWish {
  readonly action?: FlowActionKind | undefined;
  readonly connection?: ConnectionKey | undefined;
  readonly settings?: Readonly<Record<string, string>> | undefined;
}

export type FlowShape = Pick<Flow, 'name' | 'description' | 'trigger' | 'actions' | 'enabled' | 'template'>;

const LONGEST_NAME = 100;
const LONGEST_DESCRIPTION = 1_000;
const MOST_ACTIONS = 10;

/** What a new flow is to be, with what its template says for all that is left open. @throws Refusal */
export function newFlow(wish: FlowWish, systems: FlowSystems): FlowShape {
  const template =
    wish.template === undefined ? null : templatesFor(systems.all).find(({ id }) => id === wish.template);
  if (template === undefined) {
    throw refusal('INVALID', 'There is no such template: flowTemplates lists them.', ['input', 'template']);
  }
  const event = wish.trigger?.event ?? template?.event;
  const connection = wish.trigger?.connection ?? template?.source;
  if (!event || !connection) {
    throw refusal('INVALID', 'Say which event of which connection it waits for, or take a template.', [
      'input',
      'trigger',
    ]);
  }
  const fromTemplate: ActionWish[] = template
    ? [{ action: template.action, connection: template.target, settings: template.settings }]
    : [];
  const actions = (wish.actions ?? fromTemplate).map((action, at) => toAction(action, at, fromTemplate[at]));
  return {
    name: nameOf(wish.name ?? template?.name),
    description: descriptionOf(wish.description === undefined ? (template?.description ?? null) : wish.description),
    trigger: { connection, event },
    actions,
    enabled: wish.enabled ?? true,
    template: template?.id ?? null,
  };
}

/** A flow as it is to be after a change. @throws Refusal */
export function changedFlow(before: Flow, wish: FlowWish): FlowShape {
  const { connection = before.trigger.connection, event = before.trigger.event } = wish.trigger ?? {};
  if (connection !== before.trigger.connection || event !== before.trigger.event) {
    throw refusal('INVALID', 'A flow keeps its trigger: make another one.', ['input', 'trigger']);
  }
  if (wish.template !== undefined && wish.template !== before.template) {
    throw refusal('INVALID', 'A flow keeps its template: make another one.', ['input', 'template']);
  }
  return {
    name: wish.name === undefined ? before.name : nameOf(wish.name),
    description: wish.description === undefined ? before.description : descriptionOf(wish.description),
    trigger: before.trigger,
    actions: wish.actions?.map((action, at) => toAction(action, at, before.actions[at])) ?? before.actions,
    enabled: wish.enabled ?? before.enabled,
    template: before.template,
  };
}

/** Throws a Refusal for what the systems cannot do. */
export function refuseImpossible({ trigger, actions }: FlowShape, systems: FlowSystems): void {
  const problems: Problem[] = [];
  const at = ['input', 'trigger'];
  const source = systems.of(trigger.connection);
  if (!source)
    problems.push({ code: 'NOT_FOUND', message: `There is no connection ${trigger.connection}.`, field: at });
  else if (!source.emits.includes(trigger.event)) {
    const message = `${source.title} does not tell of ${trigger.event}; it tells of ${source.emits.join(', ') || 'nothing'}.`;
    problems.push({ code: 'UNSUPPORTED', message, field: at });
  }
  if (actions.length === 0 || actions.length > MOST_ACTIONS) {
    const message = `A flow has 1 to ${MOST_ACTIONS} actions.`;
    problems.push({ code: 'INVALID', message, field: ['input', 'actions'] });
  }
  for (const [place, action] of actions.entries()) {
    const field = ['input', 'actions', String(place)];
    problems.push(...actionProblems(action, trigger.event, systems, field), ...settingProblems(action, field));
  }
  if (problems.length > 0) throw new Refusal(problems);
}

const FOLLOWS: Readonly<Record<FlowActionKind, readonly EventName[]>> = {
  CUSTOMER: ['CUSTOMER_CREATED', 'CUSTOMER_CHANGED'],
  SUBSCRIPTION: ['SUBSCRIPTION_CHANGED'],
  CREDIT: ['CREDIT_GRANTED'],
  INVOICE: ['INVOICE_GENERATED'],
  SALE: ['SALE_MADE'],
};

function actionProblems(
  { action, connection }: FlowAction,
  event: EventName,
  systems: FlowSystems,
  field: readonly string[],
): Problem[] {
  const target = systems.of(connection);
  if (!target) return [{ code: 'NOT_FOUND', message: `There is no connection ${connection}.`, field }];
  if (!target.takes.includes(action)) {
    return [{ code: 'UNSUPPORTED', message: `${target.title} takes no ${action}.`, field }];
  }
  if (FOLLOWS[action].includes(event)) return [];
  return [{ code: 'INVALID', message: `${action} follows ${FOLLOWS[action].join(' or ')}, not ${event}.`, field }];
}

function toAction(wish: ActionWish, at: number, otherwise: ActionWish | undefined): FlowAction {
  const action = wish.action ?? otherwise?.action;
  const connection = wish.connection ?? otherwise?.connection;
  if (!action || !connection) {
    throw refusal('INVALID', 'Say what is to be done and where.', ['input', 'actions', String(at)]);
  }
  return { action, connection, settings: wish.settings ?? otherwise?.settings ?? {} };
}

function nameOf(name = ''): string {
  const trimmed = name.trim();
  if (trimmed !== '' && trimmed.length <= LONGEST_NAME) return trimmed;
  throw refusal('INVALID', `A name has 1 to ${LONGEST_NAME} characters.`, ['input', 'name']);
}

function descriptionOf(text: string | null): string | null {
  const trimmed = text?.trim() || null;
  if ((trimmed?.length ?? 0) <= LONGEST_DESCRIPTION) return trimmed;
  throw refusal('INVALID', `A description has ${LONGEST_DESCRIPTION} characters at most.`, ['input', 'description']);
}
