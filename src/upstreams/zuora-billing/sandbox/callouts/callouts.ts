import type { Clock } from '../../../../kernel/clock.js';
import { isLoopback } from '../../../../kernel/http/loopback.js';
import type { EventTriggers, SandboxTrigger } from '../events/event-triggers.js';
import type { Histories } from '../notifications/histories.js';
import type { SandboxNotice } from '../notifications/notice-shelf.js';
import type { Notices } from '../notifications/notices.js';
import type { FieldValue, ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { Changes, type RecordChange } from './changes.js';
import { holds } from './condition.js';
import { Deliveries } from './deliveries.js';
import { eventFields, fieldOf, objectNameOf } from './merge-fields.js';
import { calloutOf, notificationIdOf } from './request.js';

interface Means {
  readonly store: Store;
  readonly triggers: EventTriggers;
  readonly notices: Notices;
  readonly histories: Histories;
  readonly clock: Clock;
}

/**
 * Tells whom notification definitions name of what triggers watch, once a request has been carried out. Nothing leaves this machine:
 * callouts to any other address are not sent, and leave no line in the history.
 */
export class Callouts {
  readonly changes = new Changes((changes) => this.#react(changes));
  readonly #means: Means;
  readonly #deliveries: Deliveries;
  #events = 0;

  constructor(means: Means) {
    this.#means = means;
    this.#deliveries = new Deliveries(means.histories, means.clock);
  }

  resend(historyId: string): boolean {
    return this.#deliveries.resend(historyId);
  }

  stop(): void {
    this.changes.reset();
    this.#deliveries.stop();
  }

  #react(changes: readonly RecordChange[]): void {
    const active = this.#means.triggers.list({ baseObject: null, eventTypeName: null, active: 'true' });
    for (const change of changes) {
      const object = objectNameOf(change.kind);
      for (const trigger of active) {
        if (trigger.baseObject === object && isMet(trigger, change, object)) this.#tell(trigger, change, object);
      }
    }
  }

  #tell(trigger: SandboxTrigger, { kind, before, after }: RecordChange, object: string): void {
    const { store, notices, clock } = this.#means;
    const record = after ?? before;
    if (!record) return;
    this.#events += 1;
    const at = new Date(clock.now()).toISOString();
    const { name } = trigger.eventType;
    const read = eventFields(store, kind, record, { name, at });
    for (const definition of notices.definitions.list(new URLSearchParams({ eventTypeName: name }))) {
      for (const template of templatesOf(definition, notices)) {
        const id = notificationIdOf(definition.id, template.name, record.id, String(this.#events), at);
        const callout = calloutOf(template, id, read);
        if (callout !== null && !isNear(callout.url)) continue;
        const line = { objectId: record.id, event: `user.notification:${name}`, notification: definition.name };
        const context = contextOf(object, record);
        if (callout !== null) this.#deliveries.send({ callout, context, ...line });
        else this.#noteUnsendable(template, { ...line, context });
      }
    }
  }

  /** A body of the template's own that is no JSON is neither sent nor tried again. */
  #noteUnsendable(
    template: SandboxNotice,
    line: { objectId: string; event: string; notification: string; context: object },
  ) {
    const { histories } = this.#means;
    const sent = { method: String(template.httpMethod), url: String(template.calloutBaseurl) };
    histories.noteCallout({ ...line, ...sent }, { code: -2000, content: 'The request body is invalid.', tries: 1 });
  }
}

function isMet(trigger: SandboxTrigger, { before, after }: RecordChange, object: string): boolean {
  const changeType = before === undefined ? 'INSERT' : after === undefined ? 'DELETE' : 'UPDATE';
  const read = (name: string): FieldValue | undefined => {
    if (name === 'changeType') return changeType;
    const [of, field = ''] = name.split('.');
    if (of !== object) return undefined;
    return field.endsWith('_old') ? fieldOf(before, field.slice(0, -'_old'.length)) : fieldOf(after ?? before, field);
  };
  try {
    return holds(trigger.condition, read);
  } catch {
    // What this cannot evaluate never comes true here.
    return false;
  }
}

function templatesOf(definition: SandboxNotice, { calloutTemplates }: Notices): readonly SandboxNotice[] {
  if (definition.active !== true || definition.calloutActive !== true) return [];
  const ids = Array.isArray(definition.calloutTemplateIds) ? definition.calloutTemplateIds : [];
  const own = ids.flatMap((id) => calloutTemplates.find(String(id)) ?? []).filter(({ active }) => active === true);
  const inline = definition.callout as SandboxNotice | null;
  return inline ? [...own, { calloutRetry: true, ...inline }] : own;
}

/** The record as a history tells of it. */
function contextOf(object: string, record: ZuoraRecord): Record<string, string | null> {
  const value = (name: string) => (record[name] == null ? null : String(record[name]));
  return {
    [`<${object}.ID>`]: record.id,
    [`<${object}.Name>`]: value('name'),
    ...(object !== 'Account' && { [`<${object}.AccountId>`]: value('accountId') }),
  };
}

const isNear = (url: string) => URL.canParse(url) && isLoopback(new URL(url).hostname);
