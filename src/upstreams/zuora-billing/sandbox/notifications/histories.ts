import type { Clock } from '../../../../kernel/clock.js';
import { recordId } from '../../../sandbox-kit/scenario.js';
import type { SeedContext } from '../seed/context.js';
import type { ZuoraRecord } from '../state/record.js';

/** A row of a history. The reference has no id in it: the tests learn ids here, as people do from Data Query. */
export interface HistoryRow {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly failed: boolean;
  /** What filters look at. */
  readonly objectId: string | null;
  readonly shown: Readonly<Record<string, unknown>>;
}

export type HistoryKind = 'callout' | 'email';

export interface SentCallout {
  readonly objectId: string;
  readonly event: string;
  readonly notification: string;
  readonly context: object;
  readonly method: string;
  readonly url: string;
}

interface AddedCallout {
  readonly minutesAgo: number;
  readonly code: number;
  /** Its place in the scenario. */
  readonly customer: number;
  readonly url?: string;
}

const OTHER_URL = 'https://billgraph.example.com/webhooks/zuora?token=sandbox-token';
const MINUTE_MS = 60_000;

/** What became of the callouts and emails that were to go out: a few of the hour before the start, and what tests add. */
export class Histories {
  readonly #context: SeedContext;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #rows: Record<HistoryKind, HistoryRow[]> = { callout: [], email: [] };
  #made = 0;

  constructor(context: SeedContext, clock: Pick<Clock, 'now'>) {
    this.#context = context;
    this.#clock = clock;
    this.reset();
  }

  reset(): void {
    this.#rows.callout = [];
    this.#rows.email = [];
    for (const [n, code] of [200, 503, 200, 405].entries())
      this.addCallout({ minutesAgo: 60 - n * 10, code, customer: n });
    for (const [n, result] of ['OK', 'Failed'].entries())
      this.addEmail({ minutesAgo: 50 - n * 10, result, customer: n });
  }

  addCallout({ minutesAgo, code, customer, url = OTHER_URL }: AddedCallout): HistoryRow {
    const { ids, name } = this.#context.scenario.customer(customer);
    return this.#add('callout', minutesAgo, {
      objectId: ids.subscriptionAccountId,
      failed: code !== 200,
      shown: {
        attemptedNum: code === 200 ? 1 : 3,
        eventCategory: 'user.notification:AccountCreated',
        eventContext: { '<Account.ID>': ids.subscriptionAccountId, '<Account.Name>': name },
        notification: 'Tell of new accounts',
        requestMethod: 'POST',
        requestUrl: url,
        responseCode: code,
        responseContent: code === 200 ? '{"success":true}' : 'not now',
      },
    });
  }

  addEmail({ minutesAgo, result, customer }: { minutesAgo: number; result: string; customer: number }): HistoryRow {
    const { ids, email } = this.#context.scenario.customer(customer);
    return this.#add('email', minutesAgo, {
      objectId: ids.subscriptionAccountId,
      failed: result === 'Failed',
      shown: {
        accountId: ids.subscriptionAccountId,
        bcc: '',
        cc: '',
        errorMessage: result === 'OK' ? null : 'mailbox unavailable',
        eventCategory: '1210',
        fromEmail: 'billing@example.com',
        notification: 'New Subscription Created',
        replyTo: '',
        result,
        subject: 'Your subscription',
        toEmail: email,
      },
    });
  }

  addInvoiceEmail({ id, accountId, invoiceNumber }: ZuoraRecord, to: string | null): HistoryRow {
    return this.#add('email', 0, {
      objectId: id,
      failed: false,
      shown: {
        accountId,
        bcc: '',
        cc: '',
        errorMessage: null,
        eventCategory: '1110',
        fromEmail: 'billing@example.com',
        notification: 'Manual Email For Invoice',
        replyTo: '',
        result: 'OK',
        subject: `Invoice ${invoiceNumber}`,
        toEmail: to ?? 'billing-contact@example.com',
      },
    });
  }

  /** What became of a callout that was sent. */
  noteCallout(
    sent: SentCallout,
    { code, content, tries }: { code: number; content: string; tries: number },
  ): HistoryRow {
    const { objectId, event, notification, context, method, url } = sent;
    return this.#add('callout', 0, {
      objectId,
      failed: code !== 200,
      shown: {
        ...{ attemptedNum: tries, eventCategory: event, eventContext: context, notification },
        ...{ requestMethod: method, requestUrl: url, responseCode: code, responseContent: content },
      },
    });
  }

  /** What became of it when it was tried once more. */
  noteTry(id: string, { code, content }: { code: number; content: string }): void {
    this.#change('callout', id, (shown) => ({
      failed: code !== 200,
      shown: { attemptedNum: Number(shown.attemptedNum) + 1, responseCode: code, responseContent: content },
    }));
  }

  /** Newest first. */
  list(kind: HistoryKind): readonly HistoryRow[] {
    return this.#rows[kind].toSorted((a, b) => b.at - a.at || b.id.localeCompare(a.id));
  }

  /** Sends again; everybody is there this time. False if there is no such row. */
  resend(kind: HistoryKind, id: string): boolean {
    return this.#change(kind, id, ({ attemptedNum }) => ({
      failed: false,
      shown:
        kind === 'callout'
          ? { attemptedNum: Number(attemptedNum) + 1, responseCode: 200, responseContent: '{"success":true}' }
          : { result: 'OK', errorMessage: null },
    }));
  }

  #change(
    kind: HistoryKind,
    id: string,
    how: (shown: HistoryRow['shown']) => Pick<HistoryRow, 'failed' | 'shown'>,
  ): boolean {
    const rows = this.#rows[kind];
    const place = rows.findIndex((row) => row.id === id);
    const row = rows[place];
    if (!row) return false;
    const { failed, shown } = how(row.shown);
    rows[place] = { ...row, failed, shown: { ...row.shown, ...shown } };
    return true;
  }

  #add(kind: HistoryKind, minutesAgo: number, row: Omit<HistoryRow, 'id' | 'at'>): HistoryRow {
    this.#made += 1;
    const id = recordId(this.#context.scenario.seed, `${kind} history`, this.#made);
    const made = { ...row, id, at: this.#clock.now() - minutesAgo * MINUTE_MS };
    this.#rows[kind].push(made);
    return made;
  }
}
