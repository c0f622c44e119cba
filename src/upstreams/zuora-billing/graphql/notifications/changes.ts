import { type Problem, Refusal, refusal } from '../../../../kernel/refusal.js';
import { SETTING_ID } from '../../events/event-book.js';
import { CALLOUT_TEMPLATE_PREFIX, EMAIL_TEMPLATE_PREFIX, NOTIFICATION_DEFINITION_PREFIX } from '../../names.js';
import { readNotice } from '../../notifications/commands.js';
import {
  CALLOUT_TEMPLATES,
  EMAIL_TEMPLATES,
  NOTIFICATION_DEFINITIONS,
  type Notice,
  type NoticeKind,
} from '../../notifications/kinds.js';
import type { ZuoraBillingSession } from '../../session.js';
import { ownId } from '../own-id.js';

export const ID_DESCRIPTION = "Its id, here or in Zuora's own words.";

const PREFIXES = new Map<NoticeKind, string>([
  [CALLOUT_TEMPLATES as NoticeKind, CALLOUT_TEMPLATE_PREFIX],
  [EMAIL_TEMPLATES as NoticeKind, EMAIL_TEMPLATE_PREFIX],
  [NOTIFICATION_DEFINITIONS as NoticeKind, NOTIFICATION_DEFINITION_PREFIX],
]);

/** What is to be changed, as Zuora has it now. Throws a Refusal if there is no such thing. */
export async function existing<T extends Notice>(
  { desk }: ZuoraBillingSession,
  kind: NoticeKind<T>,
  id: string,
): Promise<T> {
  const key = ownId(PREFIXES.get(kind as NoticeKind) ?? '', id);
  const found = SETTING_ID.test(key) ? await readNotice(desk, kind, key) : null;
  if (found === null) throw refusal('NOT_FOUND', `There is no ${kind.title} ${id}.`, ['id']);
  return found;
}

interface References {
  readonly emailTemplateId?: string | null | undefined;
  readonly calloutTemplateIds?: readonly string[] | null | undefined;
}

/**
 * The templates that a definition names, by Zuora's ids. Throws a Refusal that names each that is not there, and each that
 * is for another event: Zuora would send nothing.
 */
export async function referencesIn<T extends References>(
  { notifications }: ZuoraBillingSession,
  wanted: T,
  eventTypeName: string | null,
): Promise<T> {
  const problems: Problem[] = [];
  const complain = (code: Problem['code'], message: string, field: string[]) =>
    problems.push({ code, message, field: ['input', ...field] });
  const { emailTemplateId: email, calloutTemplateIds: callouts } = wanted;

  const check = (found: Notice | null, title: string, id: string, field: string[]) => {
    if (found === null) complain('NOT_FOUND', `There is no ${title} ${id}.`, field);
    else if (found.eventTypeName !== eventTypeName) {
      const other = found.eventTypeName ?? 'a standard event';
      complain('INVALID', `The ${title} ${found.name} is for ${other}, and not for ${eventTypeName}.`, field);
    }
  };

  const emailTemplateId = email == null ? email : ownId(EMAIL_TEMPLATE_PREFIX, email);
  const calloutTemplateIds = callouts?.map((id) => ownId(CALLOUT_TEMPLATE_PREFIX, id));
  await Promise.all([
    emailTemplateId != null &&
      notifications.emailTemplates
        .load(emailTemplateId)
        .then((found) => check(found, 'email template', String(email), ['emailTemplateId'])),
    ...(calloutTemplateIds ?? []).map(async (id, at) =>
      check(await notifications.calloutTemplates.load(id), 'callout template', String(callouts?.[at]), [
        'calloutTemplateIds',
        String(at),
      ]),
    ),
  ]);
  if (problems.length > 0) throw new Refusal(problems);
  return {
    ...wanted,
    ...(emailTemplateId != null && { emailTemplateId }),
    ...(calloutTemplateIds && { calloutTemplateIds }),
  };
}
