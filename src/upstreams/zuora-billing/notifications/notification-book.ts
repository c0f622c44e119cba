import type { Clock } from '../../../kernel/clock.js';
import { InvalidInput } from '../../../kernel/errors.js';
import { EntityReader } from '../../../kernel/reading/entity-reader.js';
import { type RequestLoader, requestLoader } from '../../../kernel/reading/request-loader.js';
import type { Connection } from '../../../schema-kit/connection.js';
import type { UpstreamKit } from '../../contract.js';
import type { ZuoraClient } from '../client.js';
import { SETTING_ID } from '../events/event-book.js';
import { startConnection } from '../paging/start-pages.js';
import { readNotice } from './commands.js';
import { calloutHistory, emailHistory, historyPage } from './history.js';
import type { CalloutHistoryFilter, CalloutRecord, EmailHistoryFilter, EmailRecord } from './history-model.js';
import {
  CALLOUT_TEMPLATES,
  EMAIL_TEMPLATES,
  NOTIFICATION_DEFINITIONS,
  type Notice,
  type NoticeFilter,
  type NoticeKind,
  noticeList,
} from './kinds.js';
import type { CalloutTemplate, EmailTemplate, NotificationDefinition } from './model.js';

const FRESH_MS = 60_000;
const STALE_MS = 3_600_000;
// https://developer.zuora.com/v1-api-reference/api/operation/GET_EmailHistory/
const LONGEST_MS = 3 * 86_400_000;

/** Templates and definitions by Zuora's id, each read by itself: no list is filtered by ids. */
export interface NotificationReaders {
  readonly calloutTemplates: EntityReader<CalloutTemplate>;
  readonly emailTemplates: EntityReader<EmailTemplate>;
  readonly definitions: EntityReader<NotificationDefinition>;
}

export function notificationReaders(client: ZuoraClient, tenant: string, kit: UpstreamKit): NotificationReaders {
  const reader = <T extends Notice>(kind: NoticeKind<T>) =>
    new EntityReader<T>({
      name: `${tenant}:${kind.title.replaceAll(' ', '-')}`,
      cache: kit.cache,
      clock: kit.clock,
      freshMs: FRESH_MS,
      staleMs: STALE_MS,
      maxBatch: 1,
      fetch: async ([id = ''], options) => {
        const found = SETTING_ID.test(id) ? await readNotice({ client, options }, kind, id) : null;
        return new Map(found === null ? [] : [[id, found]]);
      },
      onRefreshError: (error) => kit.log.warn({ err: error, kind: kind.title }, 'a stale entry could not be refreshed'),
    });
  return {
    calloutTemplates: reader(CALLOUT_TEMPLATES),
    emailTemplates: reader(EMAIL_TEMPLATES),
    definitions: reader(NOTIFICATION_DEFINITIONS),
  };
}

interface Page {
  readonly first: number;
  readonly after: string | null;
}

/** What a tenant notifies of and how, as one request sees it. */
export class NotificationBook {
  readonly calloutTemplates: RequestLoader<CalloutTemplate>;
  readonly emailTemplates: RequestLoader<EmailTemplate>;
  readonly definitions: RequestLoader<NotificationDefinition>;
  readonly #client: ZuoraClient;
  readonly #timeZone: string;
  readonly #clock: Clock;
  readonly #signal: AbortSignal;

  constructor(
    {
      client,
      readers,
      timeZone,
      clock,
    }: { client: ZuoraClient; readers: NotificationReaders; timeZone: string; clock: Clock },
    signal: AbortSignal,
  ) {
    this.#client = client;
    this.#timeZone = timeZone;
    this.#clock = clock;
    this.#signal = signal;
    this.calloutTemplates = requestLoader(readers.calloutTemplates, signal);
    this.emailTemplates = requestLoader(readers.emailTemplates, signal);
    this.definitions = requestLoader(readers.definitions, signal);
  }

  page<T extends Notice>(kind: NoticeKind<T>, filter: NoticeFilter, page: Page): Promise<Connection<T>> {
    return startConnection(this.#client, noticeList(kind, filter), page, this.#options);
  }

  callouts({ failedOnly, ...filter }: CalloutHistoryFilter, page: Page): Promise<Connection<CalloutRecord>> {
    const history = calloutHistory(filter, this.#timeZone);
    return historyPage(this.#client, history, { ...page, failedOnly: failedOnly ?? false }, this.#options);
  }

  /** Throws InvalidInput for more than the three days that Zuora gives at once. */
  async emails({ failedOnly, ...filter }: EmailHistoryFilter, page: Page): Promise<Connection<EmailRecord>> {
    const end = filter.to ? Date.parse(filter.to) : this.#clock.now();
    if (filter.from && end - Date.parse(filter.from) > LONGEST_MS) {
      throw new InvalidInput(
        'The history of emails can be asked for over three days at most: from must be nearer to to.',
      );
    }
    const history = emailHistory(filter, this.#timeZone);
    return await historyPage(this.#client, history, { ...page, failedOnly: failedOnly ?? false }, this.#options);
  }

  get #options() {
    return { signal: this.#signal, lane: 'interactive' } as const;
  }
}
