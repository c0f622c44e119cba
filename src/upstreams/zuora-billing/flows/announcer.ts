import type { Announcement, Announcer } from '../../../domain/syncs/flow-setup/announcer.js';
import type { TargetStep } from '../../../domain/syncs/model.js';
import { isLoopback } from '../../../kernel/http/loopback.js';
import { refusal } from '../../../kernel/refusal.js';
import { createTrigger, deleteTrigger, planCreate, updateTrigger } from '../events/commands.js';
import type { EventTrigger } from '../events/model.js';
import { everyTrigger, meaningOf } from '../events/trigger-list.js';
import { SYSTEM } from '../names.js';
import { createNotice, deleteNotice, updateNotice } from '../notifications/commands.js';
import { CALLOUT_TEMPLATES, NOTIFICATION_DEFINITIONS, noticeList } from '../notifications/kinds.js';
import type { CalloutTemplate, NotificationDefinition } from '../notifications/model.js';
import { calloutTemplateRequest, definitionRequest } from '../notifications/requests.js';
import { openAddress, withoutSecrets } from '../notifications/secrets.js';
import { everyRow } from '../paging/start-pages.js';
import type { CalloutSecrets } from '../webhooks/recipe.js';
import type { WriteDesk } from '../writing/write-desk.js';
import { isMarked, markFor, noticeName, templateFor, triggerFor, watchedFor } from './announced.js';

/** What of an announcement is there. */
interface Present {
  /** The trigger that Zuora would take for ours, whoever made it. */
  readonly trigger: EventTrigger | null;
  readonly template: CalloutTemplate | null;
  readonly definition: NotificationDefinition | null;
  /** Whether anything but ours needs the trigger. */
  readonly triggerIsUsed: boolean;
}

/** A step, and how it is done. */
interface Doing {
  readonly step: TargetStep;
  readonly act: () => Promise<unknown>;
}

/**
 * Sets callouts up by three objects: an event trigger, a callout template and a notification definition. Flows that wait for the
 * same share them, and a trigger that somebody else made for the same is used as it is, for Zuora would merge two of them.
 */
export class ZuoraAnnouncer implements Announcer {
  readonly #desk: WriteDesk;
  readonly #secrets: CalloutSecrets;

  constructor(desk: WriteDesk, secrets: CalloutSecrets) {
    this.#desk = desk;
    this.#secrets = secrets;
  }

  async stepsFor(announcement: Announcement): Promise<readonly TargetStep[]> {
    return (await this.#left(announcement)).map(({ step }) => step);
  }

  async carryOut(announcement: Announcement, step: TargetStep): Promise<void> {
    const [first] = await this.#left(announcement);
    // Done meanwhile by somebody else.
    if (first?.step.action !== step.action || first.step.target !== step.target) return;
    await first.act();
  }

  async #left(announcement: Announcement): Promise<readonly Doing[]> {
    if (announcement.flows.length === 0) return this.#takeDown(announcement, await this.#present(announcement));
    refuseUncallable(announcement.address, this.#secrets, this.#desk.settings);
    return this.#setUp(announcement, await this.#present(announcement));
  }

  async #present(announcement: Announcement): Promise<Present> {
    const { client, options } = this.#desk;
    const { baseObject, condition } = watchedFor(announcement.event);
    const [triggers, templates, definitions] = await Promise.all([
      everyTrigger(client, { baseObject }, options),
      everyRow(client, noticeList(CALLOUT_TEMPLATES, {}), options),
      everyRow(client, noticeList(NOTIFICATION_DEFINITIONS, {}), options),
    ]);
    const name = noticeName(announcement);
    const meaning = meaningOf(condition);
    const trigger = triggers.find((one) => meaningOf(one.condition) === meaning) ?? null;
    const usesIt = (one: { name: string; eventTypeName: string | null }) =>
      one.name !== name && one.eventTypeName === trigger?.eventType.name;
    return {
      trigger,
      template: templates.find((one) => one.name === name) ?? null,
      definition: definitions.find((one) => one.name === name) ?? null,
      triggerIsUsed: definitions.some(usesIt) || templates.some(usesIt),
    };
  }

  #setUp(announcement: Announcement, { trigger, template, definition }: Present): readonly Doing[] {
    const desk = this.#desk;
    const wantedTrigger = triggerFor(announcement.event);
    const eventTypeName = trigger?.eventType.name ?? wantedTrigger.eventType.name;
    const left: Doing[] = [];
    if (trigger === null) {
      left.push({
        step: toStep('Event trigger', 'POST_EventTrigger', null, planCreate(wantedTrigger)[0]?.after),
        act: () => createTrigger(desk, wantedTrigger, null),
      });
    } else if (!trigger.active) left.push(this.#switchOn(trigger));

    // What a template or definition is for cannot be changed.
    const keeps = (one: { eventTypeName: string | null }) => one.eventTypeName === eventTypeName;
    if (definition !== null && !keeps(definition)) left.push(this.#removal('Notification definition', definition));
    if (template !== null && !keeps(template)) left.push(this.#removal('Callout template', template));

    const input = templateFor(announcement, eventTypeName, this.#secrets);
    const request = calloutTemplateRequest(input);
    if (template === null || !keeps(template)) {
      left.push({
        step: toStep('Callout template', CALLOUT_TEMPLATES.operations.create, null, withoutSecrets(request)),
        act: () => createNotice(desk, CALLOUT_TEMPLATES, request, { eventTypeName }, null),
      });
    } else if (!isAsWanted(template, input)) {
      const { eventTypeName: _, eventTypeNamespace: __, ...changes } = input;
      const change = calloutTemplateRequest(changes);
      left.push({
        step: toStep('Callout template', CALLOUT_TEMPLATES.operations.update, template, withoutSecrets(change)),
        act: () => updateNotice(desk, CALLOUT_TEMPLATES, template.zuoraId, change),
      });
    }

    const notice = {
      ...{ name: noticeName(announcement), description: markFor(announcement), active: true, calloutActive: true },
      calloutTemplateIds: template && keeps(template) ? [template.zuoraId] : [],
    };
    if (definition === null || !keeps(definition)) {
      const made = { ...notice, eventTypeName, eventTypeNamespace: 'user.notification' as const };
      const body = definitionRequest(made, eventTypeName);
      left.push({
        step: toStep('Notification definition', NOTIFICATION_DEFINITIONS.operations.create, null, body),
        act: () => createNotice(desk, NOTIFICATION_DEFINITIONS, body, { eventTypeName }, null),
      });
    } else if (
      !(definition.active && definition.calloutActive) ||
      definition.description !== notice.description ||
      definition.calloutTemplateIds.join() !== notice.calloutTemplateIds.join()
    ) {
      const body = definitionRequest(notice, eventTypeName);
      left.push({
        step: toStep('Notification definition', NOTIFICATION_DEFINITIONS.operations.update, definition, body),
        act: () => updateNotice(desk, NOTIFICATION_DEFINITIONS, definition.zuoraId, body),
      });
    }
    return left;
  }

  #takeDown(_announcement: Announcement, { trigger, template, definition, triggerIsUsed }: Present): readonly Doing[] {
    const left: Doing[] = [];
    if (definition !== null) left.push(this.#removal('Notification definition', definition));
    if (template !== null) left.push(this.#removal('Callout template', template));
    if (trigger !== null && isMarked(trigger) && !triggerIsUsed) {
      left.push({
        step: { ...toStep('Event trigger', 'DELETE_EventTrigger', trigger, null), before: trigger.condition },
        act: () => deleteTrigger(this.#desk, trigger.zuoraId),
      });
    }
    return left;
  }

  #removal(title: string, found: CalloutTemplate | NotificationDefinition): Doing {
    const kind = title === 'Callout template' ? CALLOUT_TEMPLATES : NOTIFICATION_DEFINITIONS;
    return {
      step: { ...toStep(title, kind.operations.delete, found, null), before: found.name },
      act: () => deleteNotice(this.#desk, kind, found.zuoraId),
    };
  }

  #switchOn(trigger: EventTrigger): Doing {
    if (!isMarked(trigger)) {
      const message = `The event trigger ${trigger.eventType.name} has the condition that is needed, and is switched off: switch it on in Zuora, or delete it there.`;
      throw refusal('CONFLICT', message);
    }
    return {
      step: toStep('Event trigger', 'PUT_EventTrigger', trigger, { active: true }),
      act: () => updateTrigger(this.#desk, trigger.zuoraId, { active: true }),
    };
  }
}

function refuseUncallable(address: string, { hmac, basic }: CalloutSecrets, tenant: { readonly url: string }): void {
  const { protocol, port } = URL.canParse(address) ? new URL(address) : { protocol: '', port: '' };
  // A sandbox on this machine calls what is on it, as it is.
  const isNear = isOnThisMachine(tenant.url) && isOnThisMachine(address);
  if (!isNear && (protocol !== 'https:' || port !== '')) {
    const message = `Zuora calls https addresses on port 443 alone, and not ${address}: set PUBLIC_URL to such an address of this gateway.`;
    throw refusal('INVALID', message);
  }
  if (hmac !== null || basic !== null) return;
  const message =
    'No webhooks are taken from this connection: set ZUORA_BILLING_WEBHOOK_SECRET or, for a connection made at run time, its setting WEBHOOK_SECRET.';
  throw refusal('INVALID', message);
}

const isOnThisMachine = (address: string) => URL.canParse(address) && isLoopback(new URL(address).hostname);

function isAsWanted(template: CalloutTemplate, wanted: ReturnType<typeof templateFor>): boolean {
  const { signature, authentication } = template;
  return (
    template.active &&
    template.retried &&
    template.method === wanted.method &&
    template.description === wanted.description &&
    template.url === openAddress(wanted.url) &&
    template.customRequestBody === wanted.customRequestBody &&
    (signature?.data ?? null) === (wanted.signature?.data ?? null) &&
    (signature?.headerName ?? null) === (wanted.signature?.headerName ?? null) &&
    (authentication.kind === 'BASIC') === (wanted.basicAuthentication != null)
  );
}

function toStep(name: string, action: string, found: { readonly zuoraId: string } | null, after: unknown): TargetStep {
  return { system: SYSTEM, name, action, target: found?.zuoraId ?? null, before: null, after: after ?? null };
}
