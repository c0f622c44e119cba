import type { z } from 'zod';
import type { StartList } from '../paging/start-pages.js';
import type { CalloutTemplate, EmailTemplate, NotificationDefinition } from './model.js';
import { CalloutTemplateRow, EmailTemplateRow, NotificationDefinitionRow } from './schemas.js';

/** What notifications are made of: three kinds of objects that are read and changed alike. */
export interface NoticeKind<T extends Notice = Notice> {
  /** For people: "There is no callout template …". */
  readonly title: string;
  readonly path: string;
  /** Operation ids of the vendor's reference. */
  readonly operations: { list: string; get: string; create: string; update: string; delete: string };
  readonly row: z.ZodType<T>;
  /** Whether Zuora replays its first answer to an `Idempotency-Key`. */
  readonly keyed: boolean;
}

export interface Notice {
  readonly id: string;
  readonly zuoraId: string;
  readonly name: string;
  readonly eventTypeName: string | null;
  readonly createdAt: string | null;
}

/** https://developer.zuora.com/v1-api-reference/api/tag/Notifications/ Of these the reference names no `Idempotency-Key`. */
export const CALLOUT_TEMPLATES: NoticeKind<CalloutTemplate> = {
  title: 'callout template',
  path: '/notifications/callout-templates',
  operations: {
    list: 'getCalloutTemplates',
    get: 'getCalloutTemplate',
    create: 'createCalloutTemplate',
    update: 'updateCalloutTemplate',
    delete: 'deleteCalloutTemplate',
  },
  row: CalloutTemplateRow,
  keyed: false,
};

export const EMAIL_TEMPLATES: NoticeKind<EmailTemplate> = {
  title: 'email template',
  path: '/notifications/email-templates',
  operations: {
    list: 'GET_Query_Email_Templates',
    get: 'GET_Get_Email_Template',
    create: 'POST_Create_Email_Template',
    update: 'PUT_Update_Email_Template',
    delete: 'DELETE_Delete_Email_Template',
  },
  row: EmailTemplateRow,
  keyed: true,
};

export const NOTIFICATION_DEFINITIONS: NoticeKind<NotificationDefinition> = {
  title: 'notification definition',
  path: '/notifications/notification-definitions',
  operations: {
    list: 'GET_Query_Notification_Definitions',
    get: 'GET_Get_Notification_Definition',
    create: 'POST_Create_Notification_Definition',
    update: 'PUT_Update_Notification_Definition',
    delete: 'DELETE_Delete_Notification_Definition',
  },
  row: NotificationDefinitionRow,
  keyed: true,
};

export type NoticeFilter = Readonly<Record<string, string | number | null | undefined>>;

export function noticeList<T extends Notice>(kind: NoticeKind<T>, filter: NoticeFilter): StartList<T> {
  const filters = Object.entries(filter).flatMap(([name, value]) =>
    value == null ? [] : [[name, String(value)] as const],
  );
  return {
    operation: kind.operations.list,
    path: kind.path,
    filters,
    row: kind.row,
    keyOf: ({ zuoraId }) => zuoraId,
  };
}
