/** An attempt to send something; Zuora keeps what became of it. */
interface Attempted {
  /** Zuora's id, to be sent again by; null where the history does not say it. */
  readonly zuoraId: string | null;
  /** Tells it from all others. */
  readonly key: string;
  readonly failed: boolean;
  readonly notification: string | null;
  readonly eventCategory: string | null;
}

export interface CalloutRecord extends Attempted {
  readonly attempts: number | null;
  readonly createdAt: string | null;
  readonly method: string | null;
  readonly url: string | null;
  readonly responseCode: number | null;
  readonly responseContent: string | null;
  readonly eventContext: unknown;
}

export interface EmailRecord extends Attempted {
  readonly accountId: string | null;
  readonly sentAt: string | null;
  readonly subject: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly cc: string | null;
  readonly bcc: string | null;
  readonly replyTo: string | null;
  readonly result: string | null;
  readonly errorMessage: string | null;
}

interface HistoryFilter {
  /** Instants with offsets. */
  readonly from?: string | null;
  readonly to?: string | null;
  readonly objectId?: string | null;
  readonly failedOnly?: boolean | null;
}

export interface CalloutHistoryFilter extends HistoryFilter {
  readonly eventCategory?: string | null;
  readonly includeResponseContent?: boolean | null;
}

export interface EmailHistoryFilter extends HistoryFilter {
  readonly eventCategory?: number | null;
  readonly accountId?: string | null;
}
